// signal-model — random sends, masks, actions, takes and handlers against a model of the rules.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  SIGCHLD,
  SIGCONT,
  SIGSEGV,
  SIGTSTP,
  SIGUSR1,
  SIGUSR2,
  STAT_OBJECTS,
} from "../../host/abi/constants.ts";
import { EAGAIN } from "../../host/abi/errno.ts";
import { SYS_exit_group, SYS_kill, SYS_tgkill } from "../../host/abi/syscalls.ts";
import { TestMachine } from "./machine.ts";
import { act, deliver, mask, pending, queue, set, setMask, take } from "./signals.ts";

const SIGNALS = [SIGUSR1, SIGUSR2, SIGSEGV, SIGCHLD, SIGCONT, SIGTSTP, 34, 35, 64];
const HARMLESS = [SIGCHLD, SIGCONT];
const has = (bits: bigint, signal: number): boolean => (bits & set(signal)) !== 0n;

interface Sent {
  readonly signal: number;
  readonly value: number;
}

/** One process with one thread: what the kernel should do. No default action that ends or stops it is set. */
class Model {
  readonly own: Sent[] = [];
  readonly shared: Sent[] = [];
  readonly handlers = new Map<number, number>();
  mask = 0n;
  readonly frames: { context: number; before: bigint }[] = [];

  isIgnored(signal: number): boolean {
    const handler = this.handlers.get(signal) ?? 0;
    return handler === 1 || (handler === 0 && HARMLESS.includes(signal));
  }

  #drop(isDropped: (signal: number) => boolean): void {
    for (const list of [this.own, this.shared]) {
      const kept = list.filter(({ signal }) => !isDropped(signal));
      list.splice(0, list.length, ...kept);
    }
  }

  send(list: Sent[], sent: Sent): void {
    const { signal } = sent;
    if (signal === SIGCONT) this.#drop((other) => other === SIGTSTP);
    if (signal === SIGTSTP) this.#drop((other) => other === SIGCONT);
    if (this.isIgnored(signal) && !has(this.mask, signal)) return;
    if (signal < 32 && list.some((other) => other.signal === signal)) return;
    list.push(sent);
  }

  act(signal: number, handler: number): void {
    this.handlers.set(signal, handler);
    if (this.isIgnored(signal)) this.#drop((other) => other === signal);
  }

  /** The next outside `blocked`, and the list it is in. */
  #next(blocked: bigint): [Sent[], Sent] | undefined {
    for (const list of [this.own, this.shared]) {
      const open = list.filter(({ signal }) => !has(blocked, signal));
      const urgent = list === this.own ? open.filter(({ signal }) => signal === SIGSEGV) : [];
      const [first] = (urgent.length > 0 ? urgent : open).toSorted((a, b) => a.signal - b.signal);
      if (first !== undefined) return [list, first];
    }
    return undefined;
  }

  take(blocked: bigint): Sent | undefined {
    const next = this.#next(blocked);
    if (next === undefined) return undefined;
    next[0].splice(next[0].indexOf(next[1]), 1);
    return next[1];
  }

  /** On the way out of the kernel what is ignored goes, up to the first that has a handler. */
  leave(): void {
    for (let next = this.#next(this.mask); next !== undefined; next = this.#next(this.mask)) {
      if (!this.isIgnored(next[1].signal)) return;
      this.take(this.mask);
    }
  }

  get pending(): bigint {
    const all = [...this.own, ...this.shared].map(({ signal }) => signal);
    return set(...new Set(all.filter((signal) => has(this.mask, signal))));
  }
}

const signal = fc.constantFrom(...SIGNALS);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ op: fc.constant("kill" as const), signal }) },
  { weight: 3, arbitrary: fc.record({ op: fc.constant("tgkill" as const), signal }) },
  { weight: 4, arbitrary: fc.record({ op: fc.constant("queue" as const), signal, value: fc.nat(99) }) },
  { weight: 3, arbitrary: fc.record({ op: fc.constant("mask" as const), some: fc.subarray(SIGNALS) }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant("act" as const), signal, handler: fc.nat(40) }) },
  { weight: 3, arbitrary: fc.record({ op: fc.constant("take" as const), some: fc.subarray(SIGNALS) }) },
  { weight: 4, arbitrary: fc.record({ op: fc.constant("deliver" as const) }) },
  { weight: 3, arbitrary: fc.record({ op: fc.constant("handled" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

class Run {
  readonly machine = new TestMachine();
  readonly sender = this.machine.spawn();
  readonly objects = this.machine.statistic(STAT_OBJECTS);
  readonly guest = this.machine.spawn();
  readonly model = new Model();

  constructor() {
    for (const each of SIGNALS) this.act(each, each + 2);
  }

  act(each: number, choice: number): void {
    const handler = choice === 0 && !HARMLESS.includes(each) ? 1 : choice;
    expect(act(this.guest, each, { handler })).toBe(0);
    this.model.act(each, handler);
  }

  step(at: Step): void {
    const { guest, sender, model } = this;
    if (at.op === "kill") {
      expect(sender.call(SYS_kill, guest.pid, at.signal)).toBe(0);
      model.send(model.shared, { signal: at.signal, value: 0 });
    } else if (at.op === "tgkill") {
      expect(sender.call(SYS_tgkill, guest.pid, guest.pid, at.signal)).toBe(0);
      model.send(model.own, { signal: at.signal, value: 0 });
    } else if (at.op === "queue") {
      expect(queue(sender, guest.pid, at.signal, at.value)).toBe(0);
      model.send(model.shared, { signal: at.signal, value: at.value });
    } else if (at.op === "act") {
      this.act(at.signal, at.handler);
    } else if (at.op === "mask") {
      model.mask = set(...at.some);
      setMask(guest, model.mask);
    } else if (at.op === "take") {
      const want = model.take(~set(...at.some));
      expect(take(guest, set(...at.some))).toEqual(
        want === undefined ? -EAGAIN : expect.objectContaining(want),
      );
    } else if (at.op === "deliver") this.deliver();
    else this.handled();
    if (at.op !== "kill" && at.op !== "tgkill" && at.op !== "queue") model.leave();
  }

  deliver(): void {
    const { guest, model } = this;
    model.leave();
    const want = model.take(model.mask);
    const frame = deliver(this.machine, guest, 0x18000 - this.model.frames.length * 1024);
    if (want === undefined) {
      expect(frame).toBeUndefined();
      return;
    }
    const handler = model.handlers.get(want.signal);
    expect(frame).toMatchObject({ handler, signal: want.signal });
    expect(guest.flat.getInt32((frame?.info ?? 0) + 28, true)).toBe(want.value);
    model.frames.push({ context: frame?.context ?? 0, before: model.mask });
    model.mask |= set(want.signal);
  }

  handled(): void {
    const frame = this.model.frames.pop();
    if (frame === undefined) return;
    this.guest.core.handled(frame.context);
    this.model.mask = frame.before;
  }

  /** What can be seen between two steps. */
  compare(): void {
    expect(pending(this.guest)).toBe(this.model.pending);
    this.model.leave();
    expect(mask(this.guest)).toBe(this.model.mask);
    expect(this.machine.core.check()).toBe(0);
  }
}

test("any sends, masks, actions, takes and handlers do what the model does", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
      const run = new Run();
      for (const each of steps) {
        run.step(each);
        run.compare();
      }
      run.machine.end(run.guest, () => run.guest.call(SYS_exit_group, 0));
      expect(run.machine.statistic(STAT_OBJECTS)).toBe(run.objects);
      expect(run.machine.core.check()).toBe(0);
    }),
    { numRuns: 200 },
  );
});
