// cpu — one CPU: the loop that takes the next thread from the run queue and runs it until it blocks or ends.
import { UNWIND_EXEC, UNWIND_EXIT, UNWIND_NONE } from "../abi/constants.ts";
import { ENOMEM } from "../abi/errno.ts";
import { SYS_exit_group } from "../abi/syscalls.ts";
import { type CoreImports, type HostOptions, instantiateCore } from "../core.ts";
import type { Core, CpuBoot, CpuMessage, ImageMessage } from "../protocol.ts";
import { signalName } from "../signals.ts";
import { FlatStock } from "./flat.ts";
import { forkGuest } from "./fork.ts";
import { cpuImports } from "./imports.ts";
import { type Guest, type GuestInstance, Images, instantiateGuest, newGuest } from "./load.ts";
import { handleInPlace, runHandler, runInPlace, runStack, suspending } from "./park.ts";
import { type Trap, trapOf } from "./trap.ts";

const SIGKILL = 9;

/** What a CPU needs of its worker. */
export interface CpuHost extends HostOptions {
  /** Posts to another CPU. */
  send(cpu: number, message: CpuMessage): void;
}

export class Cpu {
  readonly #boot: CpuBoot;
  readonly #host: CpuHost;
  readonly #imports: CoreImports;
  readonly #core: Core;
  readonly #images = new Images();
  readonly #guests = new Map<number, Guest>();
  readonly #flats: FlatStock;
  /** The thread that runs, or ran last. */
  #current = 0;

