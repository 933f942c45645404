// timerfd — reading a timer: how often it has expired.
import { EAGAIN, EINVAL } from "../abi/errno";
import { RANK_TREE, acquire, release } from "../lib/lock";
import { machineWord } from "../mm/layout";
import { Space } from "../mm/space";
import { copyOut } from "../mm/usercopy";
import { TREE_LOCK } from "../task/process";
import { scratch } from "../task/thread";
import { Timer, timerCatchUp, timerFree } from "../task/timer";
import { sleepOn } from "../task/wait";

const COUNT_BYTES: u32 = 8;

/** Takes the count of expiries, waiting for one unless `nonblock`. 8, -EINVAL: n is less, -EAGAIN, -ERESTART,
 *  -EFAULT. */
export function timerFileRead(timer: Timer, space: Space, ua: u32, n: u32, nonblock: bool): i32 {
  if (n < COUNT_BYTES) return -EINVAL;
  const lock = machineWord(TREE_LOCK);
  acquire(lock, RANK_TREE);
  timerCatchUp(timer);
  let result = 0;
  while (timer.count == 0 && result == 0) {
    result = nonblock
      ? -EAGAIN
      : sleepOn(changetype<usize>(timer) + offsetof<Timer>("readWait"), lock, RANK_TREE, -1);
  }
  if (result == 0) {
    store<i64>(scratch(), timer.count);
    timer.count = 0;
  }
  release(lock, RANK_TREE);
  if (result < 0) return result;
  const error = copyOut(space, ua, scratch(), COUNT_BYTES);
  return error < 0 ? error : (COUNT_BYTES as i32);
}

/** The last descriptor is closed. */
export function timerFileEnd(timer: Timer): void {
  const lock = machineWord(TREE_LOCK);
  acquire(lock, RANK_TREE);
  timerFree(timer);
  release(lock, RANK_TREE);
}
