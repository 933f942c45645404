// timer — tests of alarms, POSIX timers, timerfd and signalfd; the clock is the test's.
import { describe, expect, test } from "vitest";
import {
  SFD_NONBLOCK,
  SIGALRM,
  SIGCHLD,
  SIGCONT,
  SIGSTOP,
  SIGUSR1,
  STAT_OBJECTS,
  TFD_NONBLOCK,
} from "../../host/abi/constants.ts";
import { EAGAIN, EFAULT, EINVAL } from "../../host/abi/errno.ts";
import {
  SYS_clock_nanosleep,
  SYS_close,
  SYS_dup3,
  SYS_exit_group,
  SYS_getitimer,
  SYS_kill,
  SYS_read,
  SYS_signalfd4,
  SYS_timer_create,
  SYS_timer_delete,
  SYS_timer_getoverrun,
  SYS_timerfd_create,
  SYS_timerfd_settime,
  SYS_wait4,
} from "../../host/abi/syscalls.ts";
import { Blocked, type Guest, TestMachine } from "./machine.ts";
import {
  act,
  alarm,
  arm,
  block,
  deliver,
  drain,
  infoAt,
  pending,
  queue,
  readCount,
  set,
  setMask,
  span,
  take,
  timer,
} from "./signals.ts";

const MS = 1e6;
const RT = 34;
const HANDLER = 7;
const AT = 0x3000;

function one(...blocked: number[]): [TestMachine, Guest] {
  const machine = new TestMachine();
  const guest = machine.spawn();
  block(guest, ...blocked);
  return [machine, guest];
}

/** Ends the guest; everything it held must be back, and the invariants hold. */
function end(machine: TestMachine, guest: Guest): void {
  machine.end(guest, () => guest.call(SYS_exit_group, 0));
  expect(machine.core.check()).toBe(0);
  expect(machine.pass(1e15)).toBe(-1);
}

describe("an alarm", () => {
  test("comes once, when it is due, and not when it is taken back", () => {
    const [machine, guest] = one(SIGALRM);
    alarm(guest, 5 * MS);
    expect(machine.pass()).toBe(5 * MS);
    expect(machine.pass(5 * MS - 1)).toBeGreaterThanOrEqual(1);
    expect(pending(guest)).toBe(0n);
    expect(machine.pass(1)).toBe(-1);
    expect(take(guest, set(SIGALRM))).toMatchObject({ code: 128 });
    alarm(guest, 5 * MS);
    alarm(guest, 0);
    expect(machine.pass(1e10)).toBe(-1);
    expect(pending(guest)).toBe(0n);
    end(machine, guest);
  });

  test("with an interval keeps its phase, however late the ticker is", () => {
    const [machine, guest] = one(SIGALRM);
    alarm(guest, 10 * MS, 3 * MS);
    expect(machine.pass(20 * MS)).toBe(2 * MS);
    expect(take(guest, set(SIGALRM))).toMatchObject({ signal: SIGALRM });
    expect(machine.pass(2 * MS)).toBe(3 * MS);
    end(machine, guest);
  });

  test("is not its child's, and ends with its process", () => {
    const [machine, guest] = one(SIGALRM);
    alarm(guest, 5 * MS, 5 * MS);
    guest.core.fork(0, 4096, 4096);
    const child = machine.adopt(machine.forked);
    machine.pass(5 * MS);
    expect([pending(guest), pending(child)]).toEqual([set(SIGALRM), 0n]);
    alarm(child, MS, MS);
    machine.end(child, () => child.call(SYS_exit_group, 0));
    expect(machine.pass(5 * MS)).toBe(5 * MS);
    guest.call(SYS_wait4, -1, 0, 0, 0);
    end(machine, guest);
  });

  test("shows what is left, rounded up, and takes the longest time there is", () => {
    const [machine, guest] = one(SIGALRM);
    alarm(guest, 5 * MS);
    machine.now += 4_999_999;
    guest.call(SYS_getitimer, 0, AT);
    expect(guest.flat.getInt32(AT + 24, true)).toBe(1);
    guest.bytes.fill(0, AT, AT + 32);
    guest.flat.setBigInt64(AT, (1n << 63n) - 1n, true);
    guest.flat.setBigInt64(AT + 16, (1n << 63n) - 1n, true);
    expect(guest.call(103, 0, AT, 0)).toBe(0);
    expect(guest.call(SYS_getitimer, 0, AT)).toBe(0);
    expect(guest.flat.getBigInt64(AT + 16, true)).toBeGreaterThan(1n << 60n);
    expect(() => guest.call(SYS_clock_nanosleep, 1, 0, AT + 16, 0)).toThrow(Blocked);
    expect(machine.core.check()).toBe(0);
  });
});

