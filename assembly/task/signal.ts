// signal — generation and default actions: without handlers a signal ends, stops, continues or is nothing.
import {
  SIGCHLD,
  SIGCONT,
  SIGKILL,
  SIGSTOP,
  SIGTSTP,
  SIGTTIN,
  SIGTTOU,
  SIGURG,
  SIGWINCH,
} from "../abi/constants";
import { unpark } from "./cpu";
import { ALIVE, INIT_PID, Process, STOPPED, ZOMBIE } from "./process";
import { ATTN_KILL, ATTN_STOP, Thread, attentionClear, attentionSet } from "./thread";
import { wakeAll } from "./wait";

export const SIGNALS: i32 = 64;

function bit(signal: i32): i64 {
  return (<i64>1) << (signal - 1);
}

/** Signals whose default action stops the process. */
export function isStop(signal: i32): bool {
  return signal == SIGSTOP || signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU;
}

/** Signals whose default action is nothing (SIGCONT's is apart). */
function isHarmless(signal: i32): bool {
  return signal == SIGCHLD || signal == SIGURG || signal == SIGWINCH || signal == SIGCONT;
}

function wakeThreads(process: Process, attention: i32): void {
  for (let ka = process.threads; ka != 0; ka = changetype<Thread>(ka).processNext) {
    attentionSet(changetype<Thread>(ka), attention);
    unpark(changetype<Thread>(ka));
  }
}

/** Tells the parent of `process` that something is to be waited for. Conditions: treeLock. */
export function parentNotify(process: Process): void {
  if (process.parent != 0) wakeAll(process.parent + offsetof<Process>("childWait"));
}

/** Sends `signal` (1..64) to a process. Conditions: treeLock. Init takes none. */
export function signalPost(process: Process, signal: i32): void {
  if (process.state == ZOMBIE || process.exiting != 0 || process.pid == INIT_PID) return;
  if (signal == SIGCONT) signalContinue(process);
  if (signal == SIGKILL) {
    signalFatal(process, signal);
    return;
  }
  if (signal == SIGSTOP) {
    signalStop(process, signal);
    return;
  }
  if ((process.ignored & bit(signal)) != 0 || isHarmless(signal)) return;
  if (isStop(signal)) signalStop(process, signal);
  else signalFatal(process, signal);
}

function signalFatal(process: Process, signal: i32): void {
  if (process.fatal == 0 || signal == SIGKILL) process.fatal = signal;
  if (process.state == STOPPED && signal != SIGKILL) return; // taken when it continues
  wakeThreads(process, ATTN_KILL);
  wakeAll(changetype<usize>(process) + offsetof<Process>("stopWait"));
}

function signalStop(process: Process, signal: i32): void {
  if (process.state == STOPPED) return;
  process.stopSignal = signal;
  process.continueNews = 0;
  wakeThreads(process, ATTN_STOP);
}

function signalContinue(process: Process): void {
  for (let ka = process.threads; ka != 0; ka = changetype<Thread>(ka).processNext) {
    attentionClear(changetype<Thread>(ka), ATTN_STOP);
  }
  if (process.state != STOPPED) return;
  process.state = ALIVE;
  process.stopNews = 0;
  process.continueNews = 1;
  if (process.fatal != 0) wakeThreads(process, ATTN_KILL);
  wakeAll(changetype<usize>(process) + offsetof<Process>("stopWait"));
  parentNotify(process);
}

/** Is SIGCHLD ignored explicitly, so that children leave no zombie? Conditions: treeLock. */
export function reapsItself(process: Process): bool {
  return (process.ignored & bit(SIGCHLD)) != 0;
}

/** Sets or clears SIG_IGN. Conditions: treeLock. */
export function signalIgnore(process: Process, signal: i32, ignore: bool): void {
  if (ignore) process.ignored |= bit(signal);
  else process.ignored &= ~bit(signal);
}

export function isIgnored(process: Process, signal: i32): bool {
  return (process.ignored & bit(signal)) != 0;
}
