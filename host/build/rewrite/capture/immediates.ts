// immediates — steps over one instruction of a rewritten body, whatever it is.

import { ATOMIC, PLAIN_ACCESS, SIMD, SIMD_ACCESS } from "../accesses.ts";
import { EMPTY, OP, PLAIN_ARITY, UNKNOWN } from "../opcodes.ts";
import type { Reader } from "../reader.ts";
import { skipHeapType } from "../valtypes.ts";

const NAMES_MEMORY = 0x40;
/** Only ref.test is used, in the delivery of signals. */
export const GC = 0xfb;
/** What follows an opcode: nothing, one LEB number, two, or something of its own. */
const NONE = 0;
const ONE = 1;
const TWO = 2;
const ACCESS = 3;
const OTHER = 4;

const ONE_NUMBER = [
  ...[0x07, 0x08, 0x09, OP.br, OP.br_if, OP.call, 0x12, 0x14, 0x15, 0x18],
  ...[OP.get, OP.set, OP.tee, OP.global_get, OP.global_set, 0x25, 0x26, 0x3f, 0x40],
  ...[OP.i32_const, OP.i64_const, 0xd2, 0xd5, 0xd6],
];
const NO_NUMBER = [OP.unreachable, OP.else, 0x0a, OP.end, OP.return, 0x19];

function formats(): Uint8Array {
  const table = new Uint8Array(256).fill(OTHER);
  for (let op = 0; op < 256; op++) {
    if (PLAIN_ARITY[op] !== UNKNOWN) table[op] = NONE;
    if (PLAIN_ACCESS[op] !== undefined) table[op] = ACCESS;
  }
  for (const op of NO_NUMBER) table[op] = NONE;
  for (const op of ONE_NUMBER) table[op] = ONE;
  table[OP.call_indirect] = TWO;
  table[0x13] = TWO; // return_call_indirect
  return table;
}

const FORMAT = formats();

/** Steps over what follows the opcode. */
export function skipImmediates(r: Reader, op: number): void {
  switch (FORMAT[op]) {
    case NONE:
      return;
    case ONE:
      r.skipLeb();
      return;
    case TWO:
      r.skipLeb();
      r.skipLeb();
      return;
    case ACCESS:
      skipMemarg(r);
      return;
    default:
      skipOther(r, op);
  }
}

export function skipMemarg(r: Reader): void {
  if (r.u32() & NAMES_MEMORY) r.skipLeb();
  r.skipLeb();
}

function skipOther(r: Reader, op: number): void {
  switch (op) {
    case OP.block:
    case OP.loop:
    case OP.if:
    case 0x06: // try
      skipBlockType(r);
      return;
    case 0x1f:
      skipBlockType(r);
      skipClauses(r);
      return;
    case OP.br_table:
      for (let n = r.u32(); n >= 0; n--) r.skipLeb();
      return;
    case 0x1c:
      for (let n = r.u32(); n > 0; n--) skipValType(r);
      return;
    case OP.f32_const:
    case OP.f64_const:
      r.skip(op === OP.f32_const ? 4 : 8);
      return;
    case 0xd0:
      skipHeapType(r);
      return;
    default:
      skipPrefixed(r, op);
  }
}

/** The catch clauses of a try_table. */
function skipClauses(r: Reader): void {
  for (let n = r.u32(); n > 0; n--) {
    if (r.byte() < 2) r.skipLeb();
    r.skipLeb();
  }
}

function skipValType(r: Reader): void {
  const code = r.byte();
  if (code === 0x63 || code === 0x64) skipHeapType(r);
}

export function skipBlockType(r: Reader): void {
  const first = r.bytes[r.pos] as number;
  if (first === EMPTY) r.pos++;
  else if (first > 0x40 && first < 0x80) skipValType(r);
  else r.skipLeb();
}

function skipPrefixed(r: Reader, prefix: number): void {
  const op = r.u32();
  if (prefix === ATOMIC) {
    if (op === 3) r.skip(1);
    else skipMemarg(r);
  } else if (prefix === GC) skipHeapType(r);
  else if (prefix === SIMD) skipSimd(r, op);
  else if (prefix === 0xfc) for (let n = BULK_NUMBERS[op] ?? 0; n > 0; n--) r.skipLeb();
  else r.fail(`instruction 0x${prefix.toString(16)} is not known`);
}

export function skipSimd(r: Reader, op: number): void {
  if (op === 12 || op === 13) r.skip(16);
  else if (op >= 0x15 && op <= 0x22) r.skip(1);
  else if (SIMD_ACCESS[op] !== undefined) {
    skipMemarg(r);
    if (SIMD_ACCESS[op]?.split === "lane") r.skip(1);
  }
}

/** Numbers behind the opcodes 8..17 of prefix 0xFC. */
export const BULK_NUMBERS: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];
