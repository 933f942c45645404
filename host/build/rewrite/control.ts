// control — blocks, branches and calls: the control stack is followed, calls are renumbered, loops counted.
//
// A loop begins with
//
//     local.get n; i32.const 1; i32.sub; local.tee n; i32.eqz
//     if  call poll; i32.const LOOP_COUNT; local.set n  end
//
// where `poll` looks at the attention word. All loops of a function count in the same local. A function may
// also go on for ever by calling itself: it looks at the word before its first call on each way, so that
// every call that calls again is seen, and one that only returns costs nothing.

import type { Cursor } from "./cursor.ts";
import { ATTN, K, PHYS } from "./layout.ts";
import { EMPTY, OP } from "./opcodes.ts";
import { funcType, I32, skipHeapType } from "./valtypes.ts";

/** Iterations of a function's loops between two looks at the attention word. */
export const LOOP_COUNT = 4096;
/** global.get attn; i32.load align=4 phys */
export const ATTENTION_WORD = Uint8Array.of(OP.global_get, ATTN, OP.i32_load, 0x42, PHYS, 0);

/** Rewrites an instruction below 0x20 that is not plain. */
export function rewriteControl(c: Cursor, op: number, at: number): void {
  const { r, stack } = c;
  switch (op) {
    case OP.unreachable:
      c.flush(at);
      c.indexed(OP.call, c.plan.deliver.illegal());
      stack.unreachable();
      return;
    case OP.return:
    case 0x0a: // throw_ref
      stack.unreachable();
      return;
    case 0x08: // throw
    case 0x09: // rethrow
      r.skipLeb();
      stack.unreachable();
      return;
    case OP.br:
      branch(c, op, at);
      stack.unreachable();
      return;
    case OP.br_if:
      branch(c, op, at);
      stack.pop(1);
      return;
    case OP.br_table:
      branchTable(c, at);
      stack.unreachable();
      return;
    case 0x1c: // select with types
      for (let n = r.u32(); n > 0; n--) skipValType(c);
      c.arity(0x31);
      return;
    default:
      if (!rewriteBlock(c, op)) rewriteCall(c, op, at);
  }
}

/** The beginnings, turns and ends of blocks; loops stand in loops.ts. False: it is none of them. */
function rewriteBlock(c: Cursor, op: number): boolean {
  const { r, stack } = c;
  switch (op) {
    case OP.block:
    case 0x06: // try
      openBlock(c);
      return true;
    case OP.if:
      stack.pop(1);
      openBlock(c);
      return true;
    case OP.else:
      stack.other();
      return true;
    case OP.end:
      c.leave();
      return true;
    case 0x1f:
      tryTable(c);
      return true;
    case 0x18: // delegate
      r.skipLeb();
      c.leave();
      return true;
    case 0x07: // catch
      stack.handler(tagParams(c, r.u32()));
      return true;
    case 0x19: // catch_all
      stack.handler(0);
      return true;
    default:
      return false;
  }
}

/** A branch: one that leaves a loop's body has the blocks added around the body to leave as well. */
function branch(c: Cursor, op: number, at: number): void {
  const depth = c.r.u32();
  const more = addedBlocks(c, depth);
  if (more === 0) return;
  c.replace(at);
  c.indexed(op, depth + more);
}

function addedBlocks(c: Cursor, depth: number): number {
  const target = c.stack.depth - 1 - depth;
  if (target > c.loopFrame) return 0;
  return target === c.loopFrame ? c.copy : c.copy + c.versions;
}

function branchTable(c: Cursor, at: number): void {
  const { r } = c;
  const targets = r.u32();
  if (c.copy + c.versions === 0) {
    for (let n = targets; n >= 0; n--) r.skipLeb();
    return;
  }
  const depths = Array.from({ length: targets + 1 }, () => r.u32());
  c.replace(at);
  c.indexed(OP.br_table, targets);
  for (const depth of depths) c.code.u32(depth + addedBlocks(c, depth));
}

function skipValType(c: Cursor): void {
  const code = c.r.byte();
  if (code === 0x63 || code === 0x64) skipHeapType(c.r);
}