  constructor(boot: CpuBoot, host: CpuHost) {
    this.#boot = boot;
    this.#host = host;
    this.#flats = new FlatStock(boot.cpu, (cpu, flats) => host.send(cpu, { type: "flats", flats }));
    const suspend = boot.stacks ? suspending(this.#guests, (next) => this.#run(next)) : this.#cannotSuspend;
    this.#imports = cpuImports(host, {
      suspend,
      start: (thread) => this.#start(thread),
      fork: (child, low) => this.#fork(child, low),
    });
    this.#core = instantiateCore(boot.kernel, this.#imports);
  }

  get core(): Core {
    return this.#core;
  }

  /** Runs threads until a message waits. Called from the event loop only, or at the end of a thread. */
  loop(): void {
    for (;;) {
      const thread = this.#core.cpuWait() >>> 0;
      if (thread === 0) return;
      this.#run(thread);
      if (this.#boot.stacks) return;
    }
  }

  /** A message from another CPU, the file server or the main thread. The caller calls `loop` afterwards. */
  receive(message: CpuMessage): void {
    if (message.type === "image") this.#images.add(message);
    else if (message.type === "start") this.#place(message.thread);
    else if (message.type === "flats") {
      for (const flat of message.flats) this.#flats.give(flat);
    } else {
      const { thread, image, flat, globals } = message;
      this.#images.with(image, (found) => this.#adopt(newGuest(thread, found, flat, globals)));
    }
  }

  readonly #cannotSuspend = (): never => this.#host.panic("quire: kernel panic: suspend without stacks");

  /** Lets a thread run that the run queue named: its first time, or from where it was suspended. */
  #run(thread: number): void {
    const guest = this.#guests.get(thread);
    if (guest === undefined) {
      this.#host.panic(`quire: kernel panic: thread 0x${thread.toString(16)} is not on this CPU`);
    }
    this.#current = thread;
    const { wake } = guest;
    guest.wake = undefined;
    if (wake !== undefined) wake();
    else if (this.#boot.stacks) queueMicrotask(() => this.#begin(guest));
    else this.#begin(guest);
  }

  #begin(guest: Guest): void {
    const records = this.#core.threadRecords(guest.thread);
    try {
      const instance = this.#instantiate(guest);
      if (this.#boot.stacks) {
        runStack(instance, records).then(
          () => this.#returned(guest),
          (error: unknown) => this.#ended(guest, error),
        );
        return;
      }
      runInPlace(instance, records);
    } catch (error) {
      this.#ended(guest, error);
      return;
    }
    this.#returned(guest);
  }

  #instantiate(guest: Guest): GuestInstance {
    const { kernel, traced } = this.#boot;
    return instantiateGuest(guest, kernel, this.#imports, this.#core, traced);
  }

  /** `_start` came back without calling exit: that is exit(0). */
  #returned(guest: Guest): void {
    let error: unknown;
    try {
      guest.instance?.core.trap(SYS_exit_group, 0, 0, 0, 0, 0, 0);
    } catch (unwinding) {
      error = unwinding;
    }
    this.#ended(guest, error);
  }

  /** The guest's stack is gone: exit, exec, or a trap that kills it. */
  #ended(guest: Guest, error: unknown): void {
    const { thread } = guest;
    let unwind = this.#core.threadUnwind(thread);
    if (unwind === UNWIND_NONE) {
      const trap = this.#trapped(guest, error);
      if (this.#handle(guest, trap)) return;
      this.#kill(thread, trap);
      unwind = UNWIND_EXIT;
    }
    guest.instance = undefined;
    this.#guests.delete(thread);
    this.#flats.give(guest.flat);
    if (unwind === UNWIND_EXEC) this.#place(thread);
    else this.#core.threadReap(thread);
    if (this.#boot.stacks) this.loop();
  }

  /** What the guest trapped with; a panic when the kernel did while it served the guest. */
  #trapped(guest: Guest, error: unknown): Trap {
    if (guest.instance !== undefined && this.#core.threadInKernel(guest.thread) !== 0) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#host.panic(`quire: kernel panic: ${text}`);
    }
    if (guest.trap !== undefined) return guest.trap;
    return guest.instance === undefined
      ? { signal: SIGKILL, detail: `cannot start: ${error}` }
      : trapOf(error);
  }

  /**
   * Runs the handler of the signal that a trap of the engine stands for, once, on a stack of its own: the
   * frames that trapped are gone. False: there is no handler. However it ends, the guest does.
   */
  #handle(guest: Guest, trap: Trap): boolean {
    const { instance, thread } = guest;
    if (guest.trap !== undefined || instance === undefined) return false;
    if (this.#core.threadCatch(thread, trap.signal) === 0) return false;
    guest.trap = trap;
    const end = (error: unknown): void => this.#ended(guest, error);
    if (this.#boot.stacks) runHandler(instance).then(end, end);
    else handleInPlace(instance, end);
    return true;
  }

  /** The process dies of the signal; the machine's log says why. */
  #kill(thread: number, { signal, detail }: Trap): void {
    this.#host.log(`quire: process ${this.#core.threadPid(thread)}: ${signalName(signal)}: ${detail}`);
    this.#core.threadTrap(thread, signal);
  }

  /** Gives a thread of this CPU fresh memory and puts it on the run queue: spawn and exec. */
  #place(thread: number): void {
    this.#images.with(this.#core.threadImage(thread), (image) => this.#load(thread, image));
  }

  #load(thread: number, image: ImageMessage): void {
    let reason = "no memory left for the program";
    if (this.#core.threadFlat(thread, image.meta.minPages, image.meta.guard) >= 0) {
      try {
        this.#adopt(newGuest(thread, image, this.#flats.empty(image.meta)));
        return;
      } catch (error) {
        reason = String(error);
      }
    }
    this.#kill(thread, { signal: SIGKILL, detail: reason });
    this.#core.threadReap(thread);
  }

  #adopt(guest: Guest): void {
    this.#guests.set(guest.thread, guest);
    this.#core.threadReady(guest.thread);
  }

  /** `host.start`: a new process without memory. */
  #start(thread: number): number {
    const cpu = this.#core.threadCpu(thread);
    if (cpu === this.#boot.cpu) this.#place(thread);
    else this.#host.send(cpu, { type: "start", thread });
    return 0;
  }

  /** `host.fork`: the running guest's memory and globals, for its child. */
  #fork(child: number, low: number): number {
    const parent = this.#guests.get(this.#current);
    if (parent === undefined) return -ENOMEM;
    const guest = forkGuest(parent, child, this.#flats, low);
    if (typeof guest === "number") return guest;
    const cpu = this.#core.threadCpu(child);
    if (cpu === this.#boot.cpu) {
      this.#adopt(guest);
      return 0;
    }
    const { image, flat, inherited } = guest;
    this.#host.send(cpu, { type: "fork", thread: child, image: image.id, flat, globals: inherited ?? [] });
    return 0;
  }
}
