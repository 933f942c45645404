// jump — a jump out of a signal handler into the function that was interrupted.
//
// The compiler's setjmp catches what its own calls throw. Here an access, a loop's head, a division may run a
// handler too, in a call that the rewriter added; and in code that calls nothing, the compiler need not keep
// what the function reads after the jump. So <setjmp.h> lets each result of setjmp pass through a call that
// may jump: __setjmp_returned(value, thrown). In a function that calls it, a jump out of any call acts as if
// the last call of __setjmp_returned in this frame had thrown it. The compiler was ready for that one, and
// what changed since is by the standard indeterminate.
//
//     loop $again
//       block $arrive (result i32)
//         block $body (results)         the code; `at` leads into it, to the call of __setjmp_returned
//           ...                         (capture/entry.ts), whence `thrown` goes
//                                     to the handlers
//             what the call's handlers read -> kept locals; last = its number; call __setjmp_returned
//             try_table (catch $longjmp $arrive)  any other call  end
//         end
//         return
//       end
//       thrown = what was caught; none called yet: throw it, it is for a frame outside
//       the locals that were kept; at = last; br $again
//     end
//
// A function that throws the tag itself (__wasm_longjmp) is called as it was: so the function's own handlers
// get a jump that it makes itself, and pass on what is for a frame outside.

import type { Additions } from "../additions.ts";
import { type Bodies, type CallGraph, callGraph, findBodies } from "../capture/callgraph.ts";
import { hasDefault } from "../capture/codes.ts";
import { surveyFunction } from "../capture/instructions.ts";
import { Liveness } from "../capture/liveness.ts";
import type { Shape } from "../capture/points.ts";
import { Program, typesOf } from "../capture/program.ts";
import { Survey } from "../capture/survey.ts";
import { Writer } from "../capture/writer.ts";
import { Hints } from "../hints.ts";
import { KERNEL, type Layout } from "../layout.ts";
import { functionType, type Module } from "../module.ts";
import { Sink } from "../sink.ts";
import { funcType, I32, typeKey } from "../valtypes.ts";
import { Arrival } from "./arrival.ts";

export interface JumpInput {
  readonly module: Module;
  readonly layout: Layout;
  readonly added: Additions;
  /** All bodies, the module's and the added ones, and the hints of the former. */
  readonly bodies: Sink;
  readonly hints: Hints;
  /** Index of the added function that runs handlers. */
  readonly deliver: number;
}

export interface Jumped {
  readonly bodies: Sink;
  readonly hints: Hints;
}

const RETURNED = "__setjmp_returned";
const RETURNED_TYPE = typeKey(funcType([I32, I32], [I32]));
const TAG_TYPE = typeKey(funcType([I32], []));
const FUNCTION = 0;

/** Gives back what it was given when no function calls setjmp. */
export function addJumps(input: JumpInput): Jumped {
  const { module: m, layout, added, bodies, deliver } = input;
  const returned = m.exports.find(({ name, kind }) => kind === FUNCTION && name === RETURNED);
  const type = returned === undefined ? undefined : functionType(m, returned.index);
  if (returned === undefined || type === undefined || typeKey(type) !== RETURNED_TYPE) return input;
  const found = findBodies(bodies, KERNEL.length, m.functions.length + added.list.length);
  const typeOf = typesOf(m, layout, added);
  const { types, taken } = layout;
  const graph = callGraph({ bodies: found, types, typeOf, taken, goal: deliver, barriers: new Set() });
  const site = layout.func(returned.index);
  const tag = m.tags.findIndex((t, i) => isTag(m, t) && graph.throwers(i).has(site));
  return tag < 0 ? input : new Jumps(input, found, graph, site, tag).run();
}

function isTag(m: Module, type: number): boolean {
  const found = m.types[type];
  return found !== undefined && typeKey(found) === TAG_TYPE;
}

class Jumps {
  readonly #in: JumpInput;
  readonly #bodies: Bodies;
  readonly #graph: CallGraph;
  readonly #survey: Survey;
  readonly #writer: Writer;
  readonly #callers: ReadonlySet<number>;
  readonly #out: Sink;
  readonly #hints = new Hints();

  constructor(input: JumpInput, bodies: Bodies, graph: CallGraph, site: number, tag: number) {
    const { module: m, layout, added } = input;
    this.#in = input;
    this.#bodies = bodies;
    this.#graph = graph;
    this.#callers = graph.callers(site);
    const throwers = graph.throwers(tag);
    const program = new Program(m, layout, bodies, typesOf(m, layout, added), {
      sites: { func: (func) => func === site, indirect: () => false },
      guards: { func: (func) => graph.func(func) && !throwers.has(func), indirect: graph.indirect },
      ...{ name: `the call of ${RETURNED}`, tag, code: "unsupported", inHandlers: false },
    });
    this.#survey = new Survey(program);
    this.#writer = new Writer(program);
    this.#out = new Sink(input.bodies.len + 4096);
  }

  run(): Jumped {
    const { first, starts, ends, bytes } = this.#bodies;
    const hintsOf = this.#in.hints.inOrder();
    starts.forEach((from, i) => {
      const func = first + i;
      const hints = hintsOf(func);
      const shape = this.#callers.has(func) ? surveyFunction(this.#survey, func) : undefined;
      if (shape !== undefined) {
        this.#function(
          shape,
          hints.map((hint) => hint + from * 2),
        );
        return;
      }
      const to = ends[i] as number;
      this.#out.u32(to - from);
      this.#out.copy(bytes, from, to);
      this.#hints.add(func, 0, hints);
    });
    return { bodies: this.#out, hints: this.#hints };
  }

  #function(shape: Shape, hints: readonly number[]): void {
    const w = this.#writer;
    const { locals, added, params, func, kept } = shape;
    const { events } = this.#survey;
    const own = [...locals, ...added];
    const live = new Liveness(events, this.#bodies.bytes, locals.length, () => undefined, true);
    const needed = [...live.needed(), ...kept].filter((local) => hasDefault(own[local] as number));
    const codes = [...own, ...needed.map((local) => own[local] as number)];
    const [at, last, thrown] = [codes.length, codes.length + 1, codes.length + 2];
    const copies = needed.map((_, i) => own.length + i);
    w.begin(shape, hints);
    const legacy = this.#graph.legacyTry;
    new Arrival(w, events, { shape, needed, copies, at, last, thrown, legacy }).write();
    const head = Writer.locals([...codes.slice(params), I32, I32, I32]);
    this.#out.u32(head.len + w.out.len);
    this.#out.copy(head.buf, 0, head.len);
    this.#out.copy(w.out.buf, 0, w.out.len);
    this.#hints.add(func, head.len, w.hints);
  }
}
