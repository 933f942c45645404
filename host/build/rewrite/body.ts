// body — the pass over the code section: one function after the other, each in one reading.
//
// Instructions that need no change are copied in runs, as they were. The added locals (scratch.ts) come
// behind the function's own, so that no local is renumbered:
//
//     locals, added locals
//     i32.const LOOP_COUNT; local.set n        only when it loops
//     the rewritten code

import { rewriteAccess, rewriteAtomic, rewriteBulk, rewriteSimd, tableChange } from "./access.ts";
import { ATOMIC, PLAIN_ACCESS, SIMD } from "./accesses.ts";
import { LOOP_COUNT, rewriteControl } from "./control.ts";
import { type BodyPlan, Cursor } from "./cursor.ts";
import type { Hints } from "./hints.ts";
import { K } from "./layout.ts";
import { rewriteLoop } from "./loops.ts";
import { EMPTY, OP, PLAIN_ARITY, UNKNOWN } from "./opcodes.ts";
import type { Reader } from "./reader.ts";
import { Sink } from "./sink.ts";
import { I32, I64, skipHeapType } from "./valtypes.ts";

/** i32 and i64 div_s, div_u, rem_s, rem_u. */
const DIVIDES = new Set([0x6d, 0x6e, 0x6f, 0x70, 0x7f, 0x80, 0x81, 0x82]);
const I64_DIV = 0x7f;
/** div_s: its quotient may be too large, besides. */
const OVERFLOWS = new Set([0x6d, 0x7f]);

export class BodyPass {
  readonly #c: Cursor;
  readonly #out: Sink;
  readonly #hints: Hints;

  constructor(plan: BodyPlan, r: Reader, out: Sink, hints: Hints) {
    this.#c = new Cursor(plan, r);
    this.#out = out;
    this.#hints = hints;
  }

  /** Rewrites the next body; `func` as the module counts, `type` its type's index. */
  next(func: number, type: number): void {
    const c = this.#c;
    const { r } = c;
    const size = r.u32();
    const end = r.pos + size;
    const groups = r.u32();
    const groupsAt = r.pos;
    const locals = skipLocals(r, groups);
    const codeAt = r.pos;
    c.begin(func, (c.paramCount[type] as number) + locals, c.resultCount[type] as number);
    while (c.stack.depth > 0) instruction(c);
    if (r.pos !== end) r.fail(`function ${func} does not end where its size says`);
    if (c.stack.broken) c.refuse(codeAt, "its operands cannot be counted");
    c.flush(end);
    this.#emit(groups, groupsAt, codeAt);
  }

  /** Writes size, locals and prologue, then the code. */
  #emit(groups: number, groupsAt: number, codeAt: number): void {
    const { code, scratch, r, hints, plan, func, imported } = this.#c;
    const head = new Sink(codeAt - groupsAt + 48);
    head.u32(groups + scratch.types.length);
    head.copy(r.bytes, groupsAt, codeAt);
    for (const type of scratch.types) {
      head.u32(1);
      head.byte(type);
    }
    if (scratch.counter >= 0) {
      head.byte(OP.i32_const);
      head.s32(LOOP_COUNT);
      head.byte(OP.set);
      head.u32(scratch.counter);
    }
    this.#hints.add(plan.layout.own(func - imported), head.len, hints);
    this.#out.u32(head.len + code.len);
    this.#out.copy(head.buf, 0, head.len);
    this.#out.copy(code.buf, 0, code.len);
  }
}

function skipLocals(r: Reader, groups: number): number {
  let count = 0;
  for (let i = 0; i < groups; i++) {
    count += r.u32();
    const code = r.byte();
    if (code === 0x63 || code === 0x64) skipHeapType(r);
  }
  return count;
}

