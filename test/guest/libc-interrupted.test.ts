// libc-interrupted.test — jumps out of handlers into the interrupted function, at every optimization level.
import { boot, type Machine } from "quire";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compile } from "../../host/build/cc.ts";
import { cases, expected, formatTranscript, root } from "../conformance/list.ts";
import { runCase } from "../conformance/run.ts";

let machine: Machine;
beforeAll(async () => {
  machine = await boot({ cpus: 2, memory: "128M" });
});
afterAll(() => machine.destroy());

const names = ["jump/interrupted", "fault/leaves"];
const levels = ["-O0", "-O1", "-O2", "-O3", "-Os"];
const legacy = ["-mllvm", "-wasm-use-legacy-eh"];

test.each(names.flatMap((name) => levels.map((level) => [name, level] as const)))(
  "%s prints at %s what it printed on Linux",
  async (name, level) => {
    for (const form of level === "-O2" ? [[], legacy] : [[]]) {
      const [one] = cases(name);
      if (one === undefined) return expect.fail(`there is no ${name}`);
      const args = ["-std=gnu17", "-matomics", level, ...form, one.source];
      const module = await compile({ args, cwd: root });
      const { stderr, ...result } = await runCase(machine, {
        ...{ name: one.name, args: one.args, stdin: one.stdin, module, programs: [] },
      });
      expect(formatTranscript(result), stderr).toBe(expected(one));
    }
  },
);
