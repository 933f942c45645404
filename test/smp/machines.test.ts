// machines — several machines in one process, and machines that end while they are busy.

import { boot } from "quire";
import { expect, test } from "vitest";
import { compileProgram } from "./program.ts";

/** Workers alive in this process, as Node counts them. */
function workers(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === "Worker" || kind === "MessagePort")
    .length;
}

test("several machines at once do not see each other's processes or files", async () => {
  const forks = await compileProgram("test/smp/programs/forks.c");
  await using first = await boot({ cpus: 2, memory: "32M", files: { "/only/first": "1" } });
  await using second = await boot({ cpus: 2, memory: "32M" });
  await using third = await boot({ cpus: 1, memory: "32M" });
  const machines = [first, second, third];
  const runs = machines.map(async (machine) => {
    const child = await machine.spawn(forks, ["300"]);
    const [said, status] = await Promise.all([new Response(child.stdout).text(), child.exit]);
    return { said, ...status };
  });
  expect(await Promise.all(runs)).toEqual(
    machines.map(() => ({ said: "300 of 300\n", code: 0, signal: null })),
  );
  await expect(second.fs.readFile("/only/first")).rejects.toMatchObject({ code: "ENOENT" });
  expect(machines.map((machine) => machine.check())).toEqual([0, 0, 0]);
});

test("a machine that ends while busy takes its workers with it", async () => {
  const churn = await compileProgram("test/smp/programs/churn.c");
  const before = workers();
  for (let round = 0; round < 5; round++) {
    const machine = await boot({ cpus: 2, memory: "64M" });
    const children = await Promise.all([1, 2, 3].map((seed) => machine.spawn(churn, [String(seed + round)])));
    await machine.destroy();
    for (const child of children) expect(await child.exit).toEqual({ code: null, signal: "SIGKILL" });
    await expect(machine.spawn(churn)).rejects.toMatchObject({ code: "ECLOSED" });
  }
  expect(workers()).toBeLessThanOrEqual(before);
});

test("an aborted boot signal ends the machine", async () => {
  const churn = await compileProgram("test/smp/programs/churn.c");
  const controller = new AbortController();
  const machine = await boot({ cpus: 1, memory: "32M", signal: controller.signal });
  const child = await machine.spawn(churn, ["1"]);
  controller.abort();
  expect(await child.exit).toEqual({ code: null, signal: "SIGKILL" });
  expect(() => machine.statistics()).toThrow(/destroyed/);
});
