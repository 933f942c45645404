// capture — makes a rewritten module's stack capturable, so that fork can bring it back in two processes.
//
// WebAssembly shows no one its stack. So every function that can reach the call of kern.fork gets, beside the
// code it has, the means to write down where it is and a second copy that goes on from there. Nothing is paid
// until fork is called: its call throws a private tag, $unwind, and each frame on the way out catches it at
// the call it stands in (a *site*), writes a record of what it still needs, and throws on. The outermost,
// quire.run, hands the records to the kernel and resumes them: now in the parent, later in the child.
//
//     f (params) -> results          untouched when it cannot reach fork
//     f (params) -> results          else its code, each site in a try          normal.ts, frame.ts
//     f.resume () -> results         its code, entered at a site                resume.ts, segments.ts
//     quire.save, load, inside       write and read records, by the number      records.ts
//                                      and types of their values
//     quire.fork, run, init          the two ends                               root.ts
//     a table of the resume copies, the tag, six globals
//
// Which functions: callgraph.ts. Which locals: liveness.ts; operands that lie under a site's arguments are
// kept in added locals from the moment they are pushed (operands.ts, slots.ts). One record holds what any of
// a function's sites needs, so that each function saves in one place. Tail calls are no sites: their frame is
// gone, and the frame outside resumes whom they called, whose results are the same.
//
// Refused, since a record cannot hold it: a reference that is read after a site, or lies under its arguments;
// an exception that a legacy handler throws again after a site.

import type { Added, Additions } from "../additions.ts";
import type { FreeMemory } from "../fork.ts";
import { Hints } from "../hints.ts";
import { KERNEL, type Layout } from "../layout.ts";
import type { Module } from "../module.ts";
import { namesOf } from "../names.ts";
import { Sink } from "../sink.ts";
import { type FuncType, funcType, I32 } from "../valtypes.ts";
import { type Bodies, callGraph, findBodies } from "./callgraph.ts";
import { isNumber } from "./codes.ts";
import { Frame, type FramePlan } from "./frame.ts";
import { surveyFunction } from "./instructions.ts";
import { Liveness } from "./liveness.ts";
import { writeNormal } from "./normal.ts";
import type { Shape } from "./points.ts";
import { Program, typesOf } from "./program.ts";
import { Records, recordOrder } from "./records.ts";
import { Resume } from "./resume.ts";
import { RootBodies } from "./root.ts";
import { Survey } from "./survey.ts";
import { Writer } from "./writer.ts";

export interface CaptureInput {
  readonly module: Module;
  readonly layout: Layout;
  readonly added: Additions;
  /** All bodies, the module's and the added ones, and the hints of the former. */
  readonly bodies: Sink;
  readonly hints: Hints;
  readonly free: FreeMemory;
  /** Indices of quire.fork, run, init and handle, of _start, of the function that empties the tlb. */
  readonly fork: number;
  readonly run: number;
  readonly init: number;
  readonly handle: number;
  readonly start: number;
  readonly flush: number;
}

export interface Captured {
  readonly bodies: Sink;
  readonly hints: Hints;
  /** Index of each function of the added table. */
  readonly resumes: readonly number[];
  readonly growth: Growth;
}

/** Bytes of the functions that have two copies now. */
export interface Growth {
  readonly functions: number;
  readonly before: number;
  readonly after: number;
}

export function captureStack(input: CaptureInput): Captured {
  return new Capture(input).run();
}

/** Whether this engine takes try_table: modules without handlers of their own get the newer form. */
const TRY_TABLE_PROBE = [
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0],
  ...[10, 8, 1, 6, 0, 0x1f, 0x40, 0, 0x0b, 0x0b],
];
const takesTryTable = (): boolean => WebAssembly.validate(Uint8Array.from(TRY_TABLE_PROBE));

class Capture {
  readonly #in: CaptureInput;
  readonly #bodies: Bodies;
  readonly #program: Program;
  readonly #records: Records;
  readonly #root: RootBodies;
  readonly #survey: Survey;
  readonly #writer: Writer;
  readonly #legacy: boolean;
  readonly #names: (func: number) => string;
  readonly #out: Sink;
  readonly #hints = new Hints();
  readonly #resumes: number[] = [];
  #before = 0;
  #after = 0;
  readonly #resumeHints: (readonly [func: number, head: number, hints: number[]])[] = [];

