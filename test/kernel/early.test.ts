// early — tests of signals that reach a process before its thread has a CPU.
import { expect, test } from "vitest";
import { SIGKILL, SIGTERM } from "../../host/abi/constants.ts";
import { TestMachine } from "./machine.ts";

/** A process the host has spawned but not placed: its thread. */
function unplaced(machine: TestMachine): number {
  const { core } = machine;
  const block = core.hostAlloc(32);
  new Uint8Array(machine.phys.buffer, block, 32).fill(0);
  new Uint8Array(machine.phys.buffer, block + 16, 1).set([0x2f]);
  const thread = core.processSpawn(1, block, block + 16, 1);
  core.hostFree(block, 32);
  return thread;
}

test("a signal to a process without a CPU waits for its first safepoint", () => {
  const machine = new TestMachine();
  const thread = unplaced(machine);
  const pid = machine.core.threadPid(thread);
  expect(machine.core.processKill(pid, SIGTERM)).toBe(0);
  expect(machine.core.check()).toBe(0);
  expect(machine.core.processOpen(thread)).toBe(0);
  const guest = machine.adopt(thread);
  machine.core.threadReady(thread);
  expect(machine.core.cpuWait()).toBe(thread);
  expect(machine.end(guest, () => guest.core.safepoint())).toBe(SIGTERM);
  expect(machine.core.check()).toBe(0);
});

test("a thread made ready twice by a signal runs once", () => {
  const machine = new TestMachine();
  const thread = unplaced(machine);
  machine.core.processOpen(thread);
  const guest = machine.adopt(thread);
  machine.core.threadReady(thread);
  machine.core.processKill(guest.pid, SIGKILL);
  expect(machine.core.cpuWait()).toBe(thread);
  expect(() => machine.core.cpuWait()).toThrow("the CPU would sleep");
  expect(machine.end(guest, () => guest.core.safepoint())).toBe(SIGKILL);
});
