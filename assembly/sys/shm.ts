// shm — shmget, shmat, shmdt, shmctl.
import {
  IPC_INFO,
  IPC_RMID,
  IPC_SET,
  IPC_STAT,
  MAP_FIXED_NOREPLACE,
  PROT_EXEC,
  PROT_READ,
  PROT_WRITE,
  SHM_EXEC,
  SHM_INFO,
  SHM_LOCK,
  SHM_LOCKED,
  SHM_RDONLY,
  SHM_REMAP,
  SHM_RND,
  SHM_STAT,
  SHM_STAT_ANY,
  SHM_UNLOCK,
} from "../abi/constants";
import { EACCES, EINVAL, ENOMEM, EPERM } from "../abi/errno";
import {
  KSHMID_DS_BYTES,
  KSHMID_DS_SHM_ATIME,
  KSHMID_DS_SHM_CPID,
  KSHMID_DS_SHM_CTIME,
  KSHMID_DS_SHM_DTIME,
  KSHMID_DS_SHM_LPID,
  KSHMID_DS_SHM_NATTCH,
  KSHMID_DS_SHM_PERM_CGID,
  KSHMID_DS_SHM_PERM_CUID,
  KSHMID_DS_SHM_PERM_GID,
  KSHMID_DS_SHM_PERM_KEY,
  KSHMID_DS_SHM_PERM_MODE,
  KSHMID_DS_SHM_PERM_SEQ,
  KSHMID_DS_SHM_PERM_UID,
  KSHMID_DS_SHM_SEGSZ,
  KSHMINFO_BYTES,
  KSHMINFO_SHMALL,
  KSHMINFO_SHMMAX,
  KSHMINFO_SHMMIN,
  KSHMINFO_SHMMNI,
  KSHMINFO_SHMSEG,
  KSHM_INFO_BYTES,
} from "../abi/structs";
import {
  segmentAccess,
  segmentAt,
  segmentFind,
  segmentGet,
  segmentOwned,
  segmentRemove,
  segmentsLock,
  segmentsSum,
} from "../ipc/sysv/shm";
import { RANK_SEGMENTS, RANK_SPACE, acquire, release } from "../lib/lock";
import { PAGE_MASK, SEGMENTS_MAX, WINDOW_END, WINDOW_START } from "../mm/layout";
import { mapRegion, unmapLocked } from "../mm/map";
import { MemoryObject, memobjectKeep } from "../mm/memobject";
import { Region, Space, placeError, placeRange, spaceLock } from "../mm/space";
import { copyIn, copyOut } from "../mm/usercopy";
import { Process } from "../task/process";
import { current, currentSpace, scratch } from "../task/thread";
import { secondsNow } from "./life";

const IPC_64: i32 = 0x100;
const READ: u32 = 4;
const WRITE: u32 = 2;
const EXECUTE: u32 = 1;

function self(): Process {
  return changetype<Process>(current().process);
}

export function sysShmget(key: i32, size: i32, flags: i32): i32 {
  acquire(segmentsLock(), RANK_SEGMENTS);
  const id = segmentGet(self(), key, size, flags, secondsNow());
  release(segmentsLock(), RANK_SEGMENTS);
  return id;
}

export function sysShmat(id: i32, addr: i32, flags: i32): i32 {
  if (id < 0) return -EINVAL;
  acquire(segmentsLock(), RANK_SEGMENTS);
  const segment = segmentFind(id);
  const result = segment == null ? -EINVAL : attach(segment, addr, flags);
  release(segmentsLock(), RANK_SEGMENTS);
  return result;
}

