// emit — the rewritten module, section by section.
//
//     type         the module's, then those of the kernel's imports and the added functions
//     import       kernel: flat, phys, pgdir, attn, the functions
//     function     the module's, then the added ones
//     table, tag   as they were; then those of stack capture
//     global       the module's, then the added ones (i32, 0)
//     export       the module's own, quire.init, quire.run, quire.g<i> for every mutable global
//     element      renumbered; then the table of resume copies
//     data count   always when there are segments, since init names them
//     code, data   data all passive
//     name, quire.meta

import type { Additions } from "./additions.ts";
import { copyConstant } from "./constexpr.ts";
import { copyElements, copyTables } from "./elements.ts";
import type { Hints } from "./hints.ts";
import { MAX_PAGES } from "./imports.ts";
import { KERNEL, type Layout } from "./layout.ts";
import type { ImageMeta } from "./meta.ts";
import type { Export, Module } from "./module.ts";
import { writeNames } from "./names.ts";
import { Reader } from "./reader.ts";
import { Sink } from "./sink.ts";
import { funcType, I32, type ValType } from "./valtypes.ts";

export interface Emission {
  readonly module: Module;
  readonly layout: Layout;
  readonly added: Additions;
  /** All function bodies, in the order of their indices. */
  readonly bodies: Sink;
  readonly hints: Hints;
  /** Functions of the added table, in a module whose stack can be captured. */
  readonly resumes: readonly number[] | undefined;
  /** Every export, already renumbered. */
  readonly exports: readonly Export[];
  readonly meta: ImageMeta;
}

const SHARED_WITH_MAX = 3;
const FUNCREF = 0x70;
const MEMORY = 2;
const GLOBAL = 3;

