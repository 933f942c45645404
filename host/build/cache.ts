// cache — compiled programs kept on disk by the hash of everything they were made from.
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** $XDG_CACHE_HOME/quire, or ~/.cache/quire. */
export function cacheDirectory(): string {
  const base = process.env.XDG_CACHE_HOME;
  return join(base?.startsWith("/") ? base : join(homedir(), ".cache"), "quire");
}

/** A key from parts; parts cannot run into each other. */
export function cacheKey(parts: Iterable<string | Uint8Array>): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    hash.update(`${typeof part === "string" ? Buffer.byteLength(part) : part.length}:`).update(part);
  }
  return hash.digest("hex");
}

/** The bytes kept under a key, or undefined; a cache that cannot be read is an empty one. */
export async function cacheGet(kind: string, key: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(join(cacheDirectory(), kind, key)));
  } catch {
    return undefined;
  }
}

/** Keeps bytes under a key: written beside, then renamed, so that a reader sees all or nothing. */
export async function cachePut(kind: string, key: string, bytes: Uint8Array): Promise<void> {
  const directory = join(cacheDirectory(), kind);
  const draft = join(directory, `.${key}.${randomUUID()}`);
  try {
    await mkdir(directory, { recursive: true });
    await writeFile(draft, bytes);
    await rename(draft, join(directory, key));
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}
