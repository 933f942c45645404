// entry — writes a function so that it can be entered at one of its sites, by the site's number.
//
// A level with the points p1..pm (points.ts) becomes
//
//     block $after_m (lowers, results)      of a site that can also be reached from the level's beginning
//     block $pm  ...  block $p1
//       the site's number below that of p2? on; else below that of p3? ... br $pm     or a br_table
//       code before p1; call; br $after_1
//     end $p1
//       lowers; what is done on entry         a block instead: its parameters, then the block
//     end $after_1
//       code before p2 ...
//
// The number 0 leads to the level's beginning. A level that is only ever entered has no beginning: what
// stands before p1 is left out. Code without points is copied. An `if` takes the arm of the site; a legacy
// handler is entered by a throw.

import { OP } from "../opcodes.ts";
import type { Events } from "./events.ts";
import { TRY, TRY_TABLE } from "./guard.ts";
import type { Labels } from "./labels.ts";
import type { Construct, Level, Point } from "./points.ts";
import { Segments } from "./segments.ts";
import type { Writer } from "./writer.ts";

const THROW = 0x08;

/** What the sites are there for. */
export interface Visit {
  /** Pushes the number of the site to go to; 0: none. */
  readonly at: () => void;
  /** Writes the site's call, which is reached in order. */
  readonly call: (site: Point) => void;
  /** Writes what is done instead on entry, for the same results. */
  readonly enter: (site: Point) => void;
  /** Either of them, by the number. */
  readonly either: (site: Point) => void;
  /** Writes a call that is to be guarded: its event. */
  readonly guard?: (event: number) => void;
}

export class Entry {
  readonly #w: Writer;
  readonly #events: Events;
  readonly #labels: Labels;
  readonly #visit: Visit;
  readonly #segments: Segments;
  /** What is still to be written, the next step last: blocks nest deeper than this engine's stack. */
  readonly #steps: (() => void)[] = [];

  /** `labels` has those around the function's body. */
  constructor(w: Writer, events: Events, labels: Labels, visit: Visit) {
    this.#w = w;
    this.#events = events;
    this.#labels = labels;
    this.#visit = visit;
    this.#segments = new Segments(w, events, labels, visit.guard);
  }

