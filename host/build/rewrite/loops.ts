// loops — every loop counts down; an innermost one is written twice, for flat memory and for the window.
//
// The first version expects flat memory: the slow arm of an access is a call, out of the way. The second
// expects the window: the slow arm tries the tlb first (tlb.ts). `warm` says that windows were in use of
// late; it is looked at when a loop is entered and, in the flat version, whenever the countdown runs out.
// Between two rounds a loop's state is in locals only, so it may change versions there:
//
//     block
//       block
//         global.get warm; br_if 0
//         loop  countdown (warm: br 1)  body for flat memory  end
//         br 1
//       end
//       global.set warm (warm - 1)
//       loop  countdown  body for the window  end
//     end
//
// Small bodies without calls are also unrolled. Engines do that themselves, but not where a loop contains a
// call, and the slow arm is one:
//
//     body  br_if 0   ->   body  if  body  br_if 1  end
//     body  br 0      ->   body  body  br 0
//
// A branch that leaves the body has the added blocks to leave as well.

import { countdown, openBlock } from "./control.ts";
import type { Cursor } from "./cursor.ts";
import { EMPTY, OP } from "./opcodes.ts";
import { type LoopBody, scanLoop } from "./scan.ts";

type Rewrite = (c: Cursor) => void;

/** Bodies of at most this many bytes are written so many times. */
const COPIES: readonly (readonly [bytes: number, copies: number])[] = [
  [96, 4],
  [160, 2],
];
/** Blocks around the two versions. */
const FLAT_BLOCKS = 2;
const WINDOW_BLOCKS = 1;

/** A loop, behind its opcode at `at`. */
export function rewriteLoop(c: Cursor, at: number, instruction: Rewrite): void {
  const plain = c.r.bytes[c.r.pos] === EMPTY && c.versions === 0;
  c.flush(at);
  openBlock(c);
  const body = plain ? scanLoop(c.r.bytes, c.r.pos) : undefined;
  if (body !== undefined && body.accesses > 0) writeVersions(c, body, instruction);
  else if (body !== undefined) writeLoop(c, body, instruction, copiesOf(body));
  else {
    c.code.copy(c.r.bytes, at, c.r.pos);
    c.from = c.r.pos;
    c.loops.push(c.stack.depth);
    countdown(c, -1);
  }
}

function copiesOf(body: LoopBody): number {
  if (body.branch < 0 || body.calls > 0) return 1;
  return COPIES.find(([bytes]) => body.last - body.start <= bytes)?.[1] ?? 1;
}

/** Both versions; the cursor then stands behind the loop's `end`. */
function writeVersions(c: Cursor, body: LoopBody, instruction: Rewrite): void {
  const { code } = c;
  const { warm } = c.plan.tlb;
  code.raw([OP.block, EMPTY, OP.block, EMPTY]);
  c.indexed(OP.global_get, warm);
  c.hint(false);
  c.indexed(OP.br_if, 0);
  c.versions = FLAT_BLOCKS;
  writeLoop(c, body, instruction, copiesOf(body));
  code.raw([OP.br, 1, OP.end]);
  c.indexed(OP.global_get, warm);
  code.raw([OP.i32_const, 1, OP.i32_sub]);
  c.indexed(OP.global_set, warm);
  c.versions = WINDOW_BLOCKS;
  c.window = true;
  writeLoop(c, body, instruction, 1);
  c.window = false;
  c.versions = 0;
  code.byte(OP.end);
}

/** One version with its `loop` and `end`; leaves the block, or begins it anew for the next version. */
function writeLoop(c: Cursor, body: LoopBody, instruction: Rewrite, copies: number): void {
  const { r, stack, code } = c;
  c.loopFrame = stack.depth - 1;
  code.raw([OP.loop, EMPTY]);
  countdown(c, c.versions === FLAT_BLOCKS ? 2 : -1);
  const conditional = body.branch === OP.br_if;
  for (let k = 0; k < copies; k++) {
    stack.restart();
    r.pos = body.start;
    c.from = body.start;
    c.copy = conditional ? k : 0;
    const isLast = k === copies - 1;
    const end = isLast ? body.end : body.last;
    while (r.pos < end) instruction(c);
    c.flush(end);
    if (isLast || !conditional) continue;
    stack.pop(1);
    code.raw([OP.if, EMPTY]);
  }
  for (let k = 0; k < c.copy; k++) code.byte(OP.end);
  c.copy = 0;
  code.byte(OP.end);
  r.pos = body.end + 1;
  c.from = r.pos;
  if (c.versions === FLAT_BLOCKS) return;
  stack.close();
}