export function emit(e: Emission): Uint8Array<ArrayBuffer> {
  const { module: m, layout } = e;
  const imports = writeImports(e); // before the types, which it may add to
  layout.type(funcType([], []));
  const out = new Sink(e.bodies.len + m.bytes.length / 2 + 4096);
  out.raw([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);
  section(out, 1, writeTypes(layout));
  section(out, 2, imports);
  section(out, 3, writeFunctions(e));
  vector(out, 4, m.tables && copyTables(m.tables, layout), e.resumes && resumeTable(e.resumes));
  vector(out, 13, writeTags(m), e.resumes && Uint8Array.of(0, layout.type(funcType([], []))));
  if (m.globals.length + e.layout.addedGlobals.length > 0) section(out, 6, writeGlobals(e));
  section(out, 7, writeExports(e.exports));
  const elements = m.elements && copyElements(m.elements, layout);
  vector(out, 9, elements, e.resumes && resumeElements(m, e.resumes));
  if (m.data.length > 0) section(out, 12, counted(m.data.length));
  custom(out, "metadata.code.branch_hint", e.hints.finish());
  writeCode(out, e);
  if (m.data.length > 0) section(out, 11, writeData(m));
  custom(out, "name", writeNames(m, layout, e.added));
  const meta = new Sink(128);
  meta.raw(new TextEncoder().encode(JSON.stringify(e.meta)));
  custom(out, "quire.meta", meta);
  return out.view();
}

function section(out: Sink, id: number, contents: Sink): void {
  out.byte(id);
  out.u32(contents.len);
  out.copy(contents.buf, 0, contents.len);
}

/** A section that is a list of items, with one more behind them; an empty list makes no section. */
function vector(out: Sink, id: number, list: Sink | undefined, last: Uint8Array | undefined): void {
  const r = new Reader(list?.view() ?? Uint8Array.of(0));
  const count = r.u32() + (last === undefined ? 0 : 1);
  if (count === 0) return;
  const whole = counted(count);
  whole.copy(r.bytes, r.pos, r.end);
  if (last !== undefined) whole.raw(last);
  section(out, id, whole);
}

/** A table of exactly these functions. */
function resumeTable(resumes: readonly number[]): Uint8Array {
  const out = new Sink(16);
  out.raw([FUNCREF, 1]);
  out.u32(resumes.length);
  out.u32(resumes.length);
  return out.view();
}

/** An active segment that fills the table behind the module's own. */
function resumeElements(m: Module, resumes: readonly number[]): Uint8Array {
  const out = new Sink(resumes.length * 3 + 16);
  const table = m.tables === undefined ? 0 : new Reader(m.tables.bytes, m.tables.pos).u32();
  out.byte(2);
  out.u32(table);
  out.raw([0x41, 0, 0x0b, 0]);
  out.u32(resumes.length);
  for (const func of resumes) out.u32(func);
  return out.view();
}

function custom(out: Sink, name: string, contents: Sink): void {
  const whole = new Sink(contents.len + name.length + 8);
  whole.name(name);
  whole.copy(contents.buf, 0, contents.len);
  section(out, 0, whole);
}

function counted(n: number): Sink {
  const out = new Sink(8);
  out.u32(n);
  return out;
}

function writeTypes(layout: Layout): Sink {
  const out = counted(layout.types.length);
  const list = (types: readonly ValType[]): void => {
    out.u32(types.length);
    for (const type of types) out.raw(type.bytes);
  };
  for (const type of layout.types) {
    out.byte(0x60);
    list(type.params);
    list(type.results);
  }
  return out;
}

function writeImports(e: Emission): Sink {
  const out = counted(KERNEL.length + 4);
  const { memory } = e.module;
  const kernel = (name: string, kind: number): void => {
    out.name("kernel");
    out.name(name);
    out.byte(kind);
  };
  for (const [name, min, max] of [
    ["flat", memory?.min ?? 0, memory?.max ?? MAX_PAGES],
    ["phys", 0, MAX_PHYS_PAGES],
  ] as const) {
    kernel(name, MEMORY);
    out.byte(SHARED_WITH_MAX);
    out.u32(min);
    out.u32(max);
  }
  for (const name of ["pgdir", "attn"]) {
    kernel(name, GLOBAL);
    out.raw([I32, 0]);
  }
  for (const [name, type] of KERNEL) {
    kernel(name, 0);
    out.u32(e.layout.type(type));
  }
  return out;
}

/** Physical memory may be as large as the machine likes: 4 GiB. */
const MAX_PHYS_PAGES = 65536;

function writeFunctions(e: Emission): Sink {
  const { functions } = e.module;
  const out = counted(functions.length + e.added.list.length);
  for (const type of functions) out.u32(type);
  for (const f of e.added.list) out.u32(f.type);
  return out;
}

function writeCode(out: Sink, e: Emission): void {
  const count = counted(e.module.functions.length + e.added.list.length);
  out.byte(10);
  out.u32(count.len + e.bodies.len);
  out.copy(count.buf, 0, count.len);
  out.copy(e.bodies.buf, 0, e.bodies.len);
}

function writeTags(m: Module): Sink {
  const out = counted(m.tags.length);
  for (const type of m.tags) {
    out.byte(0);
    out.u32(type);
  }
  return out;
}

function writeGlobals(e: Emission): Sink {
  const { module: m, layout } = e;
  const out = counted(m.globals.length + layout.addedGlobals.length);
  for (const global of m.globals) {
    out.raw(global.type.bytes);
    out.byte(global.mutable ? 1 : 0);
    copyConstant(new Reader(m.bytes, ...global.init), layout, out);
  }
  for (const value of layout.addedGlobals) {
    out.raw([I32, 1, 0x41]);
    out.s32(value);
    out.byte(0x0b);
  }
  return out;
}

function writeExports(exports: readonly Export[]): Sink {
  const out = counted(exports.length);
  for (const { name, kind, index } of exports) {
    out.name(name);
    out.byte(kind);
    out.u32(index);
  }
  return out;
}

function writeData(m: Module): Sink {
  const out = counted(m.data.length);
  for (const { bytes } of m.data) {
    out.byte(1);
    out.u32(bytes[1] - bytes[0]);
    out.copy(m.bytes, bytes[0], bytes[1]);
  }
  return out;
}
