// generator — random programs that fork anywhere: types, control flow, calls of every kind, exceptions.
//
// A program is a text for `bothForms`, the same for the same seed. Fuel bounds its loops and its recursion.

export type Handlers = "none" | "legacy" | "try_table";

const TYPES = ["i32", "i64", "f32", "f64", "v128"] as const;
type Type = (typeof TYPES)[number];

interface Func {
  readonly name: string;
  readonly params: readonly Type[];
  readonly results: readonly Type[];
}

/** Floats only add and compare, so that there is never a NaN. */
const BINARY: Readonly<Record<Type, readonly string[]>> = {
  i32: ["i32.add", "i32.sub", "i32.mul", "i32.xor", "i32.lt_s"],
  i64: ["i64.add", "i64.sub", "i64.mul", "i64.rotl"],
  f32: ["f32.add", "f32.max"],
  f64: ["f64.add", "f64.min"],
  v128: ["v128.xor", "i32x4.add"],
};
const FROM_I32: Readonly<Record<Type, string>> = {
  i32: "i32.clz",
  i64: "i64.extend_i32_s",
  f32: "f32.convert_i32_s",
  f64: "f64.convert_i32_s",
  v128: "i32x4.splat",
};
const TO_I32: Readonly<Record<Type, string>> = {
  i32: "i32.popcnt",
  i64: "i32.wrap_i64",
  f32: "i32.trunc_sat_f32_s",
  f64: "i32.trunc_sat_f64_s",
  v128: "i32x4.extract_lane 2",
};
const FUNCTIONS = 5;
const DEPTH = 4;
/** A place in memory for each type, so that floats are read as they were written. */
const place = (type: Type): number => 66000 + 256 * TYPES.indexOf(type);
const signature = ({ params, results }: Pick<Func, "params" | "results">): string =>
  [...params.map((type) => `(param ${type})`), ...results.map((type) => `(result ${type})`)].join(" ");
/** Every function has two locals of each type behind its parameters. */
const LOCALS = TYPES.map((type) => `(local $${type}a ${type}) (local $${type}b ${type})`).join(" ");

export class Generator {
  readonly #handlers: Handlers;
  readonly #funcs: readonly Func[];
  #state: number;
  #labels = 0;

