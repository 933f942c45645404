// preempt — processes that only compute, on one CPU: they share it, let others wake, are stopped and killed.

import { boot, type Machine } from "quire";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileProgram } from "./program.ts";

// Other work of the computer delays everything here. So each series is run three times, and the middle figure
// counts: of shares, taken over a second; of delays, whose median must keep the bound that is promised, and
// whose 95th percentile three times as much.

const SLEEPER_LATE_US = 20_000;
const KILL_US = 50_000;
const NOISE = 3;
const SERIES = 3;

let machine: Machine;
beforeAll(async () => {
  machine = await boot({ cpus: 1, memory: "64M" });
  await machine.load("/bin/preempt", await compileProgram("test/smp/programs/preempt.c"));
});
afterAll(() => machine.destroy());

async function said(what: string): Promise<string> {
  const process = await machine.spawn("/bin/preempt", [what], { stdin: "ignore" });
  const text = await new Response(process.stdout).text();
  expect(await process.exit).toEqual({ code: 0, signal: null });
  return text.trim();
}

/** The middle of three series of each figure the program prints. */
async function middle(what: string): Promise<number[]> {
  const series: number[][] = [];
  for (let n = 0; n < SERIES; n++) series.push((await said(what)).split(" ").map(Number));
  const figures = series[0]?.keys() ?? [];
  return [...figures].map((i) => series.map((of) => of[i] as number).sort((a, b) => a - b)[1] as number);
}

describe("on one CPU", () => {
  test("two processes that compute get half of it each, within ten percent", async () => {
    const [percent] = await middle("share");
    expect(percent).toBeGreaterThanOrEqual(40);
    expect(percent).toBeLessThanOrEqual(60);
  });

  test("an endless loop delays another's sleep of a millisecond by less than 20 ms", async () => {
    const [median, most] = await middle("sleep");
    expect(median).toBeLessThan(SLEEPER_LATE_US);
    expect(most).toBeLessThan(NOISE * SLEEPER_LATE_US);
  });

  test("a process that computes stops, and goes on", async () => {
    expect(await said("stop")).toBe("stopped");
  });

  test("a process that computes dies of SIGKILL within 50 ms", async () => {
    const [median, most] = await middle("kill");
    expect(median).toBeLessThan(KILL_US);
    expect(most).toBeLessThan(NOISE * KILL_US);
  });
});
