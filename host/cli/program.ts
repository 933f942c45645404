// program — from a file of the caller's to the module to run: Wasm as it is, C and AssemblyScript compiled.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { EACCES, ENOENT, ENOEXEC } from "../abi/errno.ts";

/** The file cannot be run; `errno` says whether it is missing. */
export class ProgramError extends Error {
  override name = "ProgramError";
  readonly errno: number;
  constructor(errno: number, message: string) {
    super(message);
    this.errno = errno;
  }
}

const REASONS: Readonly<Record<string, readonly [errno: number, text: string]>> = {
  ENOENT: [ENOENT, "No such file or directory"],
  ENOTDIR: [ENOENT, "Not a directory"],
  EISDIR: [EACCES, "Is a directory"],
  EACCES: [EACCES, "Permission denied"],
};

async function read(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const { code = "", message } = error as { code?: string; message: string };
    const [errno, text] = REASONS[code] ?? [EACCES, message];
    throw new ProgramError(errno, text);
  }
}

/** The name a program has in the machine: the file's, without its suffix. */
export function programName(file: string): string {
  return basename(file).replace(/\.(wasm|c|ts)$/, "") || "program";
}

function isWasm(bytes: Uint8Array): boolean {
  return bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d;
}

function isScript(bytes: Uint8Array): boolean {
  return bytes[0] === 0x23 && bytes[1] === 0x21;
}

/** The module of a .wasm, .c or .ts file. Throws ProgramError; a compiler's words go to standard error. */
export async function programBytes(file: string): Promise<Uint8Array> {
  const bytes = await read(file);
  if (isWasm(bytes)) return bytes;
  if (/\.(c|ts)$/.test(file)) return (await import("./compile.ts")).compileFile(file);
  if (isScript(bytes)) return bytes;
  throw new ProgramError(ENOEXEC, "not a WebAssembly module, nor a .c or .ts file");
}
