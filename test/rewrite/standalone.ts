// standalone — makes any program a guest: each imported function becomes one of its own that traps.

import { Reader } from "../../host/build/rewrite/reader.ts";
import { Sink } from "../../host/build/rewrite/sink.ts";

/** A body without locals: unreachable, end. */
const TRAPPING_BODY = [3, 0, 0x00, 0x0b];

/** Function indices stay what they were. Modules that import a table or a global are not taken. */
export function standalone(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Sink(bytes.length + 4096);
  out.raw(bytes.subarray(0, 8));
  const types: number[] = [];
  for (const r = new Reader(bytes, 8); !r.done; ) {
    const id = r.byte();
    const contents = r.block();
    const section = new Sink(contents.end - contents.pos + 256);
    if (id === 2) splitImports(contents, section, types);
    else if (id === 3) prepend(contents, section, types);
    else if (id === 10) prepend(contents, section, types, TRAPPING_BODY);
    else section.copy(bytes, contents.pos, contents.end);
    out.byte(id);
    out.u32(section.len);
    out.copy(section.buf, 0, section.len);
  }
  return out.view();
}

/** Keeps imported memories; collects the types of imported functions. */
function splitImports(r: Reader, out: Sink, types: number[]): void {
  const kept = new Sink(64);
  let count = 0;
  for (let n = r.u32(); n > 0; n--) {
    const at = r.pos;
    r.block();
    r.block();
    const kind = r.byte();
    if (kind === 0) types.push(r.u32());
    else if (kind === 2) {
      for (let limits = r.byte() & 1; limits >= 0; limits--) r.skipLeb();
      kept.copy(r.bytes, at, r.pos);
      count++;
    } else throw new Error(`an import of kind ${kind} cannot be made the module's own`);
  }
  out.u32(count);
  out.copy(kept.buf, 0, kept.len);
}

/** A vector with items in front: the types themselves, or one body for each. */
function prepend(r: Reader, out: Sink, types: readonly number[], body?: readonly number[]): void {
  out.u32(r.u32() + types.length);
  for (const type of types) {
    if (body === undefined) out.u32(type);
    else out.raw(body);
  }
  out.copy(r.bytes, r.pos, r.end);
}
