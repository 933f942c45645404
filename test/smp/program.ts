// program — compiles a C program of the tests, once.
import { join } from "node:path";
import { compile } from "../../host/build/cc.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** The program of a C source; `source` is its path in the repository. */
export function compileProgram(source: string): Promise<Uint8Array<ArrayBuffer>> {
  return compile({ args: ["-O1", "-w", source], cwd: ROOT });
}
