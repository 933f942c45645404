// conformance — every conformance program prints in Quire what it printed on Linux, and nothing stays behind.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { boot, type Machine } from "quire";
import { afterAll, describe, expect, test } from "vitest";
import { type Holdings, settledHoldings, untilIdle } from "../smp/idle.ts";
import { compileCase } from "./compile.ts";
import { assemblyScriptCases, type Case, cases, expected, formatTranscript } from "./list.ts";
import { type CompiledCase, runCase } from "./run.ts";

/** Known failures: the case's name and the reason. One that passes is an error too. */
const status = JSON.parse(readFileSync(join(import.meta.dirname, "status.json"), "utf8")) as Record<
  string,
  string
>;

const { CASE: chosen = "" } = process.env;
const all = [...cases(chosen), ...assemblyScriptCases(chosen)];

/** Runs a case; what the machine holds afterwards. Throws when it prints or ends otherwise than on Linux. */
async function conform(machine: Machine, one: Case, compiled: CompiledCase): Promise<Holdings> {
  const { stderr, ...result } = await runCase(machine, compiled);
  expect(formatTranscript(result), stderr).toBe(expected(one));
  await untilIdle(machine, 5_000);
  const left = await settledHoldings(machine);
  expect(machine.check()).toBe(0);
  return left;
}

/** Runs a case twice: the first run may fill the kernel's stores of free memory, the second must take nothing. */
async function conformTwice(machine: Machine, one: Case): Promise<void> {
  const compiled = await compileCase(one);
  const before = await conform(machine, one, compiled);
  expect(await conform(machine, one, compiled)).toEqual(before);
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
      await conformTwice(machine, one);
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
  const names = new Set([...cases(), ...assemblyScriptCases()].map((one) => one.name));
  expect(Object.keys(status).filter((name) => !names.has(name))).toEqual([]);
});
