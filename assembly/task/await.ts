// await — waiting for a signal to be pending and taking it: sigtimedwait and signalfd.
import { EAGAIN, EINTR, ETIMEDOUT } from "../abi/errno";
import { RANK_TREE, acquire, release } from "../lib/lock";
import { machineWord } from "../mm/layout";
import { UNSTOPPABLE } from "./action";
import { Process, TREE_LOCK } from "./process";
import { maskSet, signalNext, signalTakeInfo } from "./signal";
import { current } from "./thread";
import { sleepOn } from "./wait";

/** Takes a pending signal of `set` into the ksiginfo at `info`, waiting for one until `deadline`
 *  (CLOCK_MONOTONIC in ns, < 0: for ever, 0: not at all). Its number; -EAGAIN when none came, -EINTR.
 *  Conditions: nothing locked. */
export function signalAwait(set: i64, info: usize, deadline: f64): i32 {
  const t = current();
  const lock = machineWord(TREE_LOCK);
  const mask = ~(set & ~UNSTOPPABLE);
  const queue = t.process + offsetof<Process>("signalWait");
  acquire(lock, RANK_TREE);
  let signal = 0;
  let slept = 0;
  while (true) {
    signal = signalNext(t, mask);
    if (signal != 0 || slept < 0) break;
    slept = deadline == 0 ? -ETIMEDOUT : sleepOn(queue, lock, RANK_TREE, deadline);
  }
  if (signal != 0) {
    signalTakeInfo(t, signal, info);
    maskSet(t, t.mask);
  }
  release(lock, RANK_TREE);
  if (signal != 0) return signal;
  return slept == -ETIMEDOUT ? -EAGAIN : -EINTR;
}
