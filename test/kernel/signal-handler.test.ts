// signal-handler — tests of frames, masks, flags, stacks and restarts, handlers run as the glue does.
import { describe, expect, test } from "vitest";
import {
  MINSIGSTKSZ,
  SA_NODEFER,
  SA_ONSTACK,
  SA_RESETHAND,
  SA_RESTART,
  SIGCONT,
  SIGHUP,
  SIGSEGV,
  SIGSTOP,
  SIGTERM,
  SIGTSTP,
  SIGUSR1,
  SIGUSR2,
  SS_AUTODISARM,
  SS_ONSTACK,
} from "../../host/abi/constants.ts";
import { EFAULT, EINTR, EPERM } from "../../host/abi/errno.ts";
import {
  SYS_kill,
  SYS_nanosleep,
  SYS_pipe2,
  SYS_read,
  SYS_rt_sigsuspend,
  SYS_rt_sigtimedwait,
  SYS_sigaltstack,
  SYS_wait4,
  SYS_write,
} from "../../host/abi/syscalls.ts";
import { Blocked, type Guest, TestMachine } from "./machine.ts";
import { act, block, deliver, drain, mask, restart, STACK, set, setMask, span } from "./signals.ts";

const HANDLER = 7;
const RESTART = -512;
const AT = 0x3000;

function one(): [TestMachine, Guest, Guest] {
  const machine = new TestMachine();
  return [machine, machine.spawn(), machine.spawn()];
}

function kill(from: Guest, signal: number, to = from): void {
  expect(from.call(SYS_kill, to.pid, signal)).toBe(0);
}

function altstack(guest: Guest, start: number, size: number, flags = 0, sp = STACK): number {
  guest.flat.setUint32(AT, start, true);
  guest.flat.setUint32(AT + 4, flags, true);
  guest.flat.setUint32(AT + 8, size, true);
  return guest.call(SYS_sigaltstack, AT, 0, sp);
}

function altflags(guest: Guest, sp: number): number {
  guest.call(SYS_sigaltstack, 0, AT, sp);
  return guest.flat.getUint32(AT + 4, true);
}

describe("a handler", () => {
  test("has its signal and its mask blocked until it returns", () => {
    const [machine, guest] = one();
    setMask(guest, set(SIGHUP));
    act(guest, SIGUSR1, { handler: HANDLER, mask: set(SIGUSR2) });
    kill(guest, SIGUSR1);
    const frame = deliver(machine, guest);
    expect(mask(guest)).toBe(set(SIGHUP, SIGUSR1, SIGUSR2));
    guest.core.handled(frame?.context ?? 0);
    expect(mask(guest)).toBe(set(SIGHUP));
  });

  test("may change the mask that comes back in its ucontext, but not unstop the unstoppable", () => {
    const [machine, guest] = one();
    act(guest, SIGUSR1, { handler: HANDLER });
    kill(guest, SIGUSR1);
    const context = deliver(machine, guest)?.context ?? 0;
    guest.flat.setBigUint64(context + 24, (1n << 64n) - 1n, true);
    guest.core.handled(context);
    expect(mask(guest)).toBe((1n << 64n) - 1n - set(9, SIGSTOP));
  });

  test("with SA_NODEFER comes again at once, with SA_RESETHAND not again", () => {
    const [machine, guest] = one();
    act(guest, SIGUSR1, { handler: HANDLER, flags: SA_NODEFER });
    kill(guest, SIGUSR1);
    deliver(machine, guest);
    kill(guest, SIGUSR1);
    expect(deliver(machine, guest)?.signal).toBe(SIGUSR1);
    act(guest, SIGTERM, { handler: HANDLER, flags: SA_RESETHAND });
    kill(guest, SIGTERM);
    expect(deliver(machine, guest)?.signal).toBe(SIGTERM);
    setMask(guest, 0n);
    expect(machine.end(guest, () => kill(guest, SIGTERM))).toBe(SIGTERM);
  });

  test("leaves the red zone and stands on sixteen bytes, frame below frame", () => {
    const [machine, guest] = one();
    for (const signal of [SIGUSR1, SIGUSR2]) act(guest, signal, { handler: HANDLER });
    kill(guest, SIGUSR1);
    kill(guest, SIGUSR2);
    const outer = deliver(machine, guest, STACK - 4);
    const inner = deliver(machine, guest, outer?.stack);
    expect(outer?.stack ?? 0).toBeLessThanOrEqual(STACK - 4 - 128 - 288);
    expect(inner?.stack ?? 0).toBeLessThanOrEqual((outer?.stack ?? 0) - 128 - 288);
    for (const frame of [outer, inner]) expect((frame?.stack ?? 1) % 16).toBe(0);
    expect([outer?.signal, inner?.signal]).toEqual([SIGUSR1, SIGUSR2]);
  });

  test("that is dropped between the interruption and the frame leaves sigsuspend's mask no longer", () => {
    const [machine, guest, other] = one();
    act(guest, SIGTSTP, { handler: HANDLER });
    setMask(guest, set(SIGUSR1, SIGTSTP));
    guest.flat.setBigUint64(AT, set(SIGUSR2), true);
    machine.meanwhile.push(() => kill(other, SIGTSTP, guest));
    expect(guest.call(SYS_rt_sigsuspend, AT, 8)).toBe(-EINTR);
    kill(other, SIGCONT, guest);
    expect(deliver(machine, guest)).toBeUndefined();
    expect(mask(guest)).toBe(set(SIGUSR1, SIGTSTP));
    expect(machine.core.check()).toBe(0);
  });
});

