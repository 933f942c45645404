// panic — how the core stops when it finds itself wrong: a number, two values, never a hang.
import { hostPanic } from "./host";

export const PANIC_LOCK_ORDER: i32 = 1;
export const PANIC_DOUBLE_FREE: i32 = 2;
export const PANIC_REFERENCES: i32 = 3;
export const PANIC_RUN_QUEUE: i32 = 4;
export const PANIC_NO_STACK: i32 = 5;
export const PANIC_ASSERT: i32 = 6;

/** Stops the machine. `a` and `b` are what the code's line in host/guest/panic names. Never returns. */
export function panic(code: i32, a: usize, b: usize): void {
  hostPanic(code, a as i32, b as i32);
  unreachable();
}

/** AssemblyScript's abort, only reachable from debug builds' assert(). */
export function abort(message: usize, file: usize, line: u32, column: u32): void {
  panic(PANIC_ASSERT, line, column);
}
