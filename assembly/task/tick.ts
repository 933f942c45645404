// tick — time slices: a thread that runs while others of its CPU wait gives way at its next safepoint.
import { bellRing } from "../lib/bell";
import { RANK_QUEUE, RANK_TREE, acquire, release } from "../lib/lock";
import { hostClock } from "../lib/host";
import { Machine, machine, machineWord } from "../mm/layout";
import { Cpu, cpuAt, cpuHasMessage } from "./cpu";
import { Process, TREE_LOCK } from "./process";
import { ATTN_YIELD, Thread, attentionSet } from "./thread";
import { cpuTimersCharge, timersRun } from "./timer";

// The file server's worker is the ticker: it sleeps anyway, and it is no CPU. It ticks while any CPU is busy
// and for a while after; a CPU that begins to run a thread starts it when it has stopped.

/** Length of a slice. */
export const TICK_NS: f64 = 5e6;
/** Ticks without a busy CPU before it stops. */
const IDLE_TICKS: i32 = 20;

const TICKING: usize = offsetof<Machine>("ticking");

/** Starts the ticker unless it ticks. Cheap when it does. */
export function tickStart(): void {
  if (atomic.load<i32>(machineWord(TICKING)) != 0) return;
  atomic.store<i32>(machineWord(TICKING), IDLE_TICKS);
  bellRing(machineWord(offsetof<Machine>("serverBell")));
}

/** The ticker's part: ticks when it is time. How long to sleep at most, in ns; -1: until something happens.
 *  */
export function tickNext(): f64 {
  const timer = timersRun();
  const tick = tickAll();
  return timer < 0 || (tick >= 0 && tick < timer) ? tick : timer;
}

function tickAll(): f64 {
  const left = atomic.load<i32>(machineWord(TICKING));
  if (left == 0) return -1;
  const m = machine();
  const now = hostClock(1);
  if (now < m.tickAt) return m.tickAt - now;
  m.tickAt = now + TICK_NS;
  if (m.cpuTimers != 0) cpuTimersTick();
  let busy = false;
  for (let i = 0; i < m.cpus; i++) if (tickCpu(cpuAt(i))) busy = true;
  atomic.store<i32>(machineWord(TICKING), busy ? IDLE_TICKS : left - 1);
  if (!busy && left == 1 && someBusy()) tickStart(); // one began meanwhile, and saw it tick
  return TICK_NS;
}

function someBusy(): bool {
  for (let i = 0; i < machine().cpus; i++) {
    if (atomic.load<i32>(changetype<usize>(cpuAt(i)) + offsetof<Cpu>("busy")) != 0) return true;
  }
  return false;
}

/** Charges the tick to the process that each CPU runs. */
function cpuTimersTick(): void {
  const tree = machineWord(TREE_LOCK);
  acquire(tree, RANK_TREE);
  for (let i = 0; i < machine().cpus; i++) {
    const cpu = cpuAt(i);
    const lock = changetype<usize>(cpu) + offsetof<Cpu>("lock");
    acquire(lock, RANK_QUEUE);
    const isBusy = atomic.load<i32>(changetype<usize>(cpu) + offsetof<Cpu>("busy")) != 0;
    const process = isBusy && cpu.current != 0 ? changetype<Thread>(cpu.current).process : 0;
    release(lock, RANK_QUEUE);
    if (process != 0) cpuTimersCharge(changetype<Process>(process), TICK_NS);
  }
  release(tree, RANK_TREE);
}

/** Asks the thread of a CPU to give way when it has run for a whole tick and others wait. Is the CPU busy? */
function tickCpu(cpu: Cpu): bool {
  if (atomic.load<i32>(changetype<usize>(cpu) + offsetof<Cpu>("busy")) == 0) return false;
  if (cpu.switches != cpu.switchesSeen) {
    cpu.switchesSeen = cpu.switches;
    return true;
  }
  if (cpu.head == 0 && cpu.timers == 0 && !cpuHasMessage(cpu)) return true;
  const lock = changetype<usize>(cpu) + offsetof<Cpu>("lock");
  acquire(lock, RANK_QUEUE);
  if (cpu.current != 0) attentionSet(changetype<Thread>(cpu.current), ATTN_YIELD);
  release(lock, RANK_QUEUE);
  return true;
}
