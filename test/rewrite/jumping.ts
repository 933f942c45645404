// jumping — programs a signal may interrupt anywhere, whose handler jumps; and the same by the book.
//
// By the book the jump comes from the last call of __setjmp_returned: there the module, which is the same but
// for that export's name, throws it itself. From then on both must log the same.

import { rewrite } from "../../host/build/rewrite/index.ts";
import { ending } from "./forking.ts";
import { Machine, READ, WRITE } from "./machine.ts";
import { assemble } from "./wat.ts";

export type Form = "legacy" | "try_table";

/** What a jump carries: the tag's payload. */
export const PAYLOAD = 77;
/** Number of the call that asks whether to throw. */
const RETURNED = 900;
/** A mapped page of the window. */
export const PAGE_AT = 0x80000000;
const LOG_MAX = 5000;
const zeros = (n: number): string => "(i32.const 0) ".repeat(n);

/** A program with $say (three numbers, for the log), $returned and the tags at hand. */
export function jumping(body: string, handler = "", fork = ""): string {
  return `(module
    (import "kern" "trap" (func $trap (param i32 i32 i32 i32 i32 i32 i32) (result i32))) ${fork}
    (memory (export "memory") 2) (global $sp (mut i32) (i32.const 65536)) (data (i32.const 65536) "data")
    (tag $other (param i32)) (tag $jump (param i32))
    (table 3 funcref) (elem (i32.const 1) $handler)
    (func $say (param i32 i32 i32)
      (drop (call $trap (local.get 0) (local.get 1) (local.get 2) ${zeros(4)})))
    (func $handler (param i32) ${handler} (throw $jump (i32.const ${PAYLOAD})))
    (func $returned (export "__setjmp_returned") (param i32 i32) (result i32)
      (if (i32.or (call $trap (i32.const ${RETURNED}) ${zeros(6)}) (local.get 1))
        (then (throw $jump (i32.const ${PAYLOAD}))))
      (local.get 0))
    ${body})`;
}

/** A setjmp: says 1 and a local before, 2, the local and the payload when the jump comes. */
export function mark(form: Form, local: string): string {
  const call = `(call $say (i32.const 1) (local.get ${local}) (i32.const 0))
    (drop (call $returned (i32.const 0) (i32.const 0)))`;
  const pad = `(local.set $p) (call $say (i32.const 2) (local.get ${local}) (local.get $p))`;
  if (form === "legacy") return `(try (do ${call}) (catch $jump ${pad}))`;
  return `(block $done (block $pad (result i32) (try_table (catch $jump $pad) ${call}) (br $done)) ${pad})`;
}

export interface Run {
  /** First three arguments of each system call. */
  readonly log: readonly (readonly number[])[];
  readonly ending: string;
  /** Where a handler could have run, and calls of __setjmp_returned before the jump. */
  readonly points: number;
  readonly marks: number;
  /** Entries of the log before the jump; -1: there was none. */
  readonly before: number;
}

export class Jumping {
  readonly #image: Uint8Array<ArrayBuffer>;
  readonly #book: Uint8Array<ArrayBuffer>;

  constructor(text: string) {
    this.#image = rewrite(assemble(text)).bytes;
    this.#book = rewrite(assemble(text.replace("__setjmp_returned", "another"))).bytes;
  }

