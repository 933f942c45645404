// root — where a capture begins and ends: the function behind kern.fork, run, and init.
//
//     fork(flags)      r = kernel.forkBegin(flags); an error: return it
//                      the chunk at r is the current one; write a record of this frame; throw $unwind
//     fork.resume      at = 0; return kernel.resumed()
//     run(records)     records = 0: call _start, else resume them; when $unwind arrives, in a loop:
//                      kernel.fork(flags, last record, free memory's end), resume that record
//     init, handle     as they were; $unwind, from a fork in the start function or in a handler that the host
//                      runs, traps: there is no frame of _start to come back to
//
// The tlb is emptied after forkBegin, fork and resumed: before guest code runs again.

import type { Additions } from "../additions.ts";
import { Assembler } from "../assembler.ts";
import type { FreeMemory } from "../fork.ts";
import { K } from "../layout.ts";
import { EMPTY, OP } from "../opcodes.ts";
import type { Sink } from "../sink.ts";
import { funcType, I32 } from "../valtypes.ts";
import type { Records } from "./records.ts";

/** Unsigned, this and what lies above is a negative errno. */
const FIRST_ERROR = -4096;
/** Bytes below the stack pointer that a leaf function may use. */
const RED_ZONE = 128;
const TRY = 0x06;
const CATCH = 0x07;
const TRY_TABLE = 0x1f;

export interface Root {
  readonly added: Additions;
  readonly records: Records;
  readonly free: FreeMemory;
  readonly legacy: boolean;
  readonly tag: number;
  /** Function that empties the tlb. */
  readonly flush: number;
  readonly start: number;
}

export class RootBodies {
  readonly #root: Root;
  /** Global of the flags of the fork in hand. */
  readonly #flags: number;

  constructor(root: Root) {
    this.#root = root;
    this.#flags = root.added.layout.addGlobal();
  }

  #assembler(params: number[], results: number[]): Assembler {
    return new Assembler(funcType(params, results), this.#root.added.layout);
  }

  fork(number: number): Assembler {
    const { records, flush } = this.#root;
    const a = this.#assembler([I32], [I32]);
    const chunk = a.local();
    a.get(0).call(K.forkBegin).set(chunk).call(flush);
    a.get(chunk).i32(FIRST_ERROR).op(OP.i32_ge_u).if().get(chunk).op(OP.return, OP.end);
    records.begin(a, chunk);
    a.get(0).globalSet(this.#flags).i32(0).globalSet(records.last);
    return a.i32(0).i32(number).call(records.save([])).op(OP.unreachable);
  }

  forkResume(): Assembler {
    const { records, flush } = this.#root;
    return this.#assembler([], [I32]).i32(0).globalSet(records.at).call(K.resumed).call(flush);
  }

  /** Writes a call of `body`; when it throws the tag, what comes after is reached. */
  #unless(a: Assembler, body: () => void): void {
    const { legacy, tag } = this.#root;
    if (legacy) a.op(TRY, EMPTY);
    else {
      a.op(OP.block, EMPTY, TRY_TABLE, EMPTY, 1, 0);
      a.u32(tag);
      a.u32(0);
    }
    body();
    a.op(OP.return);
    if (legacy) {
      a.op(CATCH);
      a.u32(tag);
    } else a.op(OP.end);
    a.op(OP.end);
  }

  run(): Assembler {
    const { records, start, flush } = this.#root;
    const a = this.#assembler([I32], []);
    a.op(OP.loop, EMPTY);
    this.#unless(a, () => {
      a.get(0).if().get(0).globalSet(records.resume).call(records.inside([]));
      a.op(OP.else).call(start).op(OP.end);
    });
    a.globalGet(this.#flags).globalGet(records.last).call(this.#low());
    a.call(K.fork).op(OP.drop).call(flush);
    return a.globalGet(records.last).set(0).br(0).op(OP.end);
  }

  /** low() -> end of the free memory above the guard. */
  #low(): number {
    const { added, free } = this.#root;
    return added.need("quire.low", funcType([], [I32]), (a) => {
      const { stackPointer, lowestData, guard } = free;
      if (stackPointer === undefined) {
        a.i32(guard);
        return;
      }
      const low = a.local();
      a.globalGet(stackPointer).i32(RED_ZONE).op(OP.i32_sub).tee(low).i32(lowestData);
      a.get(low).i32(lowestData).op(OP.i32_lt_u, OP.select);
    });
  }

  /** A function the host calls, which is not resumed; `code` is what it was. */
  door(code: Sink): Assembler {
    const a = this.#assembler([], []);
    this.#unless(a, () => a.copy(code.buf, 0, code.len));
    return a.op(OP.unreachable);
  }
}
