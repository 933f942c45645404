// opcodes — how many operands each instruction pops and pushes, where its opcode alone tells.
//
// An arity is `pops << 4 | pushes`; 0xff means "not known here": control, calls, memory accesses and
// constants are handled by the body pass itself, anything else so marked is refused.

export const UNKNOWN = 0xff;

const arity = (pops: number, pushes: number): number => (pops << 4) | pushes;

function fill(table: Uint8Array, from: number, to: number, value: number): void {
  for (let op = from; op <= to; op++) table[op] = value;
}

function plainArity(): Uint8Array {
  const table = new Uint8Array(256).fill(UNKNOWN);
  table[0x01] = arity(0, 0); // nop
  table[0x1a] = arity(1, 0); // drop
  table[0x1b] = arity(3, 1); // select
  table[0x45] = arity(1, 1); // i32.eqz
  fill(table, 0x46, 0x4f, arity(2, 1));
  table[0x50] = arity(1, 1); // i64.eqz
  fill(table, 0x51, 0x66, arity(2, 1));
  fill(table, 0x67, 0x69, arity(1, 1)); // i32.clz ctz popcnt
  fill(table, 0x6a, 0x78, arity(2, 1));
  fill(table, 0x79, 0x7b, arity(1, 1)); // i64.clz ctz popcnt
  fill(table, 0x7c, 0x8a, arity(2, 1));
  fill(table, 0x8b, 0x91, arity(1, 1)); // f32.abs .. sqrt
  fill(table, 0x92, 0x98, arity(2, 1));
  fill(table, 0x99, 0x9f, arity(1, 1)); // f64.abs .. sqrt
  fill(table, 0xa0, 0xa6, arity(2, 1));
  fill(table, 0xa7, 0xc4, arity(1, 1)); // conversions, sign extension
  table[0xd1] = arity(1, 1); // ref.is_null
  table[0xd4] = arity(1, 1); // ref.as_non_null
  return table;
}

/** Opcodes behind 0xFD that take one operand; those in TERNARY take three, the others two. */
const SIMD_UNARY: readonly (readonly [number, number])[] = [
  [0x0f, 0x14], // splat
  [0x4d, 0x4d], // v128.not
  [0x53, 0x53], // any_true
  [0x5e, 0x64], // demote promote, i8x16.abs neg popcnt all_true bitmask
  [0x67, 0x6a], // f32x4.ceil floor trunc nearest
  [0x74, 0x75], // f64x2.ceil floor
  [0x7a, 0x7a], // f64x2.trunc
  [0x7c, 0x81], // extadd_pairwise, i16x8.abs neg
  [0x83, 0x84], // i16x8.all_true bitmask
  [0x87, 0x8a], // i16x8.extend
  [0x94, 0x94], // f64x2.nearest
  [0xa0, 0xa1], // i32x4.abs neg
  [0xa3, 0xa4], // i32x4.all_true bitmask
  [0xa7, 0xaa], // i32x4.extend
  [0xc0, 0xc1], // i64x2.abs neg
  [0xc3, 0xc4], // i64x2.all_true bitmask
  [0xc7, 0xca], // i64x2.extend
  [0xe0, 0xe1], // f32x4.abs neg
  [0xe3, 0xe3], // f32x4.sqrt
  [0xec, 0xed], // f64x2.abs neg
  [0xef, 0xef], // f64x2.sqrt
  [0xf8, 0xff], // trunc_sat, convert
  [0x101, 0x104], // relaxed trunc
];
const SIMD_TERNARY: readonly (readonly [number, number])[] = [
  [0x52, 0x52], // bitselect
  [0x105, 0x10c], // relaxed madd, nmadd, laneselect
  [0x113, 0x113], // relaxed dot_add
];
/** Highest opcode of the relaxed SIMD proposal; half precision lies above. */
const SIMD_LAST = 0x113;

function simdArity(): Uint8Array {
  const table = new Uint8Array(SIMD_LAST + 1).fill(UNKNOWN);
  table[0x0e] = arity(2, 1); // swizzle
  fill(table, 0x23, SIMD_LAST, arity(2, 1));
  fill(table, 0x54, 0x5d, UNKNOWN); // lane and zero accesses
  for (const [from, to] of SIMD_UNARY) fill(table, from, to, arity(1, 1));
  for (const [from, to] of SIMD_TERNARY) fill(table, from, to, arity(3, 1));
  return table;
}

/** One-byte opcodes without immediates. */
export const PLAIN_ARITY = plainArity();
/** Opcodes behind 0xFD without immediates. */
export const SIMD_ARITY = simdArity();

/** Single-byte opcodes by name, as the passes need them. */
export const OP = {
  unreachable: 0x00,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  br: 0x0c,
  br_if: 0x0d,
  br_table: 0x0e,
  return: 0x0f,
  call: 0x10,
  call_indirect: 0x11,
  drop: 0x1a,
  select: 0x1b,
  get: 0x20,
  set: 0x21,
  tee: 0x22,
  global_get: 0x23,
  global_set: 0x24,
  i32_load: 0x28,
  i64_load: 0x29,
  i32_load8_u: 0x2d,
  i32_store: 0x36,
  i32_store8: 0x3a,
  i32_const: 0x41,
  i64_const: 0x42,
  f32_const: 0x43,
  f64_const: 0x44,
  i32_eqz: 0x45,
  i32_eq: 0x46,
  i32_ne: 0x47,
  i32_lt_s: 0x48,
  i32_lt_u: 0x49,
  i32_gt_s: 0x4a,
  i32_gt_u: 0x4b,
  i32_le_s: 0x4c,
  i32_le_u: 0x4d,
  i32_ge_u: 0x4f,
  i64_eqz: 0x50,
  i64_eq: 0x51,
  i64_lt_u: 0x54,
  i32_add: 0x6a,
  i32_sub: 0x6b,
  i32_and: 0x71,
  i32_or: 0x72,
  i32_shl: 0x74,
  i32_shr_u: 0x76,
  i64_add: 0x7c,
  i64_or: 0x84,
  i64_shl: 0x86,
  i64_shr_u: 0x88,
  i32_wrap: 0xa7,
  i64_extend_u: 0xad,
  i32_bits: 0xbc,
  i64_bits: 0xbd,
  f32_bits: 0xbe,
  f64_bits: 0xbf,
} as const;

/** Block type: no parameters, no results. */
export const EMPTY = 0x40;
