// as — compiles AssemblyScript guests: the package `assemblyscript`, our bindings as the module "quire".
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheGet, cacheKey, cachePut } from "./cache.ts";
import { CompileError, type CompileStep } from "./cc.ts";
import { readRegularFile } from "./includes.ts";
import { UsageError } from "./options.ts";

export interface AsOptions {
  /** More options of asc, e.g. "-O3", "--debug". */
  readonly flags?: readonly string[];
  /** Keep and reuse results in the user's cache. On by default. */
  readonly cache?: boolean;
  readonly progress?: (step: CompileStep) => void;
}

const ABI_SECTION = "quire.abi";
const ABI = 1;
/** What asc enables by itself and does not write down: for tools that read the module later. */
const FEATURES_SECTION = "target_features";
const FEATURES = ["bulk-memory", "bulk-memory-opt", "mutable-globals", "nontrapping-fptoint", "sign-ext"];
/** Below the data: the guard page, then the stack of signal handlers. */
const MEMORY_BASE = 4096 + 65536;
const TABLE_BASE = 2;
const ENTRY = "quire-entry.ts";
const FLAGS = [
  ...["--outFile", "out.wasm", "--exportStart", "_start", "--memoryBase", String(MEMORY_BASE), "-O2"],
  ...["--runtime", "incremental", "--use", "abort=~lib/quire/runtime/abort"],
  // Signal handlers are called through the table; 0 and 1 mean SIG_DFL and SIG_IGN.
  ...["--exportTable", "--tableBase", String(TABLE_BASE)],
  ...["--use", "trace=~lib/quire/runtime/trace", "--use", "seed=~lib/quire/runtime/seed"],
];

/** The directory that holds the module "quire": beside this file's package, or in the source tree. */
function bindingsDirectory(): string {
  return fileURLToPath(new URL("../../guests/as", import.meta.url));
}

/** Runs the program's module, then its main, then leaves. The runtime must be part of the program. */
function entrySource(program: string): string {
  return [
    'import { exit } from "quire";',
    'import "quire/runtime";',
    `import * as program from "./${program}";`,
    "if (isDefined(program.main)) exit(program.main());",
    "exit(0);",
    "",
  ].join("\n");
}

/** The file a relative import means, or undefined. */
function importedFile(from: string, name: string): string | undefined {
  const base = resolve(dirname(from), name);
  return [`${base}.ts`, join(base, "index.ts")].find((path) => existsSync(path));
}

/** The program and all it imports by relative names, by path: what its cache key needs. */
function readProgram(source: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const queue = [source];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const bytes = files.has(path) ? undefined : readRegularFile(path);
    if (bytes === undefined) continue;
    files.set(path, bytes);
    const imports = new TextDecoder()
      .decode(bytes)
      .matchAll(/\bfrom\s*["'](\.[^"']+)["']|\bimport\s*["'](\.[^"']+)["']/g);
    for (const [, named, bare] of imports) {
      const file = importedFile(path, named ?? bare ?? "");
      if (file !== undefined) queue.push(file);
    }
  }
  return files;
}

/** Unsigned LEB128. */
function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)];
}

/** A name as Wasm writes it: its length, its bytes. */
function vector(name: string): number[] {
  const bytes = new TextEncoder().encode(name);
  return [...leb(bytes.length), ...bytes];
}

/** The module with a custom section at its end. */
export function withCustomSection(
  module: Uint8Array,
  name: string,
  payload: number[],
): Uint8Array<ArrayBuffer> {
  const content = [...vector(name), ...payload];
  const section = [0, ...leb(content.length), ...content];
  const result = new Uint8Array(module.length + section.length);
  result.set(module);
  result.set(section, module.length);
  return result;
}

/** Everything a program follows from: the compiler, its flags, our bindings, the program's files. */
function programKey(program: Map<string, Uint8Array>, flags: readonly string[]): string {
  const manifest = readText(createRequire(import.meta.url).resolve("assemblyscript/package.json"));
  const bindings = ["index.ts", "runtime.ts"].map((file) =>
    readProgram(join(bindingsDirectory(), "quire", file)),
  );
  const files = [program, ...bindings].flatMap((map) => [...map].flat());
  return cacheKey([manifest ?? "", ...FLAGS, ...flags, ...files]);
}

async function runAsc(source: string, flags: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const { main } = await import("assemblyscript/asc");
  const directory = dirname(source);
  const entry = entrySource(basename(source, ".ts"));
  let module: Uint8Array | undefined;
  const words: string[] = [];
  const stream = { write: (chunk: string | Uint8Array): void => void words.push(String(chunk)) };
  const { error } = await main([ENTRY, "--baseDir", directory, ...FLAGS, ...flags], {
    stdout: stream,
    stderr: stream,
    readFile: (name) => readInput(name, directory, entry),
    writeFile: (name, contents) => {
      if (name === "out.wasm" && typeof contents !== "string") module = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || module === undefined) {
    throw new CompileError(new TextEncoder().encode(words.join("") || `${String(error)}\n`));
  }
  const features = FEATURES.flatMap((name) => [0x2b, ...vector(name)]);
  const described = withCustomSection(module, FEATURES_SECTION, [...leb(FEATURES.length), ...features]);
  return withCustomSection(described, ABI_SECTION, leb(ABI));
}

/** What the compiler asks for: our entry, our bindings where it first looks for "quire", the user's files. */
function readInput(name: string, directory: string, entry: string): string | null {
  if (name === ENTRY) return entry;
  if (name === "asconfig.json") return null;
  const binding = /(?:^|\/)node_modules\/quire\/([^/]+)$/.exec(name)?.[1];
  return readText(
    binding === undefined ? resolve(directory, name) : join(bindingsDirectory(), "quire", binding),
  );
}

function readText(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/**
 * Compiles an AssemblyScript program: the file's top-level code, then its `export function main(): i32` if
 * there is one. Throws UsageError when it is missing, CompileError with the compiler's words when it refuses.
 */
export async function compileAs(file: string, options: AsOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const source = resolve(file);
  const flags = options.flags ?? [];
  const program = readProgram(source);
  if (program.size === 0) throw new UsageError(`no such file or directory: '${file}'`);
  const caching = options.cache ?? true;
  const key = caching ? programKey(program, [...flags, ...FEATURES]) : "";
  const kept = caching ? await cacheGet("as", key) : undefined;
  if (kept !== undefined) return kept;
  options.progress?.({ phase: "compile", what: file, done: 0, total: 1 });
  const module = await runAsc(source, flags);
  if (caching) await cachePut("as", key, module);
  return module;
}
