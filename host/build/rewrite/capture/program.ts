// program — what capture asks of the module as a whole: types of functions, globals, tables and tags.

import { skipConstant } from "../constexpr.ts";
import { KERNEL, type Layout } from "../layout.ts";
import type { Module } from "../module.ts";
import { Reader } from "../reader.ts";
import { type FuncType, I32, readValType } from "../valtypes.ts";
import type { Bodies, CallGraph } from "./callgraph.ts";
import { codeOf, typeOfCode } from "./codes.ts";

/** A function type as codes. */
export interface Signature {
  readonly params: readonly number[];
  readonly results: readonly number[];
}

export class Program {
  readonly layout: Layout;
  readonly bodies: Bodies;
  readonly graph: CallGraph;
  /** Type index of every function. */
  readonly typeOf: (func: number) => number;
  /** The added tag that is thrown while a stack is captured. */
  readonly unwind: number;
  readonly #module: Module;
  readonly #globals: readonly number[];
  readonly #tables: readonly number[];
  readonly #signatures: Signature[] = [];

  constructor(m: Module, layout: Layout, bodies: Bodies, graph: CallGraph, typeOf: (func: number) => number) {
    this.layout = layout;
    this.bodies = bodies;
    this.graph = graph;
    this.typeOf = typeOf;
    this.unwind = m.tags.length;
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
