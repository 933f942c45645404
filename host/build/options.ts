// options — sorts a C compiler's command line: inputs, what the compiler gets, what the linker gets.
import { resolve } from "node:path";
import type { IncludePaths } from "./includes.ts";

/** How far to go: -E, -S, -c, -fsyntax-only, or a program. */
export type Stage = "preprocess" | "assembly" | "object" | "syntax" | "program";

export interface Command {
  stage: Stage;
  /** Sources, objects, archives and -l names, in the order given. */
  inputs: string[];
  output: string | undefined;
  compilerFlags: string[];
  linkerFlags: string[];
  libraryPaths: string[];
  includes: IncludePaths;
  /** -include and -imacros files. */
  preIncludes: string[];
  /** -x; names a language for inputs whose ending says nothing. */
  language: string | undefined;
  debug: boolean;
  strip: boolean;
  verbose: boolean;
  standardLibraries: boolean;
  startFiles: boolean;
}

/** A command line that cannot be understood; the message is one line for the user. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const STAGES: Record<string, Stage> = {
  "-E": "preprocess",
  "-S": "assembly",
  "-c": "object",
  "-fsyntax-only": "syntax",
};
/** Compiler options whose value is the next word. */
const WITH_VALUE = new Set([
  ...[
    "-D",
    "-U",
    "-I",
    "-iquote",
    "-isystem",
    "-idirafter",
    "-include",
    "-imacros",
    "-Xclang",
    "-Xpreprocessor",
  ],
  ...["-mllvm", "-MF", "-MT", "-MQ", "--param", "-Xassembler", "-target", "-F"],
]);
const IGNORED = new Set(["-pthread", "-rdynamic", "-static", "-pipe", "-no-pie", "-fPIC", "-fPIE", "-pie"]);
const REFUSED = new Map([
  ["-shared", "shared libraries cannot be made here"],
  ["-M", "write dependencies beside an object with -MD"],
  ["-MM", "write dependencies beside an object with -MMD"],
]);

function emptyCommand(): Command & { includes: { quote: string[]; angle: string[] } } {
  return {
    stage: "program",
    inputs: [],
    output: undefined,
    compilerFlags: [],
    linkerFlags: [],
    libraryPaths: [],
    includes: { quote: [], angle: [] },
    preIncludes: [],
    language: undefined,
    debug: false,
    strip: false,
    verbose: false,
    standardLibraries: true,
    startFiles: true,
  };
}

/**
 * Sorts `argv` (without the compiler's name). Paths for searching are made absolute against `cwd`.
 * Throws UsageError for what has no value, or cannot be done here.
 */
export function parseCommand(argv: readonly string[], cwd: string): Command {
  const command = emptyCommand();
  const words = [...argv];
  const value = (option: string): string => {
    const next = words.shift();
    if (next === undefined) throw new UsageError(`argument to '${option}' is missing`);
    return next;
  };
  /** -Xvalue or -X value. */
  const joined = (word: string, option: string): string =>
    word === option ? value(option) : word.slice(option.length);

  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const refusal = REFUSED.get(word);
    const stage = STAGES[word];
    if (refusal !== undefined) throw new UsageError(`unsupported option '${word}': ${refusal}`);
    if (stage !== undefined) command.stage = stage;
    else if (word === "-" || !word.startsWith("-")) command.inputs.push(word);
    else if (IGNORED.has(word)) continue;
    else if (word.startsWith("-l")) command.inputs.push(`-l${joined(word, "-l")}`);
    else if (word.startsWith("-L")) command.libraryPaths.push(resolve(cwd, joined(word, "-L")));
    else if (word.startsWith("-o")) command.output = joined(word, "-o");
    else if (word.startsWith("-x")) command.language = joined(word, "-x");
    else if (!linkerWord(command, word, value)) compilerWord(command, word, value, cwd);
  }
  return command;
}

/** Takes a word for the linker; false when it is none. */
function linkerWord(command: Command, word: string, value: (option: string) => string): boolean {
  if (word.startsWith("-Wl,")) command.linkerFlags.push(...word.slice(4).split(","));
  else if (word === "-Xlinker") command.linkerFlags.push(value(word));
  else if (word === "-z" || word === "-u") command.linkerFlags.push(word, value(word));
  else if (word === "-s") command.strip = true;
  else if (word === "-nostdlib") command.standardLibraries = command.startFiles = false;
  else if (word === "-nodefaultlibs") command.standardLibraries = false;
  else if (word === "-nostartfiles") command.startFiles = false;
  else return false;
  return true;
}

type MutableIncludes = { quote: string[]; angle: string[] };

function compilerWord(command: Command, word: string, value: (option: string) => string, cwd: string): void {
  const flags = command.compilerFlags;
  const includes = command.includes as MutableIncludes;
  if (word === "-v") command.verbose = true;
  if (/^-g([0-9a-z]|$)/.test(word) && word !== "-g0") command.debug = true;
  if (word.startsWith("-I") && word !== "-I") {
    includes.angle.push(resolve(cwd, word.slice(2)));
    flags.push(word);
    return;
  }
  if (!WITH_VALUE.has(word)) {
    flags.push(word);
    return;
  }
  const operand = value(word);
  flags.push(word, operand);
  if (word === "-iquote") includes.quote.push(resolve(cwd, operand));
  else if (word === "-I" || word === "-isystem" || word === "-idirafter")
    includes.angle.push(resolve(cwd, operand));
  else if (word === "-include" || word === "-imacros") command.preIncludes.push(operand);
}
