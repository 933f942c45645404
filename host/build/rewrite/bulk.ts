// bulk — the functions behind memory.copy, fill and init, and behind wait and notify.
//
// Each bulk function begins with the flat case, where the engine's own instruction does everything. Else it
// goes page by page: the longest run that stays in one page on every window side, both addresses looked up,
// one instruction on the memories concerned. Pages before a fault stay written, as on Linux. A run past
// 0xFFFF_F000 faults there, since that page is never mapped. copy goes downward when its destination lies
// above its source, so that overlapping runs arrive whole.

import { ATTENTION_LEFT } from "../../abi/structs.ts";
import { type Access, ATOMIC_ACCESS } from "./accesses.ts";
import type { Additions } from "./additions.ts";
import type { Assembler } from "./assembler.ts";
import type { Deliver } from "./deliver.ts";
import { ATTN, FLAT, K, PHYS } from "./layout.ts";
import { EMPTY, OP } from "./opcodes.ts";
import { NO_ENTRY, type Tlb } from "./tlb.ts";
import { funcType, I32, I64 } from "./valtypes.ts";
import { PAGE, READABLE, type Window, WRITABLE } from "./window.ts";

const NOTIFY = 0;
/** The kernel interrupted a wait: handlers run, then it goes on for the time left. */
const AGAIN = 3;
const BULK = 0xfc;
const INIT = 8;
const COPY = 10;
const FILL = 11;

export class Bulk {
  readonly #added: Additions;
  readonly #window: Window;
  readonly #tlb: Tlb;
  readonly #deliver: Deliver;
  readonly #segments = new Map<number, number>();

  constructor(added: Additions, window: Window, tlb: Tlb, deliver: Deliver) {
    this.#deliver = deliver;
    this.#tlb = tlb;
    this.#added = added;
    this.#window = window;
  }

