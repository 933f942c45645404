// pipe — tests of pipes, descriptors and streams on one thread.
import { describe, expect, test } from "vitest";
import {
  F_DUPFD,
  F_GETFD,
  F_GETFL,
  F_GETPIPE_SZ,
  F_SETPIPE_SZ,
  O_CLOEXEC,
  O_NONBLOCK,
  SIGPIPE,
  STAT_FRAMES_USED,
  STAT_OBJECTS,
} from "../../host/abi/constants.ts";
import { EAGAIN, EBADF, EBUSY, EFAULT, EINVAL, EPERM, ESPIPE } from "../../host/abi/errno.ts";
import {
  SYS_close,
  SYS_dup,
  SYS_dup3,
  SYS_exit_group,
  SYS_fcntl,
  SYS_lseek,
  SYS_pipe2,
  SYS_read,
  SYS_write,
} from "../../host/abi/syscalls.ts";
import { Blocked, type Guest, TestMachine } from "./machine.ts";

const FDS = 8192;
const BUF = 16384;

function pipe(guest: Guest, flags = 0): [number, number] {
  expect(guest.call(SYS_pipe2, FDS, flags)).toBe(0);
  return [guest.flat.getInt32(FDS, true), guest.flat.getInt32(FDS + 4, true)];
}

describe("pipes", () => {
  test("carry bytes in order, then end", () => {
    const guest = new TestMachine().spawn();
    const [r, w] = pipe(guest);
    guest.bytes.set([1, 2, 3, 4, 5], BUF);
    expect(guest.call(SYS_write, w, BUF, 5)).toBe(5);
    expect(guest.call(SYS_read, r, BUF + 100, 2)).toBe(2);
    expect(guest.call(SYS_read, r, BUF + 102, 100)).toBe(3);
    expect([...guest.bytes.slice(BUF + 100, BUF + 105)]).toEqual([1, 2, 3, 4, 5]);
    expect(() => guest.call(SYS_read, r, BUF, 1)).toThrow(Blocked);
  });

  test("hold 65536 bytes, whatever the size of the writes", () => {
    const guest = new TestMachine().spawn();
    const [r, w] = pipe(guest, O_NONBLOCK);
    let total = 0;
    for (let n = guest.call(SYS_write, w, BUF, 1000); n > 0; n = guest.call(SYS_write, w, BUF, 1000))
      total += n;
    expect(total).toBe(64000);
    expect(guest.call(SYS_write, w, BUF, 1)).toBe(1);
    expect(guest.call(SYS_read, r, BUF, 65536)).toBe(64001);
    expect(guest.call(SYS_write, w, BUF, 70000)).toBe(65536);
    expect(guest.call(SYS_write, w, BUF, 1)).toBe(-EAGAIN);
    expect(guest.call(SYS_read, r, BUF, 4095)).toBe(4095);
    expect(guest.call(SYS_write, w, BUF, 1)).toBe(-EAGAIN);
    expect(guest.call(SYS_read, r, BUF, 1)).toBe(1);
    expect(guest.call(SYS_write, w, BUF, 5000)).toBe(4096);
  });

  test("without readers give SIGPIPE, without writers end of file", () => {
    const machine = new TestMachine();
    const guest = machine.spawn();
    const [r, w] = pipe(guest);
    guest.call(SYS_close, w);
    expect(guest.call(SYS_read, r, BUF, 1)).toBe(0);
    const [r2, w2] = pipe(guest);
    guest.call(SYS_close, r2);
    expect(guest.call(SYS_write, w2, BUF, 0)).toBe(0);
    expect(machine.end(guest, () => guest.call(SYS_write, w2, BUF, 1))).toBe(SIGPIPE);
  });

  test("refuse the wrong end, bad pointers and seeking", () => {
    const guest = new TestMachine().spawn();
    const [r, w] = pipe(guest);
    expect(guest.call(SYS_read, w, BUF, 1)).toBe(-EBADF);
    expect(guest.call(SYS_write, r, BUF, 1)).toBe(-EBADF);
    for (const bad of [0, 1, 4095, 0x20000 - 1, 0x7fffffff, 0x80000000, 0xffffffff]) {
      expect(guest.call(SYS_write, w, bad, 2)).toBe(-EFAULT);
    }
    expect(guest.call(SYS_pipe2, 0, 0)).toBe(-EFAULT);
    expect(guest.call(SYS_lseek, r, 0, 0, 0, BUF)).toBe(-ESPIPE);
    expect(guest.call(SYS_write, w, BUF, 3)).toBe(3);
    expect(guest.call(SYS_read, r, 0, 3)).toBe(-EFAULT);
    expect(guest.call(SYS_read, r, BUF, 3)).toBe(3);
  });

  test("change their size", () => {
    const guest = new TestMachine().spawn();
    const [r, w] = pipe(guest, O_NONBLOCK);
    expect(guest.call(SYS_fcntl, w, F_GETPIPE_SZ, 0)).toBe(65536);
    expect(guest.call(SYS_fcntl, w, F_SETPIPE_SZ, 5000)).toBe(8192);
    expect(guest.call(SYS_write, w, BUF, 20000)).toBe(8192);
    expect(guest.call(SYS_fcntl, w, F_SETPIPE_SZ, 4096)).toBe(-EBUSY);
    expect(guest.call(SYS_fcntl, w, F_SETPIPE_SZ, 1048577)).toBe(-EPERM);
    expect(guest.call(SYS_fcntl, w, F_SETPIPE_SZ, 1048576)).toBe(1048576);
    expect(guest.call(SYS_read, r, BUF, 20000)).toBe(8192);
  });

  test("leave no frame and no object when closed", () => {
    const machine = new TestMachine();
    const guest = machine.spawn();
    const round = () => {
      const [r, w] = pipe(guest, O_NONBLOCK);
      guest.call(SYS_write, w, BUF, 30000);
      guest.call(SYS_close, w);
      guest.call(SYS_close, r);
    };
    round();
    const before = [machine.statistic(STAT_FRAMES_USED), machine.statistic(STAT_OBJECTS)];
    for (let i = 0; i < 50; i++) round();
    expect([machine.statistic(STAT_FRAMES_USED), machine.statistic(STAT_OBJECTS)]).toEqual(before);
  });
});

