// kill — SIGKILL at random moments against processes that pipe, fork, share pages and fault.

import { boot, type Machine, type Process } from "quire";
import { describe, expect, test } from "vitest";
import { holdingsAgain, settledHoldings, untilIdle } from "./idle.ts";
import { compileProgram } from "./program.ts";
import { pick, randomFrom } from "./random.ts";

const ROUNDS = Number(process.env.ROUNDS ?? 60);
const VICTIMS = 3;
/** Streams nobody reads would stay open, as they should. */
const SILENT = { stdin: "ignore", stdout: "ignore", stderr: "ignore" } as const;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Kills a random process of the machine, a few times, from inside it. */
async function killDescendants(machine: Machine, killer: Process, random: () => number): Promise<void> {
  const writer = killer.stdin.getWriter();
  const reader = killer.stdout.pipeThrough(new TextDecoderStream() as never).getReader();
  for (let i = pick(random, 5); i > 0; i--) {
    const others = machine.inspect().processes.filter(({ pid, argv }) => pid > 1 && argv[0] === "/bin/churn");
    const victim = others[pick(random, others.length)];
    if (victim !== undefined) {
      await writer.write(new TextEncoder().encode(`${victim.pid}\n`));
      await reader.read();
    }
    await pause(pick(random, 4));
  }
  await writer.close();
  expect((await reader.read()).done).toBe(true);
  expect(await killer.exit).toEqual({ code: 0, signal: null });
}

async function oneRound(machine: Machine, seed: number): Promise<void> {
  const random = randomFrom(seed);
  const churns = await Promise.all(
    Array.from({ length: VICTIMS }, () => machine.spawn("/bin/churn", [String(pick(random, 1e6))], SILENT)),
  );
  const killer = await machine.spawn("/bin/killer", [], { stderr: "ignore" });
  await pause(pick(random, 30));
  await killDescendants(machine, killer, random);
  for (const churn of churns) {
    await pause(pick(random, 5));
    churn.kill("SIGKILL");
  }
  for (const churn of churns) expect(await churn.exit).toEqual({ code: null, signal: "SIGKILL" });
  await untilIdle(machine);
  const sweep = await machine.spawn("/bin/sweep", [], SILENT);
  expect(await sweep.exit).toEqual({ code: 0, signal: null });
  await untilIdle(machine);
}

/** Checks the order of locks, and fills freed memory with junk. */
const DEBUG_KERNEL = new URL("../../dist/kernel.debug.wasm", import.meta.url).href;

const MACHINES = [
  { cpus: 1, noStacks: false },
  { cpus: 2, noStacks: false },
  { cpus: 4, noStacks: false },
  { cpus: 16, noStacks: true },
];

describe.each(MACHINES)("on $cpus CPUs, without stacks: $noStacks", ({ cpus, noStacks }) => {
  test("the kernel's invariants hold after every round of random kills", async () => {
    const log: string[] = [];
    await using machine = await boot({
      cpus,
      noStacks,
      memory: "128M",
      kernelUrl: DEBUG_KERNEL,
      onMessage: (line) => log.push(line),
    });
    await machine.load("/bin/churn", await compileProgram("test/smp/programs/churn.c"));
    await machine.load("/bin/killer", await compileProgram("test/smp/programs/killer.c"));
    await machine.load("/bin/sweep", await compileProgram("test/smp/programs/sweep.c"));
    await oneRound(machine, 1);
    const before = await settledHoldings(machine);
    for (let round = 0; round < ROUNDS; round++) {
      const seed = cpus * 1000 + round;
      await oneRound(machine, seed);
      expect({ seed, broken: machine.check() }).toEqual({ seed, broken: 0 });
      expect({ seed, ...(await holdingsAgain(machine, before)) }).toEqual({ seed, ...before });
    }
    expect(log.filter((line) => !/SIGSEGV: write to 0x00000010/.test(line))).toEqual([]);
  });
});
