// segments — copies code without sites to where labels have been added: branches find theirs, dead code is
// left out.

import { OP } from "../opcodes.ts";
import { Reader } from "../reader.ts";
import { EVENT, type Events } from "./events.ts";
import { skipBlockType } from "./immediates.ts";
import type { Labels } from "./labels.ts";
import type { Writer } from "./writer.ts";

const TRY = 0x06;
const RETHROW = 0x09;
const DELEGATE = 0x18;
const TRY_TABLE = 0x1f;

export class Segments {
  readonly #w: Writer;
  readonly #events: Events;
  readonly #labels: Labels;
  /** First byte not yet copied. */
  #from = 0;

  /** Writes a call to be guarded: its event. */
  readonly #guard: ((event: number) => void) | undefined;

  constructor(w: Writer, events: Events, labels: Labels, guard?: (event: number) => void) {
    this.#guard = guard;
    this.#w = w;
    this.#events = events;
    this.#labels = labels;
  }

  /** Copies the bytes [from, to), whose events are [first, last). */
  copy(from: number, to: number, first: number, last: number): void {
    this.#from = from;
    for (let i = first; i < last; i++) this.#event(i);
    this.#w.run(this.#from, to);
  }

  #event(i: number): void {
    const { kind, at, end, arg } = this.#events;
    switch (kind[i]) {
      case OP.block:
      case OP.loop:
      case OP.if:
      case TRY:
        this.#labels.enter();
        return;
      case TRY_TABLE:
        this.#w.run(this.#from, at[i] as number);
        this.tryTable(i);
        this.#from = end[i] as number;
        this.#labels.enter();
        return;
      case OP.end:
        this.#labels.leave();
        return;
      case DELEGATE:
        this.#labels.leave();
        this.#branch(i, new Reader(this.#w.program.bodies.bytes, (at[i] as number) + 1).u32());
        return;
      case OP.br:
      case OP.br_if:
      case RETHROW:
      case EVENT.brOnNull:
        this.#branch(i, arg[i] as number);
        return;
      case OP.br_table:
        this.#table(i);
        return;
      case EVENT.guard:
        this.#w.run(this.#from, at[i] as number);
        this.#guard?.(i);
        this.#from = end[i] as number;
        return;
      case EVENT.dead:
        this.#w.run(this.#from, at[i] as number);
        this.#from = end[i] as number;
    }
  }

  #branch(i: number, depth: number): void {
    const moved = this.#labels.moved(depth);
    if (moved === depth) return;
    const at = this.#events.at[i] as number;
    this.#w.run(this.#from, at);
    this.#w.moveHint(at);
    this.#w.indexed(this.#w.program.bodies.bytes[at] as number, moved);
    this.#from = this.#events.end[i] as number;
  }

  /** `delegate` of a try that holds sites, whose block the labels have left. */
  delegate(i: number): void {
    const r = new Reader(this.#w.program.bodies.bytes, (this.#events.at[i] as number) + 1);
    this.#w.indexed(DELEGATE, this.#labels.moved(r.u32()));
  }

  #table(i: number): void {
    const at = this.#events.at[i] as number;
    this.#w.run(this.#from, at);
    const r = new Reader(this.#w.program.bodies.bytes, at + 1);
    const targets = r.u32();
    this.#w.indexed(OP.br_table, targets);
    for (let n = targets; n >= 0; n--) this.#w.out.u32(this.#labels.moved(r.u32()));
    this.#from = this.#events.end[i] as number;
  }

  /** The beginning of a try_table: its clauses name labels outside it. */
  tryTable(i: number): void {
    const at = this.#events.at[i] as number;
    const r = new Reader(this.#w.program.bodies.bytes, at + 1);
    const { out } = this.#w;
    skipBlockType(r);
    this.#w.copy(at, r.pos);
    const clauses = r.u32();
    out.u32(clauses);
    for (let n = clauses; n > 0; n--) {
      const kind = r.byte();
      out.byte(kind);
      if (kind < 2) out.u32(r.u32());
      out.u32(this.#labels.moved(r.u32()));
    }
  }
}
