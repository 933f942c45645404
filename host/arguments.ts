// arguments — the block of arguments and environment that a new process is given.
import { QuireError } from "./errors.ts";

/** Throws EINVAL for what a C string cannot hold. */
function cString(text: unknown): string {
  if (typeof text !== "string") throw new QuireError("EINVAL", `spawn: not a string: ${String(text)}`);
  if (text.includes("\0")) throw new QuireError("EINVAL", `spawn: a NUL in ${JSON.stringify(text)}`);
  return `${text}\0`;
}

/** Four words, then the strings with their NULs (ARCHITECTURE.md). Throws EINVAL. */
export function argumentBlock(argv: readonly string[], env: Readonly<Record<string, string>>): Uint8Array {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const encode = (strings: readonly string[]) => new TextEncoder().encode(strings.map(cString).join(""));
  const argBytes = encode(argv);
  const envBytes = encode(variables);
  const block = new Uint8Array(16 + argBytes.length + envBytes.length);
  const words = new DataView(block.buffer);
  [argv.length, argBytes.length, variables.length, envBytes.length].forEach((word, i) => {
    words.setUint32(i * 4, word, true);
  });
  block.set(argBytes, 16);
  block.set(envBytes, 16 + argBytes.length);
  return block;
}
