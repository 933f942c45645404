// signals — structs in a guest's memory, and handlers run as the glue does, for tests.
import { SIG_BLOCK, SIG_SETMASK, SIG_UNBLOCK } from "../../host/abi/constants.ts";
import {
  SYS_read,
  SYS_rt_sigaction,
  SYS_rt_sigpending,
  SYS_rt_sigprocmask,
  SYS_rt_sigqueueinfo,
  SYS_rt_sigtimedwait,
  SYS_setitimer,
  SYS_timer_create,
  SYS_timer_settime,
} from "../../host/abi/syscalls.ts";
import type { Guest, TestMachine } from "./machine.ts";

/** Where in a guest's memory the structs of these calls lie. */
const SET = 0x2000;
const OLD = 0x2100;
const INFO = 0x2200;
const TIME = 0x2300;
const ACTION = 0x2400;
/** A C stack pointer with room below. */
export const STACK = 0x10000;

/** A set of signals. */
export function set(...signals: number[]): bigint {
  return signals.reduce((bits, signal) => bits | (1n << BigInt(signal - 1)), 0n);
}

export interface Action {
  readonly handler: number;
  readonly flags?: number;
  readonly mask?: bigint;
}

/** sigaction: 0 or -errno. */
export function act(guest: Guest, signal: number, { handler, flags = 0, mask = 0n }: Action): number {
  guest.flat.setUint32(ACTION, handler, true);
  guest.flat.setInt32(ACTION + 4, flags, true);
  guest.flat.setBigUint64(ACTION + 8, mask, true);
  return guest.call(SYS_rt_sigaction, signal, ACTION, 0);
}

function changeMask(guest: Guest, how: number, bits: bigint): bigint {
  guest.flat.setBigUint64(SET, bits, true);
  guest.call(SYS_rt_sigprocmask, how, SET, OLD, 8);
  return guest.flat.getBigUint64(OLD, true);
}

export const block = (guest: Guest, ...signals: number[]) => changeMask(guest, SIG_BLOCK, set(...signals));
export const unblock = (guest: Guest, ...signals: number[]) =>
  changeMask(guest, SIG_UNBLOCK, set(...signals));
export const setMask = (guest: Guest, bits: bigint) => changeMask(guest, SIG_SETMASK, bits);
export const mask = (guest: Guest) => changeMask(guest, SIG_BLOCK, 0n);

export function pending(guest: Guest): bigint {
  guest.call(SYS_rt_sigpending, OLD, 8);
  return guest.flat.getBigUint64(OLD, true);
}

export interface Info {
  readonly signal: number;
  readonly code: number;
  readonly pid: number;
  /** Of a timer: its overrun. */
  readonly uid: number;
  readonly status: number;
  readonly addr: number;
  readonly value: number;
}

export function infoAt(guest: Guest, ua: number): Info {
  const word = (at: number) => guest.flat.getInt32(ua + at, true);
  const [signal, code, pid, uid] = [word(0), word(8), word(12), word(16)];
  return { signal, code, pid, uid, status: word(20), addr: word(24), value: word(28) };
}

/** sigqueue with a code below 0 and a value: 0 or -errno. */
export function queue(from: Guest, pid: number, signal: number, value: number, code = -1): number {
  for (let at = 0; at < 32; at += 4) from.flat.setInt32(INFO + at, 0, true);
  from.flat.setInt32(INFO + 8, code, true);
  from.flat.setInt32(INFO + 12, from.pid, true);
  from.flat.setInt32(INFO + 28, value, true);
  return from.call(SYS_rt_sigqueueinfo, pid, signal, INFO);
}

/** sigtimedwait without waiting: what it took, or -errno. */
export function take(guest: Guest, bits: bigint): Info | number {
  guest.flat.setBigUint64(SET, bits, true);
  span(guest, TIME, 0);
  const signal = guest.call(SYS_rt_sigtimedwait, SET, INFO, TIME, 8);
  return signal < 0 ? signal : infoAt(guest, INFO);
}

/** Stores nanoseconds as a ktimespec. */
export function span(guest: Guest, ua: number, ns: number): number {
  guest.flat.setBigInt64(ua, BigInt(Math.floor(ns / 1e9)), true);
  guest.flat.setInt32(ua + 8, ns % 1e9, true);
  return ua;
}

/** setitimer(ITIMER_REAL), in ns. */
export function alarm(guest: Guest, ns: number, interval = 0): number {
  for (const [at, value] of [
    [0, interval],
    [16, ns],
  ] as const) {
    guest.flat.setBigInt64(TIME + at, BigInt(Math.floor(value / 1e9)), true);
    guest.flat.setInt32(TIME + at + 8, (value % 1e9) / 1e3, true);
  }
  return guest.call(SYS_setitimer, 0, TIME, 0);
}

/** timer_create on CLOCK_MONOTONIC: its id or -errno. notify 0: SIGEV_SIGNAL, 1: SIGEV_NONE. */
export function timer(guest: Guest, signal: number, value = 0, notify = 0): number {
  [value, signal, notify, 0].forEach((word, i) => {
    guest.flat.setInt32(INFO + 4 * i, word, true);
  });
  const error = guest.call(SYS_timer_create, 1, INFO, OLD);
  return error < 0 ? error : guest.flat.getInt32(OLD, true);
}

/** timer_settime, in ns. */
export function arm(guest: Guest, id: number, ns: number, interval = 0, flags = 0): number {
  span(guest, TIME, interval);
  span(guest, TIME + 16, ns);
  return guest.call(SYS_timer_settime, id, flags, TIME, 0);
}

/** Reads eight bytes of a timerfd: the count, or -errno. */
export function readCount(guest: Guest, fd: number): number {
  const got = guest.call(SYS_read, fd, INFO, 8);
  return got === 8 ? Number(guest.flat.getBigInt64(INFO, true)) : got;
}

export interface Frame {
  readonly handler: number;
  readonly signal: number;
  readonly info: number;
  readonly context: number;
  readonly stack: number;
}

/** What the glue does before it calls a handler: the frame of the next one, or nothing. */
export function deliver(machine: TestMachine, guest: Guest, sp = STACK): Frame | undefined {
  const handler = guest.core.handler(sp);
  if (handler === 0) return undefined;
  const attention = guest.core.threadAttn(guest.thread) >>> 2;
  const word = (at: number) => (machine.words[attention + at] ?? 0) >>> 0;
  return { handler, signal: word(1), info: word(2), context: word(3), stack: word(4) };
}

/** The words of the call that is to be made again. */
export function restart(machine: TestMachine, guest: Guest): number[] {
  const at = (guest.core.threadAttn(guest.thread) >>> 2) + 5;
  return Array.from(machine.words.subarray(at, at + 7));
}

/** Runs the handlers that are pending, one after another as if each returned at once; their signals. */
export function drain(machine: TestMachine, guest: Guest, sp = STACK): number[] {
  const signals: number[] = [];
  for (let frame = deliver(machine, guest, sp); frame !== undefined; frame = deliver(machine, guest, sp)) {
    signals.push(frame.signal);
    guest.core.handled(frame.context);
  }
  return signals;
}
