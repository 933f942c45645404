// mm — brk, mmap, munmap, mprotect, msync.
import {
  MAP_ANONYMOUS,
  MAP_FIXED,
  MAP_FIXED_NOREPLACE,
  MAP_PRIVATE,
  MAP_SHARED,
  MAP_SHARED_VALIDATE,
  MAP_TYPE,
  MS_ASYNC,
  MS_INVALIDATE,
  MS_SYNC,
  PROT_READ,
  PROT_WRITE,
} from "../abi/constants";
import { EBADF, EINVAL, ENODEV, ENOMEM } from "../abi/errno";
import { descriptorFile } from "../fs/descriptor";
import { flatSize, flatZero } from "../lib/host";
import { RANK_SEGMENTS, RANK_SPACE, acquire, release } from "../lib/lock";
import { Machine, PAGE_MASK, WINDOW_START, machineWord } from "../mm/layout";
import { mapRegion, protectLocked, rangeMapped, unmapRange } from "../mm/map";
import { MemoryObject, memobjectCreate, memobjectDrop } from "../mm/memobject";
import { Space, pageRound, placeError, placeRange, spaceLock } from "../mm/space";
import { flatExtend } from "../task/flat";
import { Process } from "../task/process";
import { current, currentSpace } from "../task/thread";
import { secondsNow } from "./life";

const PROT_KNOWN: i32 = 7;

export function sysBrk(addr: i32): i32 {
  const space = currentSpace();
  const end = (<u32>flatSize()) << 16;
  if (space.brkStart == 0) space.brkStart = space.brk = end;
  const wanted = <u32>addr;
  if (wanted < space.brkStart || wanted >= WINDOW_START) return space.brk;
  if (wanted > end && flatExtend(space, ((wanted - end + 0xffff) >>> 16) as i32) < 0) return space.brk;
  if (wanted < space.brk) flatZero(wanted, space.brk - wanted);
  space.brk = wanted;
  return wanted;
}

export function sysMmap(addr: i32, len: i32, prot: i32, flags: i32, fd: i32, page: i32): i32 {
  const type = flags & MAP_TYPE;
  if (len == 0 || (type != MAP_SHARED && type != MAP_PRIVATE && type != MAP_SHARED_VALIDATE)) return -EINVAL;
  if ((flags & MAP_ANONYMOUS) == 0) {
    const file = descriptorFile(changetype<Process>(current().process), fd);
    return file == null ? -EBADF : -ENODEV;
  }
  const bytes = pageRound(len);
  if (bytes == 0) return -ENOMEM;
  let object: MemoryObject | null = null;
  if (type != MAP_PRIVATE) {
    object = memobjectCreate(bytes >>> 12);
    if (object == null) return -ENOMEM;
  }
  const result = mapAt(currentSpace(), addr, bytes, prot & PROT_KNOWN, flags, changetype<usize>(object));
  if (result > 0xfffff000 && object != null) memobjectDrop(object);
  return result;
}

/** Places and maps. The address or -errno. */
function mapAt(space: Space, addr: u32, bytes: u32, prot: i32, flags: i32, object: usize): u32 {
  const fixed = (flags & (MAP_FIXED | MAP_FIXED_NOREPLACE)) != 0;
  const replace = (flags & MAP_FIXED) != 0 && (flags & MAP_FIXED_NOREPLACE) == 0;
  if (replace) {
    const error = placeError(space, addr, bytes, true);
    if (error < 0) return error;
    if (unmapRange(space, addr, addr + bytes, changetype<Process>(current().process).pid, secondsNow()) < 0) {
      return -ENOMEM;
    }
  }
  acquire(spaceLock(space), RANK_SPACE);
  const at = placeRange(space, addr, bytes, flags);
  let result: u32 = at == 0 ? -ENOMEM : at;
  const error = fixed ? placeError(space, addr, bytes, false) : 0;
  if (error < 0) result = error;
  else if (at != 0 && mapRegion(space, at, bytes, prot, object, 0) < 0) result = -ENOMEM;
  release(spaceLock(space), RANK_SPACE);
  return result;
}

/** The end of [addr, addr + len) in whole pages; 0 when it wraps or leaves the address space. */
function rangeEnd(addr: u32, len: u32): u32 {
  const bytes = pageRound(len);
  if (bytes == 0 && len != 0) return 0;
  const end = <u64>addr + <u64>bytes;
  return end > 0xfffff000 ? 0 : <u32>end;
}

export function sysMunmap(addr: i32, len: i32): i32 {
  const end = rangeEnd(addr, len);
  if ((addr & PAGE_MASK) != 0 || len == 0 || end == 0) return -EINVAL;
  const start = max(<u32>addr, WINDOW_START);
  if (end <= start) return -EINVAL;
  return unmapRange(currentSpace(), start, end, changetype<Process>(current().process).pid, secondsNow());
}

function isFlat(space: Space, start: u32, end: u32): bool {
  return start >= space.guard && end <= (<u32>flatSize()) << 16;
}

export function sysMprotect(addr: i32, len: i32, prot: i32): i32 {
  if ((addr & PAGE_MASK) != 0 || (prot & ~PROT_KNOWN) != 0) return -EINVAL;
  const end = rangeEnd(addr, len);
  if (len == 0) return 0;
  if (end == 0) return -ENOMEM;
  const space = currentSpace();
  if (<u32>addr < WINDOW_START) {
    // Flat memory has no page protection: only what it has already can be asked for.
    return isFlat(space, addr, end) && (prot & (PROT_READ | PROT_WRITE)) == (PROT_READ | PROT_WRITE)
      ? 0
      : -ENOMEM;
  }
  acquire(machineWord(offsetof<Machine>("shmLock")), RANK_SEGMENTS);
  acquire(spaceLock(space), RANK_SPACE);
  const error = protectLocked(space, addr, end, prot);
  release(spaceLock(space), RANK_SPACE);
  release(machineWord(offsetof<Machine>("shmLock")), RANK_SEGMENTS);
  return error;
}

export function sysMsync(addr: i32, len: i32, flags: i32): i32 {
  if ((flags & ~(MS_ASYNC | MS_INVALIDATE | MS_SYNC)) != 0 || (addr & PAGE_MASK) != 0) return -EINVAL;
  if ((flags & MS_ASYNC) != 0 && (flags & MS_SYNC) != 0) return -EINVAL;
  const end = rangeEnd(addr, len);
  if (len == 0) return 0;
  if (end == 0) return -ENOMEM;
  const space = currentSpace();
  if (<u32>addr < WINDOW_START) return isFlat(space, addr, end) ? 0 : -ENOMEM;
  acquire(spaceLock(space), RANK_SPACE);
  const mapped = rangeMapped(space, addr, end);
  release(spaceLock(space), RANK_SPACE);
  return mapped ? 0 : -ENOMEM;
}
