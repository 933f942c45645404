// options — the command line is understood as its help says, and sizes and times as people write them.
import { describe, expect, test } from "vitest";
import { helpText, parseCommand, UsageError } from "../../host/cli/options.ts";
import { cpuCount, memoryBytes, parseBytes, parseDuration, stackBytes } from "../../host/options.ts";
import { timerMilliseconds } from "../../host/process.ts";

describe("quire", () => {
  test("runs a file when its first word is no verb", () => {
    expect(parseCommand(["hello.c", "-v", "--stats"])).toMatchObject({
      verb: "run",
      run: { file: "hello.c", args: ["-v", "--stats"], stats: false },
    });
  });

  test("takes its own options before the file only", () => {
    const command = parseCommand([
      "run",
      "--cpus",
      "2",
      "--env=A=1",
      "--env",
      "B",
      "--trace",
      "x.wasm",
      "--cpus",
    ]);
    expect(command).toMatchObject({
      run: { file: "x.wasm", args: ["--cpus"], cpus: 2, env: ["A=1", "B"], trace: true },
    });
  });

  test("takes what follows -- as the file", () => {
    expect(parseCommand(["run", "--stats", "--", "-odd.wasm", "--", "x"])).toMatchObject({
      run: { file: "-odd.wasm", args: ["--", "x"], stats: true },
    });
  });

  test.each([
    [["--bogus", "x"]],
    [["run"]],
    [["run", "--cpus", "zero", "x"]],
    [["run", "--cpus", "0", "x"]],
    [["--memory"]],
    [["--stats=yes", "x"]],
  ])("refuses %j", (argv) => {
    expect(() => parseCommand(argv)).toThrow(UsageError);
  });

  test("hands everything after cc to the compiler", () => {
    expect(parseCommand(["cc", "--help", "-o", "x"])).toEqual({ verb: "cc", args: ["--help", "-o", "x"] });
  });

  test.each([[[]], [["--help"]], [["help"]]])("helps with %j", (argv) => {
    expect(parseCommand(argv)).toEqual({ verb: "help", topic: undefined });
  });

  test("helps with one verb, and not with none of its own", () => {
    expect(parseCommand(["run", "--help"])).toEqual({ verb: "help", topic: "run" });
    expect(helpText("cc")).toContain("Example: quire cc");
    expect(helpText("run")).toContain("--dir HOST::GUEST[::ro]");
    expect(() => helpText("sing")).toThrow(UsageError);
  });

  test("has an example for each verb and no line wider than a terminal", () => {
    const text = helpText(undefined);
    expect(text.match(/Example: /g)).toHaveLength(5);
    expect(text.split("\n").filter((line) => line.length > 110)).toEqual([]);
  });
});

describe("machine options", () => {
  test("sizes", () => {
    expect(["64M", "64MiB", "1k", "65536", "1.5G", 4096].map((size) => parseBytes(size, "x"))).toEqual([
      67108864, 67108864, 1024, 65536, 1610612736, 4096,
    ]);
    expect(() => parseBytes("lots", "memory")).toThrow("memory: not a size: lots");
  });

  test("times", () => {
    expect(["5s", "300ms", "2m", "1", "0.5s"].map((time) => parseDuration(time, "x"))).toEqual([
      5000, 300, 120000, 1000, 500,
    ]);
    expect(() => parseDuration("soon", "--timeout")).toThrow("--timeout: not a time: soon");
  });

  test("limits", () => {
    expect(memoryBytes({ memory: "16M" })).toBe(16 * 1024 * 1024);
    expect(() => memoryBytes({ memory: "1M" })).toThrow("at least 4M");
    expect(() => memoryBytes({ memory: "4G" })).toThrow("less than 4G");
    expect(cpuCount({}, 96)).toBe(8);
    expect(() => cpuCount({ cpus: 65 }, 2)).toThrow("between 1 and 64");
  });

  test("a stack and a time limit are within what the engine can do", () => {
    expect(stackBytes("2M")).toBe(2 * 1024 ** 2);
    for (const size of ["63K", "2G", "big"]) expect(() => stackBytes(size)).toThrow("stack: ");
    expect(timerMilliseconds(1e12)).toBe(2 ** 31 - 1);
    expect([undefined, Number.POSITIVE_INFINITY].map(timerMilliseconds)).toEqual([undefined, undefined]);
    for (const time of [-1, Number.NaN]) expect(() => timerMilliseconds(time)).toThrow("timeout: ");
  });
});
