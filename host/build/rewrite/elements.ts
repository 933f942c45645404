// elements — tables and element segments, copied with their functions and globals renumbered.

import { copyConstant } from "./constexpr.ts";
import { RewriteError } from "./errors.ts";
import type { Layout } from "./layout.ts";
import type { Module } from "./module.ts";
import { Reader } from "./reader.ts";
import { Sink } from "./sink.ts";
import { readValType } from "./valtypes.ts";

/** Bits of an element segment's flags. */
const PASSIVE = 1;
/** With PASSIVE: declarative; without: the table is named. */
const EXPLICIT = 2;
const EXPRESSIONS = 4;
/** A table whose entry carries an initial value begins with these two bytes. */
const TABLE_WITH_VALUE = 0x40;
const FUNCREF = 0x70;

const again = (r: Reader): Reader => new Reader(r.bytes, r.pos, r.end);

export function copyTables(section: Reader, layout: Layout): Sink {
  const r = again(section);
  const out = new Sink(64);
  const count = r.u32();
  out.u32(count);
  for (let i = 0; i < count; i++) {
    const at = r.pos;
    const hasValue = r.bytes[r.pos] === TABLE_WITH_VALUE;
    if (hasValue) r.skip(2);
    readValType(r);
    const flags = r.byte();
    if (flags > 1)
      throw new RewriteError("unsupported", `table ${i} at byte ${at} is shared or has 64-bit indices`);
    r.skipLeb();
    if (flags === 1) r.skipLeb();
    out.copy(r.bytes, at, r.pos);
    if (hasValue) copyConstant(r, layout, out);
  }
  return out;
}

/** Index of the first table of functions, where calls through pointers go; undefined: there is none. */
export function functionTable(m: { readonly tables: Reader | undefined }): number | undefined {
  if (m.tables === undefined) return undefined;
  const r = again(m.tables);
  const plain = r.u32() > 0 && r.byte() === FUNCREF;
  return plain ? 0 : undefined;
}

export function copyElements(section: Reader, layout: Layout): Sink {
  const r = again(section);
  const out = new Sink(r.end - r.pos + 64);
  const count = r.u32();
  out.u32(count);
  for (let i = 0; i < count; i++) copySegment(r, layout, out);
  return out;
}

/** Notes in the layout every function whose address the tables, the segments and the globals take. */
export function takeAddresses(m: Module, layout: Layout): void {
  if (m.tables !== undefined) copyTables(m.tables, layout);
  if (m.elements !== undefined) copyElements(m.elements, layout);
  for (const { init } of m.globals) copyConstant(new Reader(m.bytes, ...init), layout, new Sink(16));
}

function copySegment(r: Reader, layout: Layout, out: Sink): void {
  const flags = r.u32();
  if (flags > 7) r.fail(`element segment flags ${flags}`);
  out.u32(flags);
  if (!(flags & PASSIVE)) {
    if (flags & EXPLICIT) out.u32(r.u32());
    copyConstant(r, layout, out);
  }
  if (flags & (PASSIVE | EXPLICIT)) {
    const at = r.pos;
    if (flags & EXPRESSIONS) readValType(r);
    else r.byte();
    out.copy(r.bytes, at, r.pos);
  }
  const items = r.u32();
  out.u32(items);
  for (let i = 0; i < items; i++) {
    if (flags & EXPRESSIONS) copyConstant(r, layout, out);
    else out.u32(layout.take(r.u32()));
  }
}
