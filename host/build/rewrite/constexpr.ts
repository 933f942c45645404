// constant expressions — the initial values of globals and the places of segments: copied and computed.

import { RewriteError } from "./errors.ts";
import type { Layout } from "./layout.ts";
import { OP } from "./opcodes.ts";
import type { Reader } from "./reader.ts";
import type { Sink } from "./sink.ts";
import { skipHeapType } from "./valtypes.ts";

/** i32 and i64 add, sub, mul: the extended constant expressions. */
const ARITHMETIC = new Set([0x6a, 0x6b, 0x6c, 0x7c, 0x7d, 0x7e]);
const IMMEDIATE_BYTES = new Map([
  [0x43, 4],
  [0x44, 8],
]);

/** Copies one expression with its `end`, renumbering what it names. */
export function copyConstant(r: Reader, layout: Layout, out: Sink): void {
  for (;;) {
    const at = r.pos;
    const op = r.byte();
    if (op === OP.global_get || op === 0xd2) {
      const index = r.u32();
      out.byte(op);
      out.u32(op === OP.global_get ? layout.global(index) : layout.take(index));
      continue;
    }
    skipImmediates(r, op, at);
    out.copy(r.bytes, at, r.pos);
    if (op === OP.end) return;
  }
}

/** Skips the immediates of any operator but global.get and ref.func. */
function skipImmediates(r: Reader, op: number, at: number): void {
  const bytes = IMMEDIATE_BYTES.get(op);
  if (bytes !== undefined) {
    r.skip(bytes);
    return;
  }
  if (op === OP.i32_const || op === OP.i64_const) {
    r.skipLeb();
    return;
  }
  if (op === 0xd0) {
    skipHeapType(r);
    return;
  }
  if (op === 0xfd && r.u32() === 12) {
    r.skip(16);
    return;
  }
  if (op === OP.end || ARITHMETIC.has(op)) return;
  const code = op.toString(16);
  throw new RewriteError(
    "unsupported",
    `byte ${at}: operator 0x${code} in a constant expression is not supported`,
  );
}

/** Skips one expression and says where it lay. */
export function skipConstant(r: Reader): [start: number, end: number] {
  const start = r.pos;
  for (;;) {
    const at = r.pos;
    const op = r.byte();
    if (op === OP.global_get || op === 0xd2) r.skipLeb();
    else skipImmediates(r, op, at);
    if (op === OP.end) return [start, r.pos];
  }
}

/** The value of an i32 expression; `globals` are the values of the globals before it, where they are i32. */
export function i32Constant(r: Reader, globals: readonly (number | undefined)[]): number | undefined {
  const stack: number[] = [];
  for (;;) {
    const op = r.byte();
    if (op === OP.end) return stack.pop();
    if (op === OP.i32_const) stack.push(r.s32());
    else if (op === OP.global_get) {
      const value = globals[r.u32()];
      if (value === undefined) return undefined;
      stack.push(value);
    } else if (op >= 0x6a && op <= 0x6c) {
      const b = stack.pop() ?? 0;
      const a = stack.pop() ?? 0;
      stack.push(op === 0x6a ? (a + b) | 0 : op === 0x6b ? (a - b) | 0 : Math.imul(a, b));
    } else return undefined;
  }
}
