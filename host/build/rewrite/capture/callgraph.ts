// call graph — which functions can reach one (a goal), through direct calls and through tables.
//
// Nodes are the functions and the signatures; a call through a table or a reference leads to its signature,
// a signature to every function of that type whose address is taken. The functions from which no way is
// followed (`barriers`) end a search: what can reach the goal only through them does not reach it.

import { OP } from "../opcodes.ts";
import { Reader } from "../reader.ts";
import type { Sink } from "../sink.ts";
import type { FuncType } from "../valtypes.ts";
import { skipImmediates } from "./immediates.ts";

/** The functions with bodies: bytes, and where each body begins and ends in them (without its size). */
export interface Bodies {
  readonly bytes: Uint8Array;
  /** Index of the first function that has a body. */
  readonly first: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Some of a module's calls: by the function they name, by the type of those through a table. */
export interface Calls {
  readonly func: (index: number) => boolean;
  readonly indirect: (type: number) => boolean;
}

/** The calls that can reach the goal. */
export interface CallGraph extends Calls {
  /** The functions that name this one in a call; those that throw this tag themselves. */
  readonly callers: (func: number) => ReadonlySet<number>;
  readonly throwers: (tag: number) => ReadonlySet<number>;
  /** Forms of exception handling in use. */
  readonly legacyTry: boolean;
  readonly tryTable: boolean;
}

export interface Graph {
  readonly bodies: Bodies;
  readonly types: readonly FuncType[];
  /** Type index of every function. */
  readonly typeOf: (func: number) => number;
  readonly taken: ReadonlySet<number>;
  readonly goal: number;
  readonly barriers: ReadonlySet<number>;
}

export function findBodies(sink: Sink, first: number, count: number): Bodies {
  const r = new Reader(sink.buf, 0, sink.len);
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const size = r.u32();
    starts[i] = r.pos;
    r.skip(size);
    ends[i] = r.pos;
  }
  return { bytes: sink.buf, first, starts, ends };
}

/** Skips the declarations of a body's locals. */
export function skipLocals(r: Reader): void {
  for (let n = r.u32(); n > 0; n--) {
    r.skipLeb();
    const code = r.byte();
    if (code === 0x63 || code === 0x64) r.skipLeb();
  }
}

/** Pairs of nodes: caller and callee, thrower and tag. */
class Edges {
  pairs = new Int32Array(1024);
  length = 0;

  add(from: number, to: number): void {
    if (this.length === this.pairs.length) {
      const grown = new Int32Array(this.length * 2);
      grown.set(this.pairs);
      this.pairs = grown;
    }
    this.pairs[this.length++] = from;
    this.pairs[this.length++] = to;
  }

  /** Those with an edge to this one. */
  to(node: number): ReadonlySet<number> {
    const set = new Set<number>();
    for (let i = 0; i < this.length; i += 2) {
      if (this.pairs[i + 1] === node) set.add(this.pairs[i] as number);
    }
    return set;
  }
}

/** A signature's name: concrete references count as equal, since their types may be. */
function signature(type: FuncType): string {
  const part = (types: FuncType["params"]): string =>
    types.map((t) => (t.bytes.length > 1 ? "ref" : String(t.bytes[0]))).join();
  return `${part(type.params)}>${part(type.results)}`;
}

export function callGraph(graph: Graph): CallGraph {
  const { bodies, typeOf, goal, barriers } = graph;
  const ids = new Map<string, number>();
  const signatures = graph.types.map((type) => {
    const key = signature(type);
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    return id;
  });
  const functions = bodies.first + bodies.starts.length;
  const edges = new Edges();
  const taken = new Set(graph.taken);
  const scan = new Scan(edges, signatures, functions, taken);
  for (let i = 0; i < bodies.starts.length; i++) {
    const func = bodies.first + i;
    if (barriers.has(func)) continue;
    scan.body(func, new Reader(bodies.bytes, bodies.starts[i], bodies.ends[i]));
  }
  for (const func of taken) {
    if (func >= bodies.first) edges.add(functions + (signatures[typeOf(func)] as number), func);
  }
  const reached = search(edges, functions + ids.size, goal);
  return {
    func: (index) => reached[index] === 1,
    indirect: (type) => reached[functions + (signatures[type] as number)] === 1,
    callers: (func) => edges.to(func),
    throwers: (tag) => scan.throws.to(tag),
    legacyTry: scan.legacyTry,
    tryTable: scan.tryTable,
  };
}

/** Reads bodies for calls. */
class Scan {
  legacyTry = false;
  tryTable = false;
  /** Functions and the tags they throw. */
  readonly throws = new Edges();
  readonly #edges: Edges;
  readonly #signatures: readonly number[];
  readonly #functions: number;
  readonly #taken: Set<number>;

  constructor(edges: Edges, signatures: readonly number[], functions: number, taken: Set<number>) {
    this.#edges = edges;
    this.#signatures = signatures;
    this.#functions = functions;
    this.#taken = taken;
  }

  body(func: number, r: Reader): void {
    skipLocals(r);
    while (r.pos < r.end) {
      const op = r.byte();
      switch (op) {
        case OP.call:
        case 0x12: // return_call
          this.#edges.add(func, r.u32());
          break;
        case OP.call_indirect:
        case 0x13:
        case 0x14: // call_ref, return_call_ref
        case 0x15:
          this.#edges.add(func, this.#functions + (this.#signatures[r.u32()] as number));
          if (op < 0x14) r.skipLeb();
          break;
        case 0x08:
          this.throws.add(func, r.u32());
          break;
        case 0xd2:
          this.#taken.add(r.u32());
          break;
        default:
          if (op === 0x06) this.legacyTry = true;
          else if (op === 0x1f) this.tryTable = true;
          skipImmediates(r, op);
      }
    }
  }
}

/** Which nodes have a way to `goal`, itself included. */
function search(edges: Edges, nodes: number, goal: number): Uint8Array {
  const { pairs, length } = edges;
  const begin = new Int32Array(nodes + 1);
  for (let i = 1; i < length; i += 2) begin[(pairs[i] as number) + 1]!++;
  for (let i = 0; i < nodes; i++) begin[i + 1]! += begin[i] as number;
  const callers = new Int32Array(length >> 1);
  const fill = begin.slice();
  for (let i = 0; i < length; i += 2) callers[fill[pairs[i + 1] as number]!++] = pairs[i] as number;
  const reached = new Uint8Array(nodes);
  const open = [goal];
  reached[goal] = 1;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (let i = begin[node] as number; i < (begin[node + 1] as number); i++) {
      const caller = callers[i] as number;
      if (reached[caller] === 1) continue;
      reached[caller] = 1;
      open.push(caller);
    }
  }
  return reached;
}
