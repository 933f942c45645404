// module — what the rewriter knows of a guest module: its sections, taken apart as far as they must change.

import { i32Constant, skipConstant } from "./constexpr.ts";
import { RewriteError } from "./errors.ts";
import { type Imports, type Memory, readImports, readMemory } from "./imports.ts";
import { Reader } from "./reader.ts";
import { type FuncType, readValType, type ValType } from "./valtypes.ts";

export interface Global {
  readonly type: ValType;
  readonly mutable: boolean;
  /** The initial value's expression lies at bytes [start, end). */
  readonly init: readonly [number, number];
  /** Its value when it is a computable i32. */
  readonly value: number | undefined;
}

export interface Export {
  readonly name: string;
  /** 0 function, 1 table, 2 memory, 3 global, 4 tag. */
  readonly kind: number;
  readonly index: number;
}

export interface Segment {
  /** Place of an active segment: the expression's bytes, and its value when computable. */
  readonly active:
    | { readonly offset: readonly [number, number]; readonly address: number | undefined }
    | undefined;
  readonly bytes: readonly [number, number];
}

/** A guest module taken apart. Readers stand at the first byte of their section's contents. */
export interface Module {
  readonly bytes: Uint8Array;
  types: FuncType[];
  imports: Imports;
  memory: Memory | undefined;
  /** Type index of each function the module defines. */
  functions: number[];
  tables: Reader | undefined;
  tags: number[];
  globals: Global[];
  /** Values of the immutable i32 globals, by index. */
  constants: (number | undefined)[];
  exports: Export[];
  start: number | undefined;
  elements: Reader | undefined;
  code: Reader | undefined;
  data: Segment[];
  names: Reader | undefined;
  /** Number in the custom section quire.abi. */
  abi: number | undefined;
}

const MAGIC = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

export function readModule(bytes: Uint8Array): Module {
  MAGIC.forEach((b, i) => {
    if (bytes[i] !== b)
      throw new RewriteError("invalid", "not a WebAssembly module: it does not begin with \\0asm 1");
  });
  const m: Module = {
    bytes,
    types: [],
    imports: { functions: [], types: [], memory: undefined },
    memory: undefined,
    functions: [],
    tables: undefined,
    tags: [],
    globals: [],
    constants: [],
    exports: [],
    start: undefined,
    elements: undefined,
    code: undefined,
    data: [],
    names: undefined,
    abi: undefined,
  };
  const r = new Reader(bytes, MAGIC.length);
  while (!r.done) {
    const id = r.byte();
    readSection(m, id, r.block());
  }
  m.memory ??= m.imports.memory;
  return m;
}

type SectionReader = (m: Module, r: Reader) => void;

/** Sections by their number; 0 is custom, 12 (data count) says nothing that the data do not. */
const SECTIONS: Readonly<Record<number, SectionReader>> = {
  0: readCustom,
  1: (m, r) => {
    m.types = vector(r, readType);
  },
  2: (m, r) => {
    m.imports = readImports(r, m.types);
  },
  3: (m, r) => {
    m.functions = vector(r, () => r.u32());
  },
  4: (m, r) => {
    m.tables = r;
  },
  5: readMemories,
  6: (m, r) => {
    m.globals = readGlobals(r, m.constants);
  },
  7: (m, r) => {
    m.exports = vector(r, () => ({ name: r.name(), kind: r.byte(), index: r.u32() }));
  },
  8: (m, r) => {
    m.start = r.u32();
  },
  9: (m, r) => {
    m.elements = r;
  },
  10: (m, r) => {
    m.code = r;
  },
  11: (m, r) => {
    m.data = vector(r, () => readSegment(m, r));
  },
  12: () => undefined,
  13: (m, r) => {
    m.tags = vector(r, readTag);
  },
};

function readSection(m: Module, id: number, r: Reader): void {
  const read = SECTIONS[id];
  if (read === undefined) {
    throw new RewriteError("unsupported", `section ${id} at byte ${r.pos} is not known`);
  }
  read(m, r);
}

/** The type of a tag, behind its attribute. */
function readTag(r: Reader): number {
  r.skip(1);
  return r.u32();
}

/** Reads a count and that many items; a count beyond the bytes left is malformed. */
export function vector<T>(r: Reader, item: (r: Reader) => T): T[] {
  const count = r.u32();
  if (count > r.end - r.pos) r.fail(`a list of ${count} items does not fit its section`);
  const list: T[] = [];
  for (let i = 0; i < count; i++) list.push(item(r));
  return list;
}

function readCustom(m: Module, r: Reader): void {
  const name = r.name();
  if (name === "name") m.names = r;
  if (name === "quire.abi") m.abi = r.u32();
}

function readType(r: Reader): FuncType {
  const at = r.pos;
  const form = r.byte();
  if (form !== 0x60) {
    const what = `type form 0x${form.toString(16)} belongs to the GC or stack switching proposal`;
    throw new RewriteError("unsupported", `byte ${at}: ${what}`);
  }
  return { params: vector(r, readValType), results: vector(r, readValType) };
}

function readMemories(m: Module, r: Reader): void {
  const memories = vector(r, readMemory);
  const own = memories[0];
  if (own === undefined) return;
  if (memories.length > 1 || m.imports.memory !== undefined) {
    throw new RewriteError("memory", "the module has a second memory; a guest has one");
  }
  m.memory = own;
}

function readGlobals(r: Reader, values: (number | undefined)[]): Global[] {
  return vector(r, () => {
    const type = readValType(r);
    const mutable = r.byte() === 1;
    const init = skipConstant(r);
    const value = i32Constant(new Reader(r.bytes, init[0], init[1]), values);
    values.push(mutable ? undefined : value);
    return { type, mutable, init, value };
  });
}

function readSegment(m: Module, r: Reader): Segment {
  const at = r.pos;
  const flags = r.u32();
  if (flags > 2) r.fail(`data segment flags ${flags}`);
  if (flags === 2 && r.u32() !== 0)
    throw new RewriteError("memory", `data segment at byte ${at} is for a second memory`);
  let active: Segment["active"];
  if (flags !== 1) {
    const offset = skipConstant(r);
    active = { offset, address: i32Constant(new Reader(r.bytes, offset[0], offset[1]), m.constants) };
  }
  const run = r.block();
  return { active, bytes: [run.pos, run.end] };
}

/** The type of a function, imported ones counted first. */
export function functionType(m: Module, index: number): FuncType | undefined {
  const imported = m.imports.types.length;
  const type = index < imported ? m.imports.types[index] : m.functions[index - imported];
  return type === undefined ? undefined : m.types[type];
}

/** The lowest address of active data; undefined when there are none. */
export function lowestData(m: Module): number | undefined {
  let lowest: number | undefined;
  for (const { active, bytes } of m.data) {
    if (active?.address === undefined || bytes[0] === bytes[1]) continue;
    lowest = Math.min(lowest ?? Infinity, active.address >>> 0);
  }
  return lowest;
}
