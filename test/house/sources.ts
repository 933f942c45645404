// sources — lists the repository's source files, with their text, for the house rules.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export const ROOT = join(import.meta.dirname, "..", "..");
const FOLDERS = ["assembly", "host", "guests", "test", ".ci"];
const CODE = /\.(ts|c|h|sh)$/;

export interface Source {
  /** Path from the root of the repository, with "/" between folders. */
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
  /** Written by a generator, which its first line says. */
  readonly generated: boolean;
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "fixtures" ? [] : walk(path);
    return [path];
  });
}

function load(path: string): Source {
  const text = readFileSync(path, "utf8");
  const lines = text.replace(/\n$/, "").split("\n");
  const generated = /generated .* do not edit/.test(lines[0] ?? "");
  return { path: relative(ROOT, path).replaceAll("\\", "/"), text, lines, generated };
}

/** Every file of TypeScript, AssemblyScript and C in the repository. */
export function sources(): readonly Source[] {
  return FOLDERS.flatMap((folder) => walk(join(ROOT, folder)))
    .filter((path) => CODE.test(path))
    .map(load);
}

/** The sources people write, below one folder when it is named. */
export function written(folder = ""): readonly Source[] {
  return sources().filter((source) => !source.generated && source.path.startsWith(folder));
}

/** "path:line: text" for each line of the sources that matches. */
export function linesMatching(files: readonly Source[], pattern: RegExp): string[] {
  return files.flatMap(({ path, lines }) =>
    lines.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}
