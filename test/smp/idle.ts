// idle — what a machine holds when nothing runs in it, to be compared before and after.
import type { Machine } from "quire";

/** Processes the kernel itself keeps: init. */
const OWN = 1;

export interface Holdings {
  readonly frames: number;
  readonly objects: number;
  readonly openFiles: number;
  readonly processes: number;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}

/** Resolves when every process but init is gone: orphans end by themselves. Fails with their names after `ms`. */
export async function untilIdle(machine: Machine, ms = 20_000): Promise<void> {
  const end = performance.now() + ms;
  while (machine.statistics().live > OWN) {
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
  const { framesUsed, objects, openFiles, live } = machine.statistics();
  return { frames: framesUsed, objects, openFiles, processes: live };
}
