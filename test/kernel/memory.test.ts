// memory — tests of regions, faults, copy on write, brk and System V segments on one thread.
import { describe, expect, test } from "vitest";
import {
  IPC_CREAT,
  IPC_EXCL,
  IPC_RMID,
  IPC_STAT,
  MAP_ANONYMOUS,
  MAP_FIXED,
  MAP_FIXED_NOREPLACE,
  MAP_PRIVATE,
  MAP_SHARED,
  PROT_NONE,
  PROT_READ,
  PROT_WRITE,
  SHM_RDONLY,
  SIGSEGV,
  STAT_FRAMES_TOTAL,
  STAT_FRAMES_USED,
} from "../../host/abi/constants.ts";
import { EEXIST, EFAULT, EINVAL, ENOENT, ENOMEM } from "../../host/abi/errno.ts";
import {
  SYS_brk,
  SYS_clock_gettime,
  SYS_exit_group,
  SYS_mmap,
  SYS_mprotect,
  SYS_munmap,
  SYS_shmat,
  SYS_shmctl,
  SYS_shmdt,
  SYS_shmget,
} from "../../host/abi/syscalls.ts";
import { type Guest, TestMachine } from "./machine.ts";

const PAGE = 4096;
const RW = PROT_READ | PROT_WRITE;
const ANON = MAP_ANONYMOUS | MAP_PRIVATE;

function map(guest: Guest, bytes: number, prot = RW, flags = ANON, at = 0): number {
  return guest.call(SYS_mmap, at, bytes, prot, flags, -1, 0) >>> 0;
}

/** A store of the guest through its page table. */
function poke(machine: TestMachine, guest: Guest, ea: number, value: number): void {
  machine.words[guest.core.fault(ea, 1) >>> 2] = value;
}

function peek(machine: TestMachine, guest: Guest, ea: number): number {
  return machine.words[guest.core.fault(ea, 0) >>> 2] ?? 0;
}

describe("frames", () => {
  test("memory that was all taken page by page and given back holds large runs again", () => {
    const machine = new TestMachine();
    const guest = machine.spawn();
    const free = machine.core.statistic(STAT_FRAMES_TOTAL) - machine.core.statistic(STAT_FRAMES_USED);
    const pages = free - 64; // the rest is for page tables
    const at = map(guest, pages * PAGE);
    for (let i = 0; i < pages; i++) guest.core.fault(at + i * PAGE, 1);
    expect(machine.core.hostAlloc(512 * PAGE)).toBe(0);
    expect(guest.call(SYS_munmap, at, pages * PAGE)).toBe(0);
    for (let runs = 0; runs < Math.floor(pages / 512) - 1; runs++) {
      expect(machine.core.hostAlloc(512 * PAGE)).not.toBe(0);
    }
    expect(machine.core.check()).toBe(0);
  });
});

