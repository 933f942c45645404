// program — the programs of the site: where they are, and one run to its end.
import { boot, type ExitStatus, type Machine } from "../index.ts";

/** A compiled program the site holds. Addresses are relative to the site's root. */
export interface SiteBinary {
  /** Its name in /bin. */
  readonly name: string;
  readonly wasm: string;
}

/** A program to run, as programs/list.json lists it. */
export interface SiteProgram extends SiteBinary {
  readonly args: readonly string[];
  readonly stdin: string;
  /** What it may execute. */
  readonly programs: readonly SiteBinary[];
  /** Its source text, where a reader shall see it. */
  readonly source?: string;
}

export interface ProgramRun extends ExitStatus {
  readonly milliseconds: number;
}

/** The bytes at an address of the site. */
export async function bytesOf(address: string): Promise<Uint8Array> {
  const response = await fetch(new URL(address, `${location.origin}/`));
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Decodes a stream to its end; `onText` sees each piece as it comes. */
async function pour(stream: ReadableStream<Uint8Array>, onText: (text: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    onText(decoder.decode(next.value, { stream: true }));
  }
  onText(decoder.decode());
}

/** Every program of the site. */
export async function sitePrograms(): Promise<readonly SiteProgram[]> {
  return JSON.parse(new TextDecoder().decode(await bytesOf("programs/list.json"))) as SiteProgram[];
}

/** Starts the machine that every program of a page runs in; `onMessage` gets the lines of its log. */
export function siteMachine(onMessage: (line: string) => void): Promise<Machine> {
  return boot({ cpus: 2, memory: "128M", onMessage });
}

/** Runs a program to its end; `onText` sees its output, both streams, as it comes. */
export async function runProgram(
  machine: Machine,
  program: SiteProgram,
  onText: (text: string) => void,
): Promise<ProgramRun> {
  const [bytes, ...others] = await Promise.all(
    [program, ...program.programs].map(({ wasm }) => bytesOf(wasm)),
  );
  for (const [i, { name }] of program.programs.entries()) {
    await machine.fs.writeFile(`/bin/${name}`, others[i] as Uint8Array, { mode: 0o755 });
  }
  const start = performance.now();
  const process = await machine.spawn(bytes as Uint8Array, program.args, {
    argv0: program.name.slice(program.name.lastIndexOf("/") + 1),
    cwd: "/tmp",
    env: { PATH: "/bin", PROGRAMS: "/bin" },
    input: program.stdin,
  });
  const [, , status] = await Promise.all([
    pour(process.stdout, onText),
    pour(process.stderr, onText),
    process.exit,
  ]);
  return { ...status, milliseconds: performance.now() - start };
}
