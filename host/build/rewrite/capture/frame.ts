// frame — what both copies of a function share: the catching of the private tag, and the save behind it.
//
//     block $out
//       block $body (results)          when one try holds all calls: try_table (results) (catch $unwind $out)
//         ...
//           i32.const n; local.set site
//           try_table (catch $unwind $out)  call  end
//       end
//       return
//     end
//     values; site; function's number; call quire.save; unreachable
//
// One try holds all calls where the function has neither handlers of its own, which must not see the tag, nor
// loops, whose other calls need not be in a try. Modules of the legacy form get try and catch instead.

import { OP } from "../opcodes.ts";
import { CATCH, TRY, TRY_TABLE, writeClause, writeGuarded } from "./guard.ts";
import type { Point, Shape } from "./points.ts";
import type { Writer } from "./writer.ts";

/** What one function's copies need. */
export interface FramePlan {
  readonly shape: Shape;
  /** Locals in a record, in its order. */
  readonly values: readonly number[];
  /** Local of the site's number; -1: there is one site only. */
  readonly site: number;
  /** Number of the resume copy, index of the save and load functions. */
  readonly number: number;
  readonly save: number;
  readonly load: number;
  readonly legacy: boolean;
}

export class Frame {
  readonly #w: Writer;
  readonly #plan: FramePlan;
  readonly #whole: boolean;
  /** Labels around the function's body once it is open: its own and that of the save. */
  readonly labels: number;

  /** `whole`: one try may hold all calls. */
  constructor(w: Writer, plan: FramePlan, whole: boolean) {
    this.#w = w;
    this.#plan = plan;
    this.#whole = whole;
    this.labels = whole && plan.legacy ? 1 : 2;
  }

  #results(): readonly number[] {
    const { program } = this.#w;
    return program.signature(this.#plan.shape.type).results;
  }

  open(): void {
    const w = this.#w;
    const { legacy } = this.#plan;
    if (this.#whole && legacy) {
      w.blockOf(TRY, this.#results());
      return;
    }
    w.blockOf(OP.block, []);
    w.blockOf(this.#whole ? TRY_TABLE : OP.block, this.#results());
    if (this.#whole) writeClause(w, 0);
  }

  /** Ends the body and the function. */
  close(): void {
    const { out } = this.#w;
    const inHandler = this.#whole && this.#plan.legacy;
    if (inHandler) this.#w.indexed(CATCH, this.#w.program.aim.tag);
    else out.raw([OP.end, OP.return, OP.end]);
    this.#save();
    if (inHandler) out.byte(OP.end);
    out.byte(OP.end);
  }

  #save(): void {
    const w = this.#w;
    const { values, site, number, save } = this.#plan;
    w.gets(values);
    if (site < 0) w.i32(1);
    else w.indexed(OP.get, site);
    w.i32(number);
    w.indexed(OP.call, save);
    w.out.byte(OP.unreachable);
  }

  /** The site's number, before its call. */
  number(site: Point): void {
    if (this.#plan.site < 0) return;
    this.#w.i32(site.first);
    this.#w.indexed(OP.set, this.#plan.site);
  }

  /** A call that may throw the tag; `depth` is that of the save's label, `block` begins a block for it. */
  guarded(depth: number, block: (op: number) => void, call: () => void): void {
    if (this.#whole) call();
    else writeGuarded(this.#w, this.#plan.legacy, depth, block, call);
  }
}