/** Reads a block type and enters the block. */
export function openBlock(c: Cursor): void {
  const { r, stack } = c;
  const first = r.bytes[r.pos] as number;
  if (first === EMPTY) {
    r.pos++;
    stack.open(0, 0);
  } else if (first > 0x40 && first < 0x80) {
    skipValType(c);
    stack.open(0, 1);
  } else {
    const type = r.s32();
    stack.open(c.paramCount[type] as number, c.resultCount[type] as number);
  }
}

function tryTable(c: Cursor): void {
  const { r } = c;
  openBlock(c);
  for (let n = r.u32(); n > 0; n--) {
    const kind = r.byte();
    if (kind < 2) r.skipLeb();
    r.skipLeb();
  }
}

function tagParams(c: Cursor, tag: number): number {
  return c.paramCount[c.plan.module.tags[tag] as number] as number;
}

/** Writes the countdown at the head of a loop; `leave` is the label to go to when windows are warm, or -1. */
export function countdown(c: Cursor, leave: number): void {
  if (!c.plan.safepoints) return;
  const { code } = c;
  const counter = c.scratch.loopCounter();
  c.indexed(OP.get, counter);
  code.raw([OP.i32_const, 1, OP.i32_sub]);
  c.indexed(OP.tee, counter);
  code.byte(OP.i32_eqz);
  c.hintedIf(false, EMPTY);
  c.indexed(OP.call, c.plan.poll);
  code.byte(OP.i32_const);
  code.s32(LOOP_COUNT);
  c.indexed(OP.set, counter);
  if (leave >= 0) {
    c.indexed(OP.global_get, c.plan.tlb.warm);
    c.indexed(OP.br_if, leave);
  }
  code.byte(OP.end);
}

/** Calls of every kind. */
function rewriteCall(c: Cursor, op: number, at: number): void {
  const { r, stack } = c;
  let type: number;
  if (op === 0x10 || op === 0x12) {
    const index = r.u32();
    type = calleeType(c, index);
    if (index >= c.imported) poll(c, at);
    c.replace(at);
    if (op === 0x10 && c.plan.module.imports.functions[index] === "trap") systemCall(c);
    else c.indexed(op, c.plan.layout.func(index));
  } else if (op === 0x11 || op === 0x13 || op === 0x14 || op === 0x15) {
    type = r.u32();
    if (op < 0x14) r.skipLeb();
    stack.pop(1);
    poll(c, at);
  } else {
    c.refuse(at, `instruction 0x${op.toString(16)} is not supported`);
    return;
  }
  stack.pop(c.paramCount[type] as number);
  if (op === 0x12 || op === 0x13 || op === 0x15) stack.unreachable();
  else stack.pushMany(c.resultCount[type] as number);
}

const RESULT_TO_RESULT = funcType([I32], [I32]);

/** The kernel's own function; then the tlb is emptied, since the call may have changed the page table, and
 *  handlers run. */
function systemCall(c: Cursor): void {
  c.indexed(OP.call, K.trap);
  c.code.copy(ATTENTION_WORD, 0, ATTENTION_WORD.length);
  c.indexed(OP.global_get, c.plan.tlb.live);
  c.code.byte(OP.i32_or);
  c.hint(false);
  c.code.byte(OP.if);
  c.code.s32(c.plan.layout.type(RESULT_TO_RESULT));
  c.indexed(OP.call, c.plan.deliver.after());
  c.code.byte(OP.end);
}

/** Looks at the attention word before the first call of the module's own functions on every way. */
function poll(c: Cursor, at: number): void {
  if (!c.plan.safepoints || !c.stack.poll()) return;
  c.flush(at);
  c.code.copy(ATTENTION_WORD, 0, ATTENTION_WORD.length);
  c.hintedIf(false, EMPTY);
  c.indexed(OP.call, c.plan.safepoint);
  c.code.byte(OP.end);
}

function calleeType(c: Cursor, index: number): number {
  const { imports, functions } = c.plan.module;
  return index < c.imported ? (imports.types[index] as number) : (functions[index - c.imported] as number);
}
