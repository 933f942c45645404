// signal — tests of sending, queues, masks, actions and job control on one thread.
import { describe, expect, test } from "vitest";
import {
  SA_NOCLDWAIT,
  SIGALRM,
  SIGCHLD,
  SIGCONT,
  SIGHUP,
  SIGINT,
  SIGKILL,
  SIGSEGV,
  SIGSTOP,
  SIGTERM,
  SIGTSTP,
  SIGUSR1,
  SIGUSR2,
  SIGWINCH,
  STAT_FRAMES_USED,
  STAT_LIVE,
  STAT_OBJECTS,
  WNOHANG,
  WUNTRACED,
} from "../../host/abi/constants.ts";
import { EAGAIN, ECHILD, EINVAL, EPERM, ESRCH } from "../../host/abi/errno.ts";
import {
  SYS_exit_group,
  SYS_kill,
  SYS_rt_sigqueueinfo,
  SYS_setpgid,
  SYS_tgkill,
  SYS_wait4,
} from "../../host/abi/syscalls.ts";
import { Blocked, type Guest, TestMachine } from "./machine.ts";
import {
  act,
  block,
  deliver,
  drain,
  infoAt,
  mask,
  pending,
  queue,
  set,
  setMask,
  take,
  unblock,
} from "./signals.ts";

const RT = 34;
const QUEUE_MAX = 4096;
const HANDLER = 7;

function two(): [TestMachine, Guest, Guest] {
  const machine = new TestMachine();
  return [machine, machine.spawn(), machine.spawn()];
}

function forkOf(machine: TestMachine, parent: Guest): Guest {
  const pid = parent.core.fork(0, 4096, 4096);
  if (pid <= 0) throw new Error(`fork: ${pid}`);
  return machine.adopt(machine.forked);
}

function kill(from: Guest, to: Guest, signal: number): void {
  expect(from.call(SYS_kill, to.pid, signal)).toBe(0);
}

