// arrival — the code of a function that jumps may come back to: kept locals, guarded calls, their labels.

import { Entry, type Visit } from "../capture/entry.ts";
import type { Events } from "../capture/events.ts";
import { writeGuarded } from "../capture/guard.ts";
import { Labels } from "../capture/labels.ts";
import type { Point, Shape } from "../capture/points.ts";
import type { Writer } from "../capture/writer.ts";
import { OP } from "../opcodes.ts";
import { I32 } from "../valtypes.ts";

const THROW = 0x08;

export interface ArrivalPlan {
  readonly shape: Shape;
  /** Locals that the sites' handlers read, and where each is kept. */
  readonly needed: readonly number[];
  readonly copies: readonly number[];
  /** Locals: the site to go to, 0 none; the last one called, 0 none; what was caught. */
  readonly at: number;
  readonly last: number;
  readonly thrown: number;
  /** The module has handlers of the legacy form. */
  readonly legacy: boolean;
}

export class Arrival {
  readonly #w: Writer;
  readonly #events: Events;
  readonly #plan: ArrivalPlan;
  readonly #labels = new Labels();
  #arrive = 0;

  constructor(w: Writer, events: Events, plan: ArrivalPlan) {
    this.#w = w;
    this.#events = events;
    this.#plan = plan;
  }

  write(): void {
    const w = this.#w;
    const { shape } = this.#plan;
    const { results } = w.program.signature(shape.type);
    w.blockOf(OP.loop, []);
    this.#labels.add();
    w.blockOf(OP.block, [I32]);
    this.#arrive = this.#labels.add();
    w.blockOf(OP.block, results);
    new Entry(w, this.#events, this.#labels, this.#visit()).write(shape.root, true);
    w.out.raw([OP.end, OP.return, OP.end]);
    this.#back();
    w.out.raw([OP.end, OP.unreachable, OP.end]);
  }

  #visit(): Visit {
    const w = this.#w;
    const { at, thrown } = this.#plan;
    // Where the handler is known a branch does what the throw would.
    const enter = ({ caught }: Point): void => {
      w.i32(0);
      w.indexed(OP.set, at);
      w.indexed(OP.get, thrown);
      if (caught < 0) w.indexed(THROW, w.program.aim.tag);
      else w.indexed(OP.br, this.#labels.moved(caught));
    };
    return {
      at: () => w.indexed(OP.get, at),
      call: (site) => this.#call(site),
      enter,
      either: (site) => {
        w.indexed(OP.get, at);
        w.blockOf(OP.if, []);
        this.#labels.add();
        enter(site);
        this.#labels.close();
        w.out.byte(OP.end);
        this.#call(site);
      },
      guard: (event) => this.#guard(event),
    };
  }

  /** Keeps the locals and the site's number, then makes its call. */
  #call(site: Point): void {
    const w = this.#w;
    const { needed, copies, last } = this.#plan;
    needed.forEach((local, i) => {
      w.indexed(OP.get, local);
      w.indexed(OP.set, copies[i] as number);
    });
    w.i32(site.first);
    w.indexed(OP.set, last);
    w.copy(site.at, site.end);
  }

  #guard(event: number): void {
    const w = this.#w;
    const { at, end, arg } = this.#events;
    writeGuarded(
      w,
      this.#plan.legacy,
      this.#labels.depth(this.#arrive),
      (op) => w.block(op, arg[event] as number),
      () => w.copy(at[event] as number, end[event] as number),
    );
  }

  /** Behind $arrive. */
  #back(): void {
    const w = this.#w;
    const { needed, copies, at, last, thrown } = this.#plan;
    w.indexed(OP.set, thrown);
    w.indexed(OP.get, last);
    w.out.byte(OP.i32_eqz);
    w.blockOf(OP.if, []);
    w.indexed(OP.get, thrown);
    w.indexed(THROW, w.program.aim.tag);
    w.out.byte(OP.end);
    needed.forEach((local, i) => {
      w.indexed(OP.get, copies[i] as number);
      w.indexed(OP.set, local);
    });
    w.indexed(OP.get, last);
    w.indexed(OP.set, at);
    w.indexed(OP.br, 0);
  }
}
