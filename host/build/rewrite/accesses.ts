// accesses — every instruction that touches memory at an address: its width, operands, result and right.
//
// The table is the whole truth about single accesses: the body pass takes from it what to test and where
// to send it, the window functions take how to perform it. Bulk instructions and waits stand in bulk.ts.

import { F32, F64, I32, I64, V128 } from "./valtypes.ts";

export const SIMD = 0xfd;
export const ATOMIC = 0xfe;

/** How the bytes of a page-crossing access become the value, or the value becomes bytes. */
export type Split =
  /** an unsigned number, or the plain bits */
  | "bits"
  /** sign-extended */
  | "signed"
  /** one value in every lane */
  | "splat"
  /** eight bytes, widened lane by lane */
  | "extend"
  /** low lane, the rest zero */
  | "zero"
  /** one lane, the others given */
  | "lane"
  /** never: it must be aligned, so it lies in one page */
  | "atomic";

export interface Access {
  readonly name: string;
  /** 0: one-byte opcode; else SIMD or ATOMIC. */
  readonly prefix: number;
  readonly op: number;
  /** Bytes touched, a power of 2. */
  readonly width: number;
  /** Codes of the operands above the address. */
  readonly operands: readonly number[];
  /** Code of the result; 0: none. */
  readonly result: number;
  readonly write: boolean;
  readonly split: Split;
}

/** One-byte opcodes from 0x28: name, width, operand, result, split. */
const PLAIN: readonly (readonly [string, number, number, number, Split])[] = [
  ["i32.load", 4, 0, I32, "bits"],
  ["i64.load", 8, 0, I64, "bits"],
  ["f32.load", 4, 0, F32, "bits"],
  ["f64.load", 8, 0, F64, "bits"],
  ["i32.load8_s", 1, 0, I32, "signed"],
  ["i32.load8_u", 1, 0, I32, "bits"],
  ["i32.load16_s", 2, 0, I32, "signed"],
  ["i32.load16_u", 2, 0, I32, "bits"],
  ["i64.load8_s", 1, 0, I64, "signed"],
  ["i64.load8_u", 1, 0, I64, "bits"],
  ["i64.load16_s", 2, 0, I64, "signed"],
  ["i64.load16_u", 2, 0, I64, "bits"],
  ["i64.load32_s", 4, 0, I64, "signed"],
  ["i64.load32_u", 4, 0, I64, "bits"],
  ["i32.store", 4, I32, 0, "bits"],
  ["i64.store", 8, I64, 0, "bits"],
  ["f32.store", 4, F32, 0, "bits"],
  ["f64.store", 8, F64, 0, "bits"],
  ["i32.store8", 1, I32, 0, "bits"],
  ["i32.store16", 2, I32, 0, "bits"],
  ["i64.store8", 1, I64, 0, "bits"],
  ["i64.store16", 2, I64, 0, "bits"],
  ["i64.store32", 4, I64, 0, "bits"],
];

/** SIMD opcodes: opcode, name, width, result (0: a store), split. */
const VECTOR: readonly (readonly [number, string, number, number, Split])[] = [
  [0, "v128.load", 16, V128, "bits"],
  [1, "v128.load8x8_s", 8, V128, "extend"],
  [2, "v128.load8x8_u", 8, V128, "extend"],
  [3, "v128.load16x4_s", 8, V128, "extend"],
  [4, "v128.load16x4_u", 8, V128, "extend"],
  [5, "v128.load32x2_s", 8, V128, "extend"],
  [6, "v128.load32x2_u", 8, V128, "extend"],
  [7, "v128.load8_splat", 1, V128, "splat"],
  [8, "v128.load16_splat", 2, V128, "splat"],
  [9, "v128.load32_splat", 4, V128, "splat"],
  [10, "v128.load64_splat", 8, V128, "splat"],
  [11, "v128.store", 16, 0, "bits"],
  [84, "v128.load8_lane", 1, V128, "lane"],
  [85, "v128.load16_lane", 2, V128, "lane"],
  [86, "v128.load32_lane", 4, V128, "lane"],
  [87, "v128.load64_lane", 8, V128, "lane"],
  [88, "v128.store8_lane", 1, 0, "lane"],
  [89, "v128.store16_lane", 2, 0, "lane"],
  [90, "v128.store32_lane", 4, 0, "lane"],
  [91, "v128.store64_lane", 8, 0, "lane"],
  [92, "v128.load32_zero", 4, V128, "zero"],
  [93, "v128.load64_zero", 8, V128, "zero"],
];

/** The seven shapes every atomic family repeats, in the order of their opcodes: type, width, suffix. */
const ATOMIC_SHAPES: readonly (readonly [number, number, string])[] = [
  [I32, 4, ""],
  [I64, 8, ""],
  [I32, 1, "8"],
  [I32, 2, "16"],
  [I64, 1, "8"],
  [I64, 2, "16"],
  [I64, 4, "32"],
];
const ATOMIC_RMW = ["add", "sub", "and", "or", "xor", "xchg", "cmpxchg"];

function plainAccesses(): Access[] {
  return PLAIN.map(([name, width, operand, result, split], i) => ({
    name,
    prefix: 0,
    op: 0x28 + i,
    width,
    operands: operand === 0 ? [] : [operand],
    result,
    write: result === 0,
    split,
  }));
}

function vectorAccesses(): Access[] {
  return VECTOR.map(([op, name, width, result, split]) => ({
    name,
    prefix: SIMD,
    op,
    width,
    operands: result === 0 || split === "lane" ? [V128] : [],
    result,
    write: result === 0,
    split,
  }));
}

function atomicAccesses(): Access[] {
  const list: Access[] = [];
  const add = (op: number, name: string, width: number, operands: number[], result: number): void => {
    list.push({
      name,
      prefix: ATOMIC,
      op,
      width,
      operands,
      result,
      write: operands.length > 0,
      split: "atomic",
    });
  };
  ATOMIC_SHAPES.forEach(([type, width, suffix], i) => {
    const t = type === I32 ? "i32" : "i64";
    const unsigned = suffix === "" ? "" : "_u";
    add(0x10 + i, `${t}.atomic.load${suffix}${unsigned}`, width, [], type);
    add(0x17 + i, `${t}.atomic.store${suffix}`, width, [type], 0);
    ATOMIC_RMW.forEach((rmw, k) => {
      const operands = rmw === "cmpxchg" ? [type, type] : [type];
      add(0x1e + 7 * k + i, `${t}.atomic.rmw${suffix}.${rmw}${unsigned}`, width, operands, type);
    });
  });
  return list;
}

export const ACCESSES: readonly Access[] = [...plainAccesses(), ...vectorAccesses(), ...atomicAccesses()];

const byPrefix = new Map<number, (Access | undefined)[]>([
  [0, []],
  [SIMD, []],
  [ATOMIC, []],
]);
for (const access of ACCESSES) (byPrefix.get(access.prefix) as (Access | undefined)[])[access.op] = access;

/** Accesses by opcode, for the body pass: one-byte, SIMD and atomic opcodes. */
export const PLAIN_ACCESS = byPrefix.get(0) as readonly (Access | undefined)[];
export const SIMD_ACCESS = byPrefix.get(SIMD) as readonly (Access | undefined)[];
export const ATOMIC_ACCESS = byPrefix.get(ATOMIC) as readonly (Access | undefined)[];
