// guard — a call that may throw the aim's tag, in a try that goes to a label; both forms of handlers.

import { OP } from "../opcodes.ts";
import type { Writer } from "./writer.ts";

export const TRY = 0x06;
export const CATCH = 0x07;
export const TRY_TABLE = 0x1f;

/** The one clause of a try_table: to the label at this depth outside it. */
export function writeClause(w: Writer, depth: number): void {
  w.out.raw([1, 0]);
  w.out.u32(w.program.aim.tag);
  w.out.u32(depth);
}

/** `depth` is that of the label, which takes what the tag carries; `block` begins a block for the call. */
export function writeGuarded(
  w: Writer,
  legacy: boolean,
  depth: number,
  block: (op: number) => void,
  call: () => void,
): void {
  block(legacy ? TRY : TRY_TABLE);
  if (!legacy) writeClause(w, depth);
  call();
  if (legacy) {
    w.indexed(CATCH, w.program.aim.tag);
    w.indexed(OP.br, depth + 1);
  }
  w.out.byte(OP.end);
}
