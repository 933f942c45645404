// reader — a cursor over the bytes of a module: integers in LEB128, names, raw runs.

import { RewriteError } from "./errors.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Reads forward between `pos` and `end`; running over the end is a RewriteError "invalid". */
export class Reader {
  readonly bytes: Uint8Array;
  pos: number;
  end: number;

  constructor(bytes: Uint8Array, pos = 0, end = bytes.length) {
    this.bytes = bytes;
    this.pos = pos;
    this.end = end;
  }

  get done(): boolean {
    return this.pos >= this.end;
  }

  fail(what: string): never {
    throw new RewriteError("invalid", `malformed module at byte ${this.pos}: ${what}`);
  }

  byte(): number {
    if (this.pos >= this.end) this.fail("it ends in the middle of an item");
    return this.bytes[this.pos++] as number;
  }

  /** An unsigned LEB128 number of at most 32 bits. */
  u32(): number {
    let b = this.byte();
    if (b < 0x80) return b;
    let value = b & 0x7f;
    for (let shift = 7; shift < 35; shift += 7) {
      b = this.byte();
      value |= (b & 0x7f) << shift;
      if (b < 0x80) return value >>> 0;
    }
    return this.fail("a number is longer than 32 bits");
  }

  /** A signed LEB128 number of at most 33 bits, cut to 32. */
  s32(): number {
    let value = 0;
    let shift = 0;
    let b: number;
    do {
      if (shift >= 35) this.fail("a number is longer than 33 bits");
      b = this.byte();
      if (shift < 32) value |= (b & 0x7f) << shift;
      shift += 7;
    } while (b >= 0x80);
    return shift < 32 && b & 0x40 ? value | (-1 << shift) : value;
  }

  /** Skips a LEB128 number of any width. */
  skipLeb(): void {
    for (let n = 0; n < 10; n++) if (this.byte() < 0x80) return;
    this.fail("a number is longer than 64 bits");
  }

  skip(n: number): void {
    if (n > this.end - this.pos) this.fail("it ends in the middle of an item");
    this.pos += n;
  }

  /** Reads a byte count and gives a reader of that many bytes; this one moves past them. */
  block(): Reader {
    const size = this.u32();
    const start = this.pos;
    this.skip(size);
    return new Reader(this.bytes, start, start + size);
  }

  name(): string {
    const run = this.block();
    try {
      return utf8.decode(new Uint8Array(run.bytes.subarray(run.pos, run.end)));
    } catch {
      return this.fail("a name is not UTF-8");
    }
  }
}