  /** Interrupted at the n-th point; 0: never. */
  run(point: number): Run {
    return start(this.#image, point, 0);
  }

  /** The n-th call of __setjmp_returned throws. */
  byTheBook(mark: number): Run {
    return start(this.#book, 0, mark);
  }
}

function start(image: Uint8Array<ArrayBuffer>, point: number, thrower: number): Run {
  const machine = new Machine();
  machine.attention(1);
  const frame = machine.frame();
  const given = new Set<number>();
  const log: number[][] = [];
  let [points, marks, before, resolved, raised] = [0, 0, -1, true, false];
  const guest = machine.start(image, {
    trap: (nr: number, a: number, b: number) => {
      if (log.length > LOG_MAX) throw new RangeError("the program does not come to an end");
      if (nr !== RETURNED) return log.push([nr, a, b]) && 0;
      if (before < 0) marks++;
      if (before >= 0 || marks !== thrower) return 0;
      before = log.length;
      return 1;
    },
    // Every second time: the first is a fault that handlers are asked about. What looks again gets a page.
    fault: (ea: number) => {
      resolved = !resolved;
      if (!resolved) return 0;
      if (given.has(ea)) machine.map(ea, READ | WRITE, frame);
      given.add(ea);
      return frame + (ea & 4095);
    },
    raise: () => {
      raised = !raised;
      return raised ? 1 : 0;
    },
    handler: () => {
      if (++points !== point) return 0;
      [before, resolved, raised] = [log.length, true, false];
      return 1;
    },
  });
  const end = ending(() => {
    guest.exports["quire.init"]?.();
    guest.exports["quire.run"]?.(0);
  });
  return { log, ending: end, points, marks, before };
}

const LOCALS = ["$a", "$b", "$c", "$d"];

/** Random code around marks: blocks with operands below, loops, arms, accesses, calls. */
export class JumpGenerator {
  readonly #form: Form;
  #state: number;
  #labels = 0;
  #marks = 0;

  constructor(seed: number, form: Form) {
    this.#state = Math.imul(seed, 2654435761) | 1;
    this.#form = form;
    for (let i = 0; i < 8; i++) this.#random(2);
  }

  program(): string {
    const body = this.#list(3);
    const says = LOCALS.map((local) => `(call $say (i32.const 3) (local.get ${local}) (local.get $p))`);
    return jumping(`
      (func $helper (param i32) (result i32) (i32.load (i32.add (local.get 0) (i32.const ${PAGE_AT | 0}))))
      (func $f (param $a i32) (param $b i32) (local $c i32) (local $d i32) (local $p i32) (local $n i32)
        ${this.#marks === 0 ? mark(this.#form, "$a") : ""} ${body} ${says.join(" ")})
      (func (export "_start") (call $f (i32.const 3) (i32.const 5)))`);
  }

  #random(n: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % n;
  }

  #local(): string {
    return LOCALS[this.#random(LOCALS.length)] as string;
  }

  #list(depth: number): string {
    return Array.from({ length: 2 + this.#random(3) }, () => this.#statement(depth)).join("\n");
  }

  #address(): string {
    return `(i32.add (i32.and (local.get ${this.#local()}) (i32.const 255)) (i32.const ${PAGE_AT | 0}))`;
  }

  #value(): string {
    const local = `(local.get ${this.#local()})`;
    switch (this.#random(4)) {
      case 0:
        return `(i32.const ${this.#random(100)})`;
      case 1:
        return `(i32.add (i32.mul ${local} (i32.const 31)) (i32.const ${this.#random(9)}))`;
      case 2:
        return `(i32.rem_s ${local} (i32.or (local.get ${this.#local()}) (i32.const 1)))`;
      default:
        return local;
    }
  }

  #statement(depth: number): string {
    const simple = depth === 0 ? 6 : 11;
    const label = `$l${this.#labels++}`;
    switch (this.#random(simple)) {
      case 0:
        return `(local.set ${this.#local()} ${this.#value()})`;
      case 1:
        return `(i32.store (local.get $n) ${this.#value()}) (drop (i64.load8_u ${this.#address()}))`;
      case 2:
        return `(i32.store16 ${this.#address()} ${this.#value()})`;
      case 3:
        return `(memory.fill ${this.#address()} ${this.#value()} (i32.const 3))`;
      case 4:
        return `(drop (call $helper (i32.and ${this.#value()} (i32.const 255))))`;
      case 5:
      case 6:
        this.#marks++;
        return mark(this.#form, this.#local());
      case 7:
        return `(local.set ${this.#local()} (i32.sub ${this.#value()} (block ${label} (result i32)
          ${this.#list(depth - 1)} (br_if ${label} ${this.#value()} ${this.#value()}))))`;
      case 8:
        return `(if (i32.and ${this.#value()} (i32.const 1)) (then ${this.#list(depth - 1)})
          (else ${this.#list(depth - 1)}))`;
      case 9:
        return `(loop ${label} ${this.#list(depth - 1)}
          (br_if ${label} (i32.lt_u (local.tee $n (i32.add (local.get $n) (i32.const 1))) (i32.const 25))))`;
      default:
        return this.#guarded(label, depth);
    }
  }

  /** Code in a try of the function's own, for the same tag or another. */
  #guarded(label: string, depth: number): string {
    const tag = this.#random(2) === 0 ? "$jump" : "$other";
    const body = this.#list(depth - 1);
    const pad = "(local.set $p)";
    if (this.#form === "legacy") return `(try (do ${body}) (catch ${tag} ${pad}))`;
    return `(block ${label} (block $h${label.slice(1)} (result i32)
      (try_table (catch ${tag} $h${label.slice(1)}) ${body}) (br ${label})) ${pad})`;
  }
}
