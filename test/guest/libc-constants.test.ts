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

/** What the program prints on both streams when compiled and run by this machine. */
function nativeOutput(name: string): [string, string] {
  const directory = mkdtempSync(join(tmpdir(), "quire-constants-"));
  const program = join(directory, name);
  const compiled = spawnSync("cc", ["-w", "-o", program, source(name)], { encoding: "utf8" });
  const run = spawnSync(program, [], { encoding: "utf8" });
  rmSync(directory, { recursive: true });
  expect(compiled.stderr).toBe("");
  return [run.stdout, run.stderr];
}

describe.skipIf(!isLinux64 || !hasCompiler)("against this machine's C library", () => {
  test.each(["constants", "texts", "jumps"])("%s prints the same", async (name) => {
    const program = await compile({ args: [source(name)] });
    const ours = runStandIn(program);
    expect(output(ours).length).toBeGreaterThan(200);
    expect([output(ours), output(ours, 2)]).toEqual(nativeOutput(name));
  });
});