describe("the window", () => {
  test("a mapping lies in the window, is zero, and keeps what is written", () => {
    const machine = new TestMachine();
    const guest = machine.spawn();
    const at = map(guest, 3 * PAGE);
    expect(at).toBeGreaterThanOrEqual(0x80000000);
    expect(peek(machine, guest, at + PAGE)).toBe(0);
    poke(machine, guest, at + PAGE, 42);
    expect(peek(machine, guest, at + PAGE)).toBe(42);
    expect(peek(machine, guest, at)).toBe(0);
  });

  test("a fault outside every region kills and tells the address", () => {
    const machine = new TestMachine();
    const guest = machine.spawn();
    expect(machine.end(guest, () => guest.core.fault(0x90000123, 1))).toBe(SIGSEGV);
    expect(machine.faults).toEqual([{ pid: guest.pid, reason: -1, ea: 0x90000123, write: 1 }]);
  });

  test("protection forbids and allows again, and keeps the bytes", () => {
    const machine = new TestMachine();
    const guest = machine.spawn();
    const at = map(guest, 2 * PAGE);
    poke(machine, guest, at, 7);
    expect(guest.call(SYS_mprotect, at, PAGE, PROT_NONE)).toBe(0);
    expect(guest.call(SYS_clock_gettime, 1, at)).toBe(-EFAULT);
    expect(guest.call(SYS_mprotect, at, PAGE, PROT_READ)).toBe(0);
    expect(peek(machine, guest, at)).toBe(7);
    expect(machine.end(guest, () => guest.core.fault(at, 1))).toBe(SIGSEGV);
    expect(machine.faults[0]?.reason).toBe(-2);
  });

  test("mprotect over a hole changes what comes before and says ENOMEM", () => {
    const machine = new TestMachine();
    const guest = machine.spawn();
    const at = map(guest, 4 * PAGE);
    expect(guest.call(SYS_munmap, at + 2 * PAGE, PAGE)).toBe(0);
    expect(guest.call(SYS_mprotect, at, 4 * PAGE, PROT_READ)).toBe(-ENOMEM);
    expect(guest.call(SYS_clock_gettime, 1, at)).toBe(-EFAULT);
    expect(guest.call(SYS_clock_gettime, 1, at + 3 * PAGE)).toBe(0);
  });

  test("unmapping the middle of a region splits it, and its frame goes back", () => {
    const machine = new TestMachine();
    const guest = machine.spawn();
    const at = map(guest, 3 * PAGE);
    for (let i = 0; i < 3; i++) poke(machine, guest, at + i * PAGE, i);
    const before = machine.statistic(STAT_FRAMES_USED);
    expect(guest.call(SYS_munmap, at + PAGE, PAGE)).toBe(0);
    expect(machine.statistic(STAT_FRAMES_USED)).toBe(before - 1);
    expect(peek(machine, guest, at + 2 * PAGE)).toBe(2);
    expect(guest.call(SYS_munmap, at, 3 * PAGE)).toBe(0);
    expect(guest.call(SYS_munmap, at + 1, PAGE)).toBe(-EINVAL);
  });

  test("fixed mappings replace, unless asked not to", () => {
    const machine = new TestMachine();
    const guest = machine.spawn();
    const at = map(guest, PAGE);
    poke(machine, guest, at, 9);
    const again = map(guest, PAGE, RW, ANON | MAP_FIXED_NOREPLACE, at);
    expect(again | 0).toBe(-EEXIST);
    expect(map(guest, PAGE, RW, ANON | MAP_FIXED, at)).toBe(at);
    expect(peek(machine, guest, at)).toBe(0);
    expect(map(guest, PAGE, RW, ANON | MAP_FIXED, at + 5) | 0).toBe(-EINVAL);
    expect(map(guest, 0) | 0).toBe(-EINVAL);
  });

  test("after fork the child's mappings stand in the same order", () => {
    const machine = new TestMachine();
    const parent = machine.spawn();
    const at = map(parent, 3 * PAGE);
    expect(parent.call(SYS_munmap, at + PAGE, PAGE)).toBe(0);
    parent.core.forkBegin(0);
    parent.core.fork(0, PAGE, PAGE);
    const child = machine.adopt(machine.forked);
    expect(map(child, PAGE)).toBe(at + PAGE);
    expect(map(child, PAGE)).toBe(at + 3 * PAGE);
    expect(machine.core.check()).toBe(0);
  });

  test("after fork a private page is copied when one side writes", () => {
    const machine = new TestMachine();
    const parent = machine.spawn();
    const at = map(parent, PAGE);
    const shared = map(parent, PAGE, RW, MAP_ANONYMOUS | MAP_SHARED);
    poke(machine, parent, at, 1);
    poke(machine, parent, shared, 1);
    parent.core.fork(0, PAGE, PAGE);
    const child = machine.adopt(machine.forked);
    poke(machine, child, at, 2);
    poke(machine, child, shared, 2);
    expect(peek(machine, parent, at)).toBe(1);
    expect(peek(machine, child, at)).toBe(2);
    expect(peek(machine, parent, shared)).toBe(2);
    const frames = machine.statistic(STAT_FRAMES_USED);
    poke(machine, parent, at, 3); // the only owner now: no copy
    expect(machine.statistic(STAT_FRAMES_USED)).toBe(frames);
    expect(machine.core.check()).toBe(0);
  });

  test("memory that is used up gives ENOMEM and comes back", () => {
    const machine = new TestMachine();
    const guest = machine.spawn();
    const at = map(guest, 64 * 1024 * 1024);
    let pages = 0;
    while (guest.call(SYS_clock_gettime, 1, at + pages * PAGE) === 0) pages++;
    expect(pages).toBeGreaterThan(7000);
    expect(guest.call(SYS_clock_gettime, 1, at + pages * PAGE)).toBe(-ENOMEM);
    expect(guest.call(SYS_munmap, at, 64 * 1024 * 1024)).toBe(0);
    expect(guest.call(SYS_clock_gettime, 1, map(guest, PAGE))).toBe(0);
    machine.end(guest, () => guest.call(SYS_exit_group, 0));
    expect(machine.core.check()).toBe(0);
  });
});

