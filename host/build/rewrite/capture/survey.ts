// survey — reads one function that has sites: its sites and levels, what lies on the stack at each.
//
// One pass forward with a typed operand stack. What is behind a branch is dead: it is stepped over, and a
// call there is no site. Legacy handlers: the exception they caught is lost when a stack is captured inside
// them, so a `rethrow` of it that can be reached after a site is refused.

import { RewriteError } from "../errors.ts";
import { OP } from "../opcodes.ts";
import { Reader } from "../reader.ts";
import { readValType } from "../valtypes.ts";
import { codeOf, isNumber } from "./codes.ts";
import { EVENT, Events } from "./events.ts";
import { skipImmediates } from "./immediates.ts";
import { Operands } from "./operands.ts";
import type { Level, Point, Shape, Spill } from "./points.ts";
import type { Program } from "./program.ts";
import { Slots } from "./slots.ts";

export interface Frame {
  readonly op: number;
  /** Height of the stack below its parameters. */
  readonly base: number;
  readonly params: readonly number[];
  readonly results: readonly number[];
  readonly event: number;
  readonly at: number;
  readonly levels: Level[];
  /** Of a try_table: the depth, outside it, of the label where the aim's tag goes; -1: not known, or none. */
  readonly caught: number;
  /** Sites seen before it. */
  readonly before: number;
  /** A branch goes back to its beginning. */
  repeats: boolean;
  /** Of a try in a handler: the sites before it, and where it last rethrows its exception; -1: none. */
  handler: number;
  rethrows: number;
}

/** Of a block: it catches nothing; a try: where it catches is not known. */
export const UNCAUGHT = -1;
export const UNKNOWN_PLACE = -2;
const ELSE: number = OP.else;
const TRY = 0x06;

export class Survey {
  readonly events = new Events();
  readonly operands = new Operands();
  readonly slots = new Slots();
  readonly program: Program;
  /** Types of parameters and locals. */
  locals: number[] = [];
  r = new Reader(new Uint8Array(0));
  frames: Frame[] = [];
  sites: Point[] = [];
  catches = false;
  loops = false;
  #func = 0;
  #start = 0;
  #spills: Spill[] = [];

  constructor(program: Program) {
    this.program = program;
  }

  /** Begins a function; the reader stands at its code. */
  begin(func: number, start: number, end: number): void {
    const { params, results } = this.program.signature(this.program.typeOf(func));
    this.r = new Reader(this.program.bodies.bytes, start, end);
    this.#func = func;
    this.#start = start;
    this.locals = [...params];
    for (let n = this.r.u32(); n > 0; n--) {
      const count = this.r.u32();
      const code = codeOf(readValType(this.r));
      for (let k = 0; k < count; k++) this.locals.push(code);
    }
    this.frames = [];
    this.sites = [];
    this.catches = false;
    this.loops = false;
    this.#spills = [];
    this.operands.begin();
    this.events.length = 0;
    this.slots.begin(this.locals.length);
    this.enter(OP.block, this.r.pos, -1, [], results);
  }

  /** What has been found, when the last frame is closed. */
  shape(root: Level): Shape {
    const { sites, catches, loops } = this;
    const type = this.program.typeOf(this.#func);
    return {
      func: this.#func,
      type,
      start: this.#start,
      code: root.pos,
      last: this.r.pos - 1,
      params: this.program.signature(type).params.length,
      locals: this.locals,
      added: this.slots.codes,
      kept: this.slots.kept,
      root,
      sites,
      spills: this.#spills.sort((a, b) => a.pos - b.pos),
      catches,
      loops,
    };
  }

  /** Enters a block whose parameters are on the stack. */
  enter(
    op: number,
    at: number,
    event: number,
    params: readonly number[],
    results: readonly number[],
    caught = UNCAUGHT,
  ): void {
    this.operands.pop(params.length);
    const base = this.operands.height;
    const before = this.sites.length;
    this.frames.push({
      op,
      base,
      params,
      results,
      event,
      at,
      levels: [],
      caught,
      before,
      repeats: false,
      handler: -1,
      rethrows: -1,
    });
    this.#part(params, -1);
  }

  /** The next part of the innermost block: a body, an arm, a handler. */
  #part(params: readonly number[], tag: number): void {
    const frame = this.frames[this.frames.length - 1] as Frame;
    const { pos } = this.r;
    this.operands.cut(frame.base);
    this.operands.pushAll(params, pos);
    frame.levels.push({ pos, event: this.events.length, end: -1, points: [], params, slots: [], tag });
  }

  /** An else or a handler begins: `values` are what it finds on the stack. */
  turn(kind: number, at: number, tag: number): void {
    const frame = this.frames[this.frames.length - 1] as Frame;
    (frame.levels[frame.levels.length - 1] as Level).end = this.events.length;
    this.events.add(kind, at, this.r.pos, frame.event);
    if (kind !== ELSE) {
      frame.handler = this.sites.length;
      frame.rethrows = -1;
    }
    this.#part(kind === ELSE ? frame.params : tag < 0 ? [] : this.program.tag(tag), tag);
  }

  /** The innermost block ends; it becomes a point when it holds sites. */
  leave(kind: number, at: number): void {
    const frame = this.frames.pop() as Frame;
    const event = this.events.add(kind, at, this.r.pos, frame.event);
    (frame.levels[frame.levels.length - 1] as Level).end = event;
    if (frame.event >= 0) this.events.arg[frame.event] = event;
    const outer = this.frames[this.frames.length - 1];
    if (outer !== undefined && this.sites.length > frame.before) this.#construct(frame, outer);
    this.operands.cut(frame.base);
    if (outer !== undefined) this.operands.pushAll(frame.results, this.r.pos);
  }

