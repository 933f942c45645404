// process — tests of the process table, exit, wait, signals and fork on one thread.
import { describe, expect, test } from "vitest";
import {
  SIGCONT,
  SIGKILL,
  SIGSTOP,
  STAT_FRAMES_USED,
  STAT_LIVE,
  STAT_OBJECTS,
  WNOHANG,
  WUNTRACED,
} from "../../host/abi/constants.ts";
import { EAGAIN, ECHILD, EINVAL, ENAMETOOLONG, ESRCH } from "../../host/abi/errno.ts";
import {
  SYS_exit_group,
  SYS_getpid,
  SYS_getppid,
  SYS_kill,
  SYS_setpgid,
  SYS_setsid,
  SYS_wait4,
} from "../../host/abi/syscalls.ts";
import { Blocked, TestMachine } from "./machine.ts";

describe("processes", () => {
  test("a spawned process has a pid, init as parent, and its status reaches the host", () => {
    const machine = new TestMachine();
    const guest = machine.spawn();
    expect(guest.call(SYS_getpid)).toBe(guest.pid);
    expect(guest.call(SYS_getppid)).toBe(1);
    expect(machine.core.processPoll(guest.pid)).toBe(-EAGAIN);
    expect(machine.end(guest, () => guest.call(SYS_exit_group, 0x1234))).toBe(0x3400);
    expect(machine.core.processPoll(guest.pid)).toBe(-ESRCH);
    expect(machine.core.check()).toBe(0);
  });

  test("a spawned process's directory fits its frame", () => {
    const { core, phys } = new TestMachine();
    const args = core.hostAlloc(16);
    const cwd = core.hostAlloc(4096);
    new Uint8Array(phys.buffer, args, 16).fill(0);
    new Uint8Array(phys.buffer, cwd, 4096).fill(47);
    expect(core.processSpawn(1, args, cwd, 4092)).toBe(-ENAMETOOLONG);
    expect(core.processSpawn(1, args, cwd, 4091)).toBeGreaterThan(0);
    expect(core.check()).toBe(0);
  });

  test("a thousand processes leave no frame and no object", () => {
    const machine = new TestMachine();
    const once = () => {
      const guest = machine.spawn();
      machine.end(guest, () => guest.call(SYS_exit_group, 0));
    };
    once();
    const frames = machine.statistic(STAT_FRAMES_USED);
    const objects = machine.statistic(STAT_OBJECTS);
    for (let i = 0; i < 1000; i++) once();
    expect(machine.statistic(STAT_FRAMES_USED)).toBe(frames);
    expect(machine.statistic(STAT_OBJECTS)).toBe(objects);
    expect(machine.statistic(STAT_LIVE)).toBe(0);
    expect(machine.core.check()).toBe(0);
  });

  test("a process too many is refused", () => {
    const machine = new TestMachine(3);
    machine.spawn();
    machine.spawn();
    const parent = machine.spawn();
    expect(parent.core.forkBegin(0)).toBe(-EAGAIN);
    expect(parent.core.fork(0, 4096, 4096)).toBe(-EAGAIN);
    expect(machine.core.check()).toBe(0);
  });

  test("wait takes a child's status once, then there is no child", () => {
    const machine = new TestMachine();
    const parent = machine.spawn();
    expect(parent.call(SYS_wait4, -1, 0, 0, 0)).toBe(-ECHILD);
    const pid = parent.core.fork(0, 4096, 4096);
    expect(parent.call(SYS_wait4, -1, 0, WNOHANG, 0)).toBe(0);
    expect(() => parent.call(SYS_wait4, -1, 0, 0, 0)).toThrow(Blocked);
    const child = machine.adopt(machine.forked);
    expect(child.call(SYS_getppid)).toBe(parent.pid);
    machine.end(child, () => child.call(SYS_exit_group, 7));
    const again = machine.adopt(parent.thread);
    expect(again.call(SYS_wait4, pid, 8192, 0, 0)).toBe(pid);
    expect(again.flat.getInt32(8192, true)).toBe(7 << 8);
    expect(again.call(SYS_wait4, pid, 0, 0, 0)).toBe(-ECHILD);
  });

  test("wait refuses unknown options and the least integer", () => {
    const guest = new TestMachine().spawn();
    expect(guest.call(SYS_wait4, -1, 0, 0x40, 0)).toBe(-EINVAL);
    expect(guest.call(SYS_wait4, -2147483648, 0, 0, 0)).toBe(-ESRCH);
  });

  test("kill tests, refuses and ends", () => {
    const machine = new TestMachine();
    const one = machine.spawn();
    const two = machine.spawn();
    expect(one.call(SYS_kill, two.pid, 0)).toBe(0);
    expect(one.call(SYS_kill, two.pid, 65)).toBe(-EINVAL);
    expect(one.call(SYS_kill, 9999, 0)).toBe(-ESRCH);
    expect(one.call(SYS_kill, two.pid, SIGKILL)).toBe(0);
    expect(machine.end(two, () => two.core.safepoint())).toBe(SIGKILL);
  });

  test("a stopped child is reported once, and again when it continues", () => {
    const machine = new TestMachine();
    const parent = machine.spawn();
    const pid = parent.core.fork(0, 4096, 4096);
    const child = machine.adopt(machine.forked);
    parent.call(SYS_kill, pid, SIGSTOP);
    expect(() => child.core.safepoint()).toThrow(Blocked);
    expect(parent.call(SYS_wait4, pid, 8192, WNOHANG | WUNTRACED, 0)).toBe(pid);
    expect(parent.flat.getInt32(8192, true)).toBe((SIGSTOP << 8) | 0x7f);
    expect(parent.call(SYS_wait4, pid, 8192, WNOHANG | WUNTRACED, 0)).toBe(0);
    parent.call(SYS_kill, pid, SIGCONT);
    expect(parent.call(SYS_wait4, pid, 8192, WNOHANG | 8, 0)).toBe(pid);
    expect(parent.flat.getInt32(8192, true)).toBe(0xffff);
  });

  test("orphans become children of init and vanish with their end", () => {
    const machine = new TestMachine();
    const parent = machine.spawn();
    parent.core.fork(0, 4096, 4096);
    const child = machine.adopt(machine.forked);
    machine.end(parent, () => parent.call(SYS_exit_group, 0));
    expect(child.call(SYS_getppid)).toBe(1);
    expect(machine.end(child, () => child.call(SYS_exit_group, 0))).toBe(-ESRCH);
    expect(machine.statistic(STAT_LIVE)).toBe(0);
  });

  test("groups and sessions follow their rules", () => {
    const machine = new TestMachine();
    const leader = machine.spawn();
    expect(leader.call(SYS_setsid)).toBe(-1);
    const pid = leader.core.fork(0, 4096, 4096);
    const child = machine.adopt(machine.forked);
    expect(leader.call(SYS_setpgid, pid, -1)).toBe(-EINVAL);
    expect(leader.call(SYS_setpgid, 9999, 0)).toBe(-ESRCH);
    expect(leader.call(SYS_setpgid, pid, 4242)).toBe(-1);
    expect(leader.call(SYS_setpgid, pid, 0)).toBe(0);
    expect(child.call(SYS_setsid)).toBe(-1);
  });
});
