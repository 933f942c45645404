// machine — the public API: boot, spawn, streams, files, signals, limits, and an end that leaves nothing.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { boot, type ExitStatus, type Machine, type SpawnOptions } from "quire";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { probeMachine, textOf } from "./program.ts";

async function run(machine: Machine, args: string[], options: SpawnOptions = {}) {
  const process = await machine.spawn("/bin/probe", args, { stdin: "ignore", ...options });
  const [stdout, stderr, status] = await Promise.all([
    textOf(process.stdout),
    textOf(process.stderr),
    process.exit,
  ]);
  return { stdout, stderr, ...status };
}

describe("a process", () => {
  let machine: Machine;
  const log: string[] = [];
  beforeAll(async () => {
    machine = await probeMachine({ files: { "/etc/motd": "hi\n", data: { "a.txt": "A" } } }, log);
  });
  afterAll(() => machine.destroy());

  test("gets its arguments, environment and directory", async () => {
    const { stdout } = await run(machine, ["tell", "a b", ""], { env: { X: "1", Y: "=2" }, cwd: "/etc" });
    expect(stdout).toBe("cwd /etc\narg /bin/probe\narg tell\narg a b\narg \nenv X=1\nenv Y==2\ntty 000\n");
  });

  test("is found in PATH, under the name it was called by", async () => {
    const process = await machine.spawn("probe", ["tell"], { stdin: "ignore" });
    expect(await textOf(process.stdout)).toContain("arg probe\n");
  });

  test("goes into directories as far as their names fit, and no byte further", async () => {
    await machine.fs.mkdir("/burrow");
    const { stdout } = await run(machine, ["burrow"], { cwd: "/burrow" });
    expect(stdout).toBe("File name too long at 4091\n");
    expect(machine.check()).toBe(0);
  });

  test("sees a terminal where it was given one", async () => {
    const { stdout } = await run(machine, ["tell"], { terminal: [false, true, true] });
    expect(stdout).toContain("tty 011\n");
  });

  test("ends with its code, or the signal that ended it", async () => {
    const ends: ExitStatus[] = [];
    for (const args of [["exit", "0"], ["exit", "77"], ["abort"], ["null"]]) {
      const { code, signal } = await run(machine, args);
      ends.push({ code, signal });
    }
    expect(ends).toEqual([
      { code: 0, signal: null },
      { code: 77, signal: null },
      { code: null, signal: "SIGABRT" },
      { code: null, signal: "SIGSEGV" },
    ]);
    expect(log.at(-1)).toMatch(/^quire: process \d+: SIGSEGV: write to 0x00000000: /);
  });

  test("copies a megabyte through its pipes", async () => {
    const input = Uint8Array.from({ length: 1 << 20 }, (_, i) => (i * 7) >> 3);
    const process = await machine.spawn("/bin/probe", ["copy"], { input });
    const output = new Uint8Array(await new Response(process.stdout).arrayBuffer());
    expect(Buffer.compare(output, input)).toBe(0);
    expect(await process.exit).toEqual({ code: 0, signal: null });
  });

  test("is written to and read from piece by piece", async () => {
    const process = await machine.spawn("/bin/probe", ["copy"]);
    const [writer, reader] = [process.stdin.getWriter(), process.stdout.getReader()];
    for (const text of ["one", "two", "three"]) {
      await writer.write(new TextEncoder().encode(text));
      const { value } = await reader.read();
      expect(new TextDecoder().decode(value)).toBe(text);
    }
    await writer.close();
    expect((await reader.read()).done).toBe(true);
  });

  test("dies of SIGPIPE when its reader goes", async () => {
    const process = await machine.spawn("/bin/probe", ["flood"], { stdin: "ignore" });
    await process.stdout.cancel();
    expect(await process.exit).toEqual({ code: null, signal: "SIGPIPE" });
  });

  test("waits while nobody reads", async () => {
    const process = await machine.spawn("/bin/probe", ["flood"], { stdin: "ignore" });
    const reader = process.stdout.getReader();
    await reader.read();
    await untilStill(() => syscallsOf(machine, process.pid));
    expect(process.kill("SIGKILL")).toBe(true);
    expect(await process.exit).toEqual({ code: null, signal: "SIGKILL" });
    expect(process.kill()).toBe(false);
    await reader.cancel();
  });

  test("that computes is killed by a signal, a time limit, an abort", async () => {
    const spinning = await machine.spawn("/bin/probe", ["spin"], { stdin: "ignore" });
    spinning.kill("SIGTERM");
    expect(await spinning.exit).toEqual({ code: null, signal: "SIGTERM" });
    expect(await run(machine, ["spin"], { timeout: 50 })).toMatchObject({ signal: "SIGKILL" });
    const abort = new AbortController();
    const process = await machine.spawn("/bin/probe", ["spin"], { stdin: "ignore", signal: abort.signal });
    abort.abort();
    expect(await process.exit).toEqual({ code: null, signal: "SIGKILL" });
  });

  test("sees the files given at boot, and machine.fs what it writes", async () => {
    expect(await run(machine, ["show", "/etc/motd"])).toMatchObject({ stdout: "hi\n", code: 0 });
    expect(await run(machine, ["show", "/data/a.txt"])).toMatchObject({ stdout: "A" });
    await run(machine, ["put", "/tmp/new", "text"]);
    expect(await machine.fs.readFile("/tmp/new", "utf8")).toBe("text");
    expect(await machine.fs.readdir("/data")).toEqual(["a.txt"]);
    expect(await machine.fs.stat("/tmp/new")).toMatchObject({ size: 4, isFile: true });
    await machine.fs.rm("/tmp/new");
    await expect(machine.fs.readFile("/tmp/new")).rejects.toMatchObject({
      code: "ENOENT",
      name: "FileError",
    });
  });

  test("leaves no object behind, though nobody closes its input or reads its output", async () => {
    const once = async () => {
      const process = await machine.spawn("/bin/probe", ["tell"]);
      await process.exit;
      return process;
    };
    await once();
    const before = await stillObjects(machine);
    const processes = [await once(), await once(), await once()];
    expect(await stillObjects(machine)).toBe(before);
    expect(await textOf(processes[1]!.stdout)).toContain("arg tell\n");
    await expect(processes[0]!.stdin.getWriter().write(Uint8Array.of(1))).rejects.toMatchObject({
      code: "EPIPE",
    });
  });

  test("of many is counted", async () => {
    const process = await machine.spawn("/bin/probe", ["family", "3"], { stdin: "ignore" });
    await process.stdout.getReader().read();
    const { processes } = machine.inspect();
    const family = processes.filter(({ pid, ppid }) => pid === process.pid || ppid === process.pid);
    expect(family).toHaveLength(4);
    expect(family[0]).toMatchObject({ state: "running", argv: ["/bin/probe", "family", "3"] });
    for (const { pid } of family) machine.kill(pid, "SIGKILL");
    await process.exit;
    const { syscalls, bytesIn, framesUsed } = machine.statistics();
    expect(Math.min(syscalls, bytesIn, framesUsed)).toBeGreaterThan(0);
  });
});