describe("POSIX timers", () => {
  test("come in the order of their times, each with its own id and value", () => {
    const [machine, guest] = one(RT);
    const spans = [50, 10, 30, 20, 40];
    const ids = spans.map((ms, i) => {
      const id = timer(guest, RT, 100 + i);
      arm(guest, id, ms * MS);
      return id;
    });
    expect(ids).toEqual([0, 1, 2, 3, 4]);
    machine.pass(100 * MS);
    const taken = spans.map(() => take(guest, set(RT)));
    expect(taken).toMatchObject(
      [1, 3, 2, 4, 0].map((id) => ({ code: -2, pid: id, value: 100 + id, uid: 0 })),
    );
    guest.call(SYS_timer_delete, 2);
    expect(timer(guest, RT)).toBe(2);
    expect(timer(guest, RT)).toBe(5);
    end(machine, guest);
  });

  test("count what they missed while their signal waits, up to the moment it is taken", () => {
    const [machine, guest] = one(RT);
    const id = timer(guest, RT);
    arm(guest, id, MS, MS);
    machine.pass(MS);
    for (let i = 0; i < 5; i++) machine.pass(MS);
    machine.now += 4 * MS;
    expect(take(guest, set(RT))).toMatchObject({ uid: 9 });
    expect(guest.call(SYS_timer_getoverrun, id)).toBe(9);
    expect(take(guest, set(RT))).toBe(-EAGAIN);
    machine.pass(MS);
    expect(take(guest, set(RT))).toMatchObject({ uid: 0 });
    end(machine, guest);
  });

  test("of a nanosecond that began at the epoch are up to date in one step", () => {
    const [machine, guest] = one(RT);
    machine.now = 1.7e18;
    arm(guest, timer(guest, RT), 1, 1, 1);
    expect(machine.pass()).toBeGreaterThanOrEqual(5e4);
    expect(take(guest, set(RT))).toMatchObject({ uid: 0x7ffffffe });
    const fd = guest.call(SYS_timerfd_create, 1, 0);
    span(guest, AT, 1);
    span(guest, AT + 16, 1);
    expect(guest.call(SYS_timerfd_settime, fd, 1, AT, 0)).toBe(0);
    expect(readCount(guest, fd)).toBeGreaterThan(1e18);
    guest.call(SYS_close, fd);
    end(machine, guest);
  });

  test("with one standard signal each have their own, even beyond a full queue", () => {
    const [machine, guest] = one(SIGUSR1, RT);
    for (let i = 0; i < 4096 - 2; i++) queue(guest, guest.pid, RT, i);
    const ids = [0, 1, 2].map((value) => timer(guest, SIGUSR1, value));
    for (const id of ids) arm(guest, id, MS, MS);
    machine.pass(MS);
    expect([0, 1].map(() => take(guest, set(SIGUSR1)))).toMatchObject([{ pid: 0 }, { pid: 1 }]);
    expect(machine.core.check()).toBe(0);
    machine.pass(MS);
    const taken = [0, 1, 2].map(() => take(guest, set(SIGUSR1)));
    expect(taken).toMatchObject([{ signal: SIGUSR1 }, { signal: SIGUSR1 }, -EAGAIN]);
    for (let i = 0; i < 4096 - 2; i++) take(guest, set(RT));
    for (const id of ids) arm(guest, id, MS);
    machine.pass(MS);
    expect(ids.map(() => take(guest, set(SIGUSR1)))).toMatchObject(ids.map((pid) => ({ pid })));
    end(machine, guest);
  });

  test("deleted while their signal is pending leave a signal that names nothing freed", () => {
    const [machine, guest] = one(RT);
    const id = timer(guest, RT, 5);
    arm(guest, id, MS, MS);
    machine.pass(3 * MS);
    expect(guest.call(SYS_timer_delete, id)).toBe(0);
    expect(guest.call(SYS_timer_delete, id)).toBe(-EINVAL);
    expect(machine.core.check()).toBe(0);
    expect(take(guest, set(RT))).toMatchObject({ signal: RT, value: 5, uid: 0 });
    end(machine, guest);
  });

  test("whose signal is ignored go on, and send again when it no longer is", () => {
    const [machine, guest] = one();
    act(guest, RT, { handler: 1 });
    const id = timer(guest, RT);
    arm(guest, id, MS, MS);
    machine.pass(3 * MS);
    act(guest, RT, { handler: HANDLER });
    machine.pass(2 * MS);
    const frame = deliver(machine, guest);
    expect(infoAt(guest, frame?.info ?? 0)).toMatchObject({ code: -2, uid: 1 });
    end(machine, guest);
  });

  test("whose pending signal is dropped by a change of the action send the next", () => {
    const [machine, guest] = one(RT);
    arm(guest, timer(guest, RT), MS, MS);
    machine.pass(MS);
    act(guest, RT, { handler: 1 });
    act(guest, RT, { handler: HANDLER });
    expect(pending(guest)).toBe(0n);
    machine.pass(MS);
    expect(take(guest, set(RT))).toMatchObject({ uid: 0 });
    end(machine, guest);
  });

  test("that cannot be are refused, and leave nothing", () => {
    const [machine, guest] = one();
    const objects = machine.statistic(STAT_OBJECTS);
    expect([timer(guest, 0), timer(guest, 65), timer(guest, RT, 0, 2)]).toEqual([-EINVAL, -EINVAL, -EINVAL]);
    expect(guest.call(SYS_timer_create, 2, 0, AT)).toBe(-EINVAL);
    expect(guest.call(SYS_timer_create, 1, 0, 16)).toBe(-EFAULT);
    expect(arm(guest, 0, MS)).toBe(-EINVAL);
    expect(machine.statistic(STAT_OBJECTS)).toBe(objects);
    expect(machine.core.check()).toBe(0);
  });

  test("are at most 4096, all of which may run, and go with their process", () => {
    const [machine, guest] = one(SIGUSR1);
    const objects = machine.statistic(STAT_OBJECTS);
    for (let id = 0; id < 4096; id++) expect(timer(guest, SIGUSR1, id)).toBe(id);
    expect(timer(guest, SIGUSR1)).toBe(-EAGAIN);
    for (let id = 0; id < 4096; id++) arm(guest, id, ((id * 7919) % 4096) * 1000 + 1, 10 * MS);
    expect(machine.core.check()).toBe(0);
    machine.pass(5 * MS);
    expect(machine.core.check()).toBe(0);
    const [first, second] = [take(guest, set(SIGUSR1)), take(guest, set(SIGUSR1))];
    expect([first, second]).toMatchObject([{ value: 0 }, { value: 15 }]);
    machine.pass(10 * MS);
    machine.end(guest, () => guest.call(SYS_exit_group, 0));
    expect(machine.statistic(STAT_OBJECTS)).toBeLessThanOrEqual(objects);
    expect(machine.core.check()).toBe(0);
  });
});

