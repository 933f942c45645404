// time — clocks, sleeping, random bytes, and what the machine says of itself.
import {
  CLOCK_BOOTTIME,
  CLOCK_REALTIME,
  CLOCK_THREAD_CPUTIME_ID,
  GRND_INSECURE,
  GRND_NONBLOCK,
  GRND_RANDOM,
  TIMER_ABSTIME,
  _SC_ARG_MAX,
  _SC_AVPHYS_PAGES,
  _SC_CHILD_MAX,
  _SC_CLK_TCK,
  _SC_IOV_MAX,
  _SC_NPROCESSORS_CONF,
  _SC_NPROCESSORS_ONLN,
  _SC_OPEN_MAX,
  _SC_PAGESIZE,
  _SC_PHYS_PAGES,
} from "../abi/constants";
import { EFAULT, EINVAL, ENOMEM } from "../abi/errno";
import { KTIMESPEC_BYTES, KTIMESPEC_TV_NSEC, KTIMESPEC_TV_PAD, KUTSNAME_BYTES } from "../abi/structs";
import { DESCRIPTORS_MAX } from "../fs/descriptor";
import { hostClock, hostRandom } from "../lib/host";
import { frameAlloc, frameDrop } from "../mm/frames";
import { PAGE, machine } from "../mm/layout";
import { copyIn, copyOut, rangeSane } from "../mm/usercopy";
import { current, currentSpace, isInterrupted, scratch } from "../task/thread";
import { ERESTARTNOHAND, park } from "../task/wait";

const SECOND: f64 = 1e9;

export function isClock(id: i32): bool {
  return id >= CLOCK_REALTIME && id <= CLOCK_BOOTTIME;
}

export function timespecStore(ka: usize, ns: f64): void {
  const seconds = Math.floor(ns / SECOND);
  store<i64>(ka, <i64>seconds);
  store<i32>(ka + KTIMESPEC_TV_NSEC, <i32>(ns - seconds * SECOND));
  store<i32>(ka + KTIMESPEC_TV_PAD, 0);
}

export function sysClockGettime(id: i32, out: i32): i32 {
  if (!isClock(id)) return -EINVAL;
  timespecStore(scratch(), hostClock(id));
  return copyOut(currentSpace(), out, scratch(), KTIMESPEC_BYTES);
}

export function sysClockGetres(id: i32, out: i32): i32 {
  if (!isClock(id)) return -EINVAL;
  timespecStore(scratch(), 1);
  return out == 0 ? 0 : copyOut(currentSpace(), out, scratch(), KTIMESPEC_BYTES);
}

export function sysNanosleep(request: i32, remaining: i32): i32 {
  return sysClockNanosleep(1, 0, request, remaining);
}

export function sysClockNanosleep(id: i32, flags: i32, request: i32, remaining: i32): i32 {
  if (!isClock(id) || id == CLOCK_THREAD_CPUTIME_ID || (flags & ~TIMER_ABSTIME) != 0) return -EINVAL;
  const t = current();
  const error = copyIn(currentSpace(), scratch(), request, KTIMESPEC_BYTES);
  if (error < 0) return error;
  const span = timespecLoad(scratch());
  if (span < 0) return -EINVAL;
  const isAbsolute = (flags & TIMER_ABSTIME) != 0;
  const end = t.sleepEnd != 0 ? t.sleepEnd : monotonicEnd(id, span, isAbsolute);
  const result = sleepUntil(end);
  t.sleepEnd = result < 0 ? end : 0;
  if (result == 0 || remaining == 0 || isAbsolute) return result;
  timespecStore(scratch(), Math.max(end - hostClock(1), 0));
  const bad = copyOut(currentSpace(), remaining, scratch(), KTIMESPEC_BYTES);
  if (bad == 0) return result;
  t.sleepEnd = 0;
  return bad;
}

/** The nanoseconds of the ktimespec at `ka`; -1 when it is none. */
export function timespecLoad(ka: usize): f64 {
  const seconds = load<i64>(ka);
  const ns = load<i32>(ka + KTIMESPEC_TV_NSEC);
  return seconds < 0 || ns < 0 || ns >= 1000000000 ? -1 : <f64>seconds * SECOND + <f64>ns;
}

/** When a span that begins now, or a point of clock `id`, is over, by CLOCK_MONOTONIC in ns. */
export function monotonicEnd(id: i32, span: f64, isAbsolute: bool): f64 {
  const now = hostClock(1);
  return isAbsolute ? now + Math.max(span - hostClock(id), 0) : now + span;
}

/** Sleeps to a point of CLOCK_MONOTONIC. 0 or -ERESTARTNOHAND. */
function sleepUntil(deadline: f64): i32 {
  while (hostClock(1) < deadline) {
    if (isInterrupted(current())) return -ERESTARTNOHAND;
    park(deadline);
  }
  return 0;
}

export function sysGetrandom(ua: i32, n: i32, flags: i32): i32 {
  if ((flags & ~(GRND_NONBLOCK | GRND_RANDOM | GRND_INSECURE)) != 0) return -EINVAL;
  if ((flags & (GRND_RANDOM | GRND_INSECURE)) == (GRND_RANDOM | GRND_INSECURE)) return -EINVAL;
  const frame = frameAlloc();
  if (frame == 0) return -ENOMEM;
  let done: u32 = 0;
  const wanted = min<u32>(n, 0x1ffffff);
  let error = rangeSane(ua, wanted) ? 0 : -EFAULT;
  while (done < wanted && error == 0) {
    const piece = min(wanted - done, PAGE);
    hostRandom(frame, piece);
    error = copyOut(currentSpace(), ua + done, frame, piece);
    if (error == 0) done += piece;
  }
  frameDrop(frame);
  return done != 0 || error == 0 ? (done as i32) : error;
}

/** Up to eight bytes of a name. */
function nameStore(ka: usize, field: i32, text: u64): void {
  store<u64>(ka + field * 65, text);
}

export function sysUname(out: i32): i32 {
  const frame = frameAlloc();
  if (frame == 0) return -ENOMEM;
  memory.fill(frame, 0, PAGE);
  nameStore(frame, 0, 0x6572697551); // "Quire"
  nameStore(frame, 1, 0x6572697571); // "quire"
  nameStore(frame, 2, 0x302e312e30); // "0.1.0"
  nameStore(frame, 3, 0x3123); // "#1"
  nameStore(frame, 4, 0x32336d736177); // "wasm32"
  nameStore(frame, 5, 0x29656e6f6e28); // "(none)"
  const error = copyOut(currentSpace(), out, frame, KUTSNAME_BYTES);
  frameDrop(frame);
  return error;
}

export function sysSysconf(name: i32): i32 {
  const m = machine();
  switch (name) {
    case _SC_ARG_MAX:
      return 2097152;
    case _SC_CHILD_MAX:
      return m.processLimit;
    case _SC_CLK_TCK:
      return 100;
    case _SC_OPEN_MAX:
      return DESCRIPTORS_MAX;
    case _SC_PAGESIZE:
      return PAGE;
    case _SC_IOV_MAX:
      return 1024;
    case _SC_NPROCESSORS_CONF:
    case _SC_NPROCESSORS_ONLN:
      return m.cpus;
    case _SC_PHYS_PAGES:
      return m.frames;
    case _SC_AVPHYS_PAGES:
      return m.frames - m.framesUsed;
  }
  return -EINVAL;
}
