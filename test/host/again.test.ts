// again — a program whose trap was caught and that executes another leaves nothing of the trap to it.
import { join } from "node:path";
import { boot } from "quire";
import { expect, test } from "vitest";
import { compile } from "../../host/build/cc.ts";
import { textOf } from "./program.ts";

test("a program that a handler of a trap has executed may fork", async () => {
  await using machine = await boot({ cpus: 2, memory: "64M" });
  await machine.load(
    "/bin/again",
    await compile({ args: [join(import.meta.dirname, "programs", "again.c")] }),
  );
  const process = await machine.spawn("/bin/again", [], { stdin: "ignore" });
  expect(await textOf(process.stdout)).toBe("1\n");
  expect(await process.exit).toEqual({ code: 0, signal: null });
});