  /** (base, expected, timeout, offset) or (base, count, offset) -> i32, by the atomic opcode 0..2. */
  wait(op: number): number {
    const operand = op === 2 ? I64 : I32;
    const type = funcType(op === NOTIFY ? [I32, I32, I32] : [I32, operand, I64, I32], [I32]);
    const name = ["notify", "wait32", "wait64"][op] ?? "";
    return this.#added.need(`quire.${name}`, type, (a) => {
      const ea = a.local();
      const offset = type.params.length - 1;
      this.#window.effective(a, 0, offset, ea, false);
      // Loading the word first gives Wasm's traps and the kernel's faults for a bad address.
      const probe = ATOMIC_ACCESS[op === 2 ? 0x11 : 0x10] as Access;
      a.get(ea).i32(0).i32(NO_ENTRY).call(this.#window.access(probe, 0)).op(OP.drop);
      if (op === NOTIFY) {
        a.get(ea, 1).call(K.notify).call(this.#tlb.flush());
        return;
      }
      const result = a.local();
      a.op(OP.loop, EMPTY).get(ea, 1, 2);
      a.call(op === 1 ? K.wait32 : K.wait64)
        .tee(result)
        .call(this.#tlb.flush());
      a.i32(AGAIN).op(OP.i32_eq).if();
      a.globalGet(ATTN).i32(ATTENTION_LEFT).op(OP.i32_add).access(OP.i64_load, PHYS, 3).set(2);
      this.#deliver.ifAttention(a);
      a.br(1).op(OP.end, OP.end).get(result);
    });
  }

  fill(): number {
    return this.#added.need("quire.memory.fill", funcType([I32, I32, I32], []), (a) => {
      const [to, value, n, run] = [0, 1, 2, a.local()];
      this.#flat(a, to).get(to, value, n).prefixed(BULK, FILL).op(FLAT, OP.return, OP.end);
      a.op(OP.loop, EMPTY).get(n).op(OP.i32_eqz).if().op(OP.return, OP.end);
      upward(a, to, n, run);
      this.#window.translate(a, to, true);
      a.get(value, run).prefixed(BULK, FILL).op(PHYS);
      advance(a, [to], n, run);
    });
  }

  init(segment: number): number {
    const known = this.#segments.get(segment);
    if (known !== undefined) return known;
    const build = (a: Assembler): void => {
      const [to, from, n, run] = [0, 1, 2, a.local()];
      const instruction = (memory: number): void => {
        a.prefixed(BULK, INIT).u32(segment);
        a.op(memory);
      };
      this.#flat(a, to).get(to, from, n);
      instruction(FLAT);
      a.op(OP.return, OP.end, OP.loop, EMPTY).get(n).op(OP.i32_eqz).if().op(OP.return, OP.end);
      upward(a, to, n, run);
      this.#window.translate(a, to, true);
      a.get(from, run);
      instruction(PHYS);
      advance(a, [to, from], n, run);
    };
    const index = this.#added.need(`quire.memory.init.${segment}`, funcType([I32, I32, I32], []), build);
    this.#segments.set(segment, index);
    return index;
  }

  copy(): number {
    return this.#added.need("quire.memory.copy", funcType([I32, I32, I32], []), (a) => {
      const [to, from, n] = [0, 1, 2];
      const copyFlat = (): void => void a.get(to, from, n).prefixed(BULK, COPY).op(FLAT, FLAT);
      this.#isFlat(a, to);
      this.#isFlat(a, from).op(OP.i32_and).if();
      copyFlat();
      a.op(OP.return, OP.end);
      a.get(n).op(OP.i32_eqz).if().op(OP.return, OP.end);
      this.#within(a, to, n, true);
      this.#within(a, from, n, false);
      a.get(to, from).op(OP.i32_gt_u).if().get(to, from, n).call(this.#copyRuns(true)).op(OP.else);
      a.get(to, from, n).call(this.#copyRuns(false)).op(OP.end);
    });
  }

  /** A side that is not flat: its first byte must be mapped, and its last below 4 GiB. */
  #within(a: Assembler, start: number, n: number, write: boolean): void {
    this.#isFlat(a, start).op(OP.i32_eqz).if();
    this.#window.effective(a, start, this.#lastOf(a, n), a.local(), write);
    this.#window.translate(a, start, write);
    a.op(OP.drop, OP.end);
  }

  /** A local holding n - 1. */
  #lastOf(a: Assembler, n: number): number {
    const last = a.local();
    a.get(n).i32(1).op(OP.i32_sub).set(last);
    return last;
  }

  /** Copies run by run, at least one side in the window; `down` begins at the ends. */
  #copyRuns(down: boolean): number {
    const name = down ? "quire.copy.down" : "quire.copy.up";
    return this.#added.need(name, funcType([I32, I32, I32], []), (a) => {
      const [to, from, n, run, toFlat, fromFlat] = [0, 1, 2, a.local(), a.local(), a.local()];
      this.#isFlat(a, to).set(toFlat);
      this.#isFlat(a, from).set(fromFlat);
      if (down) for (const side of [to, from]) a.get(side, n).op(OP.i32_add).set(side);
      a.op(OP.loop, EMPTY).get(n).set(run);
      for (const [side, flat] of [
        [to, toFlat],
        [from, fromFlat],
      ] as const) {
        a.get(flat).op(OP.i32_eqz).if();
        limit(a, side, run, down);
        a.op(OP.end);
      }
      if (down) for (const side of [to, from]) a.get(side, run).op(OP.i32_sub).set(side);
      this.#copyRun(a, { to, from, run, toFlat, fromFlat });
      if (!down) for (const side of [to, from]) a.get(side, run).op(OP.i32_add).set(side);
      a.get(n, run).op(OP.i32_sub).tee(n).brIf(0).op(OP.end);
    });
  }

  /** One run, by where its two sides lie. */
  #copyRun(
    a: Assembler,
    l: { to: number; from: number; run: number; toFlat: number; fromFlat: number },
  ): void {
    a.get(l.toFlat).if().get(l.to);
    this.#window.translate(a, l.from, false);
    a.get(l.run).prefixed(BULK, COPY).op(FLAT, PHYS, OP.else);
    a.get(l.fromFlat).if();
    this.#window.translate(a, l.to, true);
    a.get(l.from, l.run).prefixed(BULK, COPY).op(PHYS, FLAT, OP.else);
    a.get(l.to).i32(WRITABLE).get(l.from).i32(READABLE).call(this.#window.pair());
    a.get(l.run).prefixed(BULK, COPY).op(PHYS, PHYS, OP.end, OP.end);
  }

  #isFlat(a: Assembler, address: number): Assembler {
    return a
      .get(address)
      .i32(this.#window.guard - 1)
      .op(OP.i32_gt_s);
  }

  #flat(a: Assembler, address: number): Assembler {
    return this.#isFlat(a, address).if();
  }
}

/** run = min(n, bytes from `at` to the end of its page). */
function upward(a: Assembler, at: number, n: number, run: number): void {
  a.get(n).set(run);
  limit(a, at, run, false);
}

/** Cuts `run` to the page of `at`: the bytes from it on, or going down those before it. */
function limit(a: Assembler, at: number, run: number, down: boolean): void {
  const left = a.local();
  if (down)
    a.get(at)
      .i32(1)
      .op(OP.i32_sub)
      .i32(PAGE - 1)
      .op(OP.i32_and)
      .i32(1)
      .op(OP.i32_add)
      .set(left);
  else
    a.i32(PAGE)
      .get(at)
      .i32(PAGE - 1)
      .op(OP.i32_and, OP.i32_sub)
      .set(left);
  a.get(run, left, run, left).op(OP.i32_lt_u, OP.select).set(run);
}

/** Moves the places forward, counts n down, goes round; ends the loop. */
function advance(a: Assembler, places: readonly number[], n: number, run: number): void {
  for (const place of places) a.get(place, run).op(OP.i32_add).set(place);
  a.get(n, run).op(OP.i32_sub).set(n).br(0).op(OP.end);
}
