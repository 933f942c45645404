// program — what capture and jumps ask of the module as a whole: types of functions, globals, tables, tags.

import type { Additions } from "../additions.ts";
import { skipConstant } from "../constexpr.ts";
import type { RewriteCode } from "../errors.ts";
import { KERNEL, type Layout } from "../layout.ts";
import type { Module } from "../module.ts";
import { Reader } from "../reader.ts";
import { type FuncType, I32, readValType } from "../valtypes.ts";
import type { Bodies, Calls } from "./callgraph.ts";
import { codeOf, typeOfCode } from "./codes.ts";

/** A function type as codes. */
export interface Signature {
  readonly params: readonly number[];
  readonly results: readonly number[];
}

/** What one pass is about. */
export interface Aim {
  /** The calls at which a function can be entered, and how messages name them. */
  readonly sites: Calls;
  readonly name: string;
  /** Other calls that must be seen. */
  readonly guards: Calls | undefined;
  /** The tag that may be thrown at them. */
  readonly tag: number;
  /** What a module is refused for. */
  readonly code: RewriteCode;
  /** Sites may lie in legacy handlers. */
  readonly inHandlers: boolean;
}

/** Type index of every function that has a body now, and of the kernel's. */
export function typesOf(m: Module, layout: Layout, added: Additions): (func: number) => number {
  const kernel = KERNEL.map(([, type]) => layout.type(type));
  const types = [...kernel, ...m.functions, ...added.list.map(({ type }) => type)];
  return (func) => types[func] as number;
}

export class Program {
  readonly layout: Layout;
  readonly bodies: Bodies;
  readonly aim: Aim;
  /** Type index of every function. */
  readonly typeOf: (func: number) => number;
  readonly #module: Module;
  readonly #globals: readonly number[];
  readonly #tables: readonly number[];
  readonly #signatures: Signature[] = [];

  constructor(m: Module, layout: Layout, bodies: Bodies, typeOf: (func: number) => number, aim: Aim) {
    this.layout = layout;
    this.bodies = bodies;
    this.aim = aim;
    this.typeOf = typeOf;
    this.#module = m;
    this.#globals = [I32, I32, ...m.globals.map(({ type }) => codeOf(type))];
    this.#tables = m.tables === undefined ? [] : tableTypes(m.tables);
  }

  signature(type: number): Signature {
    const known = this.#signatures[type];
    if (known !== undefined) return known;
    const { params, results } = this.layout.types[type] as FuncType;
    const made = { params: params.map(codeOf), results: results.map(codeOf) };
    this.#signatures[type] = made;
    return made;
  }

  /** Index of the type that takes nothing and gives these. */
  typeOfResults(codes: readonly number[]): number {
    return this.layout.type({ params: [], results: codes.map(typeOfCode) });
  }

  /** How many tables the module has. */
  get tables(): number {
    return this.#tables.length;
  }

  global(index: number): number {
    return this.#globals[index] ?? I32;
  }

  table(index: number): number {
    return this.#tables[index] as number;
  }

  /** What a handler of this tag begins with. */
  tag(index: number): readonly number[] {
    return this.signature(this.#module.tags[index] as number).params;
  }

  /** A function as messages name it: by its number in the module as it was. */
  describe(func: number): string {
    const own = func - KERNEL.length;
    if (own < this.#module.functions.length) return `function ${own + this.#module.imports.functions.length}`;
    return `added function ${own - this.#module.functions.length}`;
  }
}

/** The types of the tables' elements. */
function tableTypes(section: Reader): number[] {
  const r = new Reader(section.bytes, section.pos, section.end);
  const types: number[] = [];
  for (let n = r.u32(); n > 0; n--) {
    const hasValue = r.bytes[r.pos] === 0x40;
    if (hasValue) r.skip(2);
    types.push(codeOf(readValType(r)));
    const flags = r.byte();
    r.skipLeb();
    if (flags & 1) r.skipLeb();
    if (hasValue) skipConstant(r);
  }
  return types;
}
