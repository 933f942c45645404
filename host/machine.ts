// machine — one kernel with its workers: boots it, spawns processes in it, looks into it, ends it.
import { releaseProxy, wrap } from "comlink/dist/esm/comlink.mjs";
import { platform } from "#platform";
import { starter } from "#start";
import { ESRCH } from "./abi/errno.ts";
import { TRACE_RECORD_BYTES } from "./abi/structs.ts";
import { coreImports, hostFunctions, instantiateCore } from "./core.ts";
import { KernelPanicError, MachineClosedError, QuireError, UnsupportedError } from "./errors.ts";
import { MachineFiles } from "./files.ts";
import { HostBell } from "./hostbell.ts";
import { type Inspection, inspect, type Statistics, statistics } from "./inspect.ts";
import { type BootOptions, cpuCount, memoryBytes, stackBytes } from "./options.ts";
import { hasStackSwitching, requireFeatures } from "./platform/features.ts";
import {
  type ExitStatus,
  exitStatus,
  type Process,
  type SpawnOptions,
  timerMilliseconds,
} from "./process.ts";
import type { Core, LoadResult, ServerControl } from "./protocol.ts";
import { signalNumber } from "./signals.ts";
import { type Running, Spawner } from "./spawn.ts";
import { readRecord } from "./trace/strace.ts";
import { type TraceRing, Tracer } from "./trace/tracer.ts";
import { Workers } from "./workers.ts";

const STAGING_BYTES = 65536;
const THREADS_PER_CPU = 65536;
const PROCESSES = 16384;
const SIGKILL = 9;
/** How long killed processes get before their workers are ended. */
const KILL_MS = 2000;

/** Starts a machine. Fails when the engine lacks a feature, memory is short, or a mount is not there. */
export async function boot(options: BootOptions = {}): Promise<Machine> {
  requireFeatures();
  options.signal?.throwIfAborted();
  const bytes = memoryBytes(options);
  const cpus = cpuCount(options, await platform.parallelism());
  if (options.stack !== undefined) await platform.setStackBytes(stackBytes(options.stack));
  await checkMounts(options);
  const kernel = await starter.compileKernel(options.kernelUrl);
  return new Machine(kernel, bytes, cpus, options);
}

async function checkMounts({ mounts = [] }: BootOptions): Promise<void> {
  if (mounts.length === 0) return;
  const files = await platform.hostFiles();
  if (files === undefined) throw new UnsupportedError("a browser has no host directories to mount");
  for (const { host, guest } of mounts) {
    if (!guest.startsWith("/")) throw new QuireError("EINVAL", `mount: ${guest} is not an absolute path`);
    const stats = files.statSync(host, { throwIfNoEntry: false });
    if (stats === undefined) throw new QuireError("ENOENT", `mount: ${host}: No such file or directory`);
    if (!stats.isDirectory()) throw new QuireError("ENOTDIR", `mount: ${host} is not a directory`);
  }
}

/** The kernel's trace ring, read record by record. */
function traceRing(core: Core, phys: WebAssembly.Memory): TraceRing {
  const bytes = new Uint8Array(phys.buffer);
  const ka = core.hostAlloc(TRACE_RECORD_BYTES) >>> 0;
  return {
    traceStart: () => core.traceStart(),
    next: () => (core.traceNext(ka) === 0 ? undefined : readRecord(bytes, ka)),
  };
}

function newMemory(bytes: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: bytes / 65536, maximum: 65536, shared: true });
  } catch {
    throw new QuireError("ENOMEM", `memory: the engine cannot give ${bytes} bytes`);
  }
}

