// codes — value types as small numbers, for stacks of types: the type's own byte, or a number of ours.

import { F32, F64, I32, I64, V128, type ValType, valType } from "../valtypes.ts";

/** References that take more than one byte get numbers from here on. */
const FIRST_LONG = 256;
const NON_NULLABLE = 0x64;

const long: ValType[] = [];
const byName = new Map<string, number>();

export function codeOf(type: ValType): number {
  if (type.bytes.length === 1) return type.bytes[0] as number;
  let code = byName.get(type.bytes.join());
  if (code === undefined) {
    code = FIRST_LONG + long.push(type) - 1;
    byName.set(type.bytes.join(), code);
  }
  return code;
}

export function typeOfCode(code: number): ValType {
  return code < FIRST_LONG ? valType(code) : (long[code - FIRST_LONG] as ValType);
}

/** The bytes of the type in a module. */
export function codeBytes(code: number): readonly number[] {
  return typeOfCode(code).bytes;
}

/** True of what can lie in memory; the rest are references. */
export function isNumber(code: number): boolean {
  return code <= I32 && code >= V128;
}

/** False of a reference that is never null: a local of it has no value to begin with. */
export function hasDefault(code: number): boolean {
  return codeBytes(code)[0] !== NON_NULLABLE;
}

/** Bytes of a number in memory. */
export function widthOf(code: number): number {
  if (code === V128) return 16;
  return code === I64 || code === F64 ? 8 : 4;
}

/** Numbers in the order they lie in a record. */
export const NUMBERS: readonly number[] = [I32, F32, I64, F64, V128];
