// shm — System V shared memory: a table of segments, each a memory object with an owner, a mode and times.
import { IPC_CREAT, IPC_EXCL, SHM_DEST } from "../../abi/constants";
import { EACCES, EEXIST, EINVAL, ENOENT, ENOMEM, ENOSPC } from "../../abi/errno";
import { KSHM_INFO_SHM_RSS, KSHM_INFO_SHM_TOT, KSHM_INFO_USED_IDS } from "../../abi/structs";
import { Machine, SEGMENTS_KA, SEGMENTS_MAX, machine, machineWord } from "../../mm/layout";
import { segmentForget } from "../../mm/map";
import { MemoryObject, memobjectCreate } from "../../mm/memobject";
import { Process } from "../../task/process";

export const SHM_LOCK_KA: usize = offsetof<Machine>("shmLock");
/** An id is sequence * ID_STEP + index, so that the id of a removed segment fails. */
const ID_STEP: i32 = 32768;
const SEQUENCES: i32 = 65535;

function slotAt(index: i32): usize {
  return SEGMENTS_KA + ((<usize>index) << 2);
}

export function segmentsLock(): usize {
  return machineWord(SHM_LOCK_KA);
}

/** The segment at a table index; null when free. Conditions: shmLock, index in range. */
export function segmentAt(index: i32): MemoryObject | null {
  const ka = load<usize>(slotAt(index));
  return ka == 0 ? null : changetype<MemoryObject>(ka);
}

/** The segment of an id; null: EINVAL. Conditions: shmLock. */
export function segmentFind(id: i32): MemoryObject | null {
  const index = id & (ID_STEP - 1);
  if (id < 0 || index >= SEGMENTS_MAX) return null;
  const segment = segmentAt(index);
  return segment != null && segment.id == id ? segment : null;
}

function segmentByKey(key: i32): MemoryObject | null {
  for (let i = 0; i < SEGMENTS_MAX; i++) {
    const segment = segmentAt(i);
    if (segment != null && segment.key == key && (segment.mode & SHM_DEST) == 0) return segment;
  }
  return null;
}

/** May the process use the segment so? bits: 4 read, 2 write, 1 execute. 0 or -EACCES. Conditions: shmLock.
 *  */
export function segmentAccess(segment: MemoryObject, process: Process, bits: u32): i32 {
  if (process.uid == 0) return 0;
  let granted = segment.mode & 7;
  if (process.uid == segment.uid || process.uid == segment.cuid) granted = (segment.mode >>> 6) & 7;
  else if (process.gid == segment.gid || process.gid == segment.cgid) granted = (segment.mode >>> 3) & 7;
  return (bits & ~granted) != 0 ? -EACCES : 0;
}

/** Owner or creator? Conditions: shmLock. */
export function segmentOwned(segment: MemoryObject, process: Process): bool {
  return process.uid == 0 || process.uid == segment.uid || process.uid == segment.cuid;
}

/** shmget(2). The id or -errno. Conditions: shmLock. */
export function segmentGet(process: Process, key: i32, size: u32, flags: i32, now: i64): i32 {
  const old: MemoryObject | null = key == 0 ? null : segmentByKey(key);
  if (old != null) return segmentReuse(old, process, size, flags);
  if (key != 0 && (flags & IPC_CREAT) == 0) return -ENOENT;
  if (size < 1 || size > 0x7ffff000) return -EINVAL;
  return segmentCreate(process, key, size, flags, now);
}

function segmentReuse(segment: MemoryObject, process: Process, size: u32, flags: i32): i32 {
  if ((flags & (IPC_CREAT | IPC_EXCL)) == (IPC_CREAT | IPC_EXCL)) return -EEXIST;
  if (size > segment.segsz) return -EINVAL;
  const wanted = flags & 0o777;
  const error = segmentAccess(segment, process, (wanted >>> 6) | ((wanted >>> 3) & 7) | (wanted & 7));
  return error < 0 ? error : segment.id;
}

function segmentCreate(process: Process, key: i32, size: u32, flags: i32, now: i64): i32 {
  const m = machine();
  const pages = (size + 4095) >>> 12;
  if (pages > m.frames) return -ENOMEM;
  let index = 0;
  while (index < SEGMENTS_MAX && load<usize>(slotAt(index)) != 0) index++;
  if (index == SEGMENTS_MAX) return -ENOSPC;
  const segment = memobjectCreate(pages);
  if (segment == null) return -ENOMEM;
  segment.slot = slotAt(index);
  segment.id = m.shmSequence * ID_STEP + index;
  m.shmSequence = (m.shmSequence + 1) % SEQUENCES;
  segment.key = key;
  segment.uid = segment.cuid = process.uid;
  segment.gid = segment.cgid = process.gid;
  segment.mode = flags & 0o777;
  segment.segsz = size;
  segment.cpid = process.pid;
  segment.ctime = now;
  store<usize>(segment.slot, changetype<usize>(segment));
  return segment.id;
}

/** IPC_RMID: no new key look-ups; it dies with its last attach. Conditions: shmLock. */
export function segmentRemove(segment: MemoryObject): void {
  segment.mode |= SHM_DEST;
  segment.key = 0;
  segmentForget(segment);
}

/** Fills used_ids, shm_tot and shm_rss of the kshm_info at `ka`. Highest used index, 0 when none. Conditions:
 *  shmLock. */
export function segmentsSum(ka: usize): i32 {
  let highest = 0;
  let used = 0;
  let pages: u32 = 0;
  let resident: u32 = 0;
  for (let i = 0; i < SEGMENTS_MAX; i++) {
    const segment = segmentAt(i);
    if (segment == null) continue;
    highest = i;
    used++;
    pages += segment.pages;
    resident += segment.resident;
  }
  store<i32>(ka + KSHM_INFO_USED_IDS, used);
  store<u32>(ka + KSHM_INFO_SHM_TOT, pages);
  store<u32>(ka + KSHM_INFO_SHM_RSS, resident);
  return highest;
}
