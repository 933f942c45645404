// forks — ten thousand processes come and go, and nothing of them stays.

import { boot } from "quire";
import { expect, test } from "vitest";
import { holdingsAgain, settledHoldings, untilIdle } from "./idle.ts";
import { compileProgram } from "./program.ts";

test("ten thousand forks leave no frame, object, descriptor or process behind", async () => {
  await using machine = await boot({ cpus: 2, memory: "64M" });
  await machine.load("/bin/forks", await compileProgram("test/smp/programs/forks.c"));
  const run = async (n: number): Promise<string> => {
    const process = await machine.spawn("/bin/forks", [String(n)], { stdin: "ignore", stderr: "ignore" });
    const said = await new Response(process.stdout).text();
    expect(await process.exit).toEqual({ code: 0, signal: null });
    await untilIdle(machine);
    return said;
  };
  expect(await run(100)).toBe("100 of 100\n");
  const before = await settledHoldings(machine);
  expect(await run(10_000)).toBe("10000 of 10000\n");
  expect(await holdingsAgain(machine, before)).toEqual(before);
  expect(machine.check()).toBe(0);
  expect(machine.statistics().processes).toBeGreaterThan(10_000);
});
