// access — the rewriting of one memory instruction: tested, left alone, or sent to its function.
//
// An access of kind K at `base` with static offset o becomes
//
//     local.set v                  the operand above the address, if there is one
//     local.tee a
//     i32.const guard - 1
//     i32.gt_s
//     if (result of K)
//       local.get a; local.get v;  K offset=o          flat: the original instruction on memory 0
//     else
//       local.get a; local.get v;  i32.const o; call window_K
//     end
//
// and stays as it is when its address is known to be flat. Bulk instructions, waits and notify become calls.

import { type Access, ATOMIC_ACCESS, SIMD_ACCESS } from "./accesses.ts";
import type { Cursor } from "./cursor.ts";
import { RewriteError } from "./errors.ts";
import { PHYS } from "./layout.ts";
import { EMPTY, OP, SIMD_ARITY, UNKNOWN } from "./opcodes.ts";
import { type Entry, INLINE_OFFSET, NO_ENTRY } from "./tlb.ts";
import { I32 } from "./valtypes.ts";

/** 2 GiB: the end of the flat region. */
const FLAT_END = 2 ** 31;
/** Bit of a memory operand that says a memory index follows. */
const NAMES_MEMORY = 0x40;
/** Bits an alignment can have. */
const ALIGNMENT = 0x0f;
/** replace_lane among the lane instructions 0x15..0x22. */
const REPLACES = new Set([0x17, 0x1a, 0x1c, 0x1e, 0x20, 0x22]);

/** Reads a memory operand and gives its static offset. */
function memarg(c: Cursor, at: number): number {
  const flags = c.r.u32();
  if (flags & ~(ALIGNMENT | NAMES_MEMORY)) c.refuse(at, "a memory operand has an unknown form");
  if (flags & NAMES_MEMORY && c.r.u32() !== 0) c.refuse(at, "an access names a second memory");
  return c.r.u32();
}

export function rewriteAccess(c: Cursor, access: Access, at: number): void {
  const offset = memarg(c, at);
  const lane = access.split === "lane" ? c.r.byte() : 0;
  const operands = access.operands.length;
  const base = c.stack.constant(operands);
  const key = c.stack.key(operands);
  c.stack.pop(operands + 1);
  if (access.result !== 0) c.stack.pushKeyed(Math.imul(key, 13) + offset);
  if (base !== undefined && isFlat(base, offset, c.plan.window.guard)) return;
  c.flush(at);
  const slow = c.plan.window.access(access, lane);
  if (base !== undefined) slowCall(c, offset, slow, NO_ENTRY);
  else tested(c, access, { offset, slow, lane, key });
  c.from = c.r.pos;
}

/** Known to be flat: by its base, or because base and offset together lie in the flat region. */
function isFlat(base: number, offset: number, guard: number): boolean {
  const ea = (base >>> 0) + offset;
  return base >= guard || (ea >= guard && ea < FLAT_END);
}

function slowCall(c: Cursor, offset: number, slow: number, entry: number): void {
  c.code.byte(OP.i32_const);
  c.code.s32(offset);
  c.code.byte(OP.i32_const);
  c.code.s32(entry);
  c.indexed(OP.call, slow);
}

interface Site {
  readonly offset: number;
  readonly slow: number;
  readonly lane: number;
  readonly key: number;
}

function tested(c: Cursor, access: Access, site: Site): void {
  const { code, scratch } = c;
  const operands = access.operands;
  const base = scratch.local(I32, 0);
  const first = operands.length > 0 ? scratch.local(operands[0] as number, 1) : -1;
  const second = operands.length > 1 ? scratch.local(operands[1] as number, 2) : -1;
  if (second >= 0) c.indexed(OP.set, second);
  if (first >= 0) c.indexed(OP.set, first);
  c.indexed(OP.tee, base);
  code.byte(OP.i32_const);
  code.s32(c.plan.window.guard - 1);
  code.byte(OP.i32_gt_s);
  const type = access.result === 0 ? EMPTY : access.result;
  const inLoop = c.window || (c.loops.length > 0 && c.versions === 0);
  const inline = inLoop && access.split !== "atomic" && site.offset < INLINE_OFFSET;
  if (c.window) {
    code.byte(OP.if);
    code.byte(type);
  } else c.hintedIf(true, type);
  const push = (): void => {
    if (first >= 0) c.indexed(OP.get, first);
    if (second >= 0) c.indexed(OP.get, second);
  };
  c.indexed(OP.get, base);
  push();
  code.copy(c.r.bytes, c.from, c.r.pos);
  code.byte(OP.else);
  const entry = inline ? c.entry(site.key) : NO_ENTRY;
  if (inline) {
    tryEntry(c, access, site.offset, entry);
    c.hintedIf(true, type);
    c.indexed(OP.get, scratch.local(I32, 3));
    c.indexed(OP.global_get, (c.plan.tlb.entries[entry] as Entry).frame);
    code.byte(OP.i32_add);
    push();
    physical(c, access, site.lane);
    code.byte(OP.else);
  }
  c.indexed(OP.get, base);
  push();
  slowCall(c, site.offset, site.slow, entry);
  if (inline) code.byte(OP.end);
  code.byte(OP.end);
}

