// records — the functions that write a frame's record into physical memory, and those that read it again.
//
//     +0  record saved before it: the frame inside     +12  4-byte values, then 8-byte ones, then vectors,
//     +4  number of the function's resume copy               each run aligned to its size as far as 8
//     +8  number of the site                           size a multiple of 8
//
// Frames with the same number of values of each type share a pair of functions:
//
//     quire.save.<counts>(values..., site, function)   writes the record, then throws the private tag
//     quire.load.<counts>() -> values...               reads the record `resume` and steps to the one inside
//     quire.inside.<type>() -> results                 resumes the frame inside, by a tail call
//
// Globals: next, limit of the current chunk; last, the record written last; resume, the one to load; at, the
// site to go on from, 0 while nothing is being resumed.

import type { Additions } from "../additions.ts";
import type { Assembler } from "../assembler.ts";
import { K, type Layout, PHYS } from "../layout.ts";
import { OP } from "../opcodes.ts";
import { F32, F64, funcType, I32, I64, V128 } from "../valtypes.ts";
import { NUMBERS, typeOfCode, widthOf } from "./codes.ts";

const INNER = 0;
export const FUNCTION = 4;
const SITE = 8;
const VALUES = 12;
/** Bytes in front of a chunk's records: its size, and a word of the kernel's. */
export const CHUNK_HEAD = 8;
/** Opcodes that store and load a number. */
const STORE = new Map([
  [I32, [0x36]],
  [F32, [0x38]],
  [I64, [0x37]],
  [F64, [0x39]],
  [V128, [0xfd, 0x0b]],
]);
const LOAD = new Map([
  [I32, [0x28]],
  [F32, [0x2a]],
  [I64, [0x29]],
  [F64, [0x2b]],
  [V128, [0xfd, 0x00]],
]);
const RETURN_CALL_INDIRECT = 0x13;
const THROW = 0x08;

/** Locals in the order they lie in a record. */
export function recordOrder(locals: readonly number[], codeOf: (local: number) => number): number[] {
  return NUMBERS.flatMap((code) => locals.filter((local) => codeOf(local) === code));
}

/** Offsets of values in that order, and the record's size. */
function place(codes: readonly number[]): { offsets: number[]; size: number } {
  let at = VALUES;
  const offsets = codes.map((code) => {
    const align = Math.min(widthOf(code), 8);
    at = Math.ceil(at / align) * align;
    at += widthOf(code);
    return at - widthOf(code);
  });
  return { offsets, size: Math.ceil(at / 8) * 8 };
}

/** A memory operand in physical memory. */
export function physical(a: Assembler, op: readonly number[], offset: number): Assembler {
  a.op(...op);
  a.op(0x40);
  a.u32(PHYS);
  a.u32(offset);
  return a;
}

export class Records {
  readonly next: number;
  readonly limit: number;
  readonly last: number;
  readonly resume: number;
  readonly at: number;
  readonly #added: Additions;
  readonly #tag: number;
  /** The added table of resume copies. */
  readonly #table: number;

  constructor(added: Additions, layout: Layout, tag: number, table: number) {
    this.#added = added;
    this.#tag = tag;
    this.#table = table;
    this.next = layout.addGlobal();
    this.limit = layout.addGlobal();
    this.last = layout.addGlobal();
    this.resume = layout.addGlobal();
    this.at = layout.addGlobal();
  }

  /** room(bytes) -> ka for one record: from the current chunk, or a new one of the kernel's. */
  #room(): number {
    return this.#added.need("quire.record", funcType([I32], [I32]), (a) => {
      const [size, chunk] = [0, a.local()];
      a.globalGet(this.limit).globalGet(this.next).op(OP.i32_sub).get(size).op(OP.i32_lt_u).if();
      a.get(size).i32(CHUNK_HEAD).op(OP.i32_add).call(K.room).set(chunk);
      this.begin(a, chunk);
      a.op(OP.end).globalGet(this.next);
      a.globalGet(this.next).get(size).op(OP.i32_add).globalSet(this.next);
    });
  }

  /** Makes the chunk in this local the current one. */
  begin(a: Assembler, chunk: number): void {
    a.get(chunk).i32(CHUNK_HEAD).op(OP.i32_add).globalSet(this.next);
    a.get(chunk).get(chunk).access(OP.i32_load, PHYS, 2).op(OP.i32_add).globalSet(this.limit);
  }

  /** save(values..., site, function), for values of these types; it does not return. */
  save(codes: readonly number[]): number {
    const type = funcType([...codes, I32, I32], []);
    return this.#added.need(`quire.save.${counts(codes)}`, type, (a) => {
      const [site, func, record] = [codes.length, codes.length + 1, a.local()];
      const { offsets, size } = place(codes);
      a.i32(size).call(this.#room()).tee(record);
      physical(a.globalGet(this.last), [OP.i32_store], INNER);
      physical(a.get(record, func), [OP.i32_store], FUNCTION);
      physical(a.get(record, site), [OP.i32_store], SITE);
      codes.forEach((code, i) => {
        physical(a.get(record, i), STORE.get(code) as number[], offsets[i] as number);
      });
      a.get(record).globalSet(this.last);
      a.op(THROW).u32(this.#tag);
    });
  }

  /** load() -> values... */
  load(codes: readonly number[]): number {
    return this.#added.need(`quire.load.${counts(codes)}`, funcType([], codes), (a) => {
      const record = a.local();
      const { offsets } = place(codes);
      physical(a.globalGet(this.resume).tee(record), [OP.i32_load], SITE).globalSet(this.at);
      physical(a.get(record), [OP.i32_load], INNER).globalSet(this.resume);
      codes.forEach((code, i) => {
        physical(a.get(record), LOAD.get(code) as number[], offsets[i] as number);
      });
    });
  }

  /** inside() -> results: resumes the frame of record `resume`. */
  inside(codes: readonly number[]): number {
    const { layout } = this.#added;
    const results = codes.map(typeOfCode);
    const name = results.map((type) => `.${type.name}`).join("");
    return this.#added.need(`quire.inside${name}`, { params: [], results }, (a) => {
      physical(a.globalGet(this.resume), [OP.i32_load], FUNCTION);
      a.op(RETURN_CALL_INDIRECT).u32(layout.type({ params: [], results }));
      a.u32(this.#table);
    });
  }
}

/** A name for the numbers of values of each type. */
function counts(codes: readonly number[]): string {
  const names = ["i32", "f32", "i64", "f64", "v128"];
  const parts = NUMBERS.map((code, i) => [codes.filter((c) => c === code).length, names[i]] as const);
  return parts.flatMap(([n, name]) => (n === 0 ? [] : [`${name}x${n}`])).join(".") || "none";
}
