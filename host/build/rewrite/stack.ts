// stack — the operand and control stack of one function, as light as the body pass needs it.
//
// Of an operand only one thing is kept: the number, when it is an i32.const. Compilers address statics as
// `i32.const 0 ... i32.store offset=1024` with any expression between the two, so an address must be
// remembered under other operands. Types are not kept: every sequence the body pass writes has the
// operands and results of the instruction it stands for, so it is valid wherever that was, even in
// unreachable code, where the stack is polymorphic and pops below the block's height give "unknown".

export class Stack {
  /** 1 where `#value` holds the operand's number. */
  #known = new Uint8Array(256);
  #value = new Int32Array(256);
  /** A hash of the expression each operand came from. */
  #key = new Int32Array(256);
  #height = 0;
  /** Control frames: height at entry without parameters, counts of parameters and results. */
  #base = new Int32Array(64);
  #params = new Int32Array(64);
  #results = new Int32Array(64);
  depth = 0;
  /** By frame: whether the attention word has been looked at on every way to here. */
  #polled = new Uint8Array(64);
  #polledBefore = new Uint8Array(64);

  /** Begins a function body with this many results. */
  begin(results: number): void {
    this.#height = 0;
    this.depth = 0;
    this.open(0, results);
  }

  push(): void {
    if (this.#height === this.#known.length) this.#grow();
    this.#key[this.#height] = 0;
    this.#known[this.#height++] = 0;
  }

  pushMany(n: number): void {
    for (let i = 0; i < n; i++) this.push();
  }

  /** Pushes an operand that comes from the expression `key`. */
  pushKeyed(key: number): void {
    this.push();
    this.#key[this.#height - 1] = key;
  }

  /** The key of the operand `below` others; 0: nothing known. */
  key(below: number): number {
    const at = this.#height - 1 - below;
    return at < (this.#base[this.depth - 1] as number) ? 0 : (this.#key[at] as number);
  }

  pushConstant(value: number): void {
    this.push();
    this.#known[this.#height - 1] = 1;
    this.#value[this.#height - 1] = value;
  }

  pop(n: number): void {
    const base = this.#base[this.depth - 1] as number;
    this.#height = Math.max(base, this.#height - n);
  }

  /** The constant `below` operands under the top one, or undefined. */
  constant(below: number): number | undefined {
    const at = this.#height - 1 - below;
    if (at < (this.#base[this.depth - 1] as number) || this.#known[at] === 0) return undefined;
    return this.#value[at];
  }

  /** Enters a block: pops its parameters and pushes them as unknown. */
  open(params: number, results: number): void {
    if (this.depth === this.#base.length) this.#growControl();
    if (this.depth > 0) this.pop(params);
    this.#base[this.depth] = this.#height;
    this.#params[this.depth] = params;
    this.#results[this.depth] = results;
    const polled = this.depth > 0 ? (this.#polled[this.depth - 1] as number) : 0;
    this.#polled[this.depth] = polled;
    this.#polledBefore[this.depth] = polled;
    this.depth++;
    this.pushMany(params);
  }

  /** The other arm of an if. */
  other(): void {
    this.#polled[this.depth - 1] = this.#polledBefore[this.depth - 1] as number;
    this.#height = this.#base[this.depth - 1] as number;
    this.pushMany(this.#params[this.depth - 1] as number);
  }

  /** A handler of a legacy try, which gets the exception's values. */
  handler(values: number): void {
    this.#polled[this.depth - 1] = this.#polledBefore[this.depth - 1] as number;
    this.#height = this.#base[this.depth - 1] as number;
    this.pushMany(values);
  }

  /** True the first time on a way through the function; then the way counts as polled. */
  poll(): boolean {
    const first = this.#polled[this.depth - 1] === 0;
    this.#polled[this.depth - 1] = 1;
    return first;
  }

  /** Leaves a block; its results are unknown. */
  close(): void {
    this.depth--;
    this.#height = this.#base[this.depth] as number;
    if (this.depth > 0) this.pushMany(this.#results[this.depth] as number);
  }

  /** After a branch: nothing below is reached. */
  unreachable(): void {
    this.#height = this.#base[this.depth - 1] as number;
  }

  #grow(): void {
    const known = new Uint8Array(this.#known.length * 2);
    const value = new Int32Array(known.length);
    const key = new Int32Array(known.length);
    known.set(this.#known);
    value.set(this.#value);
    key.set(this.#key);
    this.#key = key;
    this.#known = known;
    this.#value = value;
  }

  #growControl(): void {
    const flags = (old: Uint8Array): Uint8Array<ArrayBuffer> => {
      const grown = new Uint8Array(old.length * 2);
      grown.set(old);
      return grown;
    };
    this.#polled = flags(this.#polled);
    this.#polledBefore = flags(this.#polledBefore);
    const twice = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const grown = new Int32Array(old.length * 2);
      grown.set(old);
      return grown;
    };
    this.#base = twice(this.#base);
    this.#params = twice(this.#params);
    this.#results = twice(this.#results);
  }
}
