// writer — the code of one copy of a function: runs of the original, spills behind what they keep, hints.

import { EMPTY, OP } from "../opcodes.ts";
import { Sink } from "../sink.ts";
import type { FuncType } from "../valtypes.ts";
import { codeBytes } from "./codes.ts";
import type { Shape, Spill } from "./points.ts";
import type { Program } from "./program.ts";

export class Writer {
  readonly out = new Sink(1 << 14);
  /** `offset * 2 + likely` of the hinted branches in the code, as they come. */
  readonly hints: number[] = [];
  readonly program: Program;
  #spills: readonly Spill[] = [];
  #spill = 0;
  /** Hints of the original, as `position * 2 + likely`. */
  #from: readonly number[] = [];
  #hint = 0;

  constructor(program: Program) {
    this.program = program;
  }

  begin(shape: Shape, hints: readonly number[]): void {
    this.out.len = 0;
    this.hints.length = 0;
    this.#spills = shape.spills;
    this.#spill = 0;
    this.#from = hints;
    this.#hint = 0;
  }

  /** Copies [from, to) with the spills behind its instructions, and those at `from`. */
  run(from: number, to: number): void {
    let at = from;
    for (; ; this.#spill++) {
      const spill = this.#spills[this.#spill];
      if (spill === undefined || spill.pos > to) break;
      this.copy(at, spill.pos);
      at = spill.pos;
      if (spill.locals.length === 1) this.indexed(OP.tee, spill.locals[0] as number);
      else {
        this.sets(spill.locals);
        this.gets(spill.locals);
      }
    }
    this.copy(at, to);
  }

  /** Copies bytes as they are. */
  copy(from: number, to: number): void {
    for (; ; this.#hint++) {
      const hint = this.#from[this.#hint];
      if (hint === undefined || hint >= to * 2) break;
      if (hint >= from * 2) this.hints.push((this.out.len - from) * 2 + hint);
    }
    this.out.copy(this.program.bodies.bytes, from, to);
  }

  /** Leaves out everything before `pos`, the spills that end there too. */
  skipTo(pos: number): void {
    while ((this.#spills[this.#spill]?.pos ?? Number.POSITIVE_INFINITY) <= pos) this.#spill++;
  }

  /** Leaves out the spills before `pos`, of code that was left out. */
  skipBefore(pos: number): void {
    while ((this.#spills[this.#spill]?.pos ?? Number.POSITIVE_INFINITY) < pos) this.#spill++;
  }

  /** The instruction at `at` is written anew here: its hint moves with it. */
  moveHint(at: number): void {
    while ((this.#from[this.#hint] ?? Number.POSITIVE_INFINITY) < at * 2) this.#hint++;
    const hint = this.#from[this.#hint];
    if (hint !== undefined && hint >>> 1 === at) this.hints.push(this.out.len * 2 + (hint & 1));
  }

  indexed(op: number, index: number): void {
    this.out.byte(op);
    this.out.u32(index);
  }

  i32(value: number): void {
    this.out.byte(OP.i32_const);
    this.out.s32(value);
  }

  gets(locals: readonly number[]): void {
    for (const local of locals) this.indexed(OP.get, local);
  }

  /** Pops into locals, the last one first. */
  sets(locals: readonly number[]): void {
    for (let i = locals.length - 1; i >= 0; i--) this.indexed(OP.set, locals[i] as number);
  }

  /** A block of a function type; the short forms where they say the same. */
  block(op: number, type: number): void {
    const { params, results } = this.program.layout.types[type] as FuncType;
    this.out.byte(op);
    if (params.length === 0 && results.length === 0) this.out.byte(EMPTY);
    else if (params.length === 0 && results.length === 1)
      this.out.raw(results[0]?.bytes as readonly number[]);
    else this.out.s32(type);
  }

  /** A block that takes nothing and leaves these. */
  blockOf(op: number, results: readonly number[]): void {
    this.out.byte(op);
    if (results.length === 0) this.out.byte(EMPTY);
    else if (results.length === 1) this.out.raw(codeBytes(results[0] as number));
    else this.out.s32(this.program.typeOfResults(results));
  }

  /** The declarations of locals: so many groups. */
  static locals(codes: readonly number[]): Sink {
    const out = new Sink(16 + codes.length * 2);
    const runs: [n: number, code: number][] = [];
    for (const code of codes) {
      const last = runs[runs.length - 1];
      if (last?.[1] === code) last[0]++;
      else runs.push([1, code]);
    }
    out.u32(runs.length);
    for (const [n, code] of runs) {
      out.u32(n);
      out.raw(codeBytes(code));
    }
    return out;
  }
}
