// run — runs one conformance case in a machine, for Node's runner and the browser's alike.
import type { Machine } from "quire";

/** What a run needs, with every program compiled. */
export interface CompiledCase {
  readonly name: string;
  readonly args: readonly string[];
  readonly stdin: string;
  readonly module: Uint8Array;
  /** Placed at /bin/NAME. */
  readonly programs: readonly { readonly name: string; readonly module: Uint8Array }[];
}

export interface Result {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
  readonly signal: string | null;
}

/** A case that takes longer hangs: the native run takes a second at most. */
const TIMEOUT_MS = 15_000;

/** Fails after TIMEOUT_MS: a machine that hangs answers no kill either. */
async function inTime<T>(name: string, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const hangs = () => late.reject(new Error(`${name} hangs: no end after ${TIMEOUT_MS} ms`));
  const timer = setTimeout(hangs, TIMEOUT_MS);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs a case in a directory of its own, removed afterwards. The machine is of no use after a failure. */
export async function runCase(machine: Machine, one: CompiledCase): Promise<Result> {
  const cwd = `/work/${one.name}`;
  const path = `/work/bin/${one.name}`;
  await machine.fs.mkdir(cwd, { recursive: true });
  await machine.fs.writeFile(path, one.module, { mode: 0o755 });
  for (const { name, module } of one.programs)
    await machine.fs.writeFile(`/bin/${name}`, module, { mode: 0o755 });
  const process = await machine.spawn(path, one.args, {
    cwd,
    env: { PATH: "/bin", PROGRAMS: "/bin" },
    input: one.stdin,
  });
  const stdout = new Response(process.stdout).text();
  const stderr = new Response(process.stderr).text();
  const result = await inTime(one.name, Promise.all([stdout, stderr, process.exit]));
  await machine.fs.rm(cwd, { recursive: true });
  return { stdout: result[0], stderr: result[1], ...result[2] };
}