describe("pending signals", () => {
  test("a standard signal is pending once and keeps its first sender", () => {
    const [machine, one, other] = two();
    act(other, SIGUSR1, { handler: HANDLER });
    block(other, SIGUSR1);
    kill(one, other, SIGUSR1);
    kill(other, other, SIGUSR1);
    expect(queue(one, other.pid, SIGUSR1, 5)).toBe(0);
    expect(take(other, set(SIGUSR1))).toMatchObject({ code: 0, pid: one.pid, value: 0 });
    expect(take(other, set(SIGUSR1))).toBe(-EAGAIN);
    expect(pending(other)).toBe(0n);
    expect(machine.core.check()).toBe(0);
  });

  test("a real-time signal is pending as often as it was sent, in order, the lowest number first", () => {
    const [machine, one, other] = two();
    block(other, RT, RT + 1);
    for (let value = 0; value < 3; value++) {
      queue(one, other.pid, RT + 1, value);
      queue(one, other.pid, RT, value);
    }
    const taken = Array.from({ length: 7 }, () => take(other, set(RT, RT + 1)));
    expect(taken.map((info) => (typeof info === "number" ? info : [info.signal, info.value]))).toEqual([
      [RT, 0],
      [RT, 1],
      [RT, 2],
      [RT + 1, 0],
      [RT + 1, 1],
      [RT + 1, 2],
      -EAGAIN,
    ]);
    expect(machine.core.check()).toBe(0);
  });

  test("a full queue refuses sigqueue, takes kill and standard signals without siginfo", () => {
    const [machine, one, other] = two();
    setMask(other, -1n);
    const objects = machine.statistic(STAT_OBJECTS);
    for (let value = 0; value < QUEUE_MAX; value++) expect(queue(one, other.pid, RT, value)).toBe(0);
    expect(queue(one, other.pid, RT, 0)).toBe(-EAGAIN);
    expect(queue(one, other.pid, RT + 1, 0)).toBe(-EAGAIN);
    kill(one, other, RT + 2);
    kill(one, other, SIGUSR1);
    expect(queue(one, other.pid, SIGUSR2, 9)).toBe(0);
    expect(one.call(SYS_tgkill, other.pid, other.pid, RT)).toBe(0);
    expect(pending(other)).toBe(set(RT, RT + 2, SIGUSR1, SIGUSR2));
    expect(take(other, set(SIGUSR1))).toMatchObject({ signal: SIGUSR1, pid: 0 });
    expect(take(other, set(SIGUSR2))).toMatchObject({ signal: SIGUSR2, value: 0 });
    expect(take(other, set(RT + 2))).toMatchObject({ signal: RT + 2, pid: 0 });
    expect(take(other, set(RT))).toMatchObject({ code: -6 });
    for (let value = 0; value < QUEUE_MAX; value++) expect(take(other, set(RT))).toMatchObject({ value });
    expect(pending(other)).toBe(0n);
    expect(machine.statistic(STAT_OBJECTS)).toBe(objects);
    expect(machine.core.check()).toBe(0);
  });

  test("the thread's own come before the process's, what an instruction caused before all", () => {
    const [machine, one] = two();
    for (const signal of [SIGHUP, SIGUSR1, SIGSEGV, RT]) act(one, signal, { handler: signal + 10 });
    setMask(one, set(SIGHUP, SIGUSR1, RT));
    kill(one, one, SIGHUP);
    one.call(SYS_tgkill, one.pid, one.pid, RT);
    one.call(SYS_tgkill, one.pid, one.pid, SIGUSR1);
    expect(one.core.fault(0x40000000, 1)).toBe(0);
    setMask(one, 0n);
    const frame = deliver(machine, one);
    expect(frame).toMatchObject({ handler: SIGSEGV + 10, signal: SIGSEGV });
    expect(infoAt(one, frame?.info ?? 0)).toMatchObject({ code: 1, addr: 0x40000000 });
    one.core.handled(frame?.context ?? 0);
    expect(drain(machine, one)).toEqual([SIGUSR1, RT, SIGHUP]);
    expect(machine.core.check()).toBe(0);
  });

  test("what is ignored is lost, unless it is blocked", () => {
    const [machine, one, other] = two();
    kill(one, other, SIGCHLD);
    act(other, SIGUSR1, { handler: 1 });
    kill(one, other, SIGUSR1);
    expect(pending(other)).toBe(0n);
    block(other, SIGUSR1, SIGWINCH);
    kill(one, other, SIGUSR1);
    kill(one, other, SIGWINCH);
    expect(pending(other)).toBe(set(SIGUSR1, SIGWINCH));
    act(other, SIGUSR1, { handler: 1 });
    expect(pending(other)).toBe(set(SIGWINCH));
    act(other, SIGWINCH, { handler: 0 });
    expect(pending(other)).toBe(0n);
    expect(machine.core.check()).toBe(0);
  });

  test("an ignored signal that is unblocked goes, the caught one behind it is taken", () => {
    const [machine, one, other] = two();
    act(other, SIGUSR2, { handler: HANDLER });
    block(other, SIGCHLD, SIGUSR2);
    kill(one, other, SIGUSR2);
    kill(one, other, SIGCHLD);
    unblock(other, SIGCHLD, SIGUSR2);
    expect(drain(machine, other)).toEqual([SIGUSR2]);
    expect(machine.core.check()).toBe(0);
  });

  test("senders are checked", () => {
    const [, one, other] = two();
    expect(queue(one, other.pid, RT, 0, 0)).toBe(-EPERM);
    expect(queue(one, other.pid, RT, 0, -6)).toBe(-EPERM);
    expect(queue(one, one.pid, SIGCHLD, 0, 128)).toBe(0);
    expect(queue(one, other.pid, 65, 0)).toBe(-EINVAL);
    expect(queue(one, 4000, RT, 0)).toBe(-ESRCH);
    expect(one.call(SYS_rt_sigqueueinfo, other.pid, RT, 0x7ffffff0)).toBeLessThan(0);
    expect(one.call(SYS_tgkill, other.pid, one.pid, SIGUSR1)).toBe(-ESRCH);
    expect(one.call(SYS_tgkill, 0, 1, SIGUSR1)).toBe(-EINVAL);
  });

  test("SIGKILL and SIGSTOP can be neither blocked nor caught", () => {
    const [machine, one, other] = two();
    expect(act(other, SIGKILL, { handler: HANDLER })).toBe(-EINVAL);
    expect(act(other, SIGSTOP, { handler: 1 })).toBe(-EINVAL);
    setMask(other, -1n);
    expect(mask(other)).toBe((1n << 64n) - 1n - set(SIGKILL, SIGSTOP));
    act(other, SIGUSR1, { handler: HANDLER, mask: -1n });
    kill(one, other, SIGKILL);
    expect(machine.end(other, () => other.core.safepoint())).toBe(SIGKILL);
  });
});

