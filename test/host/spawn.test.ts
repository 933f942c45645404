// spawn — a process that cannot be placed on a CPU, over a real kernel: it leaves nothing behind.
import { expect, test } from "vitest";
import { STAT_FRAMES_USED, STAT_LIVE, STAT_OBJECTS, STAT_OPEN_FILES } from "../../host/abi/constants.ts";
import { EAGAIN } from "../../host/abi/errno.ts";
import { HostBell } from "../../host/hostbell.ts";
import type { Core } from "../../host/protocol.ts";
import { Spawner } from "../../host/spawn.ts";
import { TestMachine } from "../kernel/machine.ts";

function spawnerOver(machine: TestMachine, core: Core): Spawner {
  const never = (): never => expect.unreachable("nothing was started");
  return new Spawner({
    core,
    bell: new HostBell(machine.phys, core.hostBell()),
    bytes: new Uint8Array(machine.phys.buffer),
    staging: { ka: core.hostAlloc(4096), length: 4096 },
    closed: () => undefined,
    env: {},
    load: async () => ({ image: 1 }),
    start: never,
    kill: never,
    watch: never,
  });
}

function counters({ core }: TestMachine): number[] {
  return [STAT_FRAMES_USED, STAT_OBJECTS, STAT_OPEN_FILES, STAT_LIVE].map((id) => core.statistic(id));
}

test.each([
  ["no CPU is free", { processOpen: () => -EAGAIN }, "EAGAIN", "every CPU has a process"],
  ["its last stream cannot be made", undefined, "ENOMEM", "no memory left for its streams"],
])("a process leaves nothing behind when %s", async (_, changes, code, reason) => {
  const machine = new TestMachine();
  let streams = 0;
  const processStream: Core["processStream"] = (...args) =>
    ++streams % 3 === 0 ? -12 : machine.core.processStream(...args);
  const spawner = spawnerOver(machine, { ...machine.core, ...(changes ?? { processStream }) });
  const refused = async () => {
    const spawning = spawner.spawn("/bin/x", ["a"], {});
    await expect(spawning).rejects.toMatchObject({ code, message: `/bin/x: ${reason}` });
  };
  await refused();
  const before = counters(machine);
  for (let i = 0; i < 5; i++) await refused();
  expect(counters(machine)).toEqual(before);
  expect(before.at(-1)).toBe(0);
  expect(machine.core.inspectProcess(1, machine.core.hostAlloc(4096))).toBe(0);
  expect(machine.core.check()).toBe(0);
});
