// resume copy — () -> results: goes to the site of a record, resumes the frame inside, goes on (entry.ts).
//
// The site's number is looked for in the global `at`, which the innermost frame empties.

import { OP } from "../opcodes.ts";
import { Entry } from "./entry.ts";
import type { Events } from "./events.ts";
import type { Frame, FramePlan } from "./frame.ts";
import { Labels } from "./labels.ts";
import type { Point } from "./points.ts";
import type { Records } from "./records.ts";
import type { Writer } from "./writer.ts";

export class Resume {
  readonly #w: Writer;
  readonly #events: Events;
  readonly #records: Records;
  readonly #plan: FramePlan;
  readonly #frame: Frame;
  readonly #labels = new Labels();
  /** The save's label. */
  #out = 0;

  constructor(w: Writer, events: Events, records: Records, plan: FramePlan, frame: Frame) {
    this.#w = w;
    this.#events = events;
    this.#records = records;
    this.#plan = plan;
    this.#frame = frame;
  }

  write(): void {
    const w = this.#w;
    const { values, site, load, shape } = this.#plan;
    w.indexed(OP.call, load);
    w.sets(values);
    if (site >= 0) {
      this.#at();
      w.indexed(OP.set, site);
    }
    this.#frame.open();
    if (this.#frame.labels > 1) this.#out = this.#labels.add();
    const visit = {
      at: () => this.#at(),
      call: (point: Point) => this.#call(point),
      enter: (point: Point) => this.#inside(point),
      either: (point: Point) => this.#either(point),
    };
    new Entry(w, this.#events, this.#labels, visit).write(shape.root, false);
    this.#frame.close();
  }

  #at(): void {
    this.#w.indexed(OP.global_get, this.#records.at);
  }

  #guarded(block: (op: number) => void, call: () => void): void {
    this.#frame.guarded(this.#labels.depth(this.#out), block, call);
  }

  #call(point: Point): void {
    const w = this.#w;
    this.#frame.number(point);
    this.#guarded(
      (op) => w.block(op, point.type),
      () => w.copy(point.at, point.end),
    );
  }

  /** Resumes the frame inside. */
  #inside({ results }: Point): void {
    const w = this.#w;
    const inside = this.#records.inside(results);
    this.#guarded(
      (op) => w.blockOf(op, results),
      () => w.indexed(OP.call, inside),
    );
  }

  #either(point: Point): void {
    const w = this.#w;
    const inside = this.#records.inside(point.results);
    this.#frame.number(point);
    const either = (): void => {
      this.#at();
      w.blockOf(OP.if, point.results);
      w.indexed(OP.call, inside);
      w.out.byte(OP.else);
      w.copy(point.at, point.end);
      w.out.byte(OP.end);
    };
    this.#guarded((op) => w.blockOf(op, point.results), either);
  }
}
