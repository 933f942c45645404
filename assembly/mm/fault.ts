// fault — what happens when a guest's page-table walk finds no entry that allows the access.
import { EFAULT, ENOMEM } from "../abi/errno";
import { PROT_WRITE } from "../abi/constants";
import { RANK_SPACE, acquire, release } from "../lib/lock";
import { frameAlloc, frameAllocZero, frameDrop, frameRefs } from "./frames";
import { PAGE, PAGE_MASK } from "./layout";
import { MemoryObject, memobjectFrame } from "./memobject";
import { PTE_COW, PTE_PRESENT, PTE_SHARED, PTE_WRITE, entryFrame, entryMake } from "./pagetable";
import { Region, Space, regionFind, spaceLock } from "./space";

/** Nothing is mapped there (SEGV_MAPERR). */
export const FAULT_UNMAPPED: i32 = -1;
/** The region forbids the access (SEGV_ACCERR). */
export const FAULT_FORBIDDEN: i32 = -2;
/** No frame left. */
export const FAULT_NO_MEMORY: i32 = -3;

/** Makes the page of `ea` accessible: demand zero, copy on write, shared objects.
 *  Returns the frame's ka, or FAULT_*. Conditions: nothing above rank 5 locked. */
export function faultResolve(space: Space, ea: u32, write: bool): i32 {
  const word = spaceLock(space);
  acquire(word, RANK_SPACE);
  const result = faultResolveLocked(space, ea, write);
  release(word, RANK_SPACE);
  return result;
}

function faultResolveLocked(space: Space, ea: u32, write: bool): i32 {
  const region = regionFind(space, ea);
  if (region == null) return FAULT_UNMAPPED;
  if ((region.prot & 7) == 0 || (write && (region.prot & PROT_WRITE) == 0)) return FAULT_FORBIDDEN;
  const word = entryMake(space.directory, ea);
  if (word == 0) return FAULT_NO_MEMORY;
  const entry =
    region.shared != 0 ? sharedEntry(region, ea) : privateEntry(space, region, load<u32>(word), write);
  if (entry == 0) return FAULT_NO_MEMORY;
  atomic.store<u32>(word, entry);
  return entryFrame(entry) as i32;
}

function sharedEntry(region: Region, ea: u32): u32 {
  const index = region.index + ((ea - region.start) >>> 12);
  const frame = memobjectFrame(changetype<MemoryObject>(region.object), index);
  if (frame == 0) return 0;
  const flags = PTE_PRESENT | PTE_SHARED | ((region.prot & PROT_WRITE) != 0 ? PTE_WRITE : 0);
  return <u32>frame | flags;
}

function privateEntry(space: Space, region: Region, entry: u32, write: bool): u32 {
  const writable = (region.prot & PROT_WRITE) != 0;
  if (entry == 0) {
    const frame = frameAllocZero();
    if (frame == 0) return 0;
    space.residents++;
    return <u32>frame | PTE_PRESENT | (writable ? PTE_WRITE : 0);
  }
  if ((entry & PTE_COW) == 0) return entry | PTE_PRESENT | (writable ? PTE_WRITE : 0);
  if (!write) return entry | PTE_PRESENT;
  const shared = entryFrame(entry);
  if (frameRefs(shared) == 1) return (entry & ~PTE_COW) | PTE_PRESENT | PTE_WRITE;
  const copy = frameAlloc();
  if (copy == 0) return 0;
  memory.copy(copy, shared, PAGE);
  frameDrop(shared);
  return <u32>copy | PTE_PRESENT | PTE_WRITE;
}

/** The errno of a FAULT_* met by the kernel on a guest's behalf. */
export function faultErrno(fault: i32): i32 {
  return fault == FAULT_NO_MEMORY ? -ENOMEM : -EFAULT;
}

/** Bytes from `ea` to the end of its page. */
export function pageRest(ea: u32): u32 {
  return PAGE - (ea & PAGE_MASK);
}