describe("job control", () => {
  test("SIGCONT drops pending stops, a stop drops a pending SIGCONT, of process and thread", () => {
    const [machine, one, other] = two();
    act(other, SIGCONT, { handler: HANDLER });
    block(other, SIGTSTP, SIGCONT);
    kill(one, other, SIGTSTP);
    other.call(SYS_tgkill, other.pid, other.pid, SIGTSTP);
    expect(pending(other)).toBe(set(SIGTSTP));
    kill(one, other, SIGCONT);
    expect(pending(other)).toBe(set(SIGCONT));
    one.call(SYS_tgkill, other.pid, other.pid, SIGCONT);
    kill(one, other, SIGTSTP);
    expect(pending(other)).toBe(set(SIGTSTP));
    expect(machine.core.check()).toBe(0);
  });

  test("a stop that SIGCONT overtakes never happens", () => {
    const [machine, one, other] = two();
    kill(one, other, SIGSTOP);
    kill(one, other, SIGCONT);
    other.core.safepoint();
    expect(machine.core.check()).toBe(0);
  });

  test("a stopped process goes on at SIGCONT, runs its handler, and its parent hears both", () => {
    const machine = new TestMachine();
    const parent = machine.spawn();
    const child = forkOf(machine, parent);
    act(parent, SIGCHLD, { handler: HANDLER });
    act(child, SIGCONT, { handler: HANDLER });
    kill(parent, child, SIGSTOP);
    const heard: unknown[] = [];
    machine.meanwhile.push(
      () =>
        heard.push(machine.core.check(), drain(machine, parent), parent.call(SYS_kill, child.pid, SIGTERM)),
      () =>
        heard.push(machine.core.check(), parent.call(SYS_kill, child.pid, SIGCONT), drain(machine, parent)),
    );
    act(child, SIGTERM, { handler: HANDLER });
    child.core.safepoint();
    expect(heard).toEqual([0, [SIGCHLD], 0, 0, 0, [SIGCHLD]]);
    expect(drain(machine, child)).toEqual([SIGTERM, SIGCONT]);
    expect(parent.call(SYS_wait4, child.pid, 8192, WNOHANG | WUNTRACED | 8, 0)).toBe(child.pid);
    expect(parent.flat.getInt32(8192, true)).toBe(0xffff);
    expect(machine.core.check()).toBe(0);
  });

  test("a stopped process dies of SIGKILL, not of SIGTERM", () => {
    const [machine, one, other] = two();
    kill(one, other, SIGSTOP);
    machine.meanwhile.push(
      () => kill(one, other, SIGTERM),
      () => kill(one, other, SIGKILL),
    );
    expect(machine.end(other, () => other.core.safepoint())).toBe(SIGKILL);
    expect(machine.core.check()).toBe(0);
  });

  test("SIGTSTP does not stop a member of an orphaned group, SIGSTOP does", () => {
    const machine = new TestMachine();
    const shell = machine.spawn();
    const job = forkOf(machine, shell);
    shell.call(SYS_setpgid, job.pid, job.pid);
    machine.end(shell, () => shell.call(SYS_exit_group, 0));
    const other = machine.spawn();
    kill(other, job, SIGTSTP);
    job.core.safepoint();
    expect(pending(job)).toBe(0n);
    kill(other, job, SIGSTOP);
    expect(() => job.core.safepoint()).toThrow(Blocked);
  });

  test("a stopped job whose shell exits gets SIGHUP and SIGCONT", () => {
    const machine = new TestMachine();
    const shell = machine.spawn();
    const job = forkOf(machine, shell);
    shell.call(SYS_setpgid, job.pid, job.pid);
    kill(shell, job, SIGSTOP);
    machine.meanwhile.push(() => machine.end(shell, () => shell.call(SYS_exit_group, 0)));
    machine.end(job, () => job.core.safepoint());
    expect(machine.statistic(STAT_LIVE)).toBe(0);
    expect(machine.core.check()).toBe(0);
  });

  test("a stopped job whose shell lives on in another member's parent is left alone", () => {
    const machine = new TestMachine();
    const shell = machine.spawn();
    const first = forkOf(machine, shell);
    const second = forkOf(machine, shell);
    shell.call(SYS_setpgid, first.pid, first.pid);
    shell.call(SYS_setpgid, second.pid, first.pid);
    kill(shell, second, SIGSTOP);
    machine.meanwhile.push(() => machine.end(first, () => first.call(SYS_exit_group, 0)));
    expect(() => second.core.safepoint()).toThrow(Blocked);
    expect(machine.core.check()).toBe(0);
  });
});

