// signalfd — what a signalfd's open file holds, and reading it: pending signals as signalfd_siginfo.
import { EAGAIN, EINTR, EINVAL } from "../abi/errno";
import {
  KSIGINFO_SI_ADDR,
  KSIGINFO_SI_CODE,
  KSIGINFO_SI_ERRNO,
  KSIGINFO_SI_PID,
  KSIGINFO_SI_SIGNO,
  KSIGINFO_SI_STATUS,
  KSIGINFO_SI_UID,
  KSIGINFO_SI_VALUE,
  KSIGNALFD_SIGINFO_BYTES,
  KSIGNALFD_SIGINFO_SSI_ADDR,
  KSIGNALFD_SIGINFO_SSI_CODE,
  KSIGNALFD_SIGINFO_SSI_ERRNO,
  KSIGNALFD_SIGINFO_SSI_INT,
  KSIGNALFD_SIGINFO_SSI_OVERRUN,
  KSIGNALFD_SIGINFO_SSI_PID,
  KSIGNALFD_SIGINFO_SSI_PTR,
  KSIGNALFD_SIGINFO_SSI_SIGNO,
  KSIGNALFD_SIGINFO_SSI_STATUS,
  KSIGNALFD_SIGINFO_SSI_TID,
  KSIGNALFD_SIGINFO_SSI_UID,
} from "../abi/structs";
import { SI_TIMER } from "../abi/constants";
import { slabAlloc, slabFree } from "../mm/slab";
import { Space } from "../mm/space";
import { copyOut } from "../mm/usercopy";
import { scratch } from "../task/thread";
import { ERESTART } from "../task/wait";
import { signalAwait } from "../task/await";

@unmanaged export class SignalSet {
  set: i64; // the signals it reads (changed by one aligned store)
}

export function signalSetCreate(set: i64): SignalSet | null {
  const ka = slabAlloc(offsetof<SignalSet>());
  if (ka == 0) return null;
  changetype<SignalSet>(ka).set = set;
  return changetype<SignalSet>(ka);
}

export function signalSetFree(set: SignalSet): void {
  slabFree(changetype<usize>(set), offsetof<SignalSet>());
}

/** Reads as many pending signals as there are and as fit in n bytes; waits for the first unless `nonblock`.
 *  Bytes, -EINVAL: not even one fits, -EAGAIN, -ERESTART, -EFAULT. */
export function signalSetRead(set: SignalSet, space: Space, ua: u32, n: u32, nonblock: bool): i32 {
  if (n < <u32>KSIGNALFD_SIGINFO_BYTES) return -EINVAL;
  let done: u32 = 0;
  while (n - done >= <u32>KSIGNALFD_SIGINFO_BYTES) {
    const got = signalAwait(set.set, scratch(), done != 0 || nonblock ? 0 : -1);
    if (got < 0) {
      if (done != 0) break;
      return got == -EINTR ? -ERESTART : got;
    }
    const error = infoStore(space, ua + done);
    if (error < 0) return done != 0 ? (done as i32) : error;
    done += KSIGNALFD_SIGINFO_BYTES;
  }
  return done as i32;
}

/** The ksiginfo at scratch as a signalfd_siginfo at `ua`. */
function infoStore(space: Space, ua: u32): i32 {
  const info = scratch();
  const ka = slabAlloc(KSIGNALFD_SIGINFO_BYTES);
  if (ka == 0) return -EAGAIN;
  const code = load<i32>(info + KSIGINFO_SI_CODE);
  store<i32>(ka + KSIGNALFD_SIGINFO_SSI_SIGNO, load<i32>(info + KSIGINFO_SI_SIGNO));
  store<i32>(ka + KSIGNALFD_SIGINFO_SSI_ERRNO, load<i32>(info + KSIGINFO_SI_ERRNO));
  store<i32>(ka + KSIGNALFD_SIGINFO_SSI_CODE, code);
  const isTimer = code == SI_TIMER;
  store<i32>(
    ka + (isTimer ? KSIGNALFD_SIGINFO_SSI_TID : KSIGNALFD_SIGINFO_SSI_PID),
    load<i32>(info + KSIGINFO_SI_PID),
  );
  store<i32>(
    ka + (isTimer ? KSIGNALFD_SIGINFO_SSI_OVERRUN : KSIGNALFD_SIGINFO_SSI_UID),
    load<i32>(info + KSIGINFO_SI_UID),
  );
  store<i32>(ka + KSIGNALFD_SIGINFO_SSI_STATUS, load<i32>(info + KSIGINFO_SI_STATUS));
  store<i32>(ka + KSIGNALFD_SIGINFO_SSI_INT, load<i32>(info + KSIGINFO_SI_VALUE));
  store<i64>(ka + KSIGNALFD_SIGINFO_SSI_PTR, load<u32>(info + KSIGINFO_SI_VALUE));
  store<i64>(ka + KSIGNALFD_SIGINFO_SSI_ADDR, load<u32>(info + KSIGINFO_SI_ADDR));
  const error = copyOut(space, ua, ka, KSIGNALFD_SIGINFO_BYTES);
  slabFree(ka, KSIGNALFD_SIGINFO_BYTES);
  return error;
}
