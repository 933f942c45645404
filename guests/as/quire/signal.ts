// signal — what signals do, sending, blocking and awaiting them.
// A handler runs between any two instructions: one that allocates (strings, objects) may do so only while the
// program stands in a call such as pause. Changing a global is always right.
import {
  EINVAL,
  ITIMER_REAL,
  SA_RESTART,
  SIG_BLOCK,
  SIG_SETMASK,
  SIG_UNBLOCK,
  SYS_getpid,
  SYS_gettid,
  SYS_rt_sigaction,
  SYS_rt_sigprocmask,
  SYS_rt_sigsuspend,
  SYS_setitimer,
  SYS_tgkill,
} from "./abi";
import { trap } from "./kernel";

/** What is done with a signal instead of calling a handler. */
const DEFAULT: u32 = 0;
const IGNORE: u32 = 1;
/** The greatest signal's number. */
const LAST: i32 = 64;
/** Bytes of a set of signals: bit n - 1 stands for signal n. */
const SET_BYTES: i32 = 8;

/** The kernel's struct ksigaction. */
class Action {
  handler: u32 = 0;
  flags: i32 = 0;
  mask: u64 = 0;
}

/** The kernel's struct kitimerval. */
class TimerValue {
  intervalSeconds: i64 = 0;
  intervalMicroseconds: i64 = 0;
  seconds: i64 = 0;
  microseconds: i64 = 0;
}

function act(sig: i32, handler: u32, flags: i32): i32 {
  const action = new Action();
  action.handler = handler;
  action.flags = flags;
  return trap(SYS_rt_sigaction, sig, <i32>changetype<usize>(action), 0);
}

/** Calls `handler` when the signal comes; interrupted calls go on unless `flags` lacks SA_RESTART. */
export function signal(sig: i32, handler: (sig: i32) => void, flags: i32 = SA_RESTART): i32 {
  return act(sig, handler.index, flags);
}

export function signalDefault(sig: i32): i32 {
  return act(sig, DEFAULT, 0);
}

export function signalIgnore(sig: i32): i32 {
  return act(sig, IGNORE, 0);
}

/** Sends a signal to this thread. */
export function raise(sig: i32): i32 {
  return trap(SYS_tgkill, trap(SYS_getpid), trap(SYS_gettid), sig);
}

function bit(sig: i32): u64 {
  return (<u64>1) << (<u64>(sig - 1));
}

function mask(how: i32, sig: i32): i32 {
  if (sig < 1 || sig > LAST) return -EINVAL;
  const set = new StaticArray<u64>(1);
  set[0] = bit(sig);
  return trap(SYS_rt_sigprocmask, how, <i32>changetype<usize>(set), 0, SET_BYTES);
}

/** Lets a signal wait until it is unblocked. */
export function block(sig: i32): i32 {
  return mask(SIG_BLOCK, sig);
}

export function unblock(sig: i32): i32 {
  return mask(SIG_UNBLOCK, sig);
}

/** Waits until a handler has run; -EINTR. A signal given is unblocked meanwhile, without a gap before. */
export function pause(sig: i32 = 0): i32 {
  if (sig < 0 || sig > LAST) return -EINVAL;
  const set = new StaticArray<u64>(1);
  const address = <i32>changetype<usize>(set);
  trap(SYS_rt_sigprocmask, SIG_SETMASK, 0, address, SET_BYTES);
  if (sig != 0) set[0] &= ~bit(sig);
  return trap(SYS_rt_sigsuspend, address, SET_BYTES);
}

/** SIGALRM after some nanoseconds, then at intervals; 0 stops it. The nanoseconds left before, or -errno. */
export function setitimer(first: i64, interval: i64 = 0): i64 {
  const value = new TimerValue();
  value.seconds = first / 1000000000;
  value.microseconds = (first % 1000000000) / 1000;
  value.intervalSeconds = interval / 1000000000;
  value.intervalMicroseconds = (interval % 1000000000) / 1000;
  const address = <i32>changetype<usize>(value);
  const error = trap(SYS_setitimer, ITIMER_REAL, address, address);
  return error < 0 ? error : value.seconds * 1000000000 + <i64>(<i32>value.microseconds) * 1000;
}

/** SIGALRM after some seconds; 0 stops it. The seconds left of the alarm before, rounded up. */
export function alarm(seconds: i32): i32 {
  return <i32>((setitimer(<i64>seconds * 1000000000) + 999999999) / 1000000000);
}