  /** `begun`: the function is also called. */
  write(root: Level, begun: boolean): void {
    this.#labels.enter();
    this.#level(root, begun);
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) step();
  }

  /** Steps to be done next, in their order; what they add is done before the one behind them. */
  #then(steps: readonly (() => void)[]): void {
    for (let i = steps.length - 1; i >= 0; i--) this.#steps.push(steps[i] as () => void);
  }

  /**
   * A level; `begun`: it is also reached from its beginning. Its parameters are on the stack. What is not
   * written at once becomes steps.
   */
  #level(level: Level, begun: boolean): void {
    const w = this.#w;
    const { points } = level;
    const [first] = points;
    if (first === undefined) {
      this.#plain(level, begun);
      return;
    }
    w.sets(level.slots);
    const labels = this.#open(level, begun);
    let event = level.event;
    let pos = level.pos;
    if (begun) {
      w.skipTo(pos);
      w.gets(level.slots);
    }
    const steps = points.map((point, k) => () => {
      const reached = begun || k > 0;
      if (reached) this.#segments.copy(pos, point.at, event, point.event);
      w.skipTo(point.at);
      pos = point.end;
      event = (point.construct === undefined ? point.event : (this.#events.arg[point.event] as number)) + 1;
      if (point.construct === undefined) this.#site(point, labels[k] as PointLabels, reached);
      else this.#construct(point, point.construct, labels[k] as PointLabels, reached);
    });
    steps.push(() => this.#segments.copy(pos, this.#events.at[level.end] as number, event, level.end));
    this.#then(steps);
  }

  /** A level without points; one that is never begun is never reached. */
  #plain(level: Level, begun: boolean): void {
    const to = this.#events.at[level.end] as number;
    if (begun) this.#segments.copy(level.pos, to, level.event, level.end);
    else {
      this.#w.skipTo(to);
      this.#w.out.byte(OP.unreachable);
    }
  }

  /** Opens the labels of a level's points and goes to the one looked for. */
  #open(level: Level, begun: boolean): PointLabels[] {
    const w = this.#w;
    const { points } = level;
    const chain = chainIsShort(points);
    const labels: PointLabels[] = points.map(() => ({ after: -1, at: -1 }));
    const inPlace = begun && this.#isPlain(level);
    for (let k = points.length - 1; k >= (inPlace ? 1 : 0); k--) {
      const point = points[k] as Point;
      const reached = begun || k > 0;
      let after = -1;
      if (point.construct === undefined && reached) {
        w.blockOf(OP.block, [...point.codes, ...point.results]);
        after = this.#labels.add();
      }
      if (!reached && chain) continue;
      w.blockOf(OP.block, []);
      labels[k] = { after, at: this.#labels.add() };
    }
    if (chain) this.#chain(points, labels, begun && !inPlace);
    else this.#table(points, labels, begun);
    return labels;
  }

  /** Compares one number after the other; what is left falls through to the beginning, or to p1. */
  #chain(points: readonly Point[], labels: readonly PointLabels[], begun: boolean): void {
    const w = this.#w;
    for (let k = points.length - 1; k >= (begun ? 0 : 1); k--) {
      this.#visit.at();
      if (k > 0) {
        w.i32((points[k] as Point).first);
        w.out.byte(OP.i32_ge_u);
      }
      w.indexed(OP.br_if, this.#labels.depth((labels[k] as PointLabels).at));
    }
  }

  #table(points: readonly Point[], labels: readonly PointLabels[], begun: boolean): void {
    const w = this.#w;
    const { first } = points[0] as Point;
    if (begun) {
      w.blockOf(OP.block, []);
      this.#labels.add();
    }
    this.#visit.at();
    if (first > 0) {
      w.i32(first);
      w.out.byte(OP.i32_sub);
    }
    w.indexed(OP.br_table, (points[points.length - 1] as Point).last - first + 1);
    points.forEach((point, k) => {
      const { at } = labels[k] as PointLabels;
      const depth = at < 0 ? 0 : this.#labels.depth(at);
      for (let n = point.first; n <= point.last; n++) w.out.u32(depth);
    });
    w.out.u32(0);
    if (!begun) return;
    w.out.byte(OP.end);
    this.#labels.close();
  }

  /** Ends the block in front of a point, if it has one. */
  #arrive(label: number): void {
    if (label < 0) return;
    this.#w.out.byte(OP.end);
    this.#labels.close();
  }

  /** A level that begins with a call that takes nothing: it has no use for labels. */
  #isPlain({ points, pos, params }: Level): boolean {
    const [first] = points;
    if (first?.construct !== undefined || first?.at !== pos || params.length > 0) return false;
    return this.#w.program.signature(first.type).params.length === 0;
  }

  #site(point: Point, label: PointLabels, reached: boolean): void {
    const w = this.#w;
    if (reached && label.at < 0) {
      this.#visit.either(point);
      return;
    }
    if (reached) {
      this.#visit.call(point);
      w.indexed(OP.br, this.#labels.depth(label.after));
    }
    this.#arrive(label.at);
    w.gets(point.lowers);
    this.#visit.enter(point);
    if (!reached) return;
    w.out.byte(OP.end);
    this.#labels.close();
  }

  #construct(point: Point, construct: Construct, label: PointLabels, reached: boolean): void {
    const w = this.#w;
    const { op, levels, condition, repeats } = construct;
    const [body, ...others] = levels as [Level, ...Level[]];
    if (reached) {
      if (op === OP.if) w.indexed(OP.set, condition);
      w.sets(body.slots);
      if (point.lowers.length > 0) w.indexed(OP.br, this.#labels.depth(label.at));
    }
    this.#arrive(label.at);
    w.gets(point.lowers);
    w.gets(body.slots);
    if (op === OP.if) this.#condition(construct, reached);
    if (op === TRY_TABLE) this.#segments.tryTable(point.event);
    else w.copy(point.at, this.#events.end[point.event] as number);
    this.#labels.enter();
    this.#then([() => this.#end(point)]);
    if (op === TRY) this.#try(body, others, reached);
    else {
      this.#then(others.map((level) => () => this.#part(level, reached)));
      this.#level(body, reached || (op === OP.loop && repeats));
    }
  }

  #end(point: Point): void {
    const end = this.#events.arg[point.event] as number;
    this.#labels.leave();
    if (this.#events.kind[end] === OP.end) this.#w.out.byte(OP.end);
    else this.#segments.delegate(end);
    this.#w.skipBefore(point.end);
  }

  /** An else or a handler, with the instruction it begins with. */
  #part(level: Level, begun: boolean): void {
    const event = level.event - 1;
    this.#w.copy(this.#events.at[event] as number, this.#events.end[event] as number);
    this.#level(level, begun);
  }

  /** Pushes the condition that leads an if to the arm of the site, or to its own when none is looked for. */
  #condition({ levels, condition }: Construct, reached: boolean): void {
    const w = this.#w;
    const [then, other] = levels.map((level) => level.points) as [Point[], Point[] | undefined];
    const second = other?.[0]?.first;
    if (reached && second === undefined) {
      w.indexed(OP.get, condition);
      this.#visit.at();
      w.out.byte(OP.i32_or);
      return;
    }
    if (then.length === 0) w.i32(0);
    else if (second === undefined) w.i32(1);
    else {
      this.#visit.at();
      w.i32(second);
      w.out.byte(OP.i32_lt_u);
    }
    if (!reached) return;
    w.indexed(OP.get, condition);
    this.#visit.at();
    w.out.byte(OP.select);
  }

  /**
   * The parts of a legacy try. A site in a handler is reached by throwing what the handler catches, from the
   * body: what it carries is what the record had in its place.
   */
  #try(body: Level, handlers: readonly Level[], reached: boolean): void {
    const w = this.#w;
    const thrown = handlers.filter(({ points }) => points.length > 0);
    const begun = reached || body.points.length > 0;
    this.#then(handlers.map((handler) => () => this.#part(handler, begun)));
    if (thrown.length === 0) {
      this.#level(body, reached);
      return;
    }
    w.sets(body.slots);
    const end = this.#labels.open - 1;
    const places = this.#throwers(thrown, begun ? 0 : 1);
    const throws = (handler: Level, k: number): void => {
      this.#arrive(places[k] as number);
      w.gets(handler.slots);
      w.indexed(THROW, handler.tag < 0 ? w.program.aim.tag : handler.tag);
    };
    this.#then(thrown.map((handler, k) => () => throws(handler, k)));
    if (!begun) return;
    this.#then([() => w.indexed(OP.br, this.#labels.depth(end))]);
    w.gets(body.slots);
    this.#level(body, reached);
  }

  /** Opens a block for each throw and goes to the one looked for; those before `from` are fallen into. */
  #throwers(thrown: readonly Level[], from: number): number[] {
    const w = this.#w;
    const places = thrown.map(() => -1);
    for (let k = thrown.length - 1; k >= from; k--) {
      w.blockOf(OP.block, []);
      places[k] = this.#labels.add();
    }
    const firsts = thrown.flatMap(({ points }) => (points[0] === undefined ? [] : [points[0].first]));
    for (let k = thrown.length - 1; k >= from; k--) {
      this.#visit.at();
      w.i32(firsts[k] as number);
      w.out.byte(OP.i32_ge_u);
      w.indexed(OP.br_if, this.#labels.depth(places[k] as number));
    }
    return places;
  }
}

interface PointLabels {
  /** Behind a site that can be reached in two ways, and in front of the point; -1: none. */
  readonly after: number;
  readonly at: number;
}

/** True when comparing costs fewer bytes than a table. */
function chainIsShort(points: readonly Point[]): boolean {
  const sites = (points[points.length - 1] as Point).last - (points[0] as Point).first + 1;
  return 9 * (points.length - 1) < sites + 12;
}
