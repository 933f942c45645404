// action — what a process does when a signal comes: default, ignore, or a handler with its flags and mask.
import {
  SA_NOCLDSTOP,
  SA_NOCLDWAIT,
  SIGCHLD,
  SIGCONT,
  SIGKILL,
  SIGSTOP,
  SIGTSTP,
  SIGTTIN,
  SIGTTOU,
  SIGURG,
  SIGUSR1,
  SIGUSR2,
  SIGWINCH,
} from "../abi/constants";
import { ENOMEM } from "../abi/errno";
import {
  KSIGACTION_BYTES,
  KSIGACTION_SA_FLAGS,
  KSIGACTION_SA_HANDLER,
  KSIGACTION_SA_MASK_LOW,
} from "../abi/structs";
import { slabAlloc, slabFree } from "../mm/slab";
import { SIGRTMIN, signalBit } from "./pending";
import { Process } from "./process";

export const SIGNALS: i32 = 64;
const SIG_DFL: i32 = 0;
export const SIG_IGN: i32 = 1;
/** The two that no handler and no mask stops. */
export const UNSTOPPABLE: i64 = ((<i64>1) << (SIGKILL - 1)) | ((<i64>1) << (SIGSTOP - 1));

// A process's table is 64 ksigactions, made when the first action is set; until then all are default.
// Everything here: treeLock.
const TABLE_BYTES: u32 = SIGNALS * KSIGACTION_BYTES;

/** The ksigaction of `signal`; 0 while the process has no table. */
function actionAt(process: Process, signal: i32): usize {
  return process.actions == 0 ? 0 : process.actions + <usize>((signal - 1) * KSIGACTION_BYTES);
}

export function actionHandler(process: Process, signal: i32): i32 {
  const ka = actionAt(process, signal);
  return ka == 0 ? SIG_DFL : load<i32>(ka + KSIGACTION_SA_HANDLER);
}

export function actionFlags(process: Process, signal: i32): i32 {
  const ka = actionAt(process, signal);
  return ka == 0 ? 0 : load<i32>(ka + KSIGACTION_SA_FLAGS);
}

/** The signals blocked besides while its handler runs. */
export function actionMask(process: Process, signal: i32): i64 {
  const ka = actionAt(process, signal);
  return ka == 0 ? 0 : load<i64>(ka + KSIGACTION_SA_MASK_LOW);
}

/** Copies the ksigaction of `signal` to `ka`. */
export function actionRead(process: Process, signal: i32, ka: usize): void {
  const from = actionAt(process, signal);
  if (from == 0) memory.fill(ka, 0, KSIGACTION_BYTES);
  else memory.copy(ka, from, KSIGACTION_BYTES);
}

/** Sets it from `ka`. 0 or -ENOMEM. */
export function actionWrite(process: Process, signal: i32, ka: usize): i32 {
  if (process.actions == 0) process.actions = slabAlloc(TABLE_BYTES);
  const to = actionAt(process, signal);
  if (to == 0) return -ENOMEM;
  memory.copy(to, ka, KSIGACTION_BYTES);
  store<i64>(to + KSIGACTION_SA_MASK_LOW, load<i64>(ka + KSIGACTION_SA_MASK_LOW) & ~UNSTOPPABLE);
  return 0;
}

/** SA_RESETHAND: the handler is used once. */
export function actionReset(process: Process, signal: i32): void {
  const ka = actionAt(process, signal);
  if (ka != 0) store<i32>(ka + KSIGACTION_SA_HANDLER, SIG_DFL);
}

export function isCaught(process: Process, signal: i32): bool {
  return <u32>actionHandler(process, signal) > <u32>SIG_IGN;
}

/** Does the signal do nothing at all, by choice or by default? */
export function isIgnored(process: Process, signal: i32): bool {
  const handler = actionHandler(process, signal);
  return handler == SIG_IGN || (handler == SIG_DFL && isHarmless(signal));
}

/** Signals whose default action stops the process. */
export function isStop(signal: i32): bool {
  return signal == SIGSTOP || signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU;
}

/** Signals whose default action is nothing (what SIGCONT does besides is done when it is sent). */
function isHarmless(signal: i32): bool {
  return signal == SIGCHLD || signal == SIGURG || signal == SIGWINCH || signal == SIGCONT;
}

/** Do its children leave no zombies? */
export function reapsItself(process: Process): bool {
  return actionHandler(process, SIGCHLD) == SIG_IGN || (actionFlags(process, SIGCHLD) & SA_NOCLDWAIT) != 0;
}

/** Does it want SIGCHLD when a child stops or goes on? */
export function wantsStops(process: Process): bool {
  return (actionFlags(process, SIGCHLD) & SA_NOCLDSTOP) == 0;
}

/** Does it catch a signal that means what programs agree on? Then it will talk with its children by it. */
export function talksBySignals(process: Process): bool {
  if (process.actions == 0) return false;
  if (isCaught(process, SIGUSR1) || isCaught(process, SIGUSR2)) return true;
  for (let signal = SIGRTMIN; signal <= SIGNALS; signal++) if (isCaught(process, signal)) return true;
  return false;
}

/** fork: the child's table. 0 or -ENOMEM. Conditions: nobody else sees `to`. */
export function actionsCopy(from: Process, to: Process): i32 {
  if (from.actions == 0) return 0;
  to.actions = slabAlloc(TABLE_BYTES);
  if (to.actions == 0) return -ENOMEM;
  memory.copy(to.actions, from.actions, TABLE_BYTES);
  return 0;
}

/** exec: what was caught is default again, what was ignored stays ignored. */
export function actionsExec(process: Process): void {
  if (process.actions == 0) return;
  for (let signal = 1; signal <= SIGNALS; signal++) {
    const ka = actionAt(process, signal);
    const ignored = load<i32>(ka + KSIGACTION_SA_HANDLER) == SIG_IGN;
    memory.fill(ka, 0, KSIGACTION_BYTES);
    if (ignored) store<i32>(ka + KSIGACTION_SA_HANDLER, SIG_IGN);
  }
}

/** posix_spawn's POSIX_SPAWN_SETSIGDEF: these are default. */
export function actionsDefault(process: Process, set: i64): void {
  for (let signal = 1; signal <= SIGNALS; signal++) {
    if ((set & signalBit(signal)) != 0) actionReset(process, signal);
  }
}

export function actionsFree(process: Process): void {
  if (process.actions != 0) slabFree(process.actions, TABLE_BYTES);
  process.actions = 0;
}
