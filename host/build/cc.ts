// cc — compiles C sources and links programs: the library behind `quire cc` and `quire run FILE.c`.
import { basename, extname, resolve } from "node:path";
import { cacheGet, cacheKey, cachePut } from "./cache.ts";
import { clangVersion, type LoadProgress } from "./clang.ts";
import type { SourceFiles } from "./includes.ts";
import { type Library, openLibrary } from "./library.ts";
import { findLibrary, type LinkInput, link, linkerArgs, readObject } from "./link.ts";
import { type Command, parseCommand, UsageError } from "./options.ts";
import { clangArgs, readSource, translate } from "./translate.ts";

/** What the compiler is doing: `done` of `total` steps (or bytes while the compiler itself loads). */
export interface CompileStep {
  readonly phase: "library" | "load" | "compile" | "link";
  readonly what: string;
  readonly done: number;
  readonly total: number;
}

export interface CompileOptions {
  /** Sources, objects and flags, as on a C compiler's command line. */
  readonly args: readonly string[];
  /** What relative paths are relative to; the process's own directory by default. */
  readonly cwd?: string;
  /** Coloured diagnostics. Off by default. */
  readonly color?: boolean;
  /** Keep and reuse results in the user's cache. On by default. */
  readonly cache?: boolean;
  /** Gets warnings as the compiler writes them. Errors come with CompileError. */
  readonly warn?: (text: Uint8Array) => void;
  readonly progress?: (step: CompileStep) => void;
}

/** The compiler or linker refused; the message is what it said. */
export class CompileError extends Error {
  override readonly name = "CompileError";
  /** Bytes for a terminal, colours included. */
  readonly diagnostics: Uint8Array;

  constructor(diagnostics: Uint8Array) {
    super(new TextDecoder().decode(diagnostics).trimEnd());
    this.diagnostics = diagnostics;
  }
}

const OBJECT_ENDINGS = new Set([".o", ".obj", ".a", ".wasm"]);
/** What the compiler takes for a source by its ending. */
const SOURCE_ENDING = /^\.([chisSCHM]|ii|mi?|mm|cc|cp|cxx|cpp|c\+\+|CPP|hh|hpp|hxx|H|bc|ll)$/;

/** Whether an input goes to the linker as it is: a library, an object, what is no source; `language`: -x. */
export function isObject(input: string, language: string | undefined): boolean {
  if (input.startsWith("-l") || OBJECT_ENDINGS.has(extname(input))) return true;
  return input !== "-" && language === undefined && !SOURCE_ENDING.test(extname(input));
}

type Report = (step: CompileStep) => void;

/** One input on its way to the linker; `files` are what a source was read with. */
interface Unit {
  readonly input: string;
  readonly files: SourceFiles | undefined;
  readonly linked: LinkInput | undefined;
}

function readUnit(command: Command, input: string, cwd: string): Unit {
  if (input.startsWith("-l"))
    return { input, files: undefined, linked: findLibrary(input, command.libraryPaths) };
  if (isObject(input, command.language)) return { input, files: undefined, linked: readObject(input, cwd) };
  return { input, files: readSource(command, input, cwd), linked: undefined };
}

/** Everything a program follows from: tools, library, flags, and each file with its name. */
function programKey(command: Command, cwd: string, units: Unit[], library: Library): string {
  const flags = [...clangArgs(command, "", cwd, false), ...linkerArgs(command, [])];
  const parts: (string | Uint8Array)[] = [clangVersion(), library.version, ...flags];
  for (const unit of units) {
    for (const [path, bytes] of unit.files ?? []) parts.push(path, bytes);
    parts.push(unit.input);
    if (unit.linked !== undefined && "bytes" in unit.linked) parts.push(unit.linked.name, unit.linked.bytes);
  }
  return cacheKey(parts);
}

/** `src/a.c` -> `a.o`. */
export function objectName(source: string): string {
  return `${basename(source, extname(source))}.o`;
}

async function buildProgram(
  command: Command,
  units: Unit[],
  cwd: string,
  library: Library,
  options: CompileOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const report: Report = options.progress ?? ((): void => undefined);
  const loading: LoadProgress = (done, total) => report({ phase: "load", what: "compiler", done, total });
  const inputs: LinkInput[] = [];
  for (const [done, unit] of units.entries()) {
    if (unit.files === undefined) {
      if (unit.linked !== undefined) inputs.push(unit.linked);
      continue;
    }
    report({ phase: "compile", what: unit.input, done, total: units.length });
    const tools = { library: library.tree, color: options.color ?? false, progress: loading };
    const result = await translate(command, unit.input, cwd, unit.files, tools);
    if (result.status !== 0 || result.output === undefined) throw new CompileError(result.stderr);
    if (result.stderr.length > 0) options.warn?.(result.stderr);
    inputs.push({ name: objectName(unit.input), bytes: result.output });
  }
  report({ phase: "link", what: command.output ?? "program", done: units.length, total: units.length });
  const linked = await link(command, inputs, library.tree);
  if (linked.bytes === undefined) throw new CompileError(linked.stderr);
  if (linked.stderr.length > 0) options.warn?.(linked.stderr);
  return linked.bytes;
}

/**
 * Compiles and links a program. Throws UsageError for a command line that makes no sense or a missing input,
 * CompileError with the tools' words when they refuse.
 */
export async function compile(options: CompileOptions): Promise<Uint8Array<ArrayBuffer>> {
  const cwd = resolve(options.cwd ?? process.cwd());
  const command = parseCommand(options.args, cwd);
  if (command.stage !== "program") throw new UsageError("compile() makes programs: no -c, -S, -E");
  if (command.inputs.length === 0) throw new UsageError("no input files");
  const { progress } = options;
  const library = await openLibrary((done, total, what) =>
    progress?.({ phase: "library", what, done, total }),
  );
  const units = command.inputs.map((input) => readUnit(command, input, cwd));
  const caching = options.cache ?? true;
  const key = caching ? programKey(command, cwd, units, library) : "";
  const kept = caching ? await cacheGet("cc", key) : undefined;
  if (kept !== undefined) return kept;
  const program = await buildProgram(command, units, cwd, library, options);
  if (caching) await cachePut("cc", key, program);
  return program;
}
