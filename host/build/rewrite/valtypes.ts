// value types — the types of operands, and function types as keys.

import { RewriteError } from "./errors.ts";
import type { Reader } from "./reader.ts";

export const I32 = 0x7f;
export const I64 = 0x7e;
export const F32 = 0x7d;
export const F64 = 0x7c;
export const V128 = 0x7b;

/** Reference types that stand for themselves: funcref, externref, exnref. */
const SHORT_REFS = new Map([
  [0x70, "funcref"],
  [0x6f, "externref"],
  [0x69, "exnref"],
]);
const NUMBERS = new Map([
  [I32, "i32"],
  [I64, "i64"],
  [F32, "f32"],
  [F64, "f64"],
  [V128, "v128"],
]);
/** Abstract heap types outside the GC proposal: func, extern, exn and their bottoms. */
const HEAP_TYPES = new Set([0x70, 0x6f, 0x69, 0x73, 0x72, 0x74]);

/** A value type as its bytes in the module, with the name people know. */
export interface ValType {
  readonly bytes: readonly number[];
  readonly name: string;
}

const interned = new Map<number, ValType>();
for (const [code, name] of [...NUMBERS, ...SHORT_REFS]) interned.set(code, { bytes: [code], name });

export function valType(code: number): ValType {
  const type = interned.get(code);
  if (type === undefined)
    throw new RewriteError("unsupported", `value type 0x${code.toString(16)} is not known`);
  return type;
}

/** Skips a heap type: a type index, or an abstract one that is no GC type. */
export function skipHeapType(r: Reader): void {
  const at = r.pos;
  const first = r.byte();
  r.pos = at;
  r.skipLeb();
  if (first < 0x40 || first >= 0x80) return;
  if (!HEAP_TYPES.has(first)) {
    throw new RewriteError(
      "unsupported",
      `byte ${at}: heap type 0x${first.toString(16)} belongs to the GC proposal`,
    );
  }
}

export function readValType(r: Reader): ValType {
  const at = r.pos;
  const code = r.byte();
  const known = interned.get(code);
  if (known !== undefined) return known;
  if (code !== 0x63 && code !== 0x64) {
    throw new RewriteError("unsupported", `byte ${at}: value type 0x${code.toString(16)} is not supported`);
  }
  skipHeapType(r);
  const bytes = Array.from(r.bytes.subarray(at, r.pos));
  return { bytes, name: `ref(${bytes.slice(1).join(" ")})` };
}

/** A function type. */
export interface FuncType {
  readonly params: readonly ValType[];
  readonly results: readonly ValType[];
}

/** A function type by codes of number types, e.g. `funcType([I32, I32], [I32])`. */
export function funcType(params: readonly number[], results: readonly number[]): FuncType {
  return { params: params.map(valType), results: results.map(valType) };
}

/** Two function types are the same type exactly when their keys are equal. */
export function typeKey(type: FuncType): string {
  const part = (types: readonly ValType[]): string => types.map((t) => t.bytes.join(".")).join(",");
  return `${part(type.params)}>${part(type.results)}`;
}
