// includes — finds the files a C source can include, so that the packaged compiler sees them.
import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** Contents by absolute path. */
export type SourceFiles = Map<string, Uint8Array>;

export interface IncludePaths {
  /** Searched for `"name"` after the including file's own directory (-iquote). */
  readonly quote: readonly string[];
  /** Searched for both forms, in order (-I, -isystem, -idirafter). */
  readonly angle: readonly string[];
}

const DIRECTIVE = new RegExp(
  [
    String.raw`(?:^[ \t]*#[ \t]*(?:include|include_next|import|embed)`,
    String.raw`|__has_(?:include|include_next|embed)[ \t]*\()`,
    String.raw`[ \t]*(?:"([^"\n]+)"|<([^>\n]+)>)`,
  ].join(""),
  "gm",
);

/** The bytes of a regular file, or undefined. */
export function readRegularFile(path: string): Uint8Array<ArrayBuffer> | undefined {
  if (!(statSync(path, { throwIfNoEntry: false })?.isFile() ?? false)) return undefined;
  return new Uint8Array(readFileSync(path));
}

/** Why readRegularFile found nothing, for the user, who knows the file as `shown`. */
export function missingFile(path: string, shown: string): string {
  const isDirectory = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isDirectory ? `'${shown}' is a directory` : `no such file or directory: '${shown}'`;
}

/** Where a name may stand. Every place counts: #include_next and conditional code may want the later ones. */
function candidates(
  from: string,
  quoted: string | undefined,
  angled: string | undefined,
  paths: IncludePaths,
): string[] {
  if (quoted !== undefined) {
    return [dirname(from), ...paths.quote, ...paths.angle].map((directory) => resolve(directory, quoted));
  }
  return angled === undefined ? [] : paths.angle.map((directory) => resolve(directory, angled));
}

/**
 * Adds to `files` whatever the files in it include, directly or through others, as far as it exists.
 * Text-based: an #include of a macro finds nothing (the compiler then says so).
 */
export function addIncludes(files: SourceFiles, paths: IncludePaths): void {
  const decoder = new TextDecoder();
  const queue = [...files.keys()];
  const absent = new Set<string>();
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const text = decoder.decode(files.get(path));
    for (const [, quoted, angled] of text.matchAll(DIRECTIVE)) {
      for (const candidate of candidates(path, quoted, angled, paths)) {
        if (files.has(candidate) || absent.has(candidate)) continue;
        const data = readRegularFile(candidate);
        if (data === undefined) {
          absent.add(candidate);
          continue;
        }
        files.set(candidate, data);
        queue.push(candidate);
      }
    }
  }
}
