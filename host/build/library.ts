// library — the C library a program is linked with: where it lies, its headers, its version.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type FileTree, putFile } from "./clang.ts";
import { type BuildProgress, buildLibc } from "./libc.ts";

export interface Library {
  /** include/ and lib/ for the tools: {quire: {include, lib}}. */
  readonly tree: FileTree;
  /** Changes whenever headers or library do. */
  readonly version: string;
}

let opened: Promise<Library> | undefined;

function readDirectory(tree: FileTree, directory: string, prefix: string): void {
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    putFile(tree, `${prefix}/${path.slice(directory.length + 1)}`, new Uint8Array(readFileSync(path)));
  }
}

async function open(progress: BuildProgress | undefined): Promise<Library> {
  const beside = fileURLToPath(new URL("../../guests", import.meta.url));
  const isSourceTree = existsSync(join(beside, "libc"));
  const directory = isSourceTree ? fileURLToPath(new URL("../../dist/guests", import.meta.url)) : beside;
  if (isSourceTree) await buildLibc(directory, progress);
  const tree: FileTree = {};
  readDirectory(tree, join(directory, "include"), "quire/include");
  readDirectory(tree, join(directory, "lib"), "quire/lib");
  return { tree, version: readFileSync(join(directory, "lib/inputs.sha256"), "utf8") };
}

/** The library; in a source tree built first when its sources have changed. */
export async function openLibrary(progress?: BuildProgress): Promise<Library> {
  opened ??= open(progress);
  return await opened;
}
