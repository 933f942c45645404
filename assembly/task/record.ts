// record — a captured stack: chunks of physical memory that the guest's glue fills with one record a frame.
import { ENOMEM } from "../abi/errno";
import { ORDER_MAX, frameKeep, orderOf, runAlloc, runDrop } from "../mm/frames";
import { PAGE } from "../mm/layout";
import { Thread } from "./thread";

// A fork's child shares its parent's chunks, which neither writes any more: each holds a reference.
@unmanaged class Chunk {
  bytes: u32; // its size, for the glue, whose records come behind this header
  next: usize; // Chunk; in the low bits, this one's order
}
const HEADER: u32 = offsetof<Chunk>();
const ORDER_BITS: usize = 15;

/** One more chunk for at least n bytes of records: its ka, or -ENOMEM. */
export function chunkAdd(t: Thread, n: u32): i32 {
  const order = n > (PAGE << ORDER_MAX) - HEADER ? ORDER_MAX + 1 : orderOf(n + HEADER);
  const ka: usize = order > ORDER_MAX ? 0 : runAlloc(order);
  if (ka == 0) return -ENOMEM;
  changetype<Chunk>(ka).bytes = PAGE << order;
  changetype<Chunk>(ka).next = t.chunks | <usize>order;
  t.chunks = ka;
  return ka as i32;
}

/** fork: the child's thread holds the parent's chunks, and resumes from `records`. */
export function recordsShare(from: Thread, to: Thread, records: u32): void {
  to.chunks = from.chunks;
  to.records = records;
  for (let ka = from.chunks; ka != 0; ka = changetype<Chunk>(ka).next & ~ORDER_BITS) frameKeep(ka);
}

/** The stack is back, or will never be. */
export function recordsDrop(t: Thread): void {
  let ka = t.chunks;
  t.chunks = 0;
  t.records = 0;
  while (ka != 0) {
    const next = changetype<Chunk>(ka).next;
    runDrop(ka, <i32>(next & ORDER_BITS));
    ka = next & ~ORDER_BITS;
  }
}
