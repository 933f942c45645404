// window — the functions behind the slow arm of an access: translate, then act on physical memory.
//
// For every kind of access a module uses there is one function
//
//   (base, operands..., offset, entry) -> result
//     ea = base + offset                       beyond 4 GiB: fault
//     guard <= ea < 2^31                       the access on flat memory (base was small or wrapped)
//     ea .. ea + width not in one page         split: byte by byte, each page translated for itself
//     pte = phys[phys[pgdir + dir(ea)] + page(ea)]
//     ka = pte has the right ? frame | ea & 4095 : kernel.fault(ea, write)
//     the access on physical memory at ka
//
// so that an access of physical memory lies wholly in the frame of its own page. A misaligned atomic traps,
// as Wasm says, before it could cross. The order of two faults of one split access is by address, and
// nothing is written before both pages are there.

import { type Access, ATOMIC, SIMD } from "./accesses.ts";
import type { Additions } from "./additions.ts";
import type { Assembler } from "./assembler.ts";
import type { Deliver } from "./deliver.ts";
import { FLAT, K, PGDIR, PHYS } from "./layout.ts";
import { EMPTY, OP } from "./opcodes.ts";
import { type Tlb, WARM } from "./tlb.ts";
import { F32, F64, type FuncType, funcType, I32, I64, V128 } from "./valtypes.ts";

export const PAGE = 4096;
const PAGE_MASK = PAGE - 1;
/** Rights in a page table entry. */
export const READABLE = 1;
export const WRITABLE = 2;
/** An address that is never mapped: reported when an effective address is beyond 4 GiB. */
const BEYOND = -1;
const I32_ATOMIC_LOAD = 0x10;
const I64_ATOMIC_LOAD = 0x11;

/** Makes the window functions of one module; `guard` is where its flat region begins. */
export class Window {
  readonly #added: Additions;
  readonly guard: number;
  readonly #tlb: Tlb;
  readonly #deliver: Deliver;
  readonly #index = new Map<number, number>();

  constructor(added: Additions, guard: number, tlb: Tlb, deliver: Deliver) {
    this.#deliver = deliver;
    this.#added = added;
    this.guard = guard;
    this.#tlb = tlb;
  }

  /** Index of the function for this access; `lane` where the instruction has one, else 0. */
  access(access: Access, lane: number): number {
    const key = ((access.prefix << 12) | access.op) * 16 + lane;
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    const type = funcType([I32, ...access.operands, I32, I32], access.result === 0 ? [] : [access.result]);
    const name = `quire.${access.name}${access.split === "lane" ? `.${lane}` : ""}`;
    const index = this.#added.need(name, type, (a) => this.#write(a, access, lane));
    this.#index.set(key, index);
    return index;
  }

