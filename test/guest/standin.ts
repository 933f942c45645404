// standin — a stand-in for the kernel: just enough calls, in JavaScript, for one process to print and leave.
import { EBADF, ENOENT, ENOSYS, ENOTTY, ESPIPE } from "../../host/abi/errno.ts";
import * as sys from "../../host/abi/syscalls.ts";

export interface StandInOptions {
  readonly args?: readonly string[];
  readonly env?: readonly string[];
  /** Descriptors that are terminals. */
  readonly terminals?: readonly number[];
  /** Answers calls this stand-in does not know, or answers otherwise; undefined leaves it to the stand-in. */
  readonly call?: (nr: number, args: number[], memory: WebAssembly.Memory) => number | undefined;
}

export interface StandInResult {
  /** Every write by itself, in order. */
  readonly writes: readonly { readonly fd: number; readonly text: string }[];
  /** Of exit_group; null when the program trapped. */
  readonly status: number | null;
  /** Signals it sent itself. */
  readonly signals: readonly number[];
}

/** How a call ends the program: thrown through it, which a stand-in may do. */
class Ended extends Error {
  readonly status: number;
  constructor(status: number) {
    super("ended");
    this.status = status;
  }
}

class StandIn {
  readonly writes: { fd: number; text: string }[] = [];
  readonly signals: number[] = [];
  memory: WebAssembly.Memory | undefined;
  private end = 0;
  private readonly options: StandInOptions;

  constructor(options: StandInOptions) {
    this.options = options;
  }

  private get bytes(): Uint8Array {
    if (this.memory === undefined) throw new Error("no memory yet");
    return new Uint8Array(this.memory.buffer);
  }

  private get words(): DataView {
    return new DataView(this.bytes.buffer);
  }

  private write(fd: number, pieces: Uint8Array[]): number {
    const text = pieces.map((piece) => new TextDecoder().decode(piece.slice())).join("");
    if (fd !== 1 && fd !== 2) return -EBADF;
    this.writes.push({ fd, text });
    return pieces.reduce((sum, piece) => sum + piece.length, 0);
  }

  private writev(fd: number, iov: number, n: number): number {
    const pieces = Array.from({ length: n }, (_, index) => {
      const at = this.words.getUint32(iov + 8 * index, true);
      return this.bytes.subarray(at, at + this.words.getUint32(iov + 8 * index + 4, true));
    });
    return this.write(fd, pieces);
  }

  private strings(): { argv: Uint8Array[]; envp: Uint8Array[] } {
    const encode = (text: string): Uint8Array => new TextEncoder().encode(`${text}\0`);
    return {
      argv: (this.options.args ?? ["program"]).map(encode),
      envp: (this.options.env ?? []).map(encode),
    };
  }

  private argsSizes(out: number): number {
    const { argv, envp } = this.strings();
    const size = (list: Uint8Array[]): number => list.reduce((sum, text) => sum + text.length, 0);
    for (const [index, value] of [argv.length, size(argv), envp.length, size(envp)].entries()) {
      this.words.setUint32(out + 4 * index, value, true);
    }
    return 0;
  }

  private argsGet(buf: number): number {
    const { argv, envp } = this.strings();
    let at = buf;
    for (const text of [...argv, ...envp]) {
      this.bytes.set(text, at);
      at += text.length;
    }
    return 0;
  }

  private brk(address: number): number {
    if (this.memory === undefined) return 0;
    if (this.end === 0) this.end = this.memory.buffer.byteLength;
    if (address === 0) return this.end;
    const missing = address - this.memory.buffer.byteLength;
    if (missing > 1 << 28) return this.end;
    if (missing > 0) this.memory.grow(Math.ceil(missing / 65536));
    this.end = address;
    return this.end;
  }

  private clock(out: number): number {
    this.words.setBigInt64(out, 1_700_000_000n, true);
    this.words.setInt32(out + 8, 5, true);
    return 0;
  }

  trap(nr: number, args: number[]): number {
    const [a0 = 0, a1 = 0, a2 = 0] = args;
    if (this.memory !== undefined) {
      const answer = this.options.call?.(nr, args, this.memory);
      if (answer !== undefined) return answer;
    }
    if (nr === sys.SYS_exit_group) throw new Ended(a0 & 0xff);
    if (nr === sys.SYS_write) return this.write(a0, [this.bytes.subarray(a1, a1 + a2)]);
    if (nr === sys.SYS_writev) return this.writev(a0, a1, a2);
    if (nr === sys.SYS_args_sizes) return this.argsSizes(a0);
    if (nr === sys.SYS_args_get) return this.argsGet(a0);
    if (nr === sys.SYS_brk) return this.brk(a0 >>> 0);
    if (nr === sys.SYS_clock_gettime) return this.clock(a1);
    if (nr === sys.SYS_ioctl) return this.options.terminals?.includes(a0) === true ? 0 : -ENOTTY;
    if (nr === sys.SYS_close) return a0 >= 0 && a0 <= 2 ? 0 : -EBADF;
    if (nr === sys.SYS_lseek) return -ESPIPE;
    if (nr === sys.SYS_openat) return -ENOENT;
    if (nr === sys.SYS_getpid || nr === sys.SYS_gettid) return 7;
    if (nr === sys.SYS_rt_sigaction) return 0;
    if (nr === sys.SYS_tgkill || nr === sys.SYS_kill) {
      this.signals.push(nr === sys.SYS_kill ? a1 : a2);
      return 0;
    }
    return -ENOSYS;
  }
}

/** Runs a program until it leaves or traps. fork answers ENOSYS. */
export function runStandIn(program: Uint8Array<ArrayBuffer>, options: StandInOptions = {}): StandInResult {
  const kernel = new StandIn(options);
  const trap = (nr: number, ...args: number[]): number => kernel.trap(nr, args);
  const module = new WebAssembly.Module(program);
  const { exports } = new WebAssembly.Instance(module, { kern: { trap, fork: () => -ENOSYS } });
  kernel.memory = exports.memory as WebAssembly.Memory;
  let status: number | null = null;
  try {
    (exports._start as () => void)();
    status = 0;
  } catch (error) {
    if (error instanceof Ended) status = error.status;
    else if (!(error instanceof WebAssembly.RuntimeError)) throw error;
  }
  return { writes: kernel.writes, status, signals: kernel.signals };
}

/** What a program wrote to one descriptor. */
export function output(result: StandInResult, fd = 1): string {
  return result.writes
    .filter((write) => write.fd === fd)
    .map((write) => write.text)
    .join("");
}