describe("the alternate stack", () => {
  test("is used with SA_ONSTACK, once entered no second time", () => {
    const [machine, guest] = one();
    altstack(guest, 0x8000, 0x2000);
    for (const signal of [SIGUSR1, SIGUSR2]) act(guest, signal, { handler: HANDLER, flags: SA_ONSTACK });
    kill(guest, SIGUSR1);
    const outer = deliver(machine, guest);
    expect(outer?.stack).toBeGreaterThan(0x9800);
    expect(outer?.stack).toBeLessThan(0xa000);
    expect(altflags(guest, outer?.stack ?? 0)).toBe(SS_ONSTACK);
    expect(altstack(guest, 0x4000, 0x2000, 0, outer?.stack)).toBe(-EPERM);
    kill(guest, SIGUSR2);
    const inner = deliver(machine, guest, outer?.stack);
    expect(inner?.stack).toBeLessThan((outer?.stack ?? 0) - 128);
    expect(inner?.stack).toBeGreaterThan(0x8000);
  });

  test("that is full is a SIGSEGV, which ends the process unless it has a handler elsewhere", () => {
    const [machine, guest] = one();
    altstack(guest, 0x8000, MINSIGSTKSZ);
    act(guest, SIGUSR1, { handler: HANDLER, flags: SA_ONSTACK });
    kill(guest, SIGUSR1);
    expect(machine.end(guest, () => deliver(machine, guest, 0x8100))).toBe(SIGSEGV);
    expect(machine.core.check()).toBe(0);
  });

  test("with SS_AUTODISARM is off in the handler and back behind it", () => {
    const [machine, guest] = one();
    altstack(guest, 0x8000, 0x2000, SS_AUTODISARM);
    act(guest, SIGUSR1, { handler: HANDLER, flags: SA_ONSTACK });
    kill(guest, SIGUSR1);
    const frame = deliver(machine, guest);
    expect(altflags(guest, frame?.stack ?? 0)).toBe(2);
    guest.core.handled(frame?.context ?? 0);
    expect(altflags(guest, STACK)).toBe(SS_AUTODISARM);
  });
});

describe("a stack that cannot be written", () => {
  test.each([0, 64, 300, 0x40000000, 0x7fffffff, 0xfffffff0])("at %i ends the process", (sp) => {
    const [machine, guest] = one();
    act(guest, SIGUSR1, { handler: HANDLER });
    kill(guest, SIGUSR1);
    expect(machine.end(guest, () => deliver(machine, guest, sp))).toBe(SIGSEGV);
    expect(machine.core.check()).toBe(0);
  });

  test("goes to a SIGSEGV handler on the alternate stack, whatever the first handler blocks", () => {
    const [machine, guest] = one();
    altstack(guest, 0x8000, 0x2000);
    act(guest, SIGUSR1, { handler: HANDLER, mask: set(SIGSEGV, SIGHUP) });
    act(guest, SIGSEGV, { handler: HANDLER + 1, flags: SA_ONSTACK });
    kill(guest, SIGUSR1);
    const frame = deliver(machine, guest, 64);
    expect(frame).toMatchObject({ handler: HANDLER + 1, signal: SIGSEGV });
    guest.core.handled(frame?.context ?? 0);
    expect(mask(guest)).toBe(0n);
  });

  test("a ucontext that cannot be read ends the process", () => {
    const [machine, guest] = one();
    act(guest, SIGUSR1, { handler: HANDLER });
    kill(guest, SIGUSR1);
    deliver(machine, guest);
    expect(machine.end(guest, () => guest.core.handled(-16))).toBe(SIGSEGV);
  });
});

/** Calls that block: name, number, arguments, and whether a handler with SA_RESTART has them made again. */
function blocking(guest: Guest): [name: string, nr: number, args: number[], restarts: boolean][] {
  guest.call(SYS_pipe2, AT, 0);
  const fd = guest.flat.getInt32(AT, true);
  span(guest, AT + 64, 1e9);
  guest.flat.setBigUint64(AT + 128, set(SIGHUP), true);
  guest.core.fork(0, 4096, 4096);
  return [
    ["read", SYS_read, [fd, 0x5000, 8], true],
    ["wait4", SYS_wait4, [-1, 0, 0, 0], true],
    ["nanosleep", SYS_nanosleep, [AT + 64, 0], false],
    ["sigsuspend", SYS_rt_sigsuspend, [AT + 128, 8], false],
    ["sigtimedwait", SYS_rt_sigtimedwait, [AT + 128, 0, 0, 8], false],
  ];
}