  constructor(seed: number, handlers: Handlers) {
    this.#state = Math.imul(seed, 2654435761) | 1;
    this.#handlers = handlers;
    for (let i = 0; i < 8; i++) this.#random(2);
    const types = (most: number): Type[] =>
      Array.from({ length: this.#random(most + 1) }, () => this.#pick(TYPES));
    this.#funcs = Array.from({ length: FUNCTIONS }, (_, i) => ({
      name: `$f${i}`,
      params: types(3),
      results: types(2),
    }));
  }

  #random(n: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % n;
  }

  #pick<T>(list: readonly T[]): T {
    return list[this.#random(list.length)] as T;
  }

  program(): string {
    const tags = this.#handlers === "none" ? "" : "(tag $e (param i32)) (tag $n)";
    const bodies = this.#funcs.map(
      (func) => `(func ${func.name} ${signature(func)} ${LOCALS}
        (if (i32.eqz (call $burn))
          (then (return ${func.results.map((type) => this.#constant(type)).join(" ")})))
        ${this.#statements(DEPTH)} ${func.results.map((type) => this.#expression(type, DEPTH)).join(" ")})`,
    );
    const calls = this.#funcs.map((func) => this.#caught(this.#callAndKeep(func, 1)));
    return `${tags}
      (global $fuel (export "fuel") (mut i32) (i32.const 60))
      (table funcref (elem ${this.#funcs.map(({ name }) => name).join(" ")} $leaf $forks))
      (func $burn (result i32)
        (global.set $fuel (i32.sub (global.get $fuel) (i32.const 1)))
        (i32.gt_s (global.get $fuel) (i32.const 0)))
      (func $leaf (param i32) (result i32) (i32.mul (local.get 0) (i32.const 7)))
      (func $forks (param i64) (result i32) (i32.add (i32.const 13) (call $fork (i32.const 2))))
      ${bodies.join("\n")}
      (func (export "_start") ${LOCALS} ${calls.join("\n")}
        (call $say (i32.const 77) (global.get $fuel) (local.get $i32a)))`;
  }

  /** Nothing thrown leaves it. */
  #caught(code: string): string {
    if (this.#handlers === "none") return code;
    const say = "(call $say (i32.const 1) (i32.const 2) (i32.const 3))";
    if (this.#handlers === "legacy") return `(try (do ${code}) (catch_all ${say}))`;
    const [done, all] = [this.#label(), this.#label()];
    return `(block ${done} (block ${all} (try_table (catch_all ${all}) ${code}) (br ${done})) ${say})`;
  }

  #label(): string {
    return `$l${this.#labels++}`;
  }

  #local(type: Type): string {
    return `$${type}${this.#pick(["a", "b"])}`;
  }

  #constant(type: Type): string {
    const n = this.#random(100);
    return type === "v128" ? `(v128.const i32x4 ${n} 2 3 4)` : `(${type}.const ${n})`;
  }

  #condition(depth: number): string {
    return `(i32.and ${this.#expression("i32", depth)} (i32.const ${1 + this.#random(3)}))`;
  }

  #call(func: Func, depth: number): string {
    const args = func.params.map((type) => this.#expression(type, depth - 1)).join(" ");
    if (this.#random(2) === 0) return `(call ${func.name} ${args})`;
    const index = this.#funcs.indexOf(func);
    return `(call_indirect ${signature(func)} ${args} (i32.const ${index}))`;
  }

  /** A call whose results end up in locals. */
  #callAndKeep(func: Func, depth: number): string {
    const sets = [...func.results].reverse().map((type) => `(local.set ${this.#local(type)})`);
    return `${this.#call(func, depth)} ${sets.join(" ")}`;
  }

  #statements(depth: number): string {
    return Array.from({ length: 1 + this.#random(3) }, () => this.#statement(depth - 1)).join("\n");
  }

  #statement(depth: number): string {
    const type = this.#pick(TYPES);
    const value = (): string => this.#expression(type, depth);
    const number = (): string => this.#expression("i32", depth);
    const some = (): string => this.#statements(depth);
    const when = (): string => this.#condition(depth);
    const label = this.#label();
    if (depth <= 0) return `(local.set ${this.#local(type)} ${value()})`;
    switch (this.#random(12)) {
      case 0:
        return `(${type}.store (i32.const ${place(type)}) ${value()})`;
      case 1:
        return `(if ${when()} (then ${some()}) (else ${some()}))`;
      case 2:
        return `(if ${when()} (then ${some()}))`;
      case 3:
        return `(block ${label} ${some()} (br_if ${label} ${when()}) ${some()})`;
      case 4:
        return `(loop ${label} ${some()} (br_if ${label} (i32.and (call $burn) ${when()})))`;
      case 5:
        return this.#callAndKeep(this.#pick(this.#funcs), depth);
      case 6:
        return `(call $say ${number()} ${number()} (i32.const 0))`;
      case 7: {
        const [a, b] = [this.#label(), this.#label()];
        return `(block ${a} (block ${b} (br_table ${a} ${b} ${a} ${number()})) ${some()})`;
      }
      case 8:
        return this.#exceptional(depth);
      case 9:
        return `(block (br 0) (drop (call $fork (i32.const 0))) ${this.#statements(1)})`;
      default:
        return `(local.set ${this.#local(type)} ${value()})`;
    }
  }

  /** Something thrown, or something that catches. */
  #exceptional(depth: number): string {
    if (this.#handlers === "none") return this.#callAndKeep(this.#pick(this.#funcs), depth);
    const thrown = this.#pick([`(throw $e ${this.#expression("i32", 1)})`, "(throw $n)"]);
    if (this.#random(3) === 0) return `(if ${this.#condition(depth)} (then ${thrown}))`;
    const body = this.#statements(depth);
    const set = `(local.set ${this.#local("i32")})`;
    if (this.#handlers === "legacy") {
      const all = this.#pick(["", `(catch_all ${this.#statements(depth)})`, "(catch_all (rethrow 0))"]);
      const under = this.#pick([`${set} ${this.#statements(depth)}`, `${this.#statements(depth)} ${set}`]);
      return `(try (do ${body}) (catch $e ${under}) ${all})`;
    }
    const [done, e] = [this.#label(), this.#label()];
    const all = this.#random(2) === 0 ? "" : `(catch_all ${done})`;
    return `(block ${done} (block ${e} (result i32) (try_table (catch $e ${e}) ${all} ${body}) (br ${done}))
      ${this.#statements(depth)} ${set})`;
  }

  /** Code that leaves one operand of this type. */
  #expression(type: Type, depth: number): string {
    const again = (of: Type = type): string => this.#expression(of, depth - 1);
    if (depth <= 0) {
      return this.#pick([
        this.#constant(type),
        `(local.get ${this.#local(type)})`,
        `(${type}.load (i32.const ${place(type)}))`,
      ]);
    }
    switch (this.#random(11)) {
      case 0:
        return `(local.get ${this.#local(type)})`;
      case 1:
        return `(select ${again()} ${again()} ${again("i32")})`;
      case 2:
        return `(${FROM_I32[type]} ${again("i32")})`;
      case 3:
        return type === "i32" ? this.#toI32(depth) : `(${FROM_I32[type]} (call $fork (i32.const 1)))`;
      case 4:
        return `(if (result ${type}) ${this.#condition(depth - 1)}
          (then ${this.#statements(depth - 1)} ${again()}) (else ${again()}))`;
      case 5: {
        const label = this.#label();
        const branch = `(br_if ${label} ${again()} ${this.#condition(depth - 1)})`;
        return `(block ${label} (result ${type}) ${branch} (drop) ${again()})`;
      }
      case 6:
        return this.#parameters(type, depth);
      case 7:
        return this.#fromCall(type, depth);
      default:
        return `(${this.#pick(BINARY[type])} ${again()} ${again()})`;
    }
  }

  #toI32(depth: number): string {
    const of = this.#pick(TYPES);
    const through = (type: Type, index: number): string => {
      const operand = this.#expression(type, depth - 1);
      return `(call_indirect (param ${type}) (result i32) ${operand} (i32.const ${index}))`;
    };
    return this.#pick([
      "(call $fork (i32.const 0))",
      through("i64", FUNCTIONS + 1),
      through("i32", FUNCTIONS),
      `(${TO_I32[of]} ${this.#expression(of, depth - 1)})`,
    ]);
  }

  /** Blocks and loops that take an operand, over code that leaves it where it is. */
  #parameters(type: Type, depth: number): string {
    const other = this.#pick(TYPES);
    const [label, set] = [this.#label(), `(local.set ${this.#local(other)})`];
    const some = this.#statements(depth - 1);
    const value = this.#expression(type, depth - 1);
    if (this.#random(2) === 0) {
      return `(block (result ${type}) ${this.#expression(other, depth - 1)} ${value}
        (block ${label} (param ${other} ${type}) (result ${type}) ${some}
          (local.set $${type}a) ${set} (local.get $${type}a)))`;
    }
    return `(block (result ${type}) ${value}
      (loop ${label} (param ${type}) (result ${type}) ${some} (br_if ${label} (call $burn))))`;
  }

  /** One of the results of a call. */
  #fromCall(type: Type, depth: number): string {
    const func = this.#pick(this.#funcs);
    const at = func.results.lastIndexOf(type);
    if (at < 0) return `(${FROM_I32[type]} (i32.const 3))`;
    const above = func.results.slice(at + 1).map(() => "(drop)");
    const below = func.results.slice(0, at).map((other) => `(local.set ${this.#local(other)})`);
    const keep = `(local.set $${type}b) ${below.reverse().join(" ")} (local.get $${type}b)`;
    return `(block (result ${type}) ${this.#call(func, depth)} ${above.join(" ")} ${keep})`;
  }
}
