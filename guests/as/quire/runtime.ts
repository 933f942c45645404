// runtime — what the compiler's own code calls: abort, trace, seed.
import { SIGABRT, SYS_getpid, SYS_getrandom, SYS_kill } from "./abi";
import { trap } from "./kernel";
import { printError, writeText } from "./text";

/** Says why on standard error, then ends the process by SIGABRT. */
export function abort(message: string | null, file: string | null, line: u32, column: u32): void {
  const where = file == null ? "" : `${file}:${line}:${column}: `;
  printError(`abort: ${where}${message == null ? "" : message}`);
  trap(SYS_kill, trap(SYS_getpid), SIGABRT);
  unreachable();
}

export function trace(message: string, n: i32, a0: f64, a1: f64, a2: f64, a3: f64, a4: f64): void {
  let line = `trace: ${message}`;
  if (n > 0) line += ` ${a0}`;
  if (n > 1) line += ` ${a1}`;
  if (n > 2) line += ` ${a2}`;
  if (n > 3) line += ` ${a3}`;
  if (n > 4) line += ` ${a4}`;
  writeText(2, `${line}\n`);
}

/** A seed for Math.random. */
export function seed(): f64 {
  const bytes = new StaticArray<u64>(1);
  trap(SYS_getrandom, <i32>changetype<usize>(bytes), 8, 0);
  return reinterpret<f64>((bytes[0] >> 12) | 0x3ff0000000000000);
}