describe("a timerfd", () => {
  function armed(guest: Guest, flags: number, ns: number, interval: number): number {
    const fd = guest.call(SYS_timerfd_create, 1, flags);
    span(guest, AT, interval);
    span(guest, AT + 16, ns);
    expect(guest.call(SYS_timerfd_settime, fd, 0, AT, 0)).toBe(0);
    return fd;
  }

  test("counts, wakes its reader, and begins anew when it is set", () => {
    const [machine, guest] = one();
    const fd = armed(guest, 0, 2 * MS, MS);
    machine.meanwhile.push(() => machine.pass(2 * MS));
    expect(readCount(guest, fd)).toBe(1);
    machine.now += 5 * MS;
    expect(readCount(guest, fd)).toBe(5);
    expect(() => guest.call(SYS_read, fd, AT, 8)).toThrow(Blocked);
  });

  test("does not wait when told so, and refuses short reads", () => {
    const [machine, guest] = one();
    const fd = armed(guest, TFD_NONBLOCK, 2 * MS, 0);
    expect(readCount(guest, fd)).toBe(-EAGAIN);
    expect(guest.call(SYS_read, fd, AT, 7)).toBe(-EINVAL);
    machine.pass(2 * MS);
    expect(readCount(guest, fd)).toBe(1);
    expect(readCount(guest, fd)).toBe(-EAGAIN);
    end(machine, guest);
  });

  test("read after a stop goes on waiting", () => {
    const [machine, guest] = one();
    const other = machine.spawn();
    const fd = armed(guest, 0, 2 * MS, 0);
    machine.meanwhile.push(
      () => other.call(SYS_kill, guest.pid, SIGSTOP),
      () => other.call(SYS_kill, guest.pid, SIGCONT),
      () => machine.pass(2 * MS),
    );
    expect(readCount(guest, fd)).toBe(1);
    end(machine, guest);
  });

  test("is gone with the last descriptor: closed, replaced, or its process's end", () => {
    const [machine, guest] = one();
    const objects = machine.statistic(STAT_OBJECTS);
    const fd = armed(guest, 0, MS, MS);
    guest.core.fork(0, 4096, 4096);
    const child = machine.adopt(machine.forked);
    guest.call(SYS_close, fd);
    machine.pass(3 * MS);
    expect(readCount(child, fd)).toBe(3);
    const second = armed(child, 0, MS, MS);
    expect(child.call(SYS_dup3, fd, second, 0)).toBe(second);
    machine.end(child, () => child.call(SYS_exit_group, 0));
    expect(machine.pass(MS)).toBe(-1);
    guest.call(SYS_wait4, -1, 0, 0, 0);
    expect(machine.statistic(STAT_OBJECTS)).toBeLessThanOrEqual(objects);
    end(machine, guest);
  });
});