  #write(a: Assembler, access: Access, lane: number): void {
    const operands = access.operands.map((_, i) => i + 1);
    const ea = a.local();
    this.effective(a, 0, operands.length + 1, ea, access.write);
    const perform = (memory: number): void => {
      a.get(...operands);
      instruction(a, access, lane, memory);
    };
    a.get(ea)
      .i32(this.guard - 1)
      .op(OP.i32_gt_s)
      .if();
    a.get(ea);
    perform(FLAT);
    a.op(OP.return, OP.end);
    if (access.split === "atomic") this.#aligned(a, access.width, ea);
    else if (access.width > 1) this.#split(a, access, lane, ea, operands);
    this.translate(a, ea, access.write, operands.length + 2);
    perform(PHYS);
  }

  /** Leaves base + offset in `ea`; a sum beyond 4 GiB is a fault. */
  effective(a: Assembler, base: number, offset: number, ea: number, write: boolean): void {
    a.get(base, offset).op(OP.i32_add).tee(ea).get(offset).op(OP.i32_lt_u).if();
    a.i32(BEYOND)
      .i32(write ? 1 : 0)
      .call(this.#fault())
      .op(OP.drop, OP.unreachable, OP.end);
  }

  /** fault(ea, write) -> ka: the kernel resolves it, which may change any page, or a handler repairs it. */
  #fault(): number {
    return this.#added.need("quire.fault", funcType([I32, I32], [I32]), (a) => {
      const ka = a.local();
      a.op(OP.loop, EMPTY).get(0, 1).call(K.fault).tee(ka).call(this.#tlb.flush());
      a.if().get(ka).op(OP.return, OP.end);
      a.call(this.#deliver.deliver()).br(0).op(OP.end, OP.unreachable);
    });
  }

  /** Pushes the page table entry of `ea`. */
  #entry(a: Assembler, ea: number): void {
    a.globalGet(PGDIR).get(ea).i32(20).op(OP.i32_shr_u).i32(0xffc).op(OP.i32_and, OP.i32_add);
    a.access(OP.i32_load, PHYS, 2);
    a.get(ea).i32(10).op(OP.i32_shr_u).i32(0xffc).op(OP.i32_and, OP.i32_add);
    a.access(OP.i32_load, PHYS, 2);
  }

  /** Pushes the physical address of `ea`, asking the kernel when the right is missing. */
  translate(a: Assembler, ea: number, write: boolean, entry = -1): void {
    const pte = a.local();
    this.#entry(a, ea);
    a.tee(pte)
      .i32(write ? WRITABLE : READABLE)
      .op(OP.i32_and)
      .if(I32);
    if (entry >= 0) a.i32(WARM).globalSet(this.#tlb.warm).get(entry, ea, pte).call(this.#tlb.fill());
    a.get(pte).i32(-PAGE).op(OP.i32_and).get(ea).i32(PAGE_MASK).op(OP.i32_and, OP.i32_or);
    a.op(OP.else)
      .get(ea)
      .i32(write ? 1 : 0)
      .call(this.#fault())
      .op(OP.end);
  }

  /** A misaligned atomic: let flat memory's own instruction trap, which happens whatever lies there. */
  #aligned(a: Assembler, width: number, ea: number): void {
    if (width === 1) return;
    a.get(ea)
      .i32(width - 1)
      .op(OP.i32_and)
      .if()
      .get(ea);
    const load = { 2: 0x13, 4: I32_ATOMIC_LOAD, 8: I64_ATOMIC_LOAD }[width] ?? I32_ATOMIC_LOAD;
    a.prefixed(ATOMIC, load).memarg(FLAT, Math.log2(width)).op(OP.drop, OP.unreachable, OP.end);
  }

  /** If the access crosses into the next page: perform it in pieces and return. */
  #split(a: Assembler, access: Access, lane: number, ea: number, operands: readonly number[]): void {
    a.get(ea)
      .i32(PAGE_MASK)
      .op(OP.i32_and)
      .i32(PAGE - access.width)
      .op(OP.i32_gt_u)
      .if();
    const value = operands[0] ?? 0;
    if (access.write) this.#splitStore(a, access, lane, ea, value);
    else this.#splitLoad(a, access, lane, ea, value);
    a.op(OP.return, OP.end);
  }

  #splitLoad(a: Assembler, access: Access, lane: number, ea: number, value: number): void {
    const { width, split } = access;
    const gather = (): void => void a.get(ea).i32(Math.min(width, 8)).call(this.#gather());
    if (split === "lane") a.get(value);
    if (split === "zero") vectorZero(a);
    gather();
    if (split === "bits" && width === 16) {
      a.prefixed(SIMD, 0x12).get(ea).i32(8).op(OP.i32_add).i32(8).call(this.#gather());
      a.prefixed(SIMD, 0x1e).op(1);
    } else if (split === "extend") a.prefixed(SIMD, 0x12).prefixed(SIMD, EXTEND_LOW[access.op - 1] as number);
    else if (split === "splat") toLane(a, width).prefixed(SIMD, SPLAT[Math.log2(width)] as number);
    else if (split === "lane")
      toLane(a, width)
        .prefixed(SIMD, REPLACE_LANE[Math.log2(width)] as number)
        .op(lane);
    else if (split === "zero")
      toLane(a, width)
        .prefixed(SIMD, REPLACE_LANE[Math.log2(width)] as number)
        .op(0);
    else fromBits(a, access);
  }

  #splitStore(a: Assembler, access: Access, lane: number, ea: number, value: number): void {
    const { width } = access;
    const type = access.operands[0];
    if (type === V128 && width === 16) {
      a.get(ea).i32(WRITABLE);
      a.get(ea)
        .i32(width - 1)
        .op(OP.i32_add)
        .i32(-PAGE)
        .op(OP.i32_and)
        .i32(WRITABLE)
        .call(this.pair());
      a.op(OP.drop, OP.drop);
      a.get(ea).i32(8).get(value).prefixed(SIMD, 0x1d).op(0).call(this.#scatter());
      a.get(ea).i32(8).op(OP.i32_add).i32(8).get(value).prefixed(SIMD, 0x1d).op(1).call(this.#scatter());
      return;
    }
    a.get(ea).i32(width).get(value);
    if (type === V128) {
      a.prefixed(SIMD, EXTRACT_LANE[Math.log2(width)] as number).op(lane);
      if (width < 8) a.op(OP.i64_extend_u);
    } else if (type === I32) a.op(OP.i64_extend_u);
    else if (type === F32) a.op(OP.i32_bits, OP.i64_extend_u);
    else if (type === F64) a.op(OP.i64_bits);
    a.call(this.#scatter());
  }

  /** walk(ea, right) -> ka, or 0 when the right is missing. Frames never lie at 0. */
  #walk(): number {
    return this.#added.need("quire.walk", funcType([I32, I32], [I32]), (a) => {
      const [ea, right, pte] = [0, 1, a.local()];
      this.#entry(a, ea);
      a.tee(pte).get(right).op(OP.i32_and).if(I32);
      a.get(pte).i32(-PAGE).op(OP.i32_and).get(ea).i32(PAGE_MASK).op(OP.i32_and, OP.i32_or);
      a.op(OP.else).i32(0).op(OP.end);
    });
  }

  /**
   * pair(ea1, right1, ea2, right2) -> ka1, ka2, both there at once: after any fault both are looked up
   * anew, since what the kernel did to one page may have moved the other.
   */
  pair(): number {
    const type: FuncType = funcType([I32, I32, I32, I32], [I32, I32]);
    return this.#added.need("quire.pair", type, (a) => {
      const found = [a.local(), a.local()];
      a.op(OP.loop, EMPTY);
      found.forEach((ka, i) => {
        a.get(2 * i, 2 * i + 1)
          .call(this.#walk())
          .tee(ka)
          .op(OP.i32_eqz)
          .if();
        a.get(2 * i, 2 * i + 1)
          .i32(1)
          .op(OP.i32_shr_u)
          .call(this.#fault())
          .op(OP.drop)
          .br(1)
          .op(OP.end);
      });
      a.op(OP.end).get(...found);
    });
  }

  /** Leaves in ka1 and ka2 the addresses of ea and of the next page, in n the bytes from ea to that page. */
  #pages(a: Assembler, ea: number, width: number, right: number): { ka1: number; ka2: number; n: number } {
    const [ka1, ka2, n] = [a.local(), a.local(), a.local()];
    a.i32(PAGE).get(ea).i32(PAGE_MASK).op(OP.i32_and, OP.i32_sub).set(n);
    a.get(ea).i32(right);
    a.get(ea, width).op(OP.i32_add).i32(1).op(OP.i32_sub).i32(-PAGE).op(OP.i32_and).i32(right);
    a.call(this.pair()).set(ka2).set(ka1);
    return { ka1, ka2, n };
  }

  /** Pushes the address of byte i: in the first page while i < n, else in the second. */
  #place(a: Assembler, i: number, pages: { ka1: number; ka2: number; n: number }): void {
    a.get(pages.ka1, i).op(OP.i32_add).get(pages.ka2, i).op(OP.i32_add).get(pages.n).op(OP.i32_sub);
    a.get(i, pages.n).op(OP.i32_lt_u, OP.select);
  }

  /** gather(ea, width) -> the little-endian number in those bytes, width 1..8, over at most two pages. */
  #gather(): number {
    return this.#added.need("quire.gather", funcType([I32, I32], [I64]), (a) => {
      const [ea, width, value] = [0, 1, a.local(I64)];
      const pages = this.#pages(a, ea, width, READABLE);
      a.op(OP.loop, EMPTY);
      a.get(value).i64(8).op(OP.i64_shl);
      a.get(width).i32(1).op(OP.i32_sub).set(width);
      this.#place(a, width, pages);
      a.access(OP.i32_load8_u, PHYS).op(OP.i64_extend_u, OP.i64_or).set(value);
      a.get(width).brIf(0).op(OP.end).get(value);
    });
  }

  /** scatter(ea, width, value): the opposite. */
  #scatter(): number {
    return this.#added.need("quire.scatter", funcType([I32, I32, I64], []), (a) => {
      const [ea, width, value, i] = [0, 1, 2, a.local()];
      const pages = this.#pages(a, ea, width, WRITABLE);
      a.op(OP.loop, EMPTY);
      this.#place(a, i, pages);
      a.get(value).op(OP.i32_wrap).access(OP.i32_store8, PHYS);
      a.get(value).i64(8).op(OP.i64_shr_u).set(value);
      a.get(i).i32(1).op(OP.i32_add).tee(i).get(width).op(OP.i32_lt_u).brIf(0).op(OP.end);
    });
  }
}

