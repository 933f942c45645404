// cursor — the state of the pass over one function body: what is read, what is written, what is on the stack.

import type { Bulk } from "./bulk.ts";
import type { Deliver } from "./deliver.ts";
import { RewriteError } from "./errors.ts";
import type { Layout } from "./layout.ts";
import type { Module } from "./module.ts";
import { OP } from "./opcodes.ts";
import type { Reader } from "./reader.ts";
import { Scratch } from "./scratch.ts";
import { Sink } from "./sink.ts";
import { Stack } from "./stack.ts";
import { ENTRIES, type Tlb } from "./tlb.ts";
import type { Window } from "./window.ts";

/** What the pass needs to know of the whole module. */
export interface BodyPlan {
  readonly module: Module;
  readonly layout: Layout;
  readonly window: Window;
  readonly bulk: Bulk;
  readonly tlb: Tlb;
  readonly deliver: Deliver;
  /** Added functions: look at the attention word; be taken by the kernel when it is not 0. */
  readonly poll: number;
  readonly safepoint: number;
  /** Loops and calls look at the attention word. */
  readonly safepoints: boolean;
  /** The table must stay as it was instantiated: the module forks. */
  readonly fixedTable: boolean;
}

export class Cursor {
  readonly plan: BodyPlan;
  readonly r: Reader;
  readonly code = new Sink(1 << 16);
  readonly stack = new Stack();
  readonly scratch = new Scratch();
  readonly paramCount: Int32Array;
  readonly resultCount: Int32Array;
  readonly imported: number;
  /** Number of the function in hand, as the module counts. */
  func = 0;
  /** First byte not yet copied. */
  from = 0;
  /** Depths of the open loops that are written once. */
  readonly loops: number[] = [];
  /** The loop being written more than once: its place among the open blocks, -1 none yet. */
  loopFrame = -1;
  /** Blocks added between its body and its head by unrolling, and around the version in hand. */
  copy = 0;
  versions = 0;
  /** The version in hand is the one for the window. */
  window = false;
  readonly #entries = new Map<number, number>();
  /** Offsets in `code` of the branches that hold, and of those that do not, as they come. */
  readonly hints: number[] = [];

  constructor(plan: BodyPlan, r: Reader) {
    this.plan = plan;
    this.r = r;
    this.imported = plan.module.imports.functions.length;
    this.paramCount = Int32Array.from(plan.module.types, (t) => t.params.length);
    this.resultCount = Int32Array.from(plan.module.types, (t) => t.results.length);
  }

  /** Begins a function: its number, its parameters and locals, its results. The code starts here. */
  begin(func: number, locals: number, results: number): void {
    this.func = func;
    this.code.len = 0;
    this.hints.length = 0;
    this.loopFrame = -1;
    this.loops.length = 0;
    this.#entries.clear();
    this.scratch.begin(locals);
    this.stack.begin(results);
    this.from = this.r.pos;
  }

  /** Copies what lies between the last change and `to`. */
  flush(to: number): void {
    if (to > this.from) this.code.copy(this.r.bytes, this.from, to);
    this.from = to;
  }

  /** Drops the instruction that began at `at` and ends here. */
  replace(at: number): void {
    this.flush(at);
    this.from = this.r.pos;
  }

  /** Pops and pushes as an arity of opcodes.ts says. */
  arity(arity: number): void {
    const pushes = arity & 15;
    this.stack.pop(arity >> 4);
    if (pushes > 0) this.stack.pushMany(pushes);
  }

  /** Writes an opcode with one index. */
  indexed(op: number, index: number): void {
    this.code.byte(op);
    this.code.u32(index);
  }

  /** Leaves a block, and the loop when it is one. */
  leave(): void {
    if (this.loops[this.loops.length - 1] === this.stack.depth) this.loops.pop();
    this.stack.close();
  }

  /** The tlb entry for an address expression: new expressions take the entries in turn. */
  entry(key: number): number {
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = this.#entries.size % ENTRIES;
      this.#entries.set(key, entry);
    }
    return entry;
  }

  /** The branch that comes next is likely taken, or not. */
  hint(likely: boolean): void {
    this.hints.push(this.code.len * 2 + (likely ? 1 : 0));
  }

  /** Writes an `if` whose then-arm is the likely or the unlikely one. */
  hintedIf(likely: boolean, type: number): void {
    this.hint(likely);
    this.code.byte(OP.if);
    this.code.byte(type);
  }

  refuse(at: number, what: string): never {
    throw new RewriteError("unsupported", `function ${this.func} at byte ${at}: ${what}`);
  }
}
