// instructions — what each instruction does to the survey: operands by their types, blocks, branches, calls.

import { type Access, ATOMIC, ATOMIC_ACCESS, PLAIN_ACCESS, SIMD, SIMD_ACCESS } from "../accesses.ts";
import { EMPTY, OP, PLAIN_ARITY, SIMD_ARITY, UNKNOWN } from "../opcodes.ts";
import { F32, F64, I32, I64, readValType, skipHeapType, valType } from "../valtypes.ts";
import type { Calls } from "./callgraph.ts";
import { codeOf } from "./codes.ts";
import { EVENT } from "./events.ts";
import { BULK_NUMBERS, GC, skipImmediates, skipMemarg } from "./immediates.ts";
import type { Level, Shape } from "./points.ts";
import { PLAIN_RESULT, simdResult, truncationResult } from "./results.ts";
import { type Frame, type Survey, UNCAUGHT, UNKNOWN_PLACE } from "./survey.ts";

const TRY = 0x06;
const TRY_TABLE = 0x1f;
const FUNCREF = 0x70;
/** replace_lane among the lane instructions 0x15..0x22. */
const REPLACES = new Set([0x17, 0x1a, 0x1c, 0x1e, 0x20, 0x22]);

/** Surveys a function; undefined when no call in it is a site. */
export function surveyFunction(s: Survey, func: number): Shape | undefined {
  const { bodies } = s.program;
  const i = func - bodies.first;
  s.begin(func, bodies.starts[i] as number, bodies.ends[i] as number);
  const root = (s.frames[0] as Frame).levels[0] as Level;
  while (s.frames.length > 0) instruction(s);
  return s.sites.length === 0 ? undefined : s.shape(root);
}

function instruction(s: Survey): void {
  const { r, operands } = s;
  const at = r.pos;
  const op = r.byte();
  const arity = PLAIN_ARITY[op] as number;
  if (arity !== UNKNOWN) plain(s, op, arity);
  else if (op >= OP.get && op <= OP.tee) {
    const local = r.u32();
    s.events.add(op, at, r.pos, local);
    if (op !== OP.get) operands.pop(1);
    if (op !== OP.set) operands.push(s.locals[local] as number, r.pos);
  } else if (PLAIN_ACCESS[op] !== undefined) access(s, PLAIN_ACCESS[op] as Access);
  else if (op === OP.i32_const || op === OP.i64_const) {
    r.skipLeb();
    operands.push(op === OP.i32_const ? I32 : I64, r.pos);
  } else if (op < OP.get) control(s, op, at);
  else if (op === SIMD) simd(s);
  else if (op === ATOMIC) atomic(s);
  else if (op === 0xfc) bulk(s);
  else if (op === GC) refTest(s);
  else other(s, op, at);
}

function plain(s: Survey, op: number, arity: number): void {
  const { operands, r } = s;
  // select and ref.as_non_null give back what they were given.
  const result = op === OP.select ? operands.code(operands.height - 2) : PLAIN_RESULT[op] || operands.top;
  operands.pop(arity >> 4);
  if ((arity & 15) > 0) operands.push(result, r.pos);
}

function access(s: Survey, { operands, result, split }: Access): void {
  skipMemarg(s.r);
  if (split === "lane") s.r.skip(1);
  s.operands.pop(operands.length + 1);
  if (result !== 0) s.operands.push(result, s.r.pos);
}

function simd(s: Survey): void {
  const { r, operands } = s;
  const op = r.u32();
  const known = SIMD_ACCESS[op];
  if (known !== undefined) {
    access(s, known);
    return;
  }
  let pops = op === 12 ? 0 : 2;
  if (op === 12 || op === 13) r.skip(16);
  else if (op >= 0x15 && op <= 0x22) {
    r.skip(1);
    if (!REPLACES.has(op)) pops = 1;
  } else pops = (SIMD_ARITY[op] as number) >> 4;
  operands.pop(pops);
  operands.push(simdResult(op), r.pos);
}