function attach(segment: MemoryObject, addr: u32, flags: i32): i32 {
  let at = addr;
  if (at != 0 && (at & PAGE_MASK) != 0) {
    if ((flags & SHM_RND) == 0) return -EINVAL;
    at &= ~PAGE_MASK;
  }
  if (at == 0 && (flags & SHM_REMAP) != 0) return -EINVAL;
  let wanted: u32 = (flags & SHM_RDONLY) != 0 ? READ : READ | WRITE;
  let prot = (flags & SHM_RDONLY) != 0 ? PROT_READ : PROT_READ | PROT_WRITE;
  if ((flags & SHM_EXEC) != 0) {
    wanted |= EXECUTE;
    prot |= PROT_EXEC;
  }
  const error = segmentAccess(segment, self(), wanted);
  return error < 0 ? error : attachAt(segment, currentSpace(), at, prot, (flags & SHM_REMAP) != 0);
}

function attachAt(segment: MemoryObject, space: Space, wish: u32, prot: i32, replace: bool): i32 {
  const bytes = segment.pages << 12;
  const now = secondsNow();
  acquire(spaceLock(space), RANK_SPACE);
  let at = placeRange(space, wish, bytes, wish != 0 ? MAP_FIXED_NOREPLACE : 0);
  let error = at == 0 ? -ENOMEM : wish != 0 && placeError(space, wish, bytes, replace) < 0 ? -EINVAL : 0;
  if (error == 0 && replace) error = unmapLocked(space, at, at + bytes, self().pid, now);
  if (error == 0) {
    memobjectKeep(segment);
    error = mapRegion(space, at, bytes, prot, changetype<usize>(segment), at);
    if (error == 0) {
      segment.attaches++;
      segment.lpid = self().pid;
      segment.atime = now;
    } else atomic.sub<i32>(changetype<usize>(segment) + offsetof<MemoryObject>("refs"), 1);
  }
  release(spaceLock(space), RANK_SPACE);
  return error < 0 ? error : at;
}

export function sysShmdt(addr: i32): i32 {
  if ((addr & PAGE_MASK) != 0 || <u32>addr < WINDOW_START) return -EINVAL;
  const space = currentSpace();
  acquire(segmentsLock(), RANK_SEGMENTS);
  acquire(spaceLock(space), RANK_SPACE);
  const result = detach(space, addr);
  release(spaceLock(space), RANK_SPACE);
  release(segmentsLock(), RANK_SEGMENTS);
  return result;
}

/** Unmaps every piece of the attach made at `addr`. */
function detach(space: Space, addr: u32): i32 {
  let result = -EINVAL;
  let at: u32 = WINDOW_START;
  while (at < WINDOW_END) {
    const piece = pieceAfter(space, at, addr);
    if (piece == null) break;
    at = piece.end;
    unmapLocked(space, piece.start, piece.end, self().pid, secondsNow());
    result = 0;
  }
  return result;
}

function pieceAfter(space: Space, from: u32, attachedAt: u32): Region | null {
  for (let ka = space.regions; ka != 0; ka = changetype<Region>(ka).next) {
    const region = changetype<Region>(ka);
    if (region.start >= from && region.attach == attachedAt) return region;
  }
  return null;
}

export function sysShmctl(id: i32, command: i32, buf: i32): i32 {
  const cmd = command & ~IPC_64;
  if (id < 0 || cmd < 0) return -EINVAL;
  if (cmd == IPC_SET) {
    const error = copyIn(currentSpace(), scratch(), buf, KSHMID_DS_BYTES);
    if (error < 0) return error;
  }
  acquire(segmentsLock(), RANK_SEGMENTS);
  const result = control(id, cmd);
  release(segmentsLock(), RANK_SEGMENTS);
  if (result < 0) return result;
  const bytes = replyBytes(cmd);
  const error = bytes == 0 ? 0 : copyOut(currentSpace(), buf, scratch(), bytes);
  return error < 0 ? error : result;
}

/** How many bytes of scratch() a command answers with. */
function replyBytes(cmd: i32): u32 {
  if (cmd == IPC_STAT || cmd == SHM_STAT || cmd == SHM_STAT_ANY) return KSHMID_DS_BYTES;
  if (cmd == IPC_INFO) return KSHMINFO_BYTES;
  return cmd == SHM_INFO ? KSHM_INFO_BYTES : 0;
}

