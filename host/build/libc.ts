// libc — builds libquire.a and crt1.o from guests/, and lays the headers out beside them.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { clangVersion, type FileTree, getFile, putFile, runTool } from "./clang.ts";
import { llvmFlags, TARGET_FLAGS } from "./target.ts";

/** Told before each file: how many are done, of how many, and which comes now. */
export type BuildProgress = (done: number, total: number, what: string) => void;

const LIBRARY_FLAGS = [
  ...TARGET_FLAGS,
  ...llvmFlags([]),
  ...[
    "-std=gnu17",
    "-O2",
    "-D_GNU_SOURCE",
    "-fno-builtin",
    "-I",
    "/guests/libc/internal",
    "-isystem",
    "/guests/include",
  ],
  ...[
    "-Wall",
    "-Wextra",
    "-Werror",
    "-Wno-unused-parameter",
    "-Wno-sign-compare",
    "-Wno-missing-field-initializers",
  ],
];

class LibraryError extends Error {
  override readonly name = "LibraryError";
}

/** Every file below a directory, by path relative to it, sorted. */
function listFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();
}

function readTree(root: string, directories: string[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const directory of directories) {
    for (const path of listFiles(join(root, directory))) {
      const full = `${directory}/${path}`;
      if (/\.[ch]$/.test(full)) files.set(full, new Uint8Array(readFileSync(join(root, full))));
    }
  }
  return files;
}

function inputHash(files: Map<string, Uint8Array>): string {
  const hash = createHash("sha256").update(`${clangVersion()}\0${LIBRARY_FLAGS.join(" ")}`);
  for (const [path, data] of files) hash.update(`\0${path}\0`).update(data);
  return hash.digest("hex");
}

async function compileFile(tree: FileTree, path: string): Promise<Uint8Array> {
  const result = await runTool(["clang", "-c", ...LIBRARY_FLAGS, `/${path}`, "-o", "/out.o"], tree);
  const object = getFile(result.files, "out.o");
  if (result.status !== 0 || object === undefined) {
    throw new LibraryError(`${path} does not compile:\n${new TextDecoder().decode(result.stderr)}`);
  }
  return object;
}

async function archive(objects: Map<string, Uint8Array>): Promise<Uint8Array> {
  const result = await runTool(["ar", "rcsD", "libquire.a", ...objects.keys()], Object.fromEntries(objects));
  const bytes = getFile(result.files, "libquire.a");
  if (result.status !== 0 || bytes === undefined) {
    throw new LibraryError(`the archiver failed:\n${new TextDecoder().decode(result.stderr)}`);
  }
  return bytes;
}

/** libc/<area>/<function>.c -> <area>-<function>.o: names in an archive have no directories. */
function objectName(path: string): string {
  return path
    .replace(/^guests\/libc\//, "")
    .replaceAll("/", "-")
    .replace(/\.c$/, ".o");
}

/** Writes beside, then renames: a compilation that runs meanwhile sees the old file or the new one. */
function replaceFile(path: string, data: Uint8Array | string): void {
  const draft = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(draft, data);
  renameSync(draft, path);
}

function replaceHeaders(from: string, to: string): void {
  const names = listFiles(from);
  for (const name of names) replaceFile(join(to, name), readFileSync(join(from, name)));
  for (const name of listFiles(to)) {
    if (!names.includes(name)) rmSync(join(to, name), { force: true });
  }
}

/**
 * Builds lib/libquire.a, lib/crt1.o and include/ in `outDir`. Returns false when the inputs are those of the
 * last build. Throws LibraryError with the compiler's words when a source does not compile.
 */
export async function buildLibc(outDir: string, progress?: BuildProgress): Promise<boolean> {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const files = readTree(root, ["guests/include", "guests/libc", "guests/crt"]);
  const hash = inputHash(files);
  const stamp = join(outDir, "lib/inputs.sha256");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return false;

  const tree: FileTree = {};
  for (const [path, data] of files) putFile(tree, path, data);
  const sources = [...files.keys()].filter((path) => path.startsWith("guests/libc/") && path.endsWith(".c"));
  const objects = new Map<string, Uint8Array>();
  for (const path of sources) {
    progress?.(objects.size, sources.length, path);
    objects.set(objectName(path), await compileFile(tree, path));
  }
  const crt1 = await compileFile(tree, "guests/crt/crt1.c");
  const library = await archive(objects);

  replaceHeaders(join(root, "guests/include"), join(outDir, "include"));
  replaceFile(join(outDir, "lib/libquire.a"), library);
  replaceFile(join(outDir, "lib/crt1.o"), crt1);
  replaceFile(stamp, hash);
  progress?.(sources.length, sources.length, "libquire.a");
  return true;
}