function atomic(s: Survey): void {
  const op = s.r.u32();
  if (op === 3) s.r.skip(1);
  else access(s, ATOMIC_ACCESS[op] as Access);
}

function refTest({ r, operands }: Survey): void {
  r.skipLeb();
  skipHeapType(r);
  operands.pop(1);
  operands.push(I32, r.pos);
}

function bulk(s: Survey): void {
  const { r, operands } = s;
  const op = r.u32();
  for (let n = BULK_NUMBERS[op] ?? 0; n > 0; n--) r.skipLeb();
  if (op <= 7) {
    operands.pop(1);
    operands.push(truncationResult(op), r.pos);
  } else if (op === 15) {
    operands.pop(2);
    operands.push(I32, r.pos);
  } else if (op === 16) operands.push(I32, r.pos);
  else if (op !== 9 && op !== 13) operands.pop(3);
}

/** Globals, tables, sizes, float constants, references. */
function other(s: Survey, op: number, at: number): void {
  const { r, operands, program } = s;
  switch (op) {
    case OP.global_get:
      operands.push(program.global(r.u32()), r.pos);
      return;
    case OP.global_set:
    case 0x26: // table.set
      r.skipLeb();
      operands.pop(op === OP.global_set ? 1 : 2);
      return;
    case 0x25: {
      const code = program.table(r.u32());
      operands.pop(1);
      operands.push(code, r.pos);
      return;
    }
    case 0x3f: // memory.size
    case 0x40: // memory.grow
      r.skipLeb();
      if (op === 0x40) operands.pop(1);
      operands.push(I32, r.pos);
      return;
    case OP.f32_const:
    case OP.f64_const:
      r.skip(op === OP.f32_const ? 4 : 8);
      operands.push(op === OP.f32_const ? F32 : F64, r.pos);
      return;
    default:
      reference(s, op, at);
  }
}

function reference(s: Survey, op: number, at: number): void {
  const { r, operands } = s;
  if (op === 0xd0 || op === 0xd2) {
    const from = r.pos;
    skipImmediates(r, op);
    const heap = Array.from(r.bytes.subarray(from, r.pos));
    const short = op === 0xd2 ? FUNCREF : heap[0];
    const isShort = op === 0xd2 || (heap.length === 1 && (heap[0] as number) >= 0x69);
    operands.push(
      isShort ? codeOf(valType(short as number)) : codeOf({ bytes: [0x63, ...heap], name: "ref" }),
      r.pos,
    );
    return;
  }
  // br_on_null leaves the reference when it goes on, br_on_non_null does not.
  const depth = branch(s, r.u32());
  s.events.add(EVENT.brOnNull, at, r.pos, depth);
  if (op === 0xd6) operands.pop(1);
}

function control(s: Survey, op: number, at: number): void {
  const { r, operands } = s;
  switch (op) {
    case OP.block:
    case OP.loop:
    case OP.if:
    case TRY:
    case TRY_TABLE:
      begin(s, op, at);
      return;
    case OP.else:
      s.turn(op, at, -1);
      return;
    case 0x07: // catch
      s.turn(op, at, r.u32());
      return;
    case 0x19: // catch_all
      s.turn(op, at, -1);
      return;
    case OP.end:
      s.leave(op, at);
      return;
    case 0x18: // delegate
      r.skipLeb();
      s.leave(op, at);
      return;
    case OP.call:
    case OP.call_indirect:
    case 0x14:
      call(s, op, at);
      return;
    case 0x1c:
      typedSelect(s);
      return;
    case OP.br_if: {
      const depth = branch(s, r.u32());
      operands.pop(1);
      s.events.add(op, at, r.pos, depth);
      return;
    }
    default:
      leave(s, op, at);
  }
}

