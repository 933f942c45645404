// results — the type of what each instruction pushes, where its opcode alone tells.

import { F32, F64, I32, I64, V128 } from "../valtypes.ts";

/** Opcodes [from, to] and the type they push. */
const PLAIN: readonly (readonly [from: number, to: number, result: number])[] = [
  [0x45, 0x78, I32], // comparisons, i32 arithmetic
  [0x79, 0x8a, I64],
  [0x8b, 0x98, F32],
  [0x99, 0xa6, F64],
  [0xa7, 0xab, I32], // wrap, trunc
  [0xac, 0xb1, I64],
  [0xb2, 0xb6, F32],
  [0xb7, 0xbb, F64],
  [0xbc, 0xbc, I32], // reinterpret
  [0xbd, 0xbd, I64],
  [0xbe, 0xbe, F32],
  [0xbf, 0xbf, F64],
  [0xc0, 0xc1, I32], // sign extension
  [0xc2, 0xc4, I64],
  [0xd1, 0xd1, I32], // ref.is_null
];
/** SIMD opcodes that push something else than a vector. */
const LANES: readonly (readonly [op: number, result: number])[] = [
  ...[0x15, 0x16, 0x18, 0x19, 0x1b].map((op) => [op, I32] as const), // extract_lane
  [0x1d, I64],
  [0x1f, F32],
  [0x21, F64],
  ...[0x53, 0x63, 0x64, 0x83, 0x84, 0xa3, 0xa4, 0xc3, 0xc4].map((op) => [op, I32] as const), // tests, bitmask
];

function plainResults(): Uint8Array {
  const table = new Uint8Array(256);
  for (const [from, to, result] of PLAIN) table.fill(result, from, to + 1);
  return table;
}

/** By one-byte opcode; 0: it depends on its operands, or nothing is pushed. */
export const PLAIN_RESULT = plainResults();
const SIMD_RESULT = new Map(LANES);

export function simdResult(op: number): number {
  return SIMD_RESULT.get(op) ?? V128;
}

/** Saturating truncations, behind 0xFC. */
export function truncationResult(op: number): number {
  return op < 4 ? I32 : I64;
}