describe("an interrupted call", () => {
  test.each([0, 1, 2, 3, 4])("number %i is made again with SA_RESTART where it may be, else EINTR", (n) => {
    const [machine, guest, other] = one();
    const [, nr, args, restarts] = blocking(guest)[n] as ReturnType<typeof blocking>[number];
    act(guest, SIGUSR1, { handler: HANDLER, flags: SA_RESTART });
    machine.meanwhile.push(() => kill(other, SIGUSR1, guest));
    expect(guest.call(nr, ...args)).toBe(restarts ? RESTART : -EINTR);
    if (restarts) expect(restart(machine, guest).slice(0, args.length + 1)).toEqual([nr, ...args]);
    expect(drain(machine, guest)).toEqual([SIGUSR1]);
    act(guest, SIGUSR1, { handler: HANDLER });
    machine.meanwhile.push(() => kill(other, SIGUSR1, guest));
    expect(guest.call(nr, ...args)).toBe(-EINTR);
    expect(drain(machine, guest)).toEqual([SIGUSR1]);
    expect(machine.core.check()).toBe(0);
  });

  test.each([0, 1, 2, 3])("number %i goes on after a stop, and after a signal that is ignored", (n) => {
    const [machine, guest, other] = one();
    const [, nr, args] = blocking(guest)[n] as ReturnType<typeof blocking>[number];
    machine.meanwhile.push(
      () => kill(other, 28, guest),
      () => kill(other, SIGSTOP, guest),
      () => kill(other, SIGCONT, guest),
    );
    expect(() => guest.call(nr, ...args)).toThrow(Blocked);
    expect(machine.meanwhile).toHaveLength(0);
    expect(machine.core.check()).toBe(0);
  });

  test("that sleeps goes on to its first end", () => {
    const [machine, guest, other] = one();
    span(guest, AT, 1e9);
    const sleeps: number[] = [];
    const sleep = (ns: number, then: () => void) => (most: number) => {
      sleeps.push(most);
      machine.now += ns;
      then();
    };
    machine.meanwhile.push(
      sleep(4e8, () => kill(other, SIGSTOP, guest)),
      () => kill(other, SIGCONT, guest),
      sleep(6e8, () => undefined),
    );
    expect(guest.call(SYS_nanosleep, AT, AT + 16)).toBe(0);
    expect(sleeps).toEqual([1e9, 6e8]);
  });

  test("that sleeps and has no place for the rest shortens no later sleep", () => {
    const [machine, guest, other] = one();
    span(guest, AT, 1e9);
    act(guest, SIGUSR1, { handler: HANDLER });
    machine.meanwhile.push(() => kill(other, SIGUSR1, guest));
    expect(guest.call(SYS_nanosleep, AT, 0x7ffffff0)).toBe(-EFAULT);
    drain(machine, guest);
    machine.now += 2e9;
    let slept = 0;
    machine.meanwhile.push((ns) => {
      slept = ns;
      machine.now += ns;
    });
    expect(guest.call(SYS_nanosleep, AT, 0)).toBe(0);
    expect(slept).toBe(1e9);
  });

  test("that has moved bytes tells how many, and the handler runs behind it", () => {
    const [machine, guest, other] = one();
    guest.call(SYS_pipe2, AT, 0);
    act(guest, SIGUSR1, { handler: HANDLER, flags: SA_RESTART });
    machine.meanwhile.push(() => kill(other, SIGUSR1, guest));
    const put = guest.call(SYS_write, guest.flat.getInt32(AT + 4, true), 0x4000, 0x18000);
    expect(put).toBe(65536);
    expect(drain(machine, guest)).toEqual([SIGUSR1]);
  });

  test("of sigsuspend runs the handler under its mask, then has the former one back", () => {
    const [machine, guest, other] = one();
    act(guest, SIGUSR1, { handler: HANDLER });
    block(guest, SIGUSR1);
    guest.flat.setBigUint64(AT, set(SIGUSR2), true);
    machine.meanwhile.push(() => kill(other, SIGUSR1, guest));
    expect(guest.call(SYS_rt_sigsuspend, AT, 8)).toBe(-EINTR);
    const frame = deliver(machine, guest);
    expect(mask(guest)).toBe(set(SIGUSR1, SIGUSR2));
    guest.core.handled(frame?.context ?? 0);
    expect(mask(guest)).toBe(set(SIGUSR1));
  });
});
