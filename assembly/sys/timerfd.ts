// timerfd — timers that are read: timerfd_create and its settings.
import {
  O_CLOEXEC,
  O_NONBLOCK,
  O_RDWR,
  TFD_CLOEXEC,
  TFD_NONBLOCK,
  TFD_TIMER_ABSTIME,
  TFD_TIMER_CANCEL_ON_SET,
} from "../abi/constants";
import { EBADF, EINVAL, ENOMEM } from "../abi/errno";
import { KITIMERSPEC_BYTES } from "../abi/structs";
import { descriptorFile } from "../fs/descriptor";
import { KIND_TIMERFD } from "../fs/file";
import { RANK_TREE, acquire, release } from "../lib/lock";
import { copyIn, copyOut } from "../mm/usercopy";
import { Process } from "../task/process";
import { current, currentSpace, scratch } from "../task/thread";
import { TIMER_FILE, Timer, timerCreate } from "../task/timer";
import { filePut } from "./fd";
import { treeLock } from "./life";
import { isTimerClock, timerspecRead, timerspecWrite } from "./timer";

/** Where the old value lies in the thread's scratch. */
const OLD: usize = 48;

export function sysTimerfdCreate(clock: i32, flags: i32): i32 {
  if ((flags & ~(TFD_CLOEXEC | TFD_NONBLOCK)) != 0 || !isTimerClock(clock)) return -EINVAL;
  const timer = timerCreate(TIMER_FILE);
  if (timer == null) return -ENOMEM;
  timer.clock = clock;
  const status = O_RDWR | (flags & O_NONBLOCK);
  return filePut(KIND_TIMERFD, changetype<usize>(timer), status, (flags & O_CLOEXEC) != 0);
}

/** The timer of descriptor `fd`, as a ka; -EBADF, or -EINVAL: it has none. */
function timerOf(fd: i32): i32 {
  const file = descriptorFile(changetype<Process>(current().process), fd);
  if (file == null) return -EBADF;
  return file.kind == KIND_TIMERFD ? (file.object as i32) : -EINVAL;
}

export function sysTimerfdSettime(fd: i32, flags: i32, value: i32, old: i32): i32 {
  const error = copyIn(currentSpace(), scratch(), value, KITIMERSPEC_BYTES);
  if (error < 0) return error;
  if ((flags & ~(TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET)) != 0) return -EINVAL;
  const ka = timerOf(fd);
  if (ka < 0) return ka;
  acquire(treeLock(), RANK_TREE);
  timerspecRead(changetype<Timer>(ka), scratch() + OLD);
  const result = timerspecWrite(changetype<Timer>(ka), scratch(), (flags & TFD_TIMER_ABSTIME) != 0);
  release(treeLock(), RANK_TREE);
  if (result < 0 || old == 0) return result;
  return copyOut(currentSpace(), old, scratch() + OLD, KITIMERSPEC_BYTES);
}

export function sysTimerfdGettime(fd: i32, value: i32): i32 {
  const ka = timerOf(fd);
  if (ka < 0) return ka;
  acquire(treeLock(), RANK_TREE);
  timerspecRead(changetype<Timer>(ka), scratch());
  release(treeLock(), RANK_TREE);
  return copyOut(currentSpace(), value, scratch(), KITIMERSPEC_BYTES);
}