  constructor(input: CaptureInput) {
    this.#in = input;
    const { module: m, layout, added, bodies, free, start, flush, fork } = input;
    const count = m.functions.length + added.list.length;
    this.#bodies = findBodies(bodies, KERNEL.length, count);
    const typeOf = typesOf(m, layout, added);
    const barriers = new Set([fork, input.run, input.init, input.handle]);
    const { types, taken } = layout;
    const reach = callGraph({ bodies: this.#bodies, types, typeOf, taken, goal: fork, barriers });
    const tag = m.tags.length;
    this.#legacy = reach.legacyTry || (!reach.tryTable && !takesTryTable());
    this.#program = new Program(m, layout, this.#bodies, typeOf, {
      ...{ sites: reach, name: "a call that can reach fork", guards: undefined },
      ...{ tag, code: "fork", inHandlers: true },
    });
    this.#records = new Records(added, layout, tag, this.#program.tables);
    this.#root = new RootBodies({
      added,
      records: this.#records,
      free,
      legacy: this.#legacy,
      tag,
      flush,
      start,
    });
    this.#survey = new Survey(this.#program);
    this.#writer = new Writer(this.#program);
    this.#names = namesOf(m, layout);
    this.#out = new Sink(bodies.len * 2);
  }

  run(): Captured {
    const { added } = this.#in;
    const already = added.list.length;
    const ofFork = this.#addResume("quire.fork.resume", funcType([], [I32]), this.#root.forkResume());
    const hintsOf = this.#in.hints.inOrder();
    const { first, starts } = this.#bodies;
    for (let func = first; func < first + starts.length; func++) {
      const hints = hintsOf(func);
      if (!this.#special(func, ofFork)) this.#function(func, hints);
    }
    for (const { body } of added.list.slice(already)) body.finish(this.#out);
    for (const [func, head, hints] of this.#resumeHints) this.#hints.add(func, head, hints);
    const growth = { functions: this.#resumes.length - 1, before: this.#before, after: this.#after };
    return { bodies: this.#out, hints: this.#hints, resumes: this.#resumes, growth };
  }

  /** Adds a resume copy; gives its number. */
  #addResume(name: string, type: FuncType, body: Added["body"]): number {
    const { added, layout } = this.#in;
    return this.#resumes.push(added.append({ name, type: layout.type(type), body })) - 1;
  }

  /** The functions at the two ends of a capture. */
  #special(func: number, ofFork: number): boolean {
    const { fork, run, init, handle } = this.#in;
    if (func === fork) this.#root.fork(ofFork).finish(this.#out);
    else if (func === run) this.#root.run().finish(this.#out);
    else if (func === init || func === handle) {
      // They have no locals: the code lies between the empty list of them and its `end`.
      const [from, to] = this.#span(func);
      const code = new Sink(to - from);
      code.copy(this.#bodies.bytes, from + 1, to - 1);
      this.#root.door(code).finish(this.#out);
    } else return false;
    return true;
  }

  #span(func: number): [from: number, to: number] {
    const i = func - this.#bodies.first;
    return [this.#bodies.starts[i] as number, this.#bodies.ends[i] as number];
  }

  #function(func: number, hints: readonly number[]): void {
    const [from, to] = this.#span(func);
    const touched = this.#program.aim.sites.func(func);
    const shape = touched ? surveyFunction(this.#survey, func) : undefined;
    if (shape === undefined) {
      this.#out.u32(to - from);
      this.#out.copy(this.#bodies.bytes, from, to);
      this.#hints.add(func, 0, hints);
      return;
    }
    this.#copies(
      shape,
      hints.map((hint) => hint + from * 2),
    );
  }

  /** Writes both copies of a function. */
  #copies(shape: Shape, hints: readonly number[]): void {
    const { layout } = this.#in;
    const { func, params } = shape;
    const w = this.#writer;
    this.#before += shape.last + 1 - shape.start;
    const number = this.#resumes.length;
    const plan = this.#plan(shape, number);
    const added = plan.site < 0 ? shape.added : [...shape.added, I32];
    const whole = !shape.catches && !shape.loops;
    w.begin(shape, hints);
    writeNormal(w, shape, new Frame(w, plan, whole));
    const head = this.#finish(Writer.locals([...shape.locals.slice(params), ...added]), this.#out);
    this.#hints.add(func, head, w.hints);
    w.begin(shape, hints);
    new Resume(w, this.#survey.events, this.#records, plan, new Frame(w, plan, whole)).write();
    const body = new Sink(w.out.len + 256);
    const resumeHead = this.#finish(Writer.locals([...shape.locals, ...added]), body);
    const { results } = layout.types[shape.type] as FuncType;
    const finish = (out: Sink): void => out.copy(body.buf, 0, body.len);
    this.#addResume(`${this.#names(func)}.resume`, { params: [], results }, { finish });
    this.#resumeHints.push([this.#resumes[number] as number, resumeHead, [...w.hints]]);
  }

  /** Writes a body with its size; gives the bytes in front of its code. */
  #finish(locals: Sink, out: Sink): number {
    const { out: code } = this.#writer;
    out.u32(locals.len + code.len);
    out.copy(locals.buf, 0, locals.len);
    out.copy(code.buf, 0, code.len);
    this.#after += locals.len + code.len;
    return locals.len;
  }

  #plan(shape: Shape, number: number): FramePlan {
    const { locals, added } = shape;
    const all = [...locals, ...added];
    const typeOf = (local: number): number => all[local] as number;
    const { events } = this.#survey;
    const references = locals.flatMap((code, local) => (isNumber(code) ? [] : [local]));
    const liveness = new Liveness(events, this.#bodies.bytes, locals.length, (event, live) => {
      for (const local of references) {
        if (((live[local >>> 5] as number) >>> (local & 31)) & 1) {
          this.#survey.refuse(
            events.at[event] as number,
            `local ${local} is a reference that is read after a call that can reach fork`,
          );
        }
      }
    });
    const values = recordOrder([...liveness.needed(), ...shape.kept], typeOf);
    const codes = values.map(typeOf);
    return {
      ...{ shape, values, number, save: this.#records.save(codes), load: this.#records.load(codes) },
      site: shape.sites.length > 1 ? all.length : -1,
      legacy: this.#legacy,
    };
  }
}
