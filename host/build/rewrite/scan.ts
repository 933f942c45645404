// scan — looks ahead over a loop's body, before it is rewritten: where it ends, whether it is innermost.

import { ATOMIC, ATOMIC_ACCESS, PLAIN_ACCESS, SIMD, SIMD_ACCESS } from "./accesses.ts";
import { EMPTY, OP, PLAIN_ARITY, SIMD_ARITY, UNKNOWN } from "./opcodes.ts";
import { Reader } from "./reader.ts";
import { F32, F64, I32, I64, V128 } from "./valtypes.ts";

/** An innermost loop's body, and what is in it. */
export interface LoopBody {
  readonly start: number;
  /** First byte of its last instruction, which is the branch when `branch` is one. */
  last: number;
  /** First byte of the loop's own `end`. */
  end: number;
  /** OP.br or OP.br_if when the last instruction is that branch to the loop itself; else -1. */
  branch: number;
  accesses: number;
  calls: number;
}

/** A longer body is not looked at: it would be written twice. */
const LARGEST = 4096;
/** Block types of one byte: no result, or a number. */
const NUMBER_BLOCKS = new Set([EMPTY, I32, I64, F32, F64, V128]);

/** The body that begins at `start`; undefined when it holds a loop, or what this page does not know. */
export function scanLoop(bytes: Uint8Array, start: number): LoopBody | undefined {
  const r = new Reader(bytes, start);
  const body: LoopBody = { start, last: start, end: start, branch: -1, accesses: 0, calls: 0 };
  let depth = 0;
  let op = -1;
  for (;;) {
    if (r.pos - start > LARGEST) return undefined;
    body.end = r.pos;
    const next = r.byte();
    if (next === OP.end && depth === 0) break;
    if (next === OP.end) depth--;
    if (next === OP.block || next === OP.if) depth++;
    if (!skipOperands(r, next, body)) return undefined;
    body.last = body.end;
    op = next;
  }
  if ((op === OP.br || op === OP.br_if) && body.end === body.last + 2 && bytes[body.last + 1] === 0) {
    body.branch = op;
  }
  return body;
}

/** Skips an instruction's operands; false for one that keeps a loop from being written twice. */
function skipOperands(r: Reader, op: number, body: LoopBody): boolean {
  if (PLAIN_ARITY[op] !== UNKNOWN) return true;
  if (PLAIN_ACCESS[op] !== undefined) return skipAccess(r, body, 0);
  switch (op) {
    case OP.unreachable:
    case OP.else:
    case OP.end:
    case OP.return:
      return true;
    case OP.block:
    case OP.if:
      return NUMBER_BLOCKS.has(r.byte());
    case OP.br:
    case OP.br_if:
    case OP.get:
    case OP.set:
    case OP.tee:
    case OP.global_get:
    case OP.global_set:
    case OP.i32_const:
    case OP.i64_const:
      r.skipLeb();
      return true;
    case OP.br_table:
      return skipTable(r);
    case OP.call:
    case OP.call_indirect:
      body.calls++;
      r.skipLeb();
      if (op === OP.call_indirect) r.skipLeb();
      return true;
    case OP.f32_const:
    case OP.f64_const:
      r.skip(op === OP.f32_const ? 4 : 8);
      return true;
    default:
      return skipPrefixed(r, op, body);
  }
}

/** A table of branches; false when it is longer than what may be looked at. */
function skipTable(r: Reader): boolean {
  const targets = r.u32();
  if (targets > LARGEST) return false;
  for (let n = targets; n >= 0; n--) r.skipLeb();
  return true;
}

function skipAccess(r: Reader, body: LoopBody, lanes: number): boolean {
  body.accesses++;
  r.skipLeb();
  r.skipLeb();
  r.skip(lanes);
  return true;
}

function skipPrefixed(r: Reader, prefix: number, body: LoopBody): boolean {
  const op = r.u32();
  if (prefix === ATOMIC) return ATOMIC_ACCESS[op] !== undefined && skipAccess(r, body, 0);
  if (prefix === 0xfc) {
    if (op <= 7) return true;
    if (op !== 10 && op !== 11) return false;
    body.calls++;
    r.skip(op === 10 ? 2 : 1);
    return true;
  }
  if (prefix !== SIMD) return false;
  if (op === 12 || op === 13) r.skip(16);
  else if (op >= 0x15 && op <= 0x22) r.skip(1);
  else if (SIMD_ACCESS[op] !== undefined) skipAccess(r, body, SIMD_ACCESS[op]?.split === "lane" ? 1 : 0);
  else return (SIMD_ARITY[op] ?? UNKNOWN) !== UNKNOWN;
  return true;
}
