// clang — the packaged compiler, linker and archiver: one call runs one tool over a tree of files.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Exit, Tree } from "@yowasp/clang";

/** Files by name; a directory is an object. What the tools read and write. */
export type FileTree = Tree;

/** Bytes of the compiler fetched so far, of all. Called while it loads, which happens once. */
export type LoadProgress = (done: number, total: number) => void;

/** What a tool left: its exit status, its files and what it said on both streams. */
export interface ToolResult {
  readonly status: number;
  readonly files: FileTree;
  readonly stdout: Uint8Array<ArrayBuffer>;
  readonly stderr: Uint8Array<ArrayBuffer>;
}

type Clang = typeof import("@yowasp/clang");

let loading: Promise<Clang> | undefined;

/** The package, its modules compiled; the same one for every caller. */
async function load(progress: LoadProgress | undefined): Promise<Clang> {
  loading ??= import("@yowasp/clang").then(async (clang) => {
    const fetchProgress = (event: { doneLength: number; totalLength: number }): void =>
      progress?.(event.doneLength, event.totalLength);
    await clang.runLLVM(undefined, undefined, { fetchProgress });
    return clang;
  });
  return await loading;
}

/** The compiler's version, for keys of caches; does not load it. */
export function clangVersion(): string {
  const entry = createRequire(import.meta.url).resolve("@yowasp/clang");
  const manifest = readFileSync(join(dirname(entry), "../package.json"), "utf8");
  return String((JSON.parse(manifest) as { version?: string }).version);
}

function collector(): { chunks: Uint8Array[]; sink: (bytes: Uint8Array | null) => void } {
  const chunks: Uint8Array[] = [];
  const sink = (bytes: Uint8Array | null): void => {
    if (bytes !== null) chunks.push(new Uint8Array(bytes));
  };
  return { chunks, sink };
}

/** Hands out `bytes` piece by piece, then null: end of file. */
function reader(bytes: Uint8Array): (length: number) => Uint8Array | null {
  let offset = 0;
  return (length) => {
    if (offset >= bytes.length) return null;
    const piece = bytes.subarray(offset, offset + length);
    offset += piece.length;
    return piece;
  };
}

function concat(chunks: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}

function isExit(error: unknown): error is Exit {
  return error instanceof Error && "code" in error && "files" in error;
}

/**
 * Runs one tool ("clang" for one compilation, "wasm-ld", "ar", "nm") over `files`, whose names begin at the
 * root. /usr is the tools' own. A failing tool is a result; anything thrown is a fault of the package.
 */
export async function runTool(
  args: string[],
  files: FileTree,
  progress?: LoadProgress,
  stdin?: Uint8Array,
): Promise<ToolResult> {
  const clang = await load(progress);
  const [out, err] = [collector(), collector()];
  const options = {
    stdin: stdin === undefined ? null : reader(stdin),
    stdout: out.sink,
    stderr: err.sink,
    decodeASCII: false,
    synchronously: true,
  };
  let status = 0;
  let left: FileTree = {};
  try {
    left = (await clang.runLLVM(args, files, options)) ?? {};
  } catch (error) {
    if (!isExit(error)) throw error;
    status = error.code;
    left = error.files;
  }
  return { status, files: left, stdout: concat(out.chunks), stderr: concat(err.chunks) };
}

/** Puts a file at a path of slashes into a tree, making directories on the way. */
export function putFile(tree: FileTree, path: string, data: Uint8Array | string): void {
  const names = path.split("/").filter((name) => name !== "");
  const last = names.pop();
  if (last === undefined) throw new Error("putFile: an empty path");
  let directory = tree;
  for (const name of names) {
    const next = directory[name];
    if (typeof next === "object" && !(next instanceof Uint8Array)) {
      directory = next;
      continue;
    }
    const made: FileTree = {};
    directory[name] = made;
    directory = made;
  }
  directory[last] = data;
}

/** The bytes of a file in a tree, or undefined. */
export function getFile(tree: FileTree, path: string): Uint8Array<ArrayBuffer> | undefined {
  let entry: FileTree | string | Uint8Array | undefined = tree;
  for (const name of path.split("/").filter((part) => part !== "")) {
    if (typeof entry !== "object" || entry instanceof Uint8Array) return undefined;
    entry = entry[name];
  }
  if (typeof entry === "string") return new TextEncoder().encode(entry);
  return entry instanceof Uint8Array ? new Uint8Array(entry) : undefined;
}