function syscallsOf(machine: Machine, pid: number): number {
  return machine.inspect().processes.find((process) => process.pid === pid)?.syscalls ?? -1;
}

/** The kernel's objects, once the ended threads' own are gone. */
async function stillObjects(machine: Machine): Promise<number> {
  const objects = () => machine.statistics().objects;
  await untilStill(objects);
  return objects();
}

/** Resolves when the number has stayed what it is for a while. */
async function untilStill(number: () => number): Promise<void> {
  for (let last = Number.NaN; last !== number(); ) {
    last = number();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("what cannot run", () => {
  let machine: Machine;
  const log: string[] = [];
  const module = (bytes: number[]) => Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...bytes]);
  beforeAll(async () => {
    const files = {
      "/bin/text": "hello",
      "/bin/cut": module([1, 99]),
      "/tmp/x": "#!/bin/none\n",
      "/bin/empty": "",
    };
    machine = await probeMachine({ files }, log);
    await machine.fs.writeFile("/bin/plain", "hello", { mode: 0o755 });
    await machine.fs.writeFile("/bin/script", "#!/bin/probe tell\n", { mode: 0o755 });
  });
  afterAll(() => machine.destroy());

  test.each([
    ["/bin/nothing", "ENOENT"],
    ["/bin/text", "EACCES"],
    ["/bin", "EACCES"],
    ["/bin/plain", "ENOEXEC"],
    ["/bin/cut", "ENOEXEC"],
    ["/tmp/x", "ENOENT"],
    ["nowhere", "ENOENT"],
    ["/bin/text/deeper", "ENOTDIR"],
  ])("%s is refused with %s", async (path, code) => {
    await expect(machine.spawn(path)).rejects.toMatchObject({ name: "SpawnError", code });
  });

  test("is told with the reason, and the machine goes on", async () => {
    await expect(machine.spawn(module([1, 99]))).rejects.toThrow(/program: .+/);
    await expect(machine.spawn(Uint8Array.of(1, 2, 3))).rejects.toThrow("not a WebAssembly module");
    expect(await run(machine, ["exit", "4"])).toMatchObject({ code: 4 });
    expect(machine.check()).toBe(0);
  });

  test("does not keep a script from running by its interpreter", async () => {
    const process = await machine.spawn("/bin/script", ["more"], { stdin: "ignore" });
    expect(await textOf(process.stdout)).toContain("arg /bin/probe\narg tell\narg /bin/script\narg more\n");
  });

  test("is an error of exec inside, too", async () => {
    const codes: (number | null)[] = [];
    for (const path of ["/bin/nothing", "/bin/text", "/bin/plain"]) {
      codes.push((await run(machine, ["exec", path])).code);
    }
    expect(codes).toEqual([2, 13, 8]);
  });
});