function typedSelect({ r, operands }: Survey): void {
  let code = 0;
  for (let n = r.u32(); n > 0; n--) code = codeOf(readValType(r));
  operands.pop(3);
  operands.push(code, r.pos);
}

/** What ends a way: a branch for good, a return, a throw, a tail call. */
function leave(s: Survey, op: number, at: number): void {
  const { r } = s;
  if (op === OP.br) {
    const depth = branch(s, r.u32());
    s.events.add(op, at, r.pos, depth);
  } else if (op === OP.br_table) {
    for (let n = r.u32(); n >= 0; n--) branch(s, r.u32());
    s.events.add(op, at, r.pos);
  } else if (op === 0x09) {
    const depth = r.u32();
    s.rethrow(at, depth);
    s.events.add(op, at, r.pos, depth);
  } else {
    skipImmediates(r, op);
    s.events.add(EVENT.leave, at, r.pos);
  }
  s.skipDead();
}

/** Notes a branch; gives its depth. */
function branch(s: Survey, depth: number): number {
  (s.frames[s.frames.length - 1 - depth] as Frame).repeats = true;
  return depth;
}

function begin(s: Survey, op: number, at: number): void {
  const { r, operands, program } = s;
  const first = r.bytes[r.pos] as number;
  let params: readonly number[] = [];
  let results: readonly number[] = [];
  if (first === EMPTY) r.pos++;
  else if (first > 0x40 && first < 0x80) results = [codeOf(readValType(r))];
  else ({ params, results } = program.signature(r.s32()));
  if (op === OP.if) operands.pop(1);
  if (op === OP.loop) s.loops = true;
  if (op === TRY || op === TRY_TABLE) s.catches = true;
  const caught = op === TRY_TABLE ? clauses(s) : op === TRY ? UNKNOWN_PLACE : UNCAUGHT;
  s.enter(op, at, s.events.add(op, at, r.pos), params, results, caught);
}

/** Reads the clauses of a try_table; tells where the aim's tag goes. */
function clauses(s: Survey): number {
  const { r } = s;
  let caught = UNCAUGHT;
  for (let n = r.u32(); n > 0; n--) {
    const kind = r.byte();
    const takes = kind >= 2 || r.u32() === s.program.aim.tag;
    const depth = branch(s, r.u32());
    if (takes && caught === UNCAUGHT) caught = kind === 0 ? depth : UNKNOWN_PLACE;
  }
  return caught;
}

function call(s: Survey, op: number, at: number): void {
  const { r, operands, program } = s;
  const { sites, guards } = program.aim;
  const index = r.u32();
  if (op === OP.call_indirect) r.skipLeb();
  const type = op === OP.call ? program.typeOf(index) : index;
  const { params, results } = program.signature(type);
  operands.pop(params.length + (op === OP.call ? 0 : 1));
  const isOne = (calls: Calls): boolean => (op === OP.call ? calls.func(index) : calls.indirect(type));
  const block = (): number => (op === OP.call ? type : blockOf(s, op, type));
  if (isOne(sites)) {
    s.site(at, results, block());
    return;
  }
  if (guards !== undefined && isOne(guards)) s.events.add(EVENT.guard, at, r.pos, block());
  operands.pushAll(results, r.pos);
}

/** The type of a block around a call that also takes a table's index or a reference. */
function blockOf(s: Survey, op: number, type: number): number {
  const { layout } = s.program;
  const { params, results } = layout.types[type] as (typeof layout.types)[number];
  const last =
    op === OP.call_indirect ? valType(I32) : { bytes: [0x63, ...signed(type)], name: `ref(${type})` };
  return layout.type({ params: [...params, last], results });
}

/** A type index as a heap type. */
function signed(type: number): number[] {
  const bytes: number[] = [];
  let rest = type;
  for (; rest >= 0x40; rest >>= 7) bytes.push((rest & 0x7f) | 0x80);
  return [...bytes, rest];
}
