// libc-stdio.test — when a program's output reaches the kernel, and what its start and its ends do.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SIGABRT } from "../../host/abi/constants.ts";
import { compile } from "../../host/build/cc.ts";
import { output, runStandIn, type StandInOptions, type StandInResult } from "./standin.ts";

async function run(name: string, options: StandInOptions): Promise<StandInResult> {
  const program = await compile({ args: [join(import.meta.dirname, "programs", `${name}.c`)] });
  return runStandIn(program, options);
}

const TERMINALS = [0, 1, 2];

describe("standard output", () => {
  test("on a terminal, a line goes out when it ends", async () => {
    const { writes } = await run("buffering", { terminals: TERMINALS });
    expect(writes).toEqual([
      { fd: 1, text: "one two\n" },
      { fd: 2, text: "error 1\n" },
      { fd: 1, text: "three four" },
    ]);
  });

  test("elsewhere, everything goes out at the end in one write", async () => {
    const { writes, status } = await run("buffering", {});
    expect(writes).toEqual([
      { fd: 2, text: "error 1\n" },
      { fd: 1, text: "one two\nthree four" },
    ]);
    expect(status).toBe(6);
  });

  test("a full buffer goes out when 4096 bytes are exceeded", async () => {
    const result = await run("buffering", { args: ["buffering", "fill"] });
    const sizes = result.writes.filter(({ fd }) => fd === 1).map(({ text }) => text.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe("one two\nthree four".length + 4095);
    expect(Math.max(...sizes)).toBeGreaterThanOrEqual(4096);
  });

  test("exit flushes, _exit and abort do not", async () => {
    const ended = async (how: string): Promise<[string, number | null, readonly number[]]> => {
      const result = await run("buffering", { args: ["buffering", how] });
      return [output(result), result.status, result.signals];
    };
    expect(await ended("exit")).toEqual(["one two\nthree four", 5, []]);
    expect(await ended("_exit")).toEqual(["", 4, []]);
    expect(await ended("abort")).toEqual(["", null, [SIGABRT, SIGABRT]]);
  });
});

describe("a program's start and end", () => {
  test("arguments and environment arrive; constructors, main and atexit run in that order", async () => {
    const result = await run("environment", { args: ["/bin/env", ""], env: ["A=1", "B=", "C=x=y"] });
    expect(output(result).split("\n")).toEqual([
      "constructor 1",
      "2 NULL",
      "argv 0 8",
      "argv 1 0",
      "env A=1",
      "env B=",
      "env C=x=y",
      "then A=changed",
      "then C=x=y",
      "then NEW=value",
      "goodbye",
      "",
    ]);
    expect(result.status).toBe(0);
  });

  test("arguments longer than the stack has room for go to the heap", async () => {
    const long = "x".repeat(300_000);
    const result = await run("environment", { args: ["/bin/env", long], env: [`A=${long}`] });
    expect(output(result)).toContain(`argv 1 300000\nenv A=${long}\n`);
    expect(result.status).toBe(0);
  });

  test("a failed assert speaks as glibc's does and aborts", async () => {
    const result = await run("environment", { args: ["/bin/env", "", ""], env: ["A=1"] });
    const file = join(import.meta.dirname, "programs/environment.c");
    expect(output(result, 2)).toBe(`env: ${file}:27: main: Assertion \`argc < 3' failed.\n`);
    expect(result.signals).toContain(SIGABRT);
  });
});
