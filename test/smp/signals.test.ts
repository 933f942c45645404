// signals — storms of signals, timers, stops and kills, and signals at random moments of every blocking call.

import { boot, type Machine } from "quire";
import { describe, expect, test } from "vitest";
import { holdingsAgain, settledHoldings, untilIdle } from "./idle.ts";
import { compileProgram } from "./program.ts";

const ROUNDS = Number(process.env.ROUNDS ?? 4);
const STORM_MS = 400;
/** Checks the order of locks, and fills freed memory with junk. */
const DEBUG_KERNEL = new URL("../../dist/kernel.debug.wasm", import.meta.url).href;

const MACHINES = [
  { cpus: 1, noStacks: false },
  { cpus: 2, noStacks: false },
  { cpus: 4, noStacks: false },
  { cpus: 64, noStacks: true },
];

function debugMachine(cpus: number, noStacks: boolean, log: string[]): Promise<Machine> {
  return boot({
    cpus,
    noStacks,
    memory: "128M",
    kernelUrl: DEBUG_KERNEL,
    onMessage: (line) => log.push(line),
  });
}

async function said(machine: Machine, program: string, args: string[]): Promise<string> {
  const process = await machine.spawn(program, args, { stdin: "ignore", stderr: "ignore" });
  const text = await new Response(process.stdout).text();
  expect(await process.exit).toEqual({ code: 0, signal: null });
  return text;
}

describe.each(MACHINES)("on $cpus CPUs, without stacks: $noStacks", ({ cpus, noStacks }) => {
  test("storms of signals lose no byte of a pipe and leave nothing behind", async () => {
    const log: string[] = [];
    await using machine = await debugMachine(cpus, noStacks, log);
    await machine.load("/bin/storm", await compileProgram("test/smp/programs/storm.c"));
    const storm = (seed: number) => said(machine, "/bin/storm", [String(seed), String(STORM_MS)]);
    expect(await storm(1)).toBe("done\n");
    const before = await settledHoldings(machine);
    for (let round = 0; round < ROUNDS; round++) {
      const seed = cpus * 1000 + round;
      expect({ seed, said: await storm(seed) }).toEqual({ seed, said: "done\n" });
      await untilIdle(machine);
      expect({ seed, broken: machine.check() }).toEqual({ seed, broken: 0 });
      expect({ seed, ...(await holdingsAgain(machine, before)) }).toEqual({ seed, ...before });
    }
    expect(log).toEqual([]);
  });

  test("a signal at any moment of a blocking call gives what the rules of restarting say", async () => {
    const log: string[] = [];
    await using machine = await debugMachine(cpus, noStacks, log);
    await machine.load("/bin/interrupt", await compileProgram("test/smp/programs/interrupt.c"));
    const rounds = cpus === 1 ? 8 : 100;
    expect(await said(machine, "/bin/interrupt", [String(rounds)])).toBe("as the rules say\n");
    await untilIdle(machine);
    expect(machine.check()).toBe(0);
    expect(log).toEqual([]);
  });
});
