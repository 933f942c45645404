// cli — the command `quire` as a person meets it: streams, exit statuses, complaints.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { probe } from "./program.ts";

const MAIN = join(import.meta.dirname, "..", "..", "dist", "host", "cli", "main.js");
const directory = mkdtempSync(join(tmpdir(), "quire-cli-"));

beforeAll(async () => {
  writeFileSync(join(directory, "probe.wasm"), await probe());
  writeFileSync(join(directory, "text.wasm"), "no module");
  writeFileSync(join(directory, "cut.wasm"), Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 99));
  writeFileSync(join(directory, "wrong.c"), "int main(void) { return nothing; }\n");
  writeFileSync(
    join(directory, "right.c"),
    '#include <stdio.h>\nint main(void) { puts("compiled"); return 6; }\n',
  );
});
afterAll(() => rmSync(directory, { recursive: true }));

function quire(args: string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: directory,
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("quire", () => {
  test("connects the three streams and ends with the program's status", () => {
    expect(quire(["probe.wasm", "copy"], "through\n")).toEqual({
      status: 0,
      stdout: "through\n",
      stderr: "",
    });
    expect(quire(["run", "probe.wasm", "exit", "42"])).toEqual({ status: 42, stdout: "", stderr: "" });
  });

  test("ends with 128 + the signal's number", () => {
    expect(quire(["probe.wasm", "abort"]).status).toBe(134);
    const { status, stderr } = quire(["probe.wasm", "null"]);
    expect(status).toBe(139);
    expect(stderr).toMatch(/^quire: process \d+: SIGSEGV: write to 0x00000000: nothing is mapped there\n$/);
  });

  test("compiles C, and shows what the compiler says when it does not", () => {
    expect(quire(["right.c"])).toEqual({ status: 6, stdout: "compiled\n", stderr: "" });
    const { status, stderr } = quire(["wrong.c"]);
    expect(status).toBe(126);
    expect(stderr).toContain("use of undeclared identifier 'nothing'");
    expect(stderr).toMatch(/quire: wrong\.c: does not compile\n$/);
  });

  test.each([
    ["missing.wasm", 127, "quire: missing.wasm: No such file or directory\n"],
    [".", 126, "quire: .: Is a directory\n"],
    ["text.wasm", 126, "quire: text.wasm: not a WebAssembly module, nor a .c or .ts file\n"],
  ])("says why %s cannot run", (file, status, stderr) => {
    expect(quire([file])).toEqual({ status, stdout: "", stderr });
  });

  test("says why a broken module cannot run, in one line", () => {
    const { status, stderr } = quire(["cut.wasm"]);
    expect(status).toBe(126);
    expect(stderr).toMatch(/^quire: cut\.wasm: .+\n$/);
  });

  test("answers a wrong command line with status 2 and where help is", () => {
    expect(quire(["--bogus", "x.wasm"])).toMatchObject({
      status: 2,
      stderr: "quire: Unknown option '--bogus'\nTry: quire help\n",
    });
    expect(quire(["--cpus", "-1", "probe.wasm"]).stderr).toBe(
      "quire: Option '--cpus' argument is ambiguous\nTry: quire help\n",
    );
    expect(quire(["--dir", "nonsense", "probe.wasm"]).status).toBe(2);
    expect(quire(["--dir", "missing::/x", "probe.wasm"]).status).toBe(125);
    expect(quire(["--timeout", "soon", "probe.wasm"])).toMatchObject({ status: 2 });
  });

  test("hands directories and the environment in", () => {
    const { stdout } = quire([
      "--dir",
      ".::/here::ro",
      "--env",
      "A=1",
      "probe.wasm",
      "show",
      "/here/right.c",
    ]);
    expect(stdout).toContain("compiled");
    const told = quire(["--env", "A=1", "--env", "NO_SUCH_VARIABLE", "probe.wasm", "tell"]).stdout;
    expect(told).toContain("env A=1\n");
    expect(told).not.toContain("NO_SUCH_VARIABLE");
  });

  test("ends what runs too long", () => {
    expect(quire(["--timeout", "300ms", "probe.wasm", "spin"]).status).toBe(137);
  });

  test("gives a program the stack it is told to", () => {
    const tall = [
      "static volatile int one = 1;",
      "static int tall(int n) { return n == 0 ? 0 : tall(n - 1) + one; }",
      "int main(void) { return tall(100000) != 100000; }",
    ];
    writeFileSync(join(directory, "tall.c"), `${tall.join("\n")}\n`);
    const overflow = expect.stringContaining("SIGSEGV: stack overflow");
    expect(quire(["tall.c"])).toEqual({ status: 139, stdout: "", stderr: overflow });
    expect(quire(["--stack", "64M", "tall.c"])).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(quire(["--stack", "1K", "tall.c"]).status).toBe(2);
  });

  test("prints calls and counters on standard error when asked", () => {
    const { stdout, stderr } = quire(["--trace", "--stats", "probe.wasm", "exit", "0"]);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/\[pid 2\] exit_group\(0\) = \?\n/);
    expect(stderr).toMatch(/ processes +1\n/);
  });

  test("hands ^C on as SIGINT", async () => {
    const child = spawn(process.execPath, [MAIN, "probe.wasm", "family", "0"], { cwd: directory });
    await new Promise((resolve) => child.stdout.once("data", resolve));
    child.kill("SIGINT");
    expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(130);
  });

  test("copies more than the caller takes at once, and says nothing of its own", async () => {
    const child = spawn(process.execPath, [MAIN, "probe.wasm", "copy"], { cwd: directory });
    const said: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
    child.stdin.end(Buffer.alloc(8 * 1024 * 1024, "x"));
    let length = 0;
    for await (const chunk of child.stdout) length += (chunk as Buffer).length;
    expect(length).toBe(8 * 1024 * 1024);
    expect(Buffer.concat(said).toString()).toBe("");
  });

  test("kills a program whose reader has gone by SIGPIPE", async () => {
    const child = spawn(process.execPath, [MAIN, "probe.wasm", "flood"], { cwd: directory });
    await new Promise((resolve) => child.stdout.once("data", resolve));
    child.stdout.destroy();
    expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(141);
  });
});
