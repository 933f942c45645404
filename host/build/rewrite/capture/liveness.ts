// liveness — which locals a function still reads after one of its sites: those a record must hold.
//
// A backward pass over the events with one set of locals. What is live at a loop's head is known only behind
// its body, so the pass is repeated until no head grows. Code in a try may leave for its handlers anywhere:
// what is live there is live in all of the try ("pinned").

import { OP } from "../opcodes.ts";
import { Reader } from "../reader.ts";
import { EVENT, type Events } from "./events.ts";

type Bits = Uint32Array<ArrayBuffer>;

const TRY = 0x06;
const TRY_TABLE = 0x1f;

interface Frame {
  /** The event that begins the block. */
  event: number;
  kind: number;
  /** Live behind the block; at the beginning of the else; at those of the handlers; pinned outside. */
  readonly after: Bits;
  readonly other: Bits;
  readonly handlers: Bits;
  readonly outer: Bits;
  hasOther: boolean;
}

export class Liveness {
  readonly #events: Events;
  readonly #bytes: Uint8Array;
  readonly #words: number;
  readonly #live: Bits;
  readonly #pinned: Bits;
  readonly #needed: Bits;
  readonly #heads = new Map<number, Bits>();
  readonly #frames: Frame[] = [];
  #depth = 0;
  #grown = false;
  /** What counts at a site is where its handlers go on, not what is behind it. */
  readonly #thrown: boolean;
  /** Called with each site's event and the locals live there. */
  readonly #atSite: (event: number, live: Bits) => void;

  constructor(
    events: Events,
    bytes: Uint8Array,
    locals: number,
    atSite: (event: number, live: Bits) => void,
    thrown = false,
  ) {
    this.#thrown = thrown;
    this.#events = events;
    this.#bytes = bytes;
    this.#words = (locals + 31) >>> 5;
    this.#live = this.#bits();
    this.#pinned = this.#bits();
    this.#needed = this.#bits();
    this.#atSite = atSite;
  }

  /** The locals live at any site, in order. */
  needed(): number[] {
    do {
      this.#grown = false;
      this.#live.fill(0);
      this.#pinned.fill(0);
      this.#depth = 0;
      for (let i = this.#events.length - 1; i >= 0; i--) this.#step(i);
    } while (this.#grown);
    const list: number[] = [];
    this.#needed.forEach((word, w) => {
      for (let bit = 0; bit < 32; bit++) if ((word >>> bit) & 1) list.push(w * 32 + bit);
    });
    return list;
  }

  #bits(): Bits {
    return new Uint32Array(this.#words);
  }

  #step(i: number): void {
    const { kind, arg } = this.#events;
    const local = arg[i] as number;
    switch (kind[i]) {
      case OP.get:
        this.#live[local >>> 5]! |= 1 << (local & 31);
        return;
      case OP.set:
      case OP.tee:
        this.#live[local >>> 5]! &= ~(1 << (local & 31)) | (this.#pinned[local >>> 5] as number);
        return;
      case EVENT.site: {
        const live = this.#thrown ? this.#pinned : this.#live;
        union(this.#needed, live);
        this.#atSite(i, live);
        return;
      }
      case OP.br:
        assign(this.#live, this.#target(local));
        union(this.#live, this.#pinned);
        return;
      case OP.br_if:
      case EVENT.brOnNull:
        union(this.#live, this.#target(local));
        return;
      case OP.br_table:
        assign(this.#live, this.#pinned);
        this.#table(i);
        return;
      case EVENT.leave:
      case 0x09: // rethrow
        assign(this.#live, this.#pinned);
        return;
      case EVENT.dead:
      case EVENT.guard:
        return;
      default:
        this.#structure(i);
    }
  }

  /** What is live where a branch of this depth goes. */
  #target(depth: number): Bits {
    const frame = this.#frames[this.#depth - 1 - depth] as Frame;
    return frame.kind === OP.loop ? this.#head(frame.event) : frame.after;
  }

  #head(event: number): Bits {
    let head = this.#heads.get(event);
    if (head === undefined) {
      head = this.#bits();
      this.#heads.set(event, head);
    }
    return head;
  }

  #table(i: number): void {
    const r = new Reader(this.#bytes, (this.#events.at[i] as number) + 1);
    for (let n = r.u32(); n >= 0; n--) union(this.#live, this.#target(r.u32()));
  }

  /** Beginnings, turns and ends of blocks, the ends first. */
  #structure(i: number): void {
    const kind = this.#events.kind[i] as number;
    if (kind === OP.end || kind === 0x18) {
      this.#close(i);
      return;
    }
    const frame = this.#frames[this.#depth - 1] as Frame;
    if (kind === OP.else) {
      assign(frame.other, this.#live);
      frame.hasOther = true;
      assign(this.#live, frame.after);
      union(this.#live, this.#pinned);
    } else if (kind === 0x07 || kind === 0x19) {
      union(frame.handlers, this.#live);
      union(this.#pinned, frame.handlers);
      assign(this.#live, frame.after);
      union(this.#live, this.#pinned);
    } else this.#begin(frame, i);
  }

  /** The end of a block, where the backward way enters it. */
  #close(i: number): void {
    const event = this.#events.arg[i] as number;
    if (this.#depth === this.#frames.length) this.#frames.push(this.#newFrame());
    const frame = this.#frames[this.#depth] as Frame;
    frame.event = event;
    frame.kind = event < 0 ? OP.block : (this.#events.kind[event] as number);
    frame.hasOther = false;
    assign(frame.after, this.#live);
    if (frame.kind === TRY) frame.handlers.fill(0);
    assign(frame.outer, this.#pinned);
    if (frame.kind === TRY_TABLE) this.#clauses(event);
    this.#depth++;
  }

  #newFrame(): Frame {
    const [after, other, handlers, outer] = [this.#bits(), this.#bits(), this.#bits(), this.#bits()];
    return { event: -1, kind: 0, after, other, handlers, outer, hasOther: false };
  }

  /** Where a try_table's handlers go on is pinned in it. Depths count from outside. */
  #clauses(event: number): void {
    const { at } = this.#events;
    const r = new Reader(this.#bytes, (at[event] as number) + 1);
    if ((r.bytes[r.pos] as number) === 0x63 || r.bytes[r.pos] === 0x64) r.pos++;
    r.skipLeb();
    for (let n = r.u32(); n > 0; n--) {
      if (r.byte() < 2) r.skipLeb();
      union(this.#pinned, this.#target(r.u32()));
    }
    union(this.#live, this.#pinned);
  }

  #begin(frame: Frame, i: number): void {
    if (frame.kind === OP.if) union(this.#live, frame.hasOther ? frame.other : frame.after);
    if (frame.kind === OP.loop && union(this.#head(i), this.#live)) this.#grown = true;
    if (frame.kind === TRY || frame.kind === TRY_TABLE) assign(this.#pinned, frame.outer);
    this.#depth--;
  }
}

/** Sets are small: a loop beats the engine's own copy. */
function assign(to: Bits, from: Bits): void {
  for (let w = 0; w < to.length; w++) to[w] = from[w] as number;
}

/** Adds a set to another; true when that made it larger. */
function union(to: Bits, from: Bits): boolean {
  let grown = false;
  for (let w = 0; w < to.length; w++) {
    const was = to[w] as number;
    const now = (was | (from[w] as number)) >>> 0;
    if (now === was) continue;
    to[w] = now;
    grown = true;
  }
  return grown;
}
