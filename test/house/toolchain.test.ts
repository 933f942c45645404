// toolchain — formatter, linter, type checker and generator have nothing to say.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { staleFiles } from "../../host/build/gen.ts";
import { checkAssembly } from "./assembly.ts";
import { ROOT } from "./sources.ts";

function run(script: string, ...args: string[]): string {
  const file = join(ROOT, "node_modules", script);
  const result = spawnSync(process.execPath, [file, ...args], { cwd: ROOT, encoding: "utf8" });
  return result.status === 0 ? "" : `${result.stdout}${result.stderr}`.slice(0, 4_000);
}

test("the formatter and the linter accept TypeScript and JSON", () => {
  expect(
    run("@biomejs/biome/bin/biome", "check", "--diagnostic-level=warn", "--error-on-warnings", "."),
  ).toBe("");
});

test("the formatter and the linter accept AssemblyScript", () => {
  expect(checkAssembly()).toBe("");
});

test("the types of the host and of the tests are right", () => {
  expect(run("typescript/bin/tsc", "--noEmit")).toBe("");
  expect(run("typescript/bin/tsc", "--noEmit", "-p", "test")).toBe("");
});

test("generated files follow from their tables", () => {
  expect(staleFiles(ROOT)).toEqual([]);
});