describe("a wrong argument", () => {
  let machine: Machine;
  beforeAll(async () => {
    machine = await probeMachine({ files: { "/etc/motd": "hi\n" } });
  });
  afterAll(() => machine.destroy());

  test.each([
    ["a NUL in an argument", ["tell", "a\0b"], {}, "EINVAL"],
    ["a NUL in the environment", ["tell"], { env: { A: "b\0" } }, "EINVAL"],
    ["a time that is none", ["tell"], { timeout: Number.NaN }, "EINVAL"],
    ["a relative directory", ["tell"], { cwd: "etc" }, "EINVAL"],
    ["a missing directory", ["tell"], { cwd: "/nowhere" }, "ENOENT"],
    ["a file as directory", ["tell"], { cwd: "/etc/motd" }, "ENOTDIR"],
  ])("of spawn is refused: %s", async (_, args, options, code) => {
    await expect(machine.spawn("/bin/probe", args, options)).rejects.toMatchObject({ code });
  });

  test("of spawn is refused: a program that is neither path nor bytes", async () => {
    const buffer = new ArrayBuffer(8) as unknown as Uint8Array;
    await expect(machine.spawn(buffer)).rejects.toMatchObject({ code: "EINVAL" });
  });

  test("of kill is refused, and a chunk that is no bytes", async () => {
    const process = await machine.spawn("/bin/probe", ["spin"]);
    for (const signal of [-1, 65, 1.5, "SIGNOTHING"]) expect(() => process.kill(signal)).toThrow("signal");
    expect(process.kill(0)).toBe(true);
    const text = "text" as unknown as Uint8Array;
    await expect(process.stdin.getWriter().write(text)).rejects.toThrow("a chunk is a Uint8Array");
    process.kill("SIGKILL");
    expect(await process.exit).toEqual({ code: null, signal: "SIGKILL" });
  });

  test("a time longer than a timer can wait is no time at all", async () => {
    expect(await run(machine, ["exit", "5"], { timeout: 1e12 })).toMatchObject({ code: 5 });
  });
});

describe("a host directory", () => {
  const directory = mkdtempSync(join(tmpdir(), "quire-mount-"));
  afterAll(() => rmSync(directory, { recursive: true }));

  test("is read and written, or read only", async () => {
    writeFileSync(join(directory, "in"), "from outside");
    const mounts = [
      { host: directory, guest: "/rw" },
      { host: directory, guest: "/deep/ro", readOnly: true },
    ];
    await using machine = await probeMachine({ mounts });
    expect(await run(machine, ["show", "/deep/ro/in"])).toMatchObject({ stdout: "from outside" });
    expect(await run(machine, ["put", "/rw/out", "from inside"])).toMatchObject({ code: 0 });
    expect(readFileSync(join(directory, "out"), "utf8")).toBe("from inside");
    const refused = await run(machine, ["put", "/deep/ro/out", "x"]);
    expect(refused.stdout).toBe("/deep/ro/out: Read-only file system\n");
    expect(await run(machine, ["show", "/rw/../../etc/passwd"])).toMatchObject({ code: 1 });
  });

  test("that is read only is not changed from outside either, and may hold another mount", async () => {
    const [kept, other] = [join(directory, "kept"), join(directory, "other")];
    for (const path of [kept, other]) mkdirSync(path);
    writeFileSync(join(other, "in"), "of the other");
    const mounts = [
      { host: kept, guest: "/kept", readOnly: true },
      { host: other, guest: "/kept/sub" },
    ];
    await using machine = await boot({ mounts });
    await expect(machine.fs.writeFile("/kept/a/b", "x")).rejects.toMatchObject({ code: "EROFS" });
    await expect(machine.fs.mkdir("/kept/a/b", { recursive: true })).rejects.toMatchObject({ code: "EROFS" });
    expect(await machine.fs.readFile("/kept/sub/in", "utf8")).toBe("of the other");
    expect(readdirSync(kept)).toEqual([]);
  });

  test("that is not there is an error of boot", async () => {
    const missing = [{ host: join(directory, "missing"), guest: "/x" }];
    await expect(boot({ mounts: missing })).rejects.toMatchObject({ code: "ENOENT" });
    const file = [{ host: import.meta.filename, guest: "/x" }];
    await expect(boot({ mounts: file })).rejects.toMatchObject({ code: "ENOTDIR" });
  });
});

