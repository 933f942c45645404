// conformance — every conformance program prints in Quire what it printed on Linux, and nothing stays behind.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
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

/** Runs after which a case must have stopped taking memory. */
const RUNS_MAX = 6;

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

/**
 * Runs a case until a run takes nothing more: the kernel keeps freed memory in stores that grow to their
 *  peak, which differs with the order of events, but what leaks grows with every run.
 */
async function conformSteadily(machine: Machine, one: Case): Promise<void> {
  const compiled = await compileCase(one);
  const held: Holdings[] = [];
  for (let run = 0; run < RUNS_MAX; run++) {
    held.push(await conform(machine, one, compiled));
    if (run > 0 && isDeepStrictEqual(held[run], held[run - 1])) return;
  }
  expect.fail(`every run leaves something behind: ${JSON.stringify(held)}`);
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
      await conformSteadily(machine, one);
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
