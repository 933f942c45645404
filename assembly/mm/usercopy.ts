// usercopy — the only way to a guest's bytes: every range is checked, flat or page by page.
import { EFAULT, ENAMETOOLONG } from "../abi/errno";
import { flatIn, flatOut, flatSize, flatZero } from "../lib/host";
import { faultErrno, faultResolve, pageRest } from "./fault";
import { PAGE_MASK, WINDOW_END, WINDOW_START } from "./layout";
import { PTE_PRESENT, PTE_WRITE, entryFind, entryFrame } from "./pagetable";
import { Space } from "./space";

// All of these act on the address space of the current thread, whose Space the caller passes.

/** Does [ua, ua + n) lie wholly in flat memory? n > 0. */
function isFlat(space: Space, ua: u32, n: u32): bool {
  return ua >= space.guard && <u64>ua + <u64>n <= (<u64>(<u32>flatSize())) << 16;
}

/** May a range of n bytes begin at `ua` as far as addresses go (as Linux's access_ok)? */
export function rangeSane(ua: u32, n: u32): bool {
  return <u64>ua + <u64>n <= <u64>WINDOW_END;
}

/** The ka of window address `ea` for reading or writing, or -errno as a value above WINDOW_END. */
function translate(space: Space, ea: u32, write: bool): u32 {
  const entry = load<u32>(entryFind(space.directory, ea));
  const frame =
    (entry & (write ? PTE_WRITE : PTE_PRESENT)) != 0
      ? <u32>entryFrame(entry)
      : <u32>faultResolve(space, ea, write);
  if (<i32>frame < 0 && <i32>frame > -16) return <u32>faultErrno(<i32>frame);
  return frame | (ea & PAGE_MASK);
}

function isErrno(value: u32): bool {
  return value > WINDOW_END;
}

const enum Move {
  IN, // to ka
  OUT, // from ka
  ZERO,
}

/** Moves n bytes of the window page by page. 0 or -errno (a part may have been moved). */
function windowMove(space: Space, ua: u32, ka: usize, n: u32, move: Move): i32 {
  if (ua < WINDOW_START || !rangeSane(ua, n)) return -EFAULT;
  let done: u32 = 0;
  while (done < n) {
    const page = translate(space, ua + done, move != Move.IN);
    if (isErrno(page)) return <i32>page;
    const piece = min(n - done, pageRest(ua + done));
    if (move == Move.IN) memory.copy(ka + done, page, piece);
    else if (move == Move.OUT) memory.copy(page, ka + done, piece);
    else memory.fill(page, 0, piece);
    done += piece;
  }
  return 0;
}

/** Copies n bytes from the guest's `ua` to `ka`. 0 or -EFAULT (a part may have been copied). */
export function copyIn(space: Space, ka: usize, ua: u32, n: u32): i32 {
  if (n == 0) return 0;
  space.bytesIn += n;
  if (isFlat(space, ua, n)) {
    flatIn(ka, ua, n);
    return 0;
  }
  return windowMove(space, ua, ka, n, Move.IN);
}

/** Copies n bytes from `ka` to the guest's `ua`. 0 or -EFAULT (a part may have been copied). */
export function copyOut(space: Space, ua: u32, ka: usize, n: u32): i32 {
  if (n == 0) return 0;
  space.bytesOut += n;
  if (isFlat(space, ua, n)) {
    flatOut(ua, ka, n);
    return 0;
  }
  return windowMove(space, ua, ka, n, Move.OUT);
}

/** copyIn, or with no space a copy within physical memory: src is a ka. */
export function copyFrom(space: Space | null, ka: usize, src: u32, n: u32): i32 {
  if (space != null) return copyIn(space, ka, src, n);
  memory.copy(ka, src, n);
  return 0;
}

/** copyOut, or with no space a copy within physical memory: dst is a ka. */
export function copyTo(space: Space | null, dst: u32, ka: usize, n: u32): i32 {
  if (space != null) return copyOut(space, dst, ka, n);
  memory.copy(dst, ka, n);
  return 0;
}

/** Fills n bytes of the guest with zero. 0 or -EFAULT. */
export function zeroOut(space: Space, ua: u32, n: u32): i32 {
  if (n == 0) return 0;
  if (isFlat(space, ua, n)) {
    flatZero(ua, n);
    return 0;
  }
  return windowMove(space, ua, 0, n, Move.ZERO);
}

/** Copies a NUL-terminated string of at most `limit` bytes with its NUL to `ka`.
 *  Its length without NUL, -EFAULT, or -ENAMETOOLONG. */
export function copyInStr(space: Space, ka: usize, ua: u32, limit: u32): i32 {
  let done: u32 = 0;
  while (done < limit) {
    const piece = min(limit - done, pageRest(ua + done));
    const error = copyIn(space, ka + done, ua + done, piece);
    if (error < 0) return error;
    for (let i: u32 = 0; i < piece; i++) {
      if (load<u8>(ka + done + i) == 0) return <i32>(done + i);
    }
    done += piece;
  }
  return -ENAMETOOLONG;
}