  #construct(frame: Frame, outer: Frame): void {
    const { op, base, levels, params, repeats } = frame;
    for (const level of levels)
      level.slots = level.params.map((code, i) => this.#slot(base + i, code, frame.at));
    const condition = op === OP.if ? this.slots.at(base + params.length, 0x7f) : -1;
    const { lowers, codes } = this.#lowers(outer, base);
    const [first, last, end] = [frame.before + 1, this.sites.length, this.r.pos];
    const construct = { op, levels, condition, repeats };
    const place = { event: frame.event, at: frame.at, end, first, last, depth: this.frames.length };
    this.#point(outer, { ...place, lowers, codes, construct, results: [], type: -1, caught: -1 });
  }

  /** A call of the aim, its arguments popped; `type` is that of the block around it. */
  site(at: number, results: readonly number[], type: number): void {
    const { frames, operands } = this;
    const outer = frames[frames.length - 1] as Frame;
    this.#keepAll(at);
    this.#checkRethrows(at);
    if (!this.program.aim.inHandlers && frames.some(({ handler }) => handler >= 0))
      this.refuse(at, `${this.program.aim.name} stands in a handler of the legacy form`);
    const number = this.sites.length + 1;
    const event = this.events.add(EVENT.site, at, this.r.pos);
    const place = { event, at, end: this.r.pos, first: number, last: number, depth: frames.length };
    const { lowers, codes } = this.#lowers(outer, operands.height);
    const caught = this.#caught();
    const point: Point = { ...place, lowers, codes, construct: undefined, results, type, caught };
    this.sites.push(point);
    this.#point(outer, point);
    operands.pushAll(results, this.r.pos);
  }

  /** Where the aim's tag goes from here: the depth of the label; -1: not known. */
  #caught(): number {
    const { frames } = this;
    for (let i = frames.length - 1; i > 0; i--) {
      const { caught } = frames[i] as Frame;
      if (caught >= 0) return frames.length - i + caught;
      if (caught === UNKNOWN_PLACE) break;
    }
    return -1;
  }

  #point(frame: Frame, point: Point): void {
    (frame.levels[frame.levels.length - 1] as Level).points.push(point);
  }

  /** The operands of the level in hand up to a height. */
  #lowers(frame: Frame, height: number): { lowers: number[]; codes: number[] } {
    const lowers: number[] = [];
    const codes: number[] = [];
    for (let at = frame.base; at < height; at++) {
      codes.push(this.operands.code(at));
      lowers.push(this.slots.at(at, this.operands.code(at)));
    }
    return { lowers, codes };
  }

  #slot(height: number, code: number, at: number): number {
    const slot = this.slots.at(height, code);
    if (slot < 0)
      this.refuse(at, `a reference that is never null stands on the stack around ${this.program.aim.name}`);
    return slot;
  }

  /** Marks all operands: a record must hold them. */
  #keepAll(site: number): void {
    const { operands, slots } = this;
    for (let at = operands.marked; at < operands.height; at++) {
      const code = operands.code(at);
      if (!isNumber(code)) this.refuse(site, `a reference is an operand under ${this.program.aim.name}`);
      slots.keep(at, code);
      const group = operands.group(at);
      if (group.spilled) continue;
      group.spilled = true;
      const { pos, under, codes } = group;
      this.#spills.push({ pos, locals: codes.map((each, i) => this.#slot(under + i, each, site)) });
    }
    operands.marked = operands.height;
  }

  /** A handler that goes round to a rethrow may not be resumed either. */
  #checkRethrows(at: number): void {
    let loop = Number.POSITIVE_INFINITY;
    for (let i = this.frames.length - 1; i >= 0; i--) {
      const frame = this.frames[i] as Frame;
      if (frame.op === OP.loop) loop = frame.at;
      if (frame.rethrows > loop) this.#refuseRethrow(at);
    }
  }

  rethrow(at: number, depth: number): void {
    const frame = this.frames[this.frames.length - 1 - depth] as Frame;
    if (frame.handler >= 0 && this.sites.length > frame.handler) this.#refuseRethrow(at);
    frame.rethrows = at;
  }

  #refuseRethrow(at: number): never {
    return this.refuse(at, `an exception is thrown again after ${this.program.aim.name}, in a handler`);
  }

  /** Steps over what is never reached, up to the end of the block or its next part. */
  skipDead(): void {
    const { r } = this;
    const from = r.pos;
    for (let depth = 0; ; ) {
      const at = r.pos;
      const op = r.byte();
      const ends = op === OP.end || op === 0x18;
      if (depth === 0 && (ends || op === ELSE || op === 0x07 || op === 0x19)) {
        r.pos = at;
        break;
      }
      if (ends) depth--;
      if (op === OP.block || op === OP.loop || op === OP.if || op === TRY || op === 0x1f) depth++;
      skipImmediates(r, op);
    }
    if (r.pos > from) this.events.add(EVENT.dead, from, r.pos);
  }

  refuse(at: number, what: string): never {
    const where = `${this.program.describe(this.#func)}, byte ${at - this.#start} of its rewritten code`;
    throw new RewriteError(this.program.aim.code, `${where}: ${what}`);
  }
}
