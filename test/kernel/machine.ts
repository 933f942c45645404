// machine — a kernel without workers for tests: one memory, any number of threads, called in turn.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Core } from "../../host/protocol.ts";

const PAGES = 512; // 32 MiB of physical memory
const FLAT_PAGES = 2;
const GUARD = 4096;

const module = new WebAssembly.Module(
  readFileSync(fileURLToPath(new URL("../../dist/kernel.debug.wasm", import.meta.url))),
);

/** Thrown where a real CPU would stop the thread: the test sees what would block. */
export class Blocked extends Error {}

/** A guest thread: its core instance and its flat memory. */
export interface Guest {
  readonly thread: number;
  readonly pid: number;
  readonly core: Core;
  readonly flat: DataView;
  readonly bytes: Uint8Array;
  call(nr: number, ...args: number[]): number;
}

export interface Fault {
  pid: number;
  reason: number;
  ea: number;
  write: number;
}

export class TestMachine {
  readonly phys = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES, shared: true });
  readonly words = new Int32Array(this.phys.buffer);
  readonly core: Core;
  readonly faults: Fault[] = [];
  /** Thread of the last child handed to the host by fork. */
  forked = 0;
  now = 1e9;
  /** What happens next when the CPU would sleep, for at most `ns`; when there is nothing left: Blocked. */
  readonly meanwhile: ((ns: number) => void)[] = [];

  constructor(limit = 100) {
    this.core = this.instance(0, new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }));
    if (this.core.boot(PAGES * 65536, 1, 1000, limit) !== 0) throw new Error("boot");
  }

  instance(thread: number, flat: WebAssembly.Memory): Core {
    const host = {
      thread,
      cpu: 0,
      wait: (_ka: number, _expected: number, ns: number): number => {
        const next = this.meanwhile.shift();
        if (next === undefined) throw new Blocked("the CPU would sleep");
        next(ns);
        return 0;
      },
      suspend: (): never => {
        throw new Blocked("the thread would be suspended");
      },
      clock: () => this.now,
      random: (ka: number, n: number) => new Uint8Array(this.phys.buffer, ka, n).fill(0x5a),
      start: () => 0,
      fork: (child: number) => {
        this.forked = child;
        return 0;
      },
      fault: (pid: number, reason: number, ea: number, write: number) => {
        this.faults.push({ pid, reason, ea: ea >>> 0, write });
      },
      panic: (code: number, a: number, b: number): never => {
        throw new Error(`panic ${code} ${a} ${b}`);
      },
    };
    const imports = { env: { memory: this.phys, flat }, host };
    return new WebAssembly.Instance(module, imports as unknown as WebAssembly.Imports)
      .exports as unknown as Core;
  }

  /** A guest of the thread `t`, which the host has just been given. */
  adopt(t: number): Guest {
    const flat = new WebAssembly.Memory({ initial: FLAT_PAGES, maximum: 64, shared: true });
    const core = this.instance(t, flat);
    if (core.threadFlat(t, FLAT_PAGES, GUARD) < 0) throw new Error("flat");
    return {
      thread: t,
      pid: core.threadPid(t),
      core,
      flat: new DataView(flat.buffer),
      bytes: new Uint8Array(flat.buffer),
      call: (nr, ...args) => {
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
        return core.trap(nr, a, b, c, d, e, f);
      },
    };
  }

  /** A process without descriptors. */
  spawn(): Guest {
    const block = this.core.hostAlloc(64);
    new Uint8Array(this.phys.buffer, block, 64).fill(0);
    this.words[block >>> 2] = 1;
    this.words[(block >>> 2) + 1] = 2;
    new Uint8Array(this.phys.buffer, block + 16, 2).set([0x78, 0]); // "x"
    new Uint8Array(this.phys.buffer, block + 32, 1).set([0x2f]); // "/"
    const t = this.core.processSpawn(1, block, block + 32, 1);
    this.core.hostFree(block, 64);
    if (t < 0) throw new Error(`spawn: ${t}`);
    if (this.core.processOpen(t) < 0) throw new Error("no CPU");
    return this.adopt(t);
  }

  /** Runs a call that ends the guest; its wait status, as the host reads it. */
  end(guest: Guest, call: () => void): number {
    let trapped = false;
    try {
      call();
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      trapped = true;
    }
    if (!trapped) throw new Error("the guest goes on");
    this.core.threadReap(guest.thread);
    return this.core.processPoll(guest.pid);
  }

  /** Lets `ns` pass, and the ticker look: the nanoseconds it would sleep, -1 for ever. */
  pass(ns = 0): number {
    this.now += ns;
    let left = 0;
    const sleep = (most: number): never => {
      left = most;
      throw new Blocked("the ticker would sleep");
    };
    this.meanwhile.unshift(sleep);
    try {
      this.core.requestWait();
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
    }
    return left;
  }

  statistic(id: number): number {
    return this.core.statistic(id);
  }
}