describe("descriptors", () => {
  test("are the lowest free ones, and share the open file", () => {
    const machine = new TestMachine();
    const guest = machine.spawn();
    expect(pipe(guest)).toEqual([0, 1]);
    expect(guest.call(SYS_dup, 1)).toBe(2);
    expect(guest.call(SYS_fcntl, 1, F_DUPFD, 10)).toBe(10);
    expect(guest.call(SYS_fcntl, 1, F_DUPFD, 1024)).toBe(-EINVAL);
    expect(guest.call(SYS_dup3, 1, 1, 0)).toBe(-EINVAL);
    expect(guest.call(SYS_dup3, 1, 20, O_CLOEXEC)).toBe(20);
    expect(guest.call(SYS_fcntl, 20, F_GETFD, 0)).toBe(1);
    expect(guest.call(SYS_fcntl, 1, F_GETFL, 0)).toBe(1);
    expect(guest.call(SYS_close, 21)).toBe(-EBADF);
    expect(guest.call(SYS_dup, -1)).toBe(-EBADF);
    machine.end(guest, () => guest.call(SYS_exit_group, 0));
    expect(machine.core.check()).toBe(0);
  });

  test("a host stream gives what the guest wrote, then end of file", () => {
    const machine = new TestMachine();
    const guest = machine.spawn();
    const out = machine.core.processStream(guest.thread, 1, 1, 0);
    guest.bytes.set([104, 105], BUF);
    expect(guest.call(SYS_write, 1, BUF, 2)).toBe(2);
    const ka = machine.core.hostAlloc(16);
    expect(machine.core.streamRead(out, ka, 16)).toBe(2);
    expect([...new Uint8Array(machine.phys.buffer, ka, 2)]).toEqual([104, 105]);
    expect(machine.core.streamRead(out, ka, 16)).toBe(-EAGAIN);
    machine.end(guest, () => guest.call(SYS_exit_group, 0));
    expect(machine.core.streamRead(out, ka, 16)).toBe(0);
    machine.core.streamClose(out);
    machine.core.hostFree(ka, 16);
    expect(machine.core.check()).toBe(0);
  });
});
