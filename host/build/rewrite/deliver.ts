// deliver — the glue that runs a guest's signal handlers: guest code, so that a handler finds only guest
// frames below it and may fork or jump out of itself.
//
//   deliver   while h = kernel.handler(C stack pointer) is not 0:
//               keep struct attention and the C stack pointer; move to the stack that it names
//               attention: deliver()       what else is pending stacks its frame on this one, and runs first
//               table[h](signal, info, context), by the handler's own type
//               C stack pointer back; kernel.handled(context)
//   after     behind a system call that finds the attention word set, or tlb entries filled: deliver, and
//             make the call again when it was interrupted and is to go on
//   arith     before a division without result, illegal before an `unreachable`: the handler runs until it
//             jumps away from there, or is no longer set; then the guest traps
//
// A module whose C stack pointer is not known gets a stack of its own for handlers: what lies free below its
// data (addStack).

import {
  ATTENTION_CONTEXT,
  ATTENTION_INFO,
  ATTENTION_RESTART,
  ATTENTION_SIGNAL,
  ATTENTION_STACK,
} from "../../abi/structs.ts";
import type { Additions } from "./additions.ts";
import type { Assembler } from "./assembler.ts";
import { ATTENTION_WORD } from "./control.ts";
import { ATTN, K, PHYS } from "./layout.ts";
import { EMPTY, OP } from "./opcodes.ts";
import type { Tlb } from "./tlb.ts";
import { type FuncType, funcType, I32, I64 } from "./valtypes.ts";

/** An interrupted call that is to be made again: -ERESTART of the core. */
const RESTART = -512;
const CALL_WORDS = 7;
const SIGFPE = 8;
const FPE_INTDIV = 1;
const SIGILL = 4;
const ILL_ILLOPN = 2;

const NORMAL = funcType([], []);
/** What a handler may take: signal, siginfo, ucontext; the signal; nothing. */
const HANDLERS: readonly FuncType[] = [funcType([I32, I32, I32], []), funcType([I32], []), NORMAL];

export class Deliver {
  readonly #added: Additions;
  readonly #tlb: Tlb;
  /** Global of the C stack pointer. */
  readonly #stack: number;
  /** The module's function table; undefined: it has none, and so no handlers. */
  readonly #table: number | undefined;

  constructor(added: Additions, tlb: Tlb, stack: number, table: number | undefined) {
    this.#added = added;
    this.#tlb = tlb;
    this.#stack = stack;
    this.#table = table;
  }

  /** Index of the function that runs the handlers of what is pending. */
  deliver(): number {
    return this.#added.need("quire.deliver", NORMAL, (a) => {
      const [handler, sp, context] = [a.local(), a.local(), a.local()];
      const [signal, info] = [a.local(), a.local()];
      a.op(OP.loop, EMPTY).globalGet(this.#stack).tee(sp).call(K.handler).set(handler);
      a.call(this.#tlb.flush()).get(handler).op(OP.i32_eqz).if().op(OP.return, OP.end);
      word(a, ATTENTION_SIGNAL).set(signal);
      word(a, ATTENTION_INFO).set(info);
      word(a, ATTENTION_CONTEXT).set(context);
      word(a, ATTENTION_STACK).globalSet(this.#stack);
      this.ifAttention(a);
      this.#run(a, handler, [signal, info, context]);
      a.get(sp).globalSet(this.#stack).get(context).call(K.handled).call(this.#tlb.flush());
      a.br(0).op(OP.end);
    });
  }

  /** Writes: deliver when the attention word is set. */
  ifAttention(a: Assembler): void {
    a.raw(ATTENTION_WORD);
    a.if().call(this.deliver()).op(OP.end);
  }

  /** Calls the handler with as many arguments as it takes; of another type, it traps as any wrong call. */
  #run(a: Assembler, handler: number, args: readonly number[]): void {
    const table = this.#table;
    if (table === undefined) {
      a.op(OP.unreachable);
      return;
    }
    a.op(OP.block, EMPTY);
    for (const type of HANDLERS) {
      const index = a.layout.type(type);
      a.get(handler).op(0x25).u32(table);
      a.prefixed(0xfb, 0x14).s32(index);
      a.if().get(...args.slice(0, type.params.length));
      callIndirect(a, handler, index, table);
      a.br(1).op(OP.end);
    }
    a.get(...args);
    callIndirect(a, handler, a.layout.type(HANDLERS[0] as FuncType), table);
    a.op(OP.end);
  }

  /** after(result) -> result of a system call. */
  after(): number {
    return this.#added.need("quire.after", funcType([I32], [I32]), (a) => {
      const call = Array.from({ length: CALL_WORDS }, () => a.local());
      a.call(this.#tlb.flush());
      a.get(0).i32(RESTART).op(OP.i32_eq).if();
      call.forEach((local, i) => {
        word(a, ATTENTION_RESTART + 4 * i).set(local);
      });
      a.op(OP.loop, EMPTY);
      this.ifAttention(a);
      a.get(...call)
        .call(K.trap)
        .set(0)
        .call(this.#tlb.flush());
      a.get(0).i32(RESTART).op(OP.i32_eq).brIf(0).op(OP.end, OP.end);
      this.ifAttention(a);
      a.get(0);
    });
  }

  /** Before a division by zero. */
  arith(): number {
    return this.#before("quire.arith", SIGFPE, FPE_INTDIV);
  }

  /** quotient(dividend, divisor): before a signed division by 0 or -1, which has no result. */
  quotient(type: number): number {
    const isLong = type === I64;
    return this.#added.need(`quire.quotient.${isLong ? "i64" : "i32"}`, funcType([type, type], []), (a) => {
      a.get(1)
        .op(isLong ? OP.i64_eqz : OP.i32_eqz)
        .get(0);
      if (isLong) a.i64(1).i64(63).op(OP.i64_shl, OP.i64_eq);
      else a.i32(-0x80000000).op(OP.i32_eq);
      a.op(OP.i32_or).if().call(this.arith()).op(OP.end);
    });
  }

  /** Before an `unreachable`. */
  illegal(): number {
    return this.#before("quire.illegal", SIGILL, ILL_ILLOPN);
  }

  #before(name: string, signal: number, code: number): number {
    return this.#added.need(name, NORMAL, (a) => {
      a.op(OP.loop, EMPTY).i32(signal).i32(code).call(K.raise).if();
      a.call(this.deliver()).br(1).op(OP.end, OP.end);
    });
  }
}

/** Pushes a word of struct attention. */
function word(a: Assembler, offset: number): Assembler {
  return a.globalGet(ATTN).i32(offset).op(OP.i32_add).access(OP.i32_load, PHYS, 2);
}

function callIndirect(a: Assembler, handler: number, type: number, table: number): void {
  a.get(handler).op(OP.call_indirect).u32(type);
  a.u32(table);
}