describe("the break", () => {
  test("moves in bytes, gives zeroes again, and stays when it cannot move", () => {
    const machine = new TestMachine();
    const guest = machine.spawn();
    const start = guest.call(SYS_brk, 0);
    expect(start).toBe(2 * 65536);
    expect(guest.call(SYS_brk, start + 100)).toBe(start + 100);
    expect(guest.call(SYS_brk, 0x7ffffff0)).toBe(start + 100);
    expect(guest.call(SYS_brk, start - 1)).toBe(start + 100);
    expect(guest.call(SYS_brk, start)).toBe(start);
  });
});

describe("segments", () => {
  test("are found by key, counted by attach, and live until the last one goes", () => {
    const machine = new TestMachine();
    const one = machine.spawn();
    const two = machine.spawn();
    expect(one.call(SYS_shmget, 77, 100, 0)).toBe(-ENOENT);
    const id = one.call(SYS_shmget, 77, 5000, IPC_CREAT | 0o600);
    expect(two.call(SYS_shmget, 77, 0, 0)).toBe(id);
    expect(two.call(SYS_shmget, 77, 5001, 0)).toBe(-EINVAL);
    expect(two.call(SYS_shmget, 77, 1, IPC_CREAT | IPC_EXCL)).toBe(-EEXIST);
    const a = one.call(SYS_shmat, id, 0, 0) >>> 0;
    const b = two.call(SYS_shmat, id, 0, SHM_RDONLY) >>> 0;
    poke(machine, one, a + PAGE, 5);
    expect(peek(machine, two, b + PAGE)).toBe(5);
    expect(one.call(SYS_shmctl, id, IPC_STAT, 8192)).toBe(0);
    expect(one.flat.getInt32(8192 + 28, true)).toBe(5000);
    expect(one.flat.getInt32(8192 + 64, true)).toBe(2);
    expect(one.call(SYS_shmctl, id, IPC_RMID, 0)).toBe(0);
    expect(two.call(SYS_shmget, 77, 0, 0)).toBe(-ENOENT);
    expect(one.call(SYS_shmdt, a + PAGE)).toBe(-EINVAL);
    expect(one.call(SYS_shmdt, a)).toBe(0);
    expect(two.call(SYS_shmctl, id, IPC_STAT, 8192)).toBe(0);
    expect(two.call(SYS_shmdt, b)).toBe(0);
    expect(two.call(SYS_shmctl, id, IPC_STAT, 8192)).toBe(-EINVAL);
  });

  test("a write through a read-only attach kills", () => {
    const machine = new TestMachine();
    const guest = machine.spawn();
    const id = guest.call(SYS_shmget, 0, PAGE, 0o600);
    const at = guest.call(SYS_shmat, id, 0, SHM_RDONLY) >>> 0;
    expect(machine.end(guest, () => guest.core.fault(at, 1))).toBe(SIGSEGV);
  });
});
