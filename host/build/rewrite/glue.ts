// glue — the functions that make a module a guest: init, run, poll, and fork's half of stack capture.
//
// init       every active data segment, in order, as memory.init and data.drop; then the start function
// run        call _start; in a module that forks, again and again while a fork unwinds it:
//
//     if (resume) result = 0, start rewinding
//     loop
//       _start()
//       if not unwinding: return
//       stop unwinding
//       result = kernel.fork(flags, end of the captured stack, where memory goes on)
//       start rewinding
//
// fork       what a call of kern.fork has become:
//
//     rewinding: stop rewinding, return result
//     r = kernel.forkBegin(flags); negative: return r
//     start unwinding into [guard, min(stack pointer, lowest data))
//
// At the guard stand the two words Asyncify keeps its place in: next free byte, and limit.

import type { Additions } from "./additions.ts";
import type { Assembler } from "./assembler.ts";
import { copyConstant } from "./constexpr.ts";
import { ATTENTION_WORD } from "./control.ts";
import type { Deliver } from "./deliver.ts";
import type { Layout } from "./layout.ts";
import { FLAT, K, KERNEL } from "./layout.ts";
import type { Module } from "./module.ts";
import { EMPTY, OP } from "./opcodes.ts";
import { Reader } from "./reader.ts";
import type { Tlb } from "./tlb.ts";
import { funcType, I32 } from "./valtypes.ts";

/** Asyncify's exported functions, by their index in the rewritten module. */
export interface Capture {
  readonly startUnwind: number;
  readonly stopUnwind: number;
  readonly startRewind: number;
  readonly stopRewind: number;
  readonly state: number;
  /** Global of the C stack pointer, when the module has one. */
  readonly stackPointer: number | undefined;
  /** Where the module's data begin. */
  readonly lowestData: number;
  readonly guard: number;
  /** Added globals: result and flags of the fork in hand. */
  readonly result: number;
  readonly flags: number;
}

const NORMAL = funcType([], []);
const UNWINDING = 1;
const REWINDING = 2;
/** Bytes of Asyncify's two words. */
const PLACE_BYTES = 8;

/** The kernel takes the thread; the page table may be another when it comes back, and handlers run. */
export function addSafepoint(added: Additions, tlb: Tlb, deliver: Deliver): number {
  return added.need("quire.safepoint", NORMAL, (a) => {
    a.call(K.safepoint).call(tlb.flush());
    deliver.ifAttention(a);
  });
}

export function addPoll(added: Additions, tlb: Tlb, deliver: Deliver): number {
  const safepoint = addSafepoint(added, tlb, deliver);
  return added.need("quire.poll", NORMAL, (a) => {
    a.raw(ATTENTION_WORD);
    a.if().call(safepoint).op(OP.end);
  });
}

/** kern.trap where it is not called directly: as a function reference or by a tail call. */
export function addTrap(added: Additions, deliver: Deliver): number {
  const [, type] = KERNEL[K.trap] as (typeof KERNEL)[number];
  return added.need("quire.trap", type, (a) => {
    a.get(...type.params.keys())
      .call(K.trap)
      .call(deliver.after());
  });
}

export function addInit(added: Additions, m: Module, layout: Layout, capture: Capture | undefined): number {
  return added.need("quire.init", NORMAL, (a) => {
    m.data.forEach((segment, i) => {
      if (segment.active === undefined) return;
      const expression = new Reader(m.bytes, ...segment.active.offset);
      copyConstant(expression, layout, a);
      a.len--; // without the expression's `end`
      a.i32(0).i32(segment.bytes[1] - segment.bytes[0]);
      a.prefixed(0xfc, 8).u32(i);
      a.op(FLAT).prefixed(0xfc, 9).u32(i);
    });
    if (m.start === undefined) return;
    a.call(layout.func(m.start));
    // A fork inside the start function would have nowhere to come back to.
    if (capture !== undefined) a.call(capture.state).if().op(OP.unreachable, OP.end);
  });
}

export function addRun(added: Additions, start: number, capture: Capture | undefined, tlb: Tlb): number {
  return added.need("quire.run", funcType([I32], []), (a) => {
    if (capture === undefined) a.call(start);
    else runForking(a, start, capture, tlb.flush());
  });
}

function runForking(a: Assembler, start: number, c: Capture, flush: number): void {
  a.get(0).if().i32(0).globalSet(c.result).i32(c.guard).call(c.startRewind).op(OP.end);
  a.op(OP.loop, EMPTY).call(start);
  a.call(c.state).i32(UNWINDING).op(OP.i32_ne).if().op(OP.return, OP.end);
  a.call(c.stopUnwind);
  a.globalGet(c.flags).i32(c.guard).access(OP.i32_load, FLAT, 2);
  highStart(a, c);
  a.call(K.fork).globalSet(c.result).call(flush);
  a.i32(c.guard).call(c.startRewind).br(0).op(OP.end);
}

/** Pushes min(stack pointer, lowest data): what lies below is free. */
function highStart(a: Assembler, c: Capture): void {
  if (c.stackPointer === undefined) {
    a.i32(c.lowestData);
    return;
  }
  a.globalGet(c.stackPointer).i32(c.lowestData);
  a.globalGet(c.stackPointer).i32(c.lowestData).op(OP.i32_lt_u, OP.select);
}

export function addFork(added: Additions, c: Capture, tlb: Tlb): number {
  return added.need("quire.fork", funcType([I32], [I32]), (a) => {
    const answer = a.local();
    a.call(c.state).i32(REWINDING).op(OP.i32_eq).if();
    a.call(c.stopRewind).globalGet(c.result).op(OP.return, OP.end);
    a.get(0).call(K.forkBegin).set(answer);
    a.call(tlb.flush()).get(answer).i32(0).op(OP.i32_lt_s).if().get(answer).op(OP.return, OP.end);
    a.get(0).globalSet(c.flags);
    a.i32(c.guard)
      .i32(c.guard + PLACE_BYTES)
      .access(OP.i32_store, FLAT, 2);
    a.i32(c.guard + 4);
    highStart(a, c);
    a.access(OP.i32_store, FLAT, 2);
    a.i32(c.guard).call(c.startUnwind).i32(0);
  });
}