describe("the machine's end", () => {
  test("ends every process and stream, and refuses what comes after", async () => {
    const machine = await probeMachine();
    const process = await machine.spawn("/bin/probe", ["spin"]);
    const reading = expect(process.stdout.getReader().read()).rejects.toMatchObject({ code: "ECLOSED" });
    await machine.destroy();
    expect(await process.exit).toEqual({ code: null, signal: "SIGKILL" });
    await reading;
    await expect(machine.spawn("/bin/probe")).rejects.toMatchObject({ code: "ECLOSED" });
    expect(() => machine.statistics()).toThrow("destroyed");
    await expect(machine.fs.readFile("/etc/motd")).rejects.toMatchObject({ code: "ECLOSED" });
    await machine.destroy();
  });

  test("comes with an abort, and before boot prevents it", async () => {
    const abort = new AbortController();
    const machine = await probeMachine({ signal: abort.signal });
    const process = await machine.spawn("/bin/probe", ["spin"], { stdin: "ignore" });
    abort.abort();
    expect(await process.exit).toEqual({ code: null, signal: "SIGKILL" });
    await expect(boot({ signal: abort.signal })).rejects.toMatchObject({ name: "AbortError" });
  });

  test("does not come with the time limit, which kills the processes only", async () => {
    await using machine = await probeMachine({ timeout: 300 });
    const process = await machine.spawn("/bin/probe", ["spin"], { stdin: "ignore" });
    expect(await process.exit).toEqual({ code: null, signal: "SIGKILL" });
    expect(machine.check()).toBe(0);
  });

  test("answers a load that was on its way with an error", async () => {
    const machine = await probeMachine();
    const loading = expect(machine.load("/bin/other", Uint8Array.of(1))).rejects.toThrow("destroyed");
    await machine.destroy();
    await loading;
  });
});

test("a machine without Promise Integration gives each process a worker of its own", async () => {
  await using machine = await probeMachine({ noStacks: true });
  const process = await machine.spawn("/bin/probe", ["family", "2"], { stdin: "ignore" });
  await process.stdout.getReader().read();
  const cpus = machine.inspect().processes.map(({ cpu }) => cpu);
  expect(new Set(cpus).size).toBe(cpus.length);
  expect(await run(machine, ["exit", "9"])).toMatchObject({ code: 9 });
});

test("a trace shows fork as the parent sees it", async () => {
  const lines: string[] = [];
  await using machine = await probeMachine({ trace: (line) => lines.push(line), processes: 3 });
  const process = await machine.spawn("/bin/probe", ["family", "3"], { stdin: "ignore" });
  await process.stdout.getReader().read();
  process.kill("SIGKILL");
  await process.exit;
  const forks = lines.filter((line) => line.includes("fork("));
  const parent = `[pid ${process.pid}] fork() =`;
  expect(forks).toEqual([
    `${parent} ${process.pid + 1}`,
    `${parent} ${process.pid + 2}`,
    expect.stringContaining(`${parent} -1 EAGAIN`),
  ]);
});

test("a trace is one line for each call", async () => {
  const lines: string[] = [];
  await using machine = await probeMachine({ trace: (line) => lines.push(line) });
  await run(machine, ["show", "/etc/nothing"]);
  expect(lines).toContainEqual(
    expect.stringMatching(/^\[pid \d+\] openat\(AT_FDCWD, "\/etc\/nothing", O_RDONLY, 0\) = -1 ENOENT/),
  );
  expect(lines.at(-1)).toMatch(/exit_group\(1\) = \?$/);
});