const EXTEND_LOW = [0x87, 0x89, 0xa7, 0xa9, 0xc7, 0xc9];
const SPLAT = [0x0f, 0x10, 0x11, 0x12];
const REPLACE_LANE = [0x17, 0x1a, 0x1c, 0x1e];
/** Unsigned where there is a choice. */
const EXTRACT_LANE = [0x16, 0x19, 0x1b, 0x1d];
/** Sign extension by result and width. */
const SIGN_I32 = new Map([
  [1, 0xc0],
  [2, 0xc1],
]);
const SIGN_I64 = new Map([
  [1, 0xc2],
  [2, 0xc3],
  [4, 0xc4],
]);

function vectorZero(a: Assembler): void {
  a.prefixed(SIMD, 12).raw(new Uint8Array(16));
}

/** i64 bits to the type a lane of this width takes. */
function toLane(a: Assembler, width: number): Assembler {
  return width < 8 ? a.op(OP.i32_wrap) : a;
}

/** i64 bits to the result of a plain load. */
function fromBits(a: Assembler, access: Access): void {
  const { result, width, split } = access;
  if (result === I32 || result === F32) a.op(OP.i32_wrap);
  if (result === F32) a.op(OP.f32_bits);
  if (result === F64) a.op(OP.f64_bits);
  const sign = split === "signed" ? (result === I32 ? SIGN_I32 : SIGN_I64).get(width) : undefined;
  if (sign !== undefined) a.op(sign);
}

/** The access itself at offset 0 of either memory; promises alignment only where Wasm demands it. */
function instruction(a: Assembler, access: Access, lane: number, memory: number): void {
  if (access.prefix === 0) a.op(access.op);
  else a.prefixed(access.prefix, access.op);
  a.memarg(memory, access.prefix === ATOMIC ? Math.log2(access.width) : 0);
  if (access.split === "lane") a.op(lane);
}