describe("children", () => {
  test.each([
    ["SIG_IGN", { handler: 1 }, 0],
    ["SA_NOCLDWAIT", { handler: HANDLER, flags: SA_NOCLDWAIT }, 1],
  ])("of a parent with %s leave no zombie", (_name, action, signals) => {
    const machine = new TestMachine();
    const parent = machine.spawn();
    act(parent, SIGCHLD, action);
    const child = forkOf(machine, parent);
    machine.end(child, () => child.call(SYS_exit_group, 3));
    expect(drain(machine, parent)).toHaveLength(signals);
    expect(parent.call(SYS_wait4, -1, 0, WNOHANG, 0)).toBe(-ECHILD);
    expect(machine.statistic(STAT_LIVE)).toBe(1);
  });

  test("inherit mask and actions, not what is pending", () => {
    const machine = new TestMachine();
    const parent = machine.spawn();
    act(parent, SIGINT, { handler: HANDLER, flags: 4, mask: set(RT) });
    block(parent, SIGINT);
    kill(parent, parent, SIGINT);
    const child = forkOf(machine, parent);
    expect(mask(child)).toBe(set(SIGINT));
    expect(pending(child)).toBe(0n);
    kill(parent, child, SIGINT);
    unblock(child, SIGINT);
    expect(deliver(machine, child)).toMatchObject({ handler: HANDLER, signal: SIGINT });
    expect(mask(child)).toBe(set(SIGINT, RT));
    expect(pending(parent)).toBe(set(SIGINT));
  });

  test("that end leave nothing of what was pending, queued, or set", () => {
    const machine = new TestMachine();
    const parent = machine.spawn();
    const life = () => {
      const child = forkOf(machine, parent);
      act(child, SIGALRM, { handler: HANDLER });
      setMask(child, -1n);
      for (let i = 0; i < 50; i++) queue(parent, child.pid, RT + (i % 5), i);
      child.call(SYS_tgkill, child.pid, child.pid, SIGUSR1);
      machine.end(child, () => child.call(SYS_exit_group, 0));
      expect(machine.core.check()).toBe(0);
      kill(parent, child, SIGUSR1);
      expect(parent.call(SYS_wait4, child.pid, 0, 0, 0)).toBe(child.pid);
    };
    life();
    const [objects, frames] = [machine.statistic(STAT_OBJECTS), machine.statistic(STAT_FRAMES_USED)];
    for (let i = 0; i < 100; i++) life();
    expect(machine.statistic(STAT_OBJECTS)).toBe(objects);
    expect(machine.statistic(STAT_FRAMES_USED)).toBe(frames);
  });
});