describe("a signalfd", () => {
  function made(guest: Guest, flags: number, ...signals: number[]): number {
    guest.flat.setBigUint64(AT, set(...signals), true);
    return guest.call(SYS_signalfd4, -1, AT, 8, flags);
  }

  test("gives as many as fit, of its set only, lowest first", () => {
    const [machine, guest] = one(SIGUSR1, RT, RT + 1);
    const fd = made(guest, SFD_NONBLOCK, SIGUSR1, RT);
    for (const value of [1, 2]) queue(guest, guest.pid, RT, value);
    queue(guest, guest.pid, RT + 1, 3);
    guest.call(SYS_kill, guest.pid, SIGUSR1);
    expect(guest.call(SYS_read, fd, 0x4000, 127)).toBe(-EINVAL);
    expect(guest.call(SYS_read, fd, 0x4000, 300)).toBe(256);
    expect(guest.call(SYS_read, fd, 0x4100, 4096)).toBe(128);
    const read = [0, 1, 2].map((i) => [0, 44].map((at) => guest.flat.getInt32(0x4000 + 128 * i + at, true)));
    expect(read).toEqual([
      [SIGUSR1, 0],
      [RT, 1],
      [RT, 2],
    ]);
    expect(guest.call(SYS_read, fd, 0x4000, 128)).toBe(-EAGAIN);
    expect(pending(guest)).toBe(set(RT + 1));
    end(machine, guest);
  });

  test("wakes its reader; a handler of another signal has it read again", () => {
    const [machine, guest] = one(SIGCHLD);
    const other = machine.spawn();
    act(guest, SIGUSR1, { handler: HANDLER, flags: 0x10000000 });
    const fd = made(guest, 0, SIGCHLD);
    machine.meanwhile.push(() => other.call(SYS_kill, guest.pid, SIGUSR1));
    expect(guest.call(SYS_read, fd, 0x4000, 128)).toBe(-512);
    expect(drain(machine, guest)).toEqual([SIGUSR1]);
    machine.meanwhile.push(() => other.call(SYS_kill, guest.pid, SIGCHLD));
    expect(guest.call(SYS_read, fd, 0x4000, 128)).toBe(128);
    setMask(guest, 0n);
    end(machine, guest);
  });
});
