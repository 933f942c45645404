// stack — the operand and control stack of one function, as light as the body pass needs it.
//
// Of an operand two things are kept: the number, when it is an i32.const, and a hash of the expression it
// came from. Compilers address statics as `i32.const 0 ... i32.store offset=1024` with any expression
// between the two, so an address must be remembered under other operands. Types are not kept: every
// sequence the body pass writes has the operands and results of the instruction it stands for, so it is
// valid wherever that was, even in unreachable code, where the stack is polymorphic and pops below the
// block's height give "unknown".
//
// A constant address skips its test, so the count must be exact: where a block ends in reachable code, the
// height must be what the block's type says, or the function is refused.

interface Frame {
  /** Height at entry, without parameters. */
  base: number;
  params: number;
  results: number;
  /** The attention word has been looked at on every way to here; and to the block's beginning. */
  polled: boolean;
  polledBefore: boolean;
  /** Behind a branch: never reached. */
  dead: boolean;
}

function newFrame(): Frame {
  return { base: 0, params: 0, results: 0, polled: false, polledBefore: false, dead: false };
}

export class Stack {
  /** 1 where `#value` holds the operand's number. */
  #known = new Uint8Array(256);
  #value = new Int32Array(256);
  #key = new Int32Array(256);
  #height = 0;
  readonly #frames: Frame[] = [newFrame()];
  #top: Frame = newFrame();
  /** Open blocks, the function's own included. */
  depth = 0;
  /** A block ended with another height than its type says. */
  broken = false;

  /** Begins a function body with this many results. */
  begin(results: number): void {
    this.#height = 0;
    this.depth = 0;
    this.broken = false;
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

  pushConstant(value: number): void {
    this.push();
    this.#known[this.#height - 1] = 1;
    this.#value[this.#height - 1] = value;
  }

  pop(n: number): void {
    const { base, dead } = this.#top;
    this.#height -= n;
    if (this.#height >= base) return;
    this.#height = base;
    if (!dead) this.broken = true;
  }

  /** The constant `below` operands under the top one, or undefined. */
  constant(below: number): number | undefined {
    const at = this.#height - 1 - below;
    if (at < this.#top.base || this.#known[at] === 0) return undefined;
    return this.#value[at];
  }

  /** The key of the operand `below` others; 0: nothing known. */
  key(below: number): number {
    const at = this.#height - 1 - below;
    return at < this.#top.base ? 0 : (this.#key[at] as number);
  }

  /** Enters a block: pops its parameters and pushes them as unknown. */
  open(params: number, results: number): void {
    if (this.depth > 0) this.pop(params);
    const polled = this.depth > 0 && this.#top.polled;
    if (this.depth === this.#frames.length) this.#frames.push(newFrame());
    const frame = this.#frames[this.depth++] as Frame;
    frame.base = this.#height;
    frame.params = params;
    frame.results = results;
    frame.polled = polled;
    frame.polledBefore = polled;
    frame.dead = false;
    this.#top = frame;
    this.pushMany(params);
  }

  /** The other arm of an if. */
  other(): void {
    this.handler(this.#top.params);
  }

  /** The next part of the block begins with this many values: a handler of a legacy try, or an else. */
  handler(values: number): void {
    this.#check();
    const frame = this.#top;
    frame.polled = frame.polledBefore;
    frame.dead = false;
    this.#height = frame.base;
    this.pushMany(values);
  }

  /** Begins the block anew: its contents are written once more. */
  restart(): void {
    const frame = this.#top;
    frame.polled = frame.polledBefore;
    frame.dead = false;
    this.#height = frame.base;
    this.pushMany(frame.params);
  }

  /** Leaves a block; its results are unknown. */
  close(): void {
    this.#check();
    const { base, results } = this.#top;
    this.#height = base;
    this.depth--;
    if (this.depth === 0) return;
    this.#top = this.#frames[this.depth - 1] as Frame;
    this.pushMany(results);
  }

  #check(): void {
    const { base, results, dead } = this.#top;
    if (!dead && this.#height !== base + results) this.broken = true;
  }

  /** After a branch: nothing below is reached. */
  unreachable(): void {
    this.#top.dead = true;
    this.#height = this.#top.base;
  }

  /** True the first time on a way through the function; then the way counts as polled. */
  poll(): boolean {
    const first = !this.#top.polled;
    this.#top.polled = true;
    return first;
  }

  #grow(): void {
    const known = new Uint8Array(this.#known.length * 2);
    const value = new Int32Array(known.length);
    const key = new Int32Array(known.length);
    known.set(this.#known);
    value.set(this.#value);
    key.set(this.#key);
    this.#known = known;
    this.#value = value;
    this.#key = key;
  }
}
