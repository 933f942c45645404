// park — guest threads as stacks: suspending one, resuming another (Promise Integration).
import { entryOf, type Guest, type GuestInstance } from "./load.ts";

/** The two constructors of Promise Integration, which TypeScript's library does not know yet. */
interface StackSwitching {
  readonly Suspending: new (f: (self: number, next: number) => Promise<void>) => unknown;
  promising(f: unknown): (...args: number[]) => Promise<unknown>;
}

const switching = WebAssembly as unknown as StackSwitching;

/** `host.suspend` for a CPU: suspends `self` and lets `next` run (0: the event loop). */
export function suspending(guests: ReadonlyMap<number, Guest>, run: (next: number) => void): unknown {
  return new switching.Suspending((self, next) => {
    const guest = guests.get(self >>> 0);
    const parked = new Promise<void>((resolve) => {
      if (guest !== undefined) guest.wake = resolve;
    });
    if (next !== 0) run(next >>> 0);
    return parked;
  });
}

/** Runs the program on a stack of its own, a fork's child from its `records` (else 0). Rejects with what it
 *  trapped with. */
export function runStack(instance: GuestInstance, records: number): Promise<unknown> {
  const run = switching.promising(entryOf(instance, "quire.run"));
  if (records !== 0) return run(records);
  const init = switching.promising(entryOf(instance, "quire.init"));
  return init().then(() => run(0));
}

/** Runs what is pending of the guest's handlers on a stack of its own. */
export function runHandler(instance: GuestInstance): Promise<unknown> {
  return switching.promising(entryOf(instance, "quire.deliver"))();
}

/** The same on the worker's own stack; `end` is told when it is over, and of what it trapped with. */
export function handleInPlace(instance: GuestInstance, end: (error: unknown) => void): void {
  let trap: unknown;
  try {
    entryOf(instance, "quire.deliver")();
  } catch (error) {
    trap = error;
  }
  end(trap);
}

/** Runs the program on the worker's own stack, without Promise Integration: returns when it has ended. */
export function runInPlace(instance: GuestInstance, records: number): void {
  if (records === 0) entryOf(instance, "quire.init")();
  entryOf(instance, "quire.run")(records);
}
