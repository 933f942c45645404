// list — the conformance cases: their sources, how to run each, and what real Linux printed.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** How a program ended: exactly one of the two is not null. Signals by name, "SIGSEGV". */
export interface Ending {
  code: number | null;
  signal: string | null;
}

/** What a run printed on its standard output, and how it ended. */
export interface Transcript extends Ending {
  stdout: string;
}

/** A program that cases may execute: at /bin/NAME, natively in a directory that PROGRAMS and PATH name. */
export interface Program {
  name: string;
  source: string;
}

/** One conformance program. Paths are absolute. */
export interface Case {
  /** "pipe/eof". */
  name: string;
  source: string;
  /** Where the transcript is kept. */
  transcript: string;
  args: string[];
  stdin: string;
  programs: Program[];
}

const conformance = dirname(fileURLToPath(import.meta.url));
/** The repository. */
export const root = join(conformance, "../..");
const examples = join(root, "guests/examples");

// A head comment's line "// word: text" is a directive.
function directive(source: string, word: string): string | undefined {
  const head = source.slice(0, Math.max(0, source.search(/^#include/m)));
  return new RegExp(`^// ${word}: (.*)$`, "m").exec(head)?.[1];
}

function words(text: string | undefined): string[] {
  return text?.split(/\s+/).filter((word) => word !== "") ?? [];
}

function makeCase(name: string, source: string, transcript: string, programs: string): Case {
  const text = readFileSync(source, "utf8");
  const stdin = directive(text, "stdin");
  return {
    name,
    source,
    transcript,
    args: words(directive(text, "args")),
    stdin: stdin === undefined ? "" : (JSON.parse(`"${stdin}"`) as string),
    programs: words(directive(text, "programs")).map((word) => ({
      name: word,
      source: join(programs, `${word}.c`),
    })),
  };
}

function sources(directory: string, ending = ".c"): string[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => file.slice(0, -ending.length));
}

function conformanceCases(): Case[] {
  const interfaces = readdirSync(conformance, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "programs" && entry.name !== "examples")
    .map((entry) => entry.name)
    .sort();
  return interfaces.flatMap((name) =>
    sources(join(conformance, name)).map((file) => {
      const base = join(conformance, name, file);
      return makeCase(`${name}/${file}`, `${base}.c`, `${base}.out`, join(conformance, "programs"));
    }),
  );
}

function exampleCases(ending: string): Case[] {
  return sources(examples, ending).map((file) =>
    makeCase(
      `examples/${file}`,
      join(examples, file + ending),
      join(conformance, "examples", `${file}.out`),
      join(examples, "bin"),
    ),
  );
}

/** The examples in AssemblyScript. Linux cannot run them: their transcripts are written by hand. */
export function assemblyScriptCases(filter = ""): Case[] {
  return exampleCases(".ts").filter((one) => one.name.includes(filter));
}

/** Every case in C whose name contains `filter`, in order of name. */
export function cases(filter = ""): Case[] {
  return [...conformanceCases(), ...exampleCases(".c")].filter((one) => one.name.includes(filter));
}

/** A transcript as it is kept: the output, then one line that says how the program ended. */
export function formatTranscript({ stdout, code, signal }: Transcript): string {
  const ending = signal === null ? `exit ${code}` : `signal ${signal}`;
  if (stdout === "" || stdout.endsWith("\n")) return `${stdout}# ${ending}\n`;
  return `${stdout}\n# ${ending}, no newline at the end of the output\n`;
}

/** The text that the transcript of a run must be equal to. Throws when none was recorded. */
export function expected(one: Case): string {
  return readFileSync(one.transcript, "utf8");
}

/** For messages: a path as the repository's reader knows it. */
export function shortPath(path: string): string {
  return relative(root, path);
}
