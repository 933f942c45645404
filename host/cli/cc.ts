// cc — the verb `quire cc`: a C compiler's command line for programs of this system.
import { chmodSync, writeFileSync } from "node:fs";
import { basename, extname, resolve } from "node:path";
import { ERRNOS } from "../abi/errno.ts";
import { CompileError, compile, isObject, objectName } from "../build/cc.ts";
import { runTool } from "../build/clang.ts";
import { openLibrary } from "../build/library.ts";
import { type Command, parseCommand, UsageError } from "../build/options.ts";
import { readSource, type Translation, translate } from "../build/translate.ts";
import { wantsColor } from "./stdio.ts";

const FAILURE = 1;
/** Questions about the compiler itself, which need no input. */
const QUESTIONS = /^(--version|--help|-dumpmachine|-dumpversion|-print-.*|--target-help|-###)$/;

/** What `-o` would be: a.o, a.s beside the caller; undefined for standard output. */
function defaultOutput(command: Command, source: string): string | undefined {
  if (command.stage === "object") return objectName(source);
  if (command.stage === "assembly") return `${basename(source, extname(source))}.s`;
  return undefined;
}

/** -MD's file: what -MF says, else the output with .d. */
function dependencyFile(command: Command, output: string): string {
  const index = command.compilerFlags.lastIndexOf("-MF");
  return command.compilerFlags[index + 1] !== undefined && index >= 0
    ? (command.compilerFlags[index + 1] ?? "")
    : `${output.slice(0, output.length - extname(output).length)}.d`;
}

/** A make rule for `output` from what the compiler wrote, without its own headers, which make would miss. */
function makeRule(dependencies: Uint8Array, output: string): string {
  const words = new TextDecoder()
    .decode(dependencies)
    .replaceAll("\\\n", " ")
    .split(/(?<!\\)[ \n]+/);
  const files = words.filter(
    (word) => word !== "" && !/^(\/?out(\.o)?:$|\/usr\/include\/|\/quire\/)/.test(word),
  );
  return `${output}: ${files.join(" \\\n  ")}\n`;
}

/** Writes an output. Throws UsageError where that is impossible. */
function writeOutput(path: string, shown: string, bytes: Uint8Array | string): void {
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    const { code = "", message } = error as { code?: string; message: string };
    const known = [...ERRNOS.values()].find(({ name }) => name === code);
    throw new UsageError(`cannot write '${shown}': ${known?.text ?? message}`);
  }
}

function writeTranslation(command: Command, source: string, result: Translation, cwd: string): void {
  const output = command.output ?? defaultOutput(command, source);
  if (result.output !== undefined && command.stage !== "syntax") {
    if (output === undefined || output === "-") process.stdout.write(result.output);
    else writeOutput(resolve(cwd, output), output, result.output);
  }
  if (result.dependencies !== undefined && output !== undefined) {
    const file = dependencyFile(command, output);
    writeOutput(resolve(cwd, file), file, makeRule(result.dependencies, output));
  }
}

/** -c, -S, -E, -fsyntax-only: each source by itself. */
async function translateAll(command: Command, cwd: string): Promise<number> {
  const sources = command.inputs.filter((input) => !isObject(input, command.language));
  for (const input of command.inputs) {
    if (sources.includes(input) || input.startsWith("-l")) continue;
    process.stderr.write(`quire cc: warning: ${input}: not used, for nothing is linked\n`);
  }
  if (sources.length > 1 && command.output !== undefined) {
    throw new UsageError("cannot specify -o when generating multiple output files");
  }
  const { tree } = await openLibrary();
  let status = 0;
  for (const source of sources) {
    const files = readSource(command, source, cwd);
    const result = await translate(command, source, cwd, files, { library: tree, color: wantsColor() });
    process.stderr.write(result.stderr);
    if (result.status === 0) writeTranslation(command, source, result, cwd);
    else status = FAILURE;
  }
  return status;
}

async function makeProgram(command: Command, argv: string[], cwd: string): Promise<number> {
  const warn = (text: Uint8Array): boolean => process.stderr.write(text);
  const program = await compile({ args: argv, cwd, color: wantsColor(), cache: !command.verbose, warn });
  const output = command.output ?? "a.out";
  writeOutput(resolve(cwd, output), output, program);
  chmodSync(resolve(cwd, output), 0o755);
  return 0;
}

async function answer(argv: string[]): Promise<number> {
  const result = await runTool(["clang", "--target=wasm32-wasip1", ...argv], {});
  process.stdout.write(result.stdout);
  process.stderr.write(result.stderr);
  return result.status;
}

/** Runs `quire cc` with the words after the verb; the result is the exit status a C compiler would have. */
export async function runCc(argv: string[]): Promise<number> {
  const cwd = process.cwd();
  try {
    const command = parseCommand(argv, cwd);
    if (argv.some((word) => QUESTIONS.test(word))) return await answer(argv);
    if (command.inputs.length === 0 && command.verbose) return await answer(["-v"]);
    if (command.inputs.length === 0) throw new UsageError("no input files");
    return command.stage === "program"
      ? await makeProgram(command, argv, cwd)
      : await translateAll(command, cwd);
  } catch (error) {
    if (error instanceof CompileError) process.stderr.write(error.diagnostics);
    else if (error instanceof UsageError) process.stderr.write(`quire cc: error: ${error.message}\n`);
    else throw error;
    return FAILURE;
  }
}
