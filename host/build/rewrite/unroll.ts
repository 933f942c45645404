// unroll — small innermost loops written several times over, so that their countdown costs a part of it.
//
// Engines unroll small loops themselves, but not those that contain a call, and the slow arm of an access
// is one. So the rewriter does it, for loops without parameters and results, inner loops or calls, that end
// in one of two ways:
//
//     loop  body  br_if 0  end      ->  loop  countdown  body  if  body  br_if 1  end  end
//     loop  body  br 0     end      ->  loop  countdown  body  body  br 0  end
//
// A branch out of the k-th copy of the first kind has k more blocks to leave.

import { PLAIN_ACCESS, SIMD, SIMD_ACCESS } from "./accesses.ts";
import { countLoop, openBlock } from "./control.ts";
import type { Cursor } from "./cursor.ts";
import { EMPTY, OP, PLAIN_ARITY, SIMD_ARITY, UNKNOWN } from "./opcodes.ts";
import { Reader } from "./reader.ts";
import { F32, F64, I32, I64, V128 } from "./valtypes.ts";

/** Bodies of at most this many bytes are written so many times. */
const COPIES: readonly (readonly [bytes: number, copies: number])[] = [
  [48, 4],
  [112, 2],
];
const LARGEST = 112;
/** Block types of one byte: no result, or a number. */
const NUMBER_BLOCKS = new Set([EMPTY, I32, I64, F32, F64, V128]);
/** The longest operands there are: a shuffle's, behind its opcode. */
const MOST_OPERAND_BYTES = 20;

interface SmallLoop {
  /** The body's bytes, without the branch that ends it. */
  readonly start: number;
  readonly end: number;
  /** The branch: OP.br or OP.br_if. */
  readonly branch: number;
  readonly copies: number;
}

/** A loop, behind its opcode: counted, and unrolled if it is small. */
export function rewriteLoop(c: Cursor, instruction: (c: Cursor) => void): void {
  const plain = c.r.bytes[c.r.pos] === EMPTY;
  openBlock(c);
  c.loops.push(c.stack.depth);
  countLoop(c);
  const small = plain && c.copy === 0 ? findSmallLoop(c) : undefined;
  if (small !== undefined) unroll(c, small, instruction);
}

/** The loop whose body begins at the cursor, if it is one to unroll. */
function findSmallLoop(c: Cursor): SmallLoop | undefined {
  const { bytes, pos, end } = c.r;
  const r = new Reader(bytes, pos, Math.min(end, pos + LARGEST + MOST_OPERAND_BYTES));
  let depth = 0;
  let last = pos;
  let lastOp = -1;
  while (!r.done) {
    const at = r.pos;
    const op = r.byte();
    if (op === OP.end && depth === 0) return smallLoop(bytes, pos, last, lastOp);
    if (op === OP.end) depth--;
    if (op === OP.block || op === OP.if) depth++;
    if (!skipInstruction(r, op)) return undefined;
    last = at;
    lastOp = op;
  }
  return undefined;
}

function smallLoop(bytes: Uint8Array, start: number, end: number, branch: number): SmallLoop | undefined {
  if ((branch !== OP.br && branch !== OP.br_if) || bytes[end + 1] !== 0) return undefined;
  const copies = COPIES.find(([largest]) => end - start <= largest)?.[1];
  return copies === undefined ? undefined : { start, end, branch, copies };
}

/** Skips the operands of an instruction; false when a loop that has it is not for unrolling. */
function skipInstruction(r: Reader, op: number): boolean {
  if (r.end - r.pos < MOST_OPERAND_BYTES) return false;
  if (PLAIN_ARITY[op] !== UNKNOWN || op === OP.else || op === OP.end || op === OP.return) return true;
  if (PLAIN_ACCESS[op] !== undefined) return skipMemarg(r);
  switch (op) {
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
    case OP.f32_const:
    case OP.f64_const:
      r.skip(op === OP.f32_const ? 4 : 8);
      return true;
    case SIMD:
      return skipSimd(r);
    default:
      return false;
  }
}

function skipMemarg(r: Reader): boolean {
  r.skipLeb();
  r.skipLeb();
  return true;
}

function skipSimd(r: Reader): boolean {
  const op = r.u32();
  if (op === 12 || op === 13) r.skip(16);
  else if (op >= 0x15 && op <= 0x22) r.skip(1);
  else if (SIMD_ACCESS[op] !== undefined) {
    skipMemarg(r);
    if (SIMD_ACCESS[op]?.split === "lane") r.skip(1);
  } else if ((SIMD_ARITY[op] ?? UNKNOWN) === UNKNOWN) return false;
  return true;
}

/** Writes the copies of the body and the branch; the cursor then stands at the loop's `end`. */
function unroll(c: Cursor, loop: SmallLoop, instruction: (c: Cursor) => void): void {
  const { r, stack, code } = c;
  const conditional = loop.branch === OP.br_if;
  c.loopFrame = stack.depth - 1;
  for (let k = 0; k < loop.copies; k++) {
    r.pos = loop.start;
    c.from = loop.start;
    c.copy = conditional ? k : 0;
    while (r.pos < loop.end) instruction(c);
    c.flush(loop.end);
    const isLast = k === loop.copies - 1;
    if (conditional) stack.pop(1);
    if (isLast) c.indexed(loop.branch, c.copy);
    else if (conditional) {
      code.byte(OP.if);
      code.byte(EMPTY);
    }
  }
  for (let k = 0; k < c.copy; k++) code.byte(OP.end);
  c.copy = 0;
  if (!conditional) stack.unreachable();
  r.pos = loop.end + 2;
  c.from = r.pos;
}
