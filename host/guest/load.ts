// load — programs on one CPU: the images that came, and the instances made from them.
import { type CoreImports, instantiateCore } from "../core.ts";
import type { Core, FlatMemory as Flat, GlobalValue, ImageMessage } from "../protocol.ts";
import type { Trap } from "./trap.ts";

/** A guest thread on this CPU. */
export interface Guest {
  /** The thread's `ka`. */
  readonly thread: number;
  readonly image: ImageMessage;
  readonly flat: Flat;
  /** Values for the mutable globals: a child of fork, which goes on where its parent was. */
  readonly inherited: readonly GlobalValue[] | undefined;
  /** Set while the thread has instances. */
  instance: GuestInstance | undefined;
  /** What the engine's trap was, once it has had one: its handler runs, or has run. */
  trap: Trap | undefined;
  /** Set while the thread is suspended: lets it go on. */
  wake: (() => void) | undefined;
}

export interface GuestInstance {
  readonly core: Core;
  readonly exports: WebAssembly.Exports;
}

export function newGuest(
  thread: number,
  image: ImageMessage,
  flat: Flat,
  inherited?: readonly GlobalValue[],
): Guest {
  return { thread, image, flat, inherited, instance: undefined, trap: undefined, wake: undefined };
}

/** The images this CPU has got. One that is needed before its message was handled is waited for. */
export class Images {
  readonly #images = new Map<number, ImageMessage>();
  readonly #waiting = new Map<number, ((image: ImageMessage) => void)[]>();

  add(image: ImageMessage): void {
    this.#images.set(image.id, image);
    const waiting = this.#waiting.get(image.id) ?? [];
    this.#waiting.delete(image.id);
    for (const proceed of waiting) proceed(image);
  }

  /** Calls `proceed` with the image: now, or when its message arrives. */
  with(id: number, proceed: (image: ImageMessage) => void): void {
    const image = this.#images.get(id);
    const waiting = this.#waiting.get(id);
    if (image !== undefined) proceed(image);
    else if (waiting !== undefined) waiting.push(proceed);
    else this.#waiting.set(id, [proceed]);
  }
}

/** What a rewritten module imports from `kernel`. */
function guestImports(core: Core, guest: Guest, phys: WebAssembly.Memory, cpuCore: Core, traced: boolean) {
  return {
    kernel: {
      flat: guest.flat.memory,
      phys,
      pgdir: cpuCore.threadPgdir(guest.thread),
      attn: cpuCore.threadAttn(guest.thread),
      trap: traced ? core.trapTraced : core.trap,
      fault: core.fault,
      safepoint: core.safepoint,
      grow: core.grow,
      wait32: core.wait32,
      wait64: core.wait64,
      notify: core.notify,
      handler: core.handler,
      handled: core.handled,
      raise: core.raise,
      room: core.room,
      resumed: core.resumed,
      forkBegin: traced ? core.forkBeginTraced : core.forkBegin,
      fork: traced ? core.forkTraced : core.fork,
    },
  } as unknown as WebAssembly.Imports;
}

/** Makes the thread's instances: its core, and its program over that. Throws LinkError or RangeError. */
export function instantiateGuest(
  guest: Guest,
  kernel: WebAssembly.Module,
  imports: CoreImports,
  cpuCore: Core,
  traced: boolean,
): GuestInstance {
  imports.host.thread = guest.thread;
  imports.env.flat = guest.flat.memory;
  const core = instantiateCore(kernel, imports);
  const { module, meta } = guest.image;
  const kernelImports = guestImports(core, guest, imports.env.memory, cpuCore, traced);
  const program = new WebAssembly.Instance(module, kernelImports);
  const instance: GuestInstance = { core, exports: program.exports };
  guest.inherited?.forEach((value, i) => {
    const name = meta.globals[i]?.[0] ?? "";
    (program.exports[name] as WebAssembly.Global).value = value;
  });
  guest.instance = instance;
  return instance;
}

type Entry = (...args: number[]) => unknown;

/** An exported function of the program. The rewriter put it there. */
export function entryOf(instance: GuestInstance, name: string): Entry {
  return instance.exports[name] as Entry;
}