/** Pushes whether the access lies wholly in the entry's page; leaves its place in the page in a local. */
function tryEntry(c: Cursor, access: Access, offset: number, entry: number): void {
  const { code, scratch } = c;
  const { readPage, writePage } = c.plan.tlb.entries[entry] as Entry;
  c.indexed(OP.get, scratch.local(I32, 0));
  if (offset !== 0) {
    code.byte(OP.i32_const);
    code.s32(offset);
    code.byte(OP.i32_add);
  }
  c.indexed(OP.global_get, access.write ? writePage : readPage);
  code.byte(OP.i32_sub);
  c.indexed(OP.tee, scratch.local(I32, 3));
  code.byte(OP.i32_const);
  code.s32(4096 - access.width);
  code.byte(OP.i32_le_u);
}

/** The instruction itself on physical memory, at offset 0. */
function physical(c: Cursor, access: Access, lane: number): void {
  const { code } = c;
  if (access.prefix !== 0) code.byte(access.prefix);
  code.u32(access.op);
  code.byte(NAMES_MEMORY);
  code.byte(PHYS);
  code.byte(0);
  if (access.split === "lane") code.byte(lane);
}

export function rewriteSimd(c: Cursor, at: number): void {
  const op = c.r.u32();
  const access = SIMD_ACCESS[op];
  if (access !== undefined) {
    rewriteAccess(c, access, at);
    return;
  }
  if (op === 12 || op === 13) {
    c.r.skip(16);
    c.arity(op === 12 ? 0x01 : 0x21);
    return;
  }
  if (op >= 0x15 && op <= 0x22) {
    c.r.byte();
    c.arity(REPLACES.has(op) ? 0x21 : 0x11);
    return;
  }
  const arity = SIMD_ARITY[op] ?? UNKNOWN;
  if (arity === UNKNOWN) c.refuse(at, `SIMD instruction 0x${op.toString(16)} is not supported`);
  c.arity(arity);
}

export function rewriteAtomic(c: Cursor, at: number): void {
  const op = c.r.u32();
  const access = ATOMIC_ACCESS[op];
  if (access !== undefined) {
    rewriteAccess(c, access, at);
    return;
  }
  if (op === 3) {
    c.r.skip(1);
    return;
  }
  if (op > 3) c.refuse(at, `atomic instruction 0x${op.toString(16)} is not supported`);
  const offset = memarg(c, at);
  c.arity(op === 0 ? 0x21 : 0x31);
  c.replace(at);
  c.code.byte(OP.i32_const);
  c.code.s32(offset);
  c.indexed(OP.call, c.plan.bulk.wait(op));
}

/** Instructions behind 0xFC: saturating truncation, bulk memory, bulk tables. */
export function rewriteBulk(c: Cursor, at: number): void {
  const op = c.r.u32();
  if (op <= 7) {
    c.arity(0x11);
    return;
  }
  switch (op) {
    case 8: {
      const segment = c.r.u32();
      oneMemory(c, at);
      bulkCall(c, at, c.plan.bulk.init(segment));
      return;
    }
    case 10:
      oneMemory(c, at);
      oneMemory(c, at);
      bulkCall(c, at, c.plan.bulk.copy());
      return;
    case 11:
      oneMemory(c, at);
      bulkCall(c, at, c.plan.bulk.fill());
      return;
    case 9: // data.drop
    case 13: // elem.drop
      c.r.skipLeb();
      return;
    case 16: // table.size
      c.r.skipLeb();
      c.stack.push();
      return;
    case 12: // table.init
    case 14: // table.copy
      c.r.skipLeb();
      tableChange(c, at, 0x30);
      return;
    case 15: // table.grow
      tableChange(c, at, 0x21);
      return;
    case 17: // table.fill
      tableChange(c, at, 0x30);
      return;
    default:
      c.refuse(at, `instruction 0xfc 0x${op.toString(16)} is not supported`);
      return;
  }
}

function oneMemory(c: Cursor, at: number): void {
  if (c.r.u32() !== 0) c.refuse(at, "a bulk instruction names a second memory");
}

function bulkCall(c: Cursor, at: number, index: number): void {
  c.stack.pop(3);
  c.replace(at);
  c.indexed(OP.call, index);
}

/** An instruction that changes a table; its table index comes next. */
export function tableChange(c: Cursor, at: number, arity: number): void {
  c.r.skipLeb();
  c.arity(arity);
  if (!c.plan.fixedTable) return;
  const where = `function ${c.func} at byte ${at}`;
  throw new RewriteError("fork", `${where} changes a table, which fork could not copy to the child`);
}
