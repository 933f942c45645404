// idle — what a machine holds when nothing runs in it, to be compared before and after.
import type { Machine } from "quire";

/** Turns of the event loop without a change after which a machine counts as settled. */
const QUIET_TURNS = 20;

export interface Holdings {
  /** Without those that the kernel keeps for objects and transfers, in use or not: that grows to its peak. */
  readonly frames: number;
  readonly objects: number;
  readonly openFiles: number;
  readonly processes: number;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}

/** Resolves when every process but init is gone: orphans end by themselves. Fails with their names after
 *  `ms`. */
export async function untilIdle(machine: Machine, ms = 20_000): Promise<void> {
  const end = performance.now() + ms;
  while (machine.statistics().live > 0) {
    if (performance.now() > end) {
      const left = machine
        .inspect()
        .processes.map(({ pid, state, argv }) => `${pid} ${state} ${argv.join(" ")}`);
      throw new Error(`still there after ${ms} ms:\n${left.join("\n")}`);
    }
    await nextTurn();
  }
}

/** What the machine holds now. Only meaningful when it is idle. */
export function holdings(machine: Machine): Holdings {
  const { framesUsed, framesKept, objects, openFiles, live } = machine.statistics();
  return { frames: framesUsed - framesKept, objects, openFiles, processes: live };
}

function same(a: Holdings, b: Holdings): boolean {
  const { frames, objects, openFiles, processes } = a;
  const isOthers = objects === b.objects && openFiles === b.openFiles && processes === b.processes;
  return isOthers && frames === b.frames;
}

/** What an idle machine holds once the host has let go of the last threads and streams too. */
export async function settledHoldings(machine: Machine): Promise<Holdings> {
  await untilIdle(machine);
  let last = holdings(machine);
  for (let quiet = 0; quiet < QUIET_TURNS; quiet++) {
    await nextTurn();
    const now = holdings(machine);
    if (!same(now, last)) quiet = 0;
    last = now;
  }
  return last;
}

/** Waits until an idle machine holds what it held `before`, `ms` at most, and tells what it holds. */
export async function holdingsAgain(machine: Machine, before: Holdings, ms = 5_000): Promise<Holdings> {
  await untilIdle(machine);
  const end = performance.now() + ms;
  let now = holdings(machine);
  while (!same(now, before) && performance.now() < end) {
    await nextTurn();
    now = holdings(machine);
  }
  return now;
}
