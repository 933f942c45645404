// program — one program of the site, run to its end in a machine of its own.
import { boot, type ExitStatus, type Statistics } from "../index.ts";

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
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
  readonly statistics: Statistics;
  /** Number of the kernel's first broken invariant after the run; 0: none is. */
  readonly broken: number;
}

async function bytesOf(address: string): Promise<Uint8Array> {
  const response = await fetch(new URL(address, `${location.origin}/`));
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Decodes a stream to its end; `onText` sees each piece as it comes. */
async function textOf(stream: ReadableStream<Uint8Array>, onText: (text: string) => void): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stream) {
    const piece = decoder.decode(chunk, { stream: true });
    text += piece;
    onText(piece);
  }
  return text + decoder.decode();
}

/** The names of the whole site's programs. */
export async function sitePrograms(): Promise<readonly SiteProgram[]> {
  return JSON.parse(new TextDecoder().decode(await bytesOf("programs/list.json"))) as SiteProgram[];
}

/** Runs a program in a fresh machine; `onText` sees its output, both streams, as it comes. */
export async function runProgram(
  program: SiteProgram,
  onText: (text: string) => void = () => {},
): Promise<ProgramRun> {
  const [bytes, ...others] = await Promise.all(
    [program, ...program.programs].map(({ wasm }) => bytesOf(wasm)),
  );
  const files = Object.fromEntries(
    program.programs.map(({ name }, i) => [`/bin/${name}`, others[i] as Uint8Array]),
  );
  const log: string[] = [];
  const onMessage = (line: string): void => {
    log.push(`${line}\n`);
    onText(`${line}\n`);
  };
  await using machine = await boot({ cpus: 2, memory: "64M", files, onMessage });
  const start = performance.now();
  const process = await machine.spawn(bytes as Uint8Array, program.args, {
    argv0: program.name.slice(program.name.lastIndexOf("/") + 1),
    cwd: "/tmp",
    env: { PATH: "/bin", PROGRAMS: "/bin" },
    input: program.stdin,
  });
  const [stdout, stderr, status] = await Promise.all([
    textOf(process.stdout, onText),
    textOf(process.stderr, onText),
    process.exit,
  ]);
  const milliseconds = performance.now() - start;
  const statistics = machine.statistics();
  return {
    ...status,
    stdout,
    stderr: log.join("") + stderr,
    milliseconds,
    statistics,
    broken: machine.check(),
  };
}
