// glue — the functions that make a module a guest: init, run, poll, and the doors of its system calls.
//
// init       every active data segment, in order, as memory.init and data.drop; then the start function
// run        call _start
//
// In a module that forks, init, run and the function behind kern.fork are completed by capture/root.ts.

import type { Additions } from "./additions.ts";
import { copyConstant } from "./constexpr.ts";
import { ATTENTION_WORD } from "./control.ts";
import type { Deliver } from "./deliver.ts";
import type { Layout } from "./layout.ts";
import { FLAT, K, KERNEL } from "./layout.ts";
import type { Module } from "./module.ts";
import { OP } from "./opcodes.ts";
import { Reader } from "./reader.ts";
import type { Tlb } from "./tlb.ts";
import { funcType, I32 } from "./valtypes.ts";

const NORMAL = funcType([], []);

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

export function addInit(added: Additions, m: Module, layout: Layout): number {
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
    if (m.start !== undefined) a.call(layout.func(m.start));
  });
}

/** The handlers that are pending when the host finds the guest outside of its code. */
export function addHandle(added: Additions, deliver: Deliver): number {
  return added.need("quire.handle", NORMAL, (a) => {
    a.call(deliver.deliver());
  });
}

export function addRun(added: Additions, start: number): number {
  return added.need("quire.run", funcType([I32], []), (a) => {
    a.call(start);
  });
}

/** What kern.fork has become: its body is written when the stack's capture is (capture/root.ts). */
export function addFork(added: Additions): number {
  return added.need("quire.fork", funcType([I32], [I32]), (a) => {
    a.op(OP.unreachable);
  });
}