export class Machine {
  /** The machine's files. */
  readonly fs: MachineFiles;
  readonly #core: Core;
  readonly #phys: WebAssembly.Memory;
  readonly #bell: HostBell;
  readonly #workers: Workers;
  readonly #server;
  readonly #spawner: Spawner;
  readonly #tracer: Tracer | undefined;
  /** Processes the host has spawned and that have not ended, by pid. */
  readonly #running = new Map<number, Running>();
  /** Milliseconds. */
  readonly #timeout: number | undefined;
  #isWatching = false;
  #closed: Error | undefined;
  #ending: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Use `boot`. */
  constructor(kernel: WebAssembly.Module, bytes: number, cpus: number, options: BootOptions) {
    const epoch = Date.now();
    const stacks = hasStackSwitching() && !platform.refuseStacks && options.noStacks !== true;
    const phys = newMemory(bytes);
    const log = options.onMessage ?? platform.warn;
    const core = this.#newCore(kernel, phys, epoch, log);
    const error = core.boot(bytes, cpus, stacks ? THREADS_PER_CPU : 1, options.processes ?? PROCESSES);
    if (error < 0) throw new QuireError("ENOMEM", "memory: too little for a machine");
    this.#core = core;
    this.#phys = phys;
    this.#bell = new HostBell(phys, core.hostBell() >>> 0);
    const { files = {}, mounts = [], workerUrl: urls } = options;
    this.#workers = new Workers({
      ...{ platform, starter, kernel, phys, core, cpus, stacks, epoch, files, mounts, urls },
      traced: options.trace !== undefined,
      onLog: log,
      onPanic: (text) => void this.#end(new KernelPanicError(text)),
    });
    this.#server = wrap<ServerControl>(this.#workers.controlEndpoint);
    this.fs = new MachineFiles(this.#server, (work) => this.#whileOpen(work));
    this.#tracer = options.trace && new Tracer(traceRing(core, phys), options.trace);
    this.#spawner = this.#newSpawner(options.env);
    this.#timeout = timerMilliseconds(options.timeout);
    options.signal?.addEventListener("abort", () => void this.destroy(), { once: true });
  }

  #newCore(
    kernel: WebAssembly.Module,
    phys: WebAssembly.Memory,
    epoch: number,
    log: (text: string) => void,
  ): Core {
    const panic = (text: string): never => {
      const error = new KernelPanicError(text);
      void this.#end(error);
      throw error;
    };
    const options = { phys, cpu: -1, epoch, mayWait: platform.mayWait, log, panic };
    return instantiateCore(kernel, coreImports(options, hostFunctions(options)));
  }

  #newSpawner(env: Readonly<Record<string, string>> | undefined): Spawner {
    const core = this.#core;
    return new Spawner({
      core,
      bell: this.#bell,
      bytes: new Uint8Array(this.#phys.buffer),
      staging: { ka: core.hostAlloc(STAGING_BYTES) >>> 0, length: STAGING_BYTES },
      closed: () => this.#closed,
      env: env ?? { PATH: "/bin:/usr/bin" },
      load: (program) => this.#load(program),
      start: (cpu, thread) => this.#workers.send(cpu, { type: "start", thread }),
      kill: (pid, signal) => this.#kill(pid, signal),
      watch: (running) => this.#watch(running),
    });
  }

  /** The time limit runs from the first process on. */
  #limit(): void {
    if (this.#timeout === undefined || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => this.#expire(), this.#timeout);
  }

  #assertOpen(): void {
    if (this.#closed !== undefined) throw this.#closed;
  }

  #load(program: string | Uint8Array): Promise<LoadResult> {
    return typeof program === "string" ? this.#server.load(program) : this.#server.loadBytes(program);
  }

  /**
   * Runs a program: its path in the machine (or a name, looked up in PATH), or a module's bytes.
   * Fails with a SpawnError: ENOENT, EACCES, ENOEXEC, ENOMEM, EAGAIN.
   */
  async spawn(
    program: string | Uint8Array,
    args: readonly string[] = [],
    options: SpawnOptions = {},
  ): Promise<Process> {
    return this.#whileOpen(async () => {
      if (options.cwd !== undefined) await this.#checkDirectory(options.cwd);
      return await this.#spawner.spawn(program, args, options);
    });
  }

  /** Puts a program at a path, loads it, and tells whether it can run. Fails with a SpawnError. */
  async load(path: string, bytes: Uint8Array): Promise<void> {
    const result = await this.#whileOpen<LoadResult>(() => this.#server.load(path, bytes));
    if ("errno" in result) throw this.#spawner.error(path, result);
  }

  /** A new process's directory must be there. */
  async #checkDirectory(path: string): Promise<void> {
    if (!path.startsWith("/")) throw new QuireError("EINVAL", `cwd: ${path} is not an absolute path`);
    if (path === "/") return;
    const { isDirectory } = await this.fs.stat(path);
    if (!isDirectory) throw new QuireError("ENOTDIR", `cwd: ${path} is not a directory`);
  }

  /** Fails when the machine ends first: an answer from an ended worker never comes. */
  async #whileOpen<T>(work: () => Promise<T>): Promise<T> {
    this.#assertOpen();
    return await Promise.race([work(), this.#closing.promise]);
  }
  readonly #closing = (() => {
    const closing = Promise.withResolvers<never>();
    closing.promise.catch(() => {});
    return closing;
  })();

  #kill(pid: number, signal: number): boolean {
    if (this.#closed !== undefined) return false;
    const result = this.#core.processKill(pid, signal);
    if (result < 0 && result !== -ESRCH) throw new QuireError("EINVAL", `kill: invalid signal ${signal}`);
    return result >= 0;
  }

  /** Waits for a process's end. */
  #watch(running: Running): void {
    this.#running.set(running.pid, running);
    this.#limit();
    if (!this.#isWatching) void this.#watchAll();
  }

  async #watchAll(): Promise<void> {
    this.#isWatching = true;
    while (this.#running.size > 0 && this.#closed === undefined) {
      const seen = this.#bell.value();
      for (const running of this.#running.values()) this.#poll(running);
      this.#tracer?.drain();
      if (this.#running.size > 0) await this.#bell.change(seen);
    }
    this.#isWatching = false;
  }

  #poll(running: Running): void {
    const status = this.#core.processPoll(running.pid);
    if (status < 0 && status !== -ESRCH) return;
    this.#running.delete(running.pid);
    this.#tracer?.drain();
    const ended = status < 0 ? { code: null, signal: "SIGKILL" } : exitStatus(status);
    if (ended.signal === null) running.ended(ended);
    else setTimeout(() => running.ended(ended)); // the log's line about it has been posted before
  }

  /** Sends a signal to any process of the machine. False when there is none of that pid. Throws EINVAL. */
  kill(pid: number, signal: string | number = "SIGTERM"): boolean {
    return this.#kill(pid, signalNumber(signal));
  }

  /** Processes and memory, as they are now. */
  inspect(): Inspection {
    this.#assertOpen();
    return inspect(this.#core, this.#phys);
  }

  /** What the kernel has counted since boot. */
  statistics(): Statistics {
    this.#assertOpen();
    return statistics(this.#core);
  }

  /** Checks the kernel's invariants: 0, or the number of the first broken one. The machine should be idle. */
  check(): number {
    this.#assertOpen();
    return this.#core.check();
  }

  /** The machine's time is up: kills every process, and ends the workers if that does not help. */
  #expire(): void {
    for (const { pid } of this.inspect().processes) {
      if (pid > 1) this.#kill(pid, SIGKILL);
    }
    this.#timer = setTimeout(() => {
      if (this.#running.size > 0) void this.destroy();
    }, KILL_MS);
  }

  /** Ends the machine: every process is gone, every worker ended. */
  destroy(): Promise<void> {
    return this.#end(new MachineClosedError());
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.destroy();
  }

  #end(reason: Error): Promise<void> {
    this.#ending ??= this.#close(reason);
    return this.#ending;
  }

  async #close(reason: Error): Promise<void> {
    this.#closed = reason;
    clearTimeout(this.#timer);
    this.#tracer?.stop();
    const killed: ExitStatus = { code: null, signal: "SIGKILL" };
    for (const running of this.#running.values()) {
      if (reason instanceof KernelPanicError) running.failed(reason);
      else running.ended(killed);
    }
    this.#running.clear();
    this.#closing.reject(reason);
    this.#bell.ring();
    this.#server[releaseProxy]();
    await this.#workers.terminate();
  }
}
