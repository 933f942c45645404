// libc-constants.test — numbers, layouts and texts are those of the Linux this runs on.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "../../host/build/cc.ts";
import { output, runStandIn } from "./standin.ts";

const isLinux64 = process.platform === "linux" && process.arch === "x64";
const hasCompiler = spawnSync("cc", ["--version"]).status === 0;

function source(name: string): string {
  return join(import.meta.dirname, "programs", `${name}.c`);
}

/** What the program prints when compiled and run by this machine. */
function nativeOutput(name: string): string {
  const directory = mkdtempSync(join(tmpdir(), "quire-constants-"));
  const program = join(directory, name);
  const compiled = spawnSync("cc", ["-w", "-o", program, source(name)], { encoding: "utf8" });
  const run = spawnSync(program, [], { encoding: "utf8" });
  rmSync(directory, { recursive: true });
  expect(compiled.stderr).toBe("");
  return run.stdout;
}

describe.skipIf(!isLinux64 || !hasCompiler)("against this machine's C library", () => {
  test.each(["constants", "texts"])("%s prints the same", async (name) => {
    const program = await compile({ args: [source(name)] });
    const ours = output(runStandIn(program));
    expect(ours.length).toBeGreaterThan(1000);
    expect(ours).toBe(nativeOutput(name));
  });
});