function instruction(c: Cursor): void {
  const { r, stack } = c;
  const at = r.pos;
  const op = r.byte();
  switch (op) {
    case OP.get:
      stack.pushKeyed(r.u32() + 1);
      return;
    case OP.set:
      r.skipLeb();
      stack.pop(1);
      return;
    case OP.tee:
      stack.pop(1);
      stack.pushKeyed(r.u32() + 1);
      return;
    case OP.i32_add: {
      const key = Math.imul(stack.key(0), 31) + Math.imul(stack.key(1), 17);
      stack.pop(2);
      stack.pushKeyed(key);
      return;
    }
    case OP.i32_const:
      stack.pushConstant(r.s32());
      return;
    case OP.loop:
      rewriteLoop(c, at, instruction);
      return;
    case SIMD:
      rewriteSimd(c, at);
      return;
    case ATOMIC:
      rewriteAtomic(c, at);
      return;
    case 0xfc:
      rewriteBulk(c, at);
      return;
  }
  if (DIVIDES.has(op)) divide(c, op, at);
  const arity = PLAIN_ARITY[op] as number;
  const access = PLAIN_ACCESS[op];
  if (arity !== UNKNOWN) c.arity(arity);
  else if (access !== undefined) rewriteAccess(c, access, at);
  else if (op < 0x20) rewriteControl(c, op, at);
  else other(c, op, at);
}

/** A division or remainder that may trap: a handler of SIGFPE is looked for first. */
function divide(c: Cursor, op: number, at: number): void {
  const known = c.stack.constant(0);
  const overflows = OVERFLOWS.has(op);
  if (known !== undefined && known !== 0 && (known !== -1 || !overflows)) return;
  const { code, scratch } = c;
  const isLong = op >= I64_DIV;
  const type = isLong ? I64 : I32;
  const divisor = scratch.local(type, 1);
  const dividend = scratch.local(type, 2);
  c.flush(at);
  if (overflows) {
    c.indexed(OP.set, divisor);
    c.indexed(OP.tee, dividend);
    c.indexed(OP.get, divisor);
    // 0 and -1 in one test
    code.raw(
      isLong
        ? [OP.i64_const, 1, OP.i64_add, OP.i64_const, 2, OP.i64_lt_u]
        : [OP.i32_const, 1, OP.i32_add, OP.i32_const, 2, OP.i32_lt_u],
    );
  } else {
    c.indexed(OP.tee, divisor);
    code.byte(isLong ? OP.i64_eqz : OP.i32_eqz);
  }
  c.hintedIf(false, EMPTY);
  if (overflows) c.indexed(OP.get, dividend);
  if (overflows) c.indexed(OP.get, divisor);
  c.indexed(OP.call, overflows ? c.plan.deliver.quotient(type) : c.plan.deliver.arith());
  code.byte(OP.end);
  c.indexed(OP.get, divisor);
}

/** What is left: globals, tables, memory size, the other constants, references. */
function other(c: Cursor, op: number, at: number): void {
  const { r, stack } = c;
  switch (op) {
    case OP.global_get:
    case OP.global_set: {
      const index = c.plan.layout.global(r.u32());
      c.replace(at);
      c.indexed(op, index);
      if (op === OP.global_get) stack.push();
      else stack.pop(1);
      return;
    }
    case 0x25: // table.get
      r.skipLeb();
      c.arity(0x11);
      return;
    case 0x26: // table.set
      tableChange(c, at, 0x20);
      return;
    case 0x3f: // memory.size
      if (r.u32() !== 0) c.refuse(at, "memory.size names a second memory");
      stack.push();
      return;
    case 0x40: // memory.grow
      if (r.u32() !== 0) c.refuse(at, "memory.grow names a second memory");
      c.replace(at);
      c.indexed(OP.call, K.grow);
      c.arity(0x11);
      return;
    case OP.i64_const:
      r.skipLeb();
      stack.push();
      return;
    case 0x43: // f32.const
    case 0x44: // f64.const
      r.skip(op === 0x43 ? 4 : 8);
      stack.push();
      return;
    default:
      reference(c, op, at);
      return;
  }
}

function reference(c: Cursor, op: number, at: number): void {
  const { r, stack } = c;
  switch (op) {
    case 0xd0: // ref.null
      skipHeapType(r);
      stack.push();
      return;
    case 0xd2: {
      const index = c.plan.layout.func(r.u32());
      c.replace(at);
      c.indexed(op, index);
      stack.push();
      return;
    }
    case 0xd5: // br_on_null
      r.skipLeb();
      c.arity(0x11);
      return;
    case 0xd6: // br_on_non_null
      r.skipLeb();
      stack.pop(1);
      return;
    default:
      c.refuse(at, `instruction 0x${op.toString(16)} is not supported`);
      return;
  }
}
