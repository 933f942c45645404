// names — the name section under the new numbering, so that stack traces show the guest's own names.

import type { Additions } from "./additions.ts";
import { KERNEL, type Layout } from "./layout.ts";
import type { Module } from "./module.ts";
import { Reader } from "./reader.ts";
import { Sink } from "./sink.ts";

/** Subsections by number. */
const FUNCTIONS = 1;
const LOCALS = 2;
const LABELS = 3;
const GLOBALS = 7;
const KERNEL_GLOBAL_NAMES = ["quire.pgdir", "quire.attn"];

/** The contents of the new name section, without its own name. A malformed one is left out. */
export function writeNames(m: Module, layout: Layout, added: Additions): Sink {
  const out = new Sink(1024);
  try {
    copySubsections(m, layout, added, out);
  } catch {
    // Names are advice: the engine ignores a malformed section, and so do we.
    out.len = 0;
    subsection(out, FUNCTIONS, functionNames(m, undefined, added));
  }
  return out;
}

function copySubsections(m: Module, layout: Layout, added: Additions, out: Sink): void {
  const r = m.names === undefined ? undefined : new Reader(m.names.bytes, m.names.pos, m.names.end);
  let seen = false;
  while (r !== undefined && !r.done) {
    const id = r.byte();
    const block = r.block();
    if (id >= FUNCTIONS && !seen) {
      seen = true;
      subsection(out, FUNCTIONS, functionNames(m, id === FUNCTIONS ? block : undefined, added));
      if (id === FUNCTIONS) continue;
    }
    const sub = new Sink(block.end - block.pos + 16);
    if (id === LOCALS || id === LABELS) shiftIndirect(m, block, sub, layout);
    else if (id === GLOBALS) shiftGlobals(block, sub, layout);
    else sub.copy(block.bytes, block.pos, block.end);
    subsection(out, id, sub);
  }
  if (!seen) subsection(out, FUNCTIONS, functionNames(m, undefined, added));
}

function subsection(out: Sink, id: number, contents: Sink): void {
  out.byte(id);
  out.u32(contents.len);
  out.copy(contents.buf, 0, contents.len);
}

/** The kernel's functions, the module's own (moved), the added ones. */
function functionNames(m: Module, r: Reader | undefined, added: Additions): Sink {
  const entries = new Sink(4096);
  let count = 0;
  const imported = m.imports.functions.length;
  const shift = KERNEL.length - imported;
  const add = (index: number, name: string): void => {
    entries.u32(index);
    entries.name(name);
    count++;
  };
  KERNEL.forEach(([name], i) => {
    add(i, `kernel.${name}`);
  });
  for (let n = r?.u32() ?? 0; r !== undefined && n > 0; n--) {
    const index = r.u32();
    const name = r.block();
    if (index < imported) continue;
    entries.u32(index + shift);
    entries.u32(name.end - name.pos);
    entries.copy(name.bytes, name.pos, name.end);
    count++;
  }
  added.list.forEach((f, i) => {
    add(added.layout.firstAdded + i, f.name);
  });
  const out = new Sink(entries.len + 8);
  out.u32(count);
  out.copy(entries.buf, 0, entries.len);
  return out;
}

/** The names of the module's functions by their new index. */
export function namesOf(m: Module, layout: Layout): (func: number) => string {
  const names = new Map<number, string>();
  try {
    const r = new Reader(m.names?.bytes ?? new Uint8Array(0), m.names?.pos ?? 0, m.names?.end ?? 0);
    while (!r.done) {
      const id = r.byte();
      const block = r.block();
      if (id !== FUNCTIONS) continue;
      for (let n = block.u32(); n > 0; n--) names.set(layout.func(block.u32()), block.name());
    }
  } catch {
    // Malformed: advice, see above.
  }
  return (func) => names.get(func) ?? `function${func - KERNEL.length + m.imports.functions.length}`;
}

/** A map from functions to maps: locals or labels. Those of imported functions go. */
function shiftIndirect(m: Module, r: Reader, out: Sink, layout: Layout): void {
  const entries = new Sink(r.end - r.pos + 16);
  let kept = 0;
  for (let n = r.u32(); n > 0; n--) {
    const index = r.u32();
    const from = r.pos;
    for (let k = r.u32(); k > 0; k--) {
      r.skipLeb();
      r.block();
    }
    if (index < m.imports.functions.length) continue;
    kept++;
    entries.u32(layout.func(index));
    entries.copy(r.bytes, from, r.pos);
  }
  out.u32(kept);
  out.copy(entries.buf, 0, entries.len);
}

function shiftGlobals(r: Reader, out: Sink, layout: Layout): void {
  const n = r.u32();
  out.u32(n + KERNEL_GLOBAL_NAMES.length);
  KERNEL_GLOBAL_NAMES.forEach((name, i) => {
    out.u32(i);
    out.name(name);
  });
  for (let i = 0; i < n; i++) {
    out.u32(layout.global(r.u32()));
    const name = r.block();
    out.u32(name.end - name.pos);
    out.copy(name.bytes, name.pos, name.end);
  }
}
