// altstack — the alternate signal stack of a thread: sigaltstack(2).
import { MINSIGSTKSZ, SS_AUTODISARM, SS_DISABLE, SS_ONSTACK } from "../abi/constants";
import { EINVAL, ENOMEM, EPERM } from "../abi/errno";
import { KSTACK_SS_FLAGS, KSTACK_SS_SIZE, KSTACK_SS_SP } from "../abi/structs";
import { Thread } from "../task/thread";

// The fields of Thread are its own: stackStart, stackSize (0: none), stackFlags as they were given.

/** Is `sp` on the thread's alternate stack? Never on one that is taken off while a handler uses it. */
export function isOnAlternate(t: Thread, sp: u32): bool {
  if ((t.stackFlags & SS_AUTODISARM) != 0) return false;
  return t.stackSize != 0 && sp > t.stackStart && sp - t.stackStart <= t.stackSize;
}

/** Leaves the kstack at `ka` as sigaltstack shows it, with the stack pointer at `sp`. */
export function alternateShow(t: Thread, ka: usize, sp: u32): void {
  const state = t.stackSize == 0 ? SS_DISABLE : isOnAlternate(t, sp) ? SS_ONSTACK : 0;
  store<u32>(ka + KSTACK_SS_SP, t.stackStart);
  store<i32>(ka + KSTACK_SS_FLAGS, state | (t.stackFlags & SS_AUTODISARM));
  store<u32>(ka + KSTACK_SS_SIZE, t.stackSize);
}

/** Leaves it as a ucontext keeps it, and takes off one that is to be. */
export function alternateKeep(t: Thread, ka: usize): void {
  store<u32>(ka + KSTACK_SS_SP, t.stackStart);
  store<i32>(ka + KSTACK_SS_FLAGS, t.stackFlags);
  store<u32>(ka + KSTACK_SS_SIZE, t.stackSize);
  if ((t.stackFlags & SS_AUTODISARM) == 0) return;
  alternateClear(t);
  t.stackFlags = SS_DISABLE;
}

/** Sets it from the kstack at `ka`. 0, -EPERM: it is in use, -EINVAL, -ENOMEM. */
export function alternateSet(t: Thread, ka: usize, sp: u32): i32 {
  const flags = load<i32>(ka + KSTACK_SS_FLAGS);
  const mode = flags & ~SS_AUTODISARM;
  const size = load<u32>(ka + KSTACK_SS_SIZE);
  if (isOnAlternate(t, sp)) return -EPERM;
  if (mode != 0 && mode != SS_DISABLE && mode != SS_ONSTACK) return -EINVAL;
  if (mode == SS_DISABLE) alternateClear(t);
  else if (size < <u32>MINSIGSTKSZ) return -ENOMEM;
  else {
    t.stackStart = load<u32>(ka + KSTACK_SS_SP);
    t.stackSize = size;
  }
  t.stackFlags = flags;
  return 0;
}

/** exec: a new program has none. */
export function alternateClear(t: Thread): void {
  t.stackStart = 0;
  t.stackSize = 0;
  t.stackFlags = 0;
}

/** fork: a child has its parent's. */
export function alternateCopy(from: Thread, to: Thread): void {
  to.stackStart = from.stackStart;
  to.stackSize = from.stackSize;
  to.stackFlags = from.stackFlags;
}
