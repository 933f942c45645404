// invariant — what holds of signals, timers and stopped processes whenever treeLock is free, for tests.
import { Machine, PIDS_MAX, machine, machineWord } from "../mm/layout";
import { pendingCheck } from "../task/pending";
import { INIT_PID, Process, STOPPED, ZOMBIE, processFind } from "../task/process";
import { processPending, signalsReady, threadPending } from "../task/signal";
import { ATTN_KILL, ATTN_SIGNAL, Thread } from "../task/thread";
import { TIMER_FILE, Timer } from "../task/timer";

const BROKEN_PENDING: i32 = 6; // a set of pending signals, its queue and its count disagree
const BROKEN_TIMERS: i32 = 7; // timers out of order, of a process that is gone, or armed and not in the list
const BROKEN_ATTENTION: i32 = 8; // a thread is not told of what it must attend to
const BROKEN_ZOMBIE: i32 = 9; // a zombie still has signals, timers or threads
const BROKEN_STOPPED: i32 = 10; // a process is stopped, and its thread is not

/** 0, or the number of the broken one. Conditions: treeLock. */
export function signalsCheck(): i32 {
  let armed = 0;
  let counting = 0;
  for (let pid = INIT_PID; pid < PIDS_MAX; pid++) {
    const process = processFind(pid);
    if (process == null) continue;
    const broken = processCheck(process);
    if (broken != 0) return broken;
    armed += armedCount(process);
    if (process.virtual != 0 || process.profile != 0) counting++;
  }
  return counting == machine().cpuTimers && timersCheck(armed) ? 0 : BROKEN_TIMERS;
}

function processCheck(process: Process): i32 {
  if (!pendingCheck(processPending(process))) return BROKEN_PENDING;
  if (process.state == ZOMBIE) return zombieCheck(process);
  for (let ka = process.threads; ka != 0; ka = changetype<Thread>(ka).processNext) {
    const t = changetype<Thread>(ka);
    if (!pendingCheck(threadPending(t))) return BROKEN_PENDING;
    if (process.exiting != 0) continue;
    if (signalsReady(t, t.mask) != 0 && (t.attention & ATTN_SIGNAL) == 0) return BROKEN_ATTENTION;
    if (process.fatal != 0 && (t.attention & ATTN_KILL) == 0) return BROKEN_ATTENTION;
    const queue = changetype<usize>(process) + offsetof<Process>("stopWait");
    if (process.state == STOPPED && process.fatal == 0 && t.waitQueue != queue) return BROKEN_STOPPED;
  }
  return 0;
}

function zombieCheck(process: Process): i32 {
  const signals = process.pendingSet != 0 || process.pendingHead != 0 || process.actions != 0;
  const timers = (process.alarm | process.timers) != 0 || process.virtual != 0 || process.profile != 0;
  return signals || timers || process.threads != 0 ? BROKEN_ZOMBIE : 0;
}

function armedCount(process: Process): i32 {
  let armed = process.alarm != 0 && changetype<Timer>(process.alarm).at != 0 ? 1 : 0;
  for (let ka = process.timers; ka != 0; ka = changetype<Timer>(ka).sibling) {
    if (changetype<Timer>(ka).at != 0) armed++;
  }
  return armed;
}

/** Is the list sorted, without strangers, and holds it the `armed` timers of all processes? */
function timersCheck(armed: i32): bool {
  let before: usize = 0;
  for (let ka = load<usize>(machineWord(offsetof<Machine>("timers"))); ka != 0; ) {
    const timer = changetype<Timer>(ka);
    if (timer.at == 0 || (before != 0 && changetype<Timer>(before).at > timer.at)) return false;
    if (timer.kind != TIMER_FILE) {
      const owner = processFind(changetype<Process>(timer.process).pid);
      if (owner == null || changetype<usize>(owner) != timer.process) return false;
      armed--;
    }
    before = ka;
    ka = timer.next;
  }
  return armed == 0;
}
