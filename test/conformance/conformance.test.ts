// conformance — every conformance program prints in Quire what it printed on Linux, and nothing stays behind.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { boot, type Machine } from "quire";
import { afterAll, describe, expect, test } from "vitest";
import { type Holdings, holdings, untilIdle } from "../smp/idle.ts";
import { compileCase } from "./compile.ts";
import { type Case, cases, expected, formatTranscript } from "./list.ts";
import { runCase } from "./run.ts";

/** Known failures: the case's name and the reason. One that passes is an error too. */
const status = JSON.parse(readFileSync(join(import.meta.dirname, "status.json"), "utf8")) as Record<
  string,
  string
>;

const all = cases(process.env.CASE);

/** Runs a case; throws when the output, the ending or what is left in the machine is not as it should be. */
async function conform(machine: Machine, one: Case): Promise<void> {
  const compiled = await compileCase(one);
  const before: Holdings = holdings(machine);
  const { stderr, ...result } = await runCase(machine, compiled);
  expect(formatTranscript(result), stderr).toBe(expected(one));
  await untilIdle(machine, 5_000);
  expect(machine.check()).toBe(0);
  expect(holdings(machine)).toEqual(before);
}

function interfaceOf(one: Case): string {
  return one.name.split("/")[0] ?? "";
}

describe.each([...new Set(all.map(interfaceOf))])("%s", (name) => {
  let machine: Machine | undefined;
  afterAll(() => machine?.destroy());

  const mine = all.filter((one) => interfaceOf(one) === name);
  test.each(mine.map((one) => [one.name, one] as const))("%s", async (_, one) => {
    machine ??= await boot({ cpus: 2, memory: "128M" });
    const reason = status[one.name];
    try {
      await conform(machine, one);
    } catch (error) {
      // A case that broke its machine must not break the next one.
      await machine.destroy();
      machine = undefined;
      if (reason === undefined) throw error;
      return;
    }
    if (reason !== undefined) expect.fail(`passes, but status.json says: ${reason}`);
  });
});

test("every known failure is the name of a case", () => {
  const names = new Set(cases().map((one) => one.name));
  expect(Object.keys(status).filter((name) => !names.has(name))).toEqual([]);
});
