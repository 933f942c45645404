// core — instances of the kernel module: what it imports from the host, on every kind of thread.
import type { Core } from "./protocol.ts";

/** The functions the core imports as `host.*` (ARCHITECTURE.md). */
export interface HostFunctions {
  wait(ka: number, expected: number, ns: number): number;
  /** A plain function or a `WebAssembly.Suspending`, which TypeScript does not know. */
  suspend: unknown;
  clock(id: number): number;
  random(ka: number, n: number): void;
  start(thread: number): number;
  fork(child: number, low: number): number;
  fault(pid: number, reason: number, ea: number, write: number): void;
  panic(code: number, a: number, b: number): void;
}

/** What differs between kinds of threads. */
export interface HostOptions {
  readonly phys: WebAssembly.Memory;
  /** Number of the CPU, -1 elsewhere. */
  readonly cpu: number;
  /** Whether `Atomics.wait` is allowed on this thread. */
  readonly mayWait: boolean;
  /** When the machine was booted, in milliseconds since 1970. */
  readonly epoch: number;
  /** A line for the machine's log. */
  log(text: string): void;
  /** The kernel is wrong: never returns. */
  panic(text: string): never;
}

const CLOCK_REALTIME = 0;
const CLOCK_REALTIME_COARSE = 5;
const ENOSYS = 38;

/** Nanoseconds: since 1970 for the real-time clocks, since the machine's boot for the others. */
function clockOf(epoch: number): (id: number) => number {
  let origin = 0; // asked for on first use: in a worker, Node makes `performance` only then
  return (id) => {
    if (origin === 0) origin = performance.timeOrigin;
    const isWall = id === CLOCK_REALTIME || id === CLOCK_REALTIME_COARSE;
    return (performance.now() + (isWall ? origin : origin - epoch)) * 1e6;
  };
}

/** Fills n bytes at `ka`. The generator refuses shared memory: by way of a buffer. */
function fillRandom(bytes: Uint8Array, ka: number, n: number): void {
  const part = new Uint8Array(Math.min(n, 65536));
  for (let done = 0; done < n; done += part.length) {
    crypto.getRandomValues(part);
    bytes.set(part.subarray(0, Math.min(part.length, n - done)), ka + done);
  }
}

/** What every thread's core shares; a CPU replaces `suspend`, `start` and `fork` by its own. */
export function hostFunctions(options: HostOptions): HostFunctions {
  const bytes = new Uint8Array(options.phys.buffer);
  const words = new Int32Array(options.phys.buffer);
  const wait = (ka: number, expected: number, ns: number): number => {
    if (!options.mayWait) return Atomics.load(words, ka >>> 2) === expected ? 0 : 1;
    const woken = Atomics.wait(words, ka >>> 2, expected, ns < 0 ? Number.POSITIVE_INFINITY : ns / 1e6);
    return woken === "ok" ? 0 : woken === "not-equal" ? 1 : 2;
  };
  return {
    wait,
    suspend: () => options.panic("a thread without a stack of its own was suspended"),
    clock: clockOf(options.epoch),
    random: (ka, n) => fillRandom(bytes, ka >>> 0, n),
    start: () => -ENOSYS,
    fork: () => -ENOSYS,
    fault: (pid, reason, ea, write) => options.log(faultText(pid, reason, ea, write)),
    panic: (code, a, b) => options.panic(panicText(code, a, b)),
  };
}

/** Why a fault was fatal, by -FAULT_* (assembly/mm/fault.ts). */
const FAULTS: readonly string[] = [
  "unknown",
  "nothing is mapped there",
  "the page forbids it",
  "no memory is left",
];

function faultText(pid: number, reason: number, ea: number, write: number): string {
  const access = write !== 0 ? "write to" : "read of";
  const where = `0x${(ea >>> 0).toString(16).padStart(8, "0")}`;
  const signal = reason === -3 ? "SIGKILL" : "SIGSEGV";
  return `quire: process ${pid}: ${signal}: ${access} ${where}: ${FAULTS[-reason] ?? FAULTS[0]}`;
}

/** The core's numbered panics (assembly/lib/panic.ts). */
const PANICS: readonly string[] = [
  "unknown",
  "lock order",
  "double free",
  "reference count",
  "run queue",
  "no stack",
  "assertion",
];

function panicText(code: number, a: number, b: number): string {
  const what = PANICS[code] ?? `code ${code}`;
  return `quire: kernel panic: ${what} (0x${(a >>> 0).toString(16)}, 0x${(b >>> 0).toString(16)})`;
}

/** The import object of the core. `host.thread` and `env.flat` are set anew before each instantiation. */
export interface CoreImports {
  readonly env: { memory: WebAssembly.Memory; flat: WebAssembly.Memory };
  readonly host: HostFunctions & { thread: number; cpu: number };
}

/** A flat memory for instances that serve no guest. */
export function dummyFlat(): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
}

export function coreImports(options: HostOptions, host: HostFunctions): CoreImports {
  return { env: { memory: options.phys, flat: dummyFlat() }, host: { ...host, thread: 0, cpu: options.cpu } };
}

/** An instance of the core. */
export function instantiateCore(kernel: WebAssembly.Module, imports: CoreImports): Core {
  const instance = new WebAssembly.Instance(kernel, imports as unknown as WebAssembly.Imports);
  return instance.exports as unknown as Core;
}