function control(id: i32, cmd: i32): i32 {
  if (cmd == IPC_INFO || cmd == SHM_INFO) return limits(cmd);
  const byIndex = cmd == SHM_STAT || cmd == SHM_STAT_ANY;
  if (byIndex && id >= SEGMENTS_MAX) return -EINVAL;
  const segment = byIndex ? segmentAt(id) : segmentFind(id);
  if (segment == null) return -EINVAL;
  switch (cmd) {
    case IPC_STAT:
    case SHM_STAT:
      if (segmentAccess(segment, self(), READ) < 0) return -EACCES;
      report(segment);
      return cmd == IPC_STAT ? 0 : segment.id;
    case SHM_STAT_ANY:
      report(segment);
      return segment.id;
  }
  if (cmd != IPC_SET && cmd != IPC_RMID && cmd != SHM_LOCK && cmd != SHM_UNLOCK) return -EINVAL;
  if (!segmentOwned(segment, self())) return -EPERM;
  if (cmd == IPC_SET) change(segment);
  else if (cmd == IPC_RMID) segmentRemove(segment);
  else if (cmd == SHM_LOCK) segment.mode |= SHM_LOCKED;
  else segment.mode &= ~SHM_LOCKED;
  return 0;
}

/** The limits, or what is in use, to scratch(). The highest used index. */
function limits(cmd: i32): i32 {
  const ka = scratch();
  memory.fill(ka, 0, KSHM_INFO_BYTES);
  const highest = segmentsSum(ka);
  if (cmd == SHM_INFO) return highest;
  store<u32>(ka + KSHMINFO_SHMMAX, 0x7ffff000);
  store<u32>(ka + KSHMINFO_SHMMIN, 1);
  store<u32>(ka + KSHMINFO_SHMMNI, SEGMENTS_MAX);
  store<u32>(ka + KSHMINFO_SHMSEG, SEGMENTS_MAX);
  store<u32>(ka + KSHMINFO_SHMALL, 0x7ffff);
  return highest;
}

function change(segment: MemoryObject): void {
  segment.uid = load<u32>(scratch() + KSHMID_DS_SHM_PERM_UID);
  segment.gid = load<u32>(scratch() + KSHMID_DS_SHM_PERM_GID);
  segment.mode = (segment.mode & ~0o777) | (load<u32>(scratch() + KSHMID_DS_SHM_PERM_MODE) & 0o777);
  segment.ctime = secondsNow();
}

function report(segment: MemoryObject): void {
  const ka = scratch();
  memory.fill(ka, 0, KSHMID_DS_BYTES);
  store<i32>(ka + KSHMID_DS_SHM_PERM_KEY, segment.key);
  store<u32>(ka + KSHMID_DS_SHM_PERM_UID, segment.uid);
  store<u32>(ka + KSHMID_DS_SHM_PERM_GID, segment.gid);
  store<u32>(ka + KSHMID_DS_SHM_PERM_CUID, segment.cuid);
  store<u32>(ka + KSHMID_DS_SHM_PERM_CGID, segment.cgid);
  store<u32>(ka + KSHMID_DS_SHM_PERM_MODE, segment.mode);
  store<i32>(ka + KSHMID_DS_SHM_PERM_SEQ, segment.id >>> 15);
  store<u32>(ka + KSHMID_DS_SHM_SEGSZ, segment.segsz);
  store<i64>(ka + KSHMID_DS_SHM_ATIME, segment.atime);
  store<i64>(ka + KSHMID_DS_SHM_DTIME, segment.dtime);
  store<i64>(ka + KSHMID_DS_SHM_CTIME, segment.ctime);
  store<i32>(ka + KSHMID_DS_SHM_CPID, segment.cpid);
  store<i32>(ka + KSHMID_DS_SHM_LPID, segment.lpid);
  store<u32>(ka + KSHMID_DS_SHM_NATTCH, segment.attaches);
}
