// assembler — writes the body of an added function: instructions, locals, accesses to either memory.

import type { Layout } from "./layout.ts";
import { EMPTY, OP } from "./opcodes.ts";
import { Sink } from "./sink.ts";
import { type FuncType, I32 } from "./valtypes.ts";

/** One function body under construction. Locals 0.. are the parameters. */
export class Assembler extends Sink {
  readonly type: FuncType;
  readonly layout: Layout;
  readonly #locals: number[] = [];

  constructor(type: FuncType, layout: Layout) {
    super(64);
    this.type = type;
    this.layout = layout;
  }

  /** Adds a local of this type code. */
  local(code: number = I32): number {
    return this.type.params.length + this.#locals.push(code) - 1;
  }

  op(...ops: number[]): this {
    for (const op of ops) this.byte(op);
    return this;
  }

  #indexed(op: number, index: number): this {
    this.byte(op);
    this.u32(index);
    return this;
  }

  get(...locals: number[]): this {
    for (const local of locals) this.#indexed(OP.get, local);
    return this;
  }

  set(local: number): this {
    return this.#indexed(OP.set, local);
  }

  tee(local: number): this {
    return this.#indexed(OP.tee, local);
  }

  globalGet(index: number): this {
    return this.#indexed(OP.global_get, index);
  }

  globalSet(index: number): this {
    return this.#indexed(OP.global_set, index);
  }

  call(index: number): this {
    return this.#indexed(OP.call, index);
  }

  br(depth: number): this {
    return this.#indexed(OP.br, depth);
  }

  brIf(depth: number): this {
    return this.#indexed(OP.br_if, depth);
  }

  i32(value: number): this {
    this.byte(OP.i32_const);
    this.s32(value);
    return this;
  }

  i64(value: number): this {
    this.byte(OP.i64_const);
    this.s32(value);
    return this;
  }

  /** An instruction behind a prefix byte. */
  prefixed(prefix: number, op: number): this {
    this.byte(prefix);
    this.u32(op);
    return this;
  }

  if(result: number = EMPTY): this {
    return this.op(OP.if, result);
  }

  /** A one-byte access at offset 0; `align` is the exponent of 2 it promises. */
  access(op: number, memory: number, align = 0): this {
    this.byte(op);
    return this.memarg(memory, align);
  }

  memarg(memory: number, align: number): this {
    if (memory === 0) return this.op(align, 0);
    this.op(align | 0x40);
    this.u32(memory);
    return this.op(0);
  }

  /** Writes the finished body, with its size, to the code section. */
  finish(out: Sink): void {
    const head = new Sink(8);
    head.u32(this.#locals.length);
    for (const code of this.#locals) {
      head.u32(1);
      head.byte(code);
    }
    out.u32(head.len + this.len + 1);
    out.raw(head.view());
    out.raw(this.view());
    out.byte(OP.end);
  }
}
