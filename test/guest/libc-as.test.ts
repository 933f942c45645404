// libc-as.test — AssemblyScript programs: output, arguments, abort, what they import and leave free.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SA_RESTART, SIGABRT, SIGUSR1 } from "../../host/abi/constants.ts";
import { SYS_rt_sigaction } from "../../host/abi/syscalls.ts";
import { compileAs } from "../../host/build/as.ts";
import { CompileError } from "../../host/build/cc.ts";
import { output, runStandIn } from "./standin.ts";

let directory = "";
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "quire-as-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

async function compileText(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(directory, "program.ts");
  writeFileSync(file, text);
  return await compileAs(file, { cache: false });
}

test("top-level code runs, then main, whose result is the status", async () => {
  const program = await compileText(`
    import { args, print, printError } from "quire";
    print("héllo " + args().join(","));
    export function main(): i32 { printError("main"); return 3; }
  `);
  const result = runStandIn(program, { args: ["as", "x y"] });
  expect(output(result)).toBe("héllo as,x y\n");
  expect(output(result, 2)).toBe("main\n");
  expect(result.status).toBe(3);
});

test("a program without main ends with status 0", async () => {
  expect(runStandIn(await compileText("export const unused = 1;")).status).toBe(0);
});

test("an uncaught throw says where and ends by SIGABRT", async () => {
  const result = runStandIn(await compileText('throw new Error("no more");'));
  expect(output(result, 2)).toMatch(/^abort: program\.ts:1:1: no more\n$/);
  expect(result).toMatchObject({ signals: [SIGABRT], status: null });
});

test("imports the kernel alone, fork only when used; marked; data above the room for fork", async () => {
  const plain = new WebAssembly.Module(await compileText('import { print } from "quire"; print("x");'));
  const forks = new WebAssembly.Module(await compileText('import { fork } from "quire"; fork();'));
  const names = (module: WebAssembly.Module): string[] =>
    WebAssembly.Module.imports(module).map((entry) => `${entry.module}.${entry.name}`);
  expect(names(plain)).toEqual(["kern.trap"]);
  expect(names(forks).sort()).toEqual(["kern.fork", "kern.trap"]);
  expect(
    WebAssembly.Module.customSections(plain, "quire.abi").map((bytes) => [...new Uint8Array(bytes)]),
  ).toEqual([[1]]);
  const { exports } = new WebAssembly.Instance(plain, { kern: { trap: () => 0 } });
  const memory = new Uint8Array((exports.memory as WebAssembly.Memory).buffer);
  expect(memory.subarray(0, 4096 + 65536).every((byte) => byte === 0)).toBe(true);
  expect(memory.subarray(4096 + 65536).some((byte) => byte !== 0)).toBe(true);
});

test("a signal handler is a function of the exported table, above SIG_DFL and SIG_IGN", async () => {
  const program = await compileText(`
    import { SIGUSR1, signal, signalDefault, signalIgnore } from "quire";
    signal(SIGUSR1, (sig: i32) => {});
    signalIgnore(SIGUSR1);
    signalDefault(SIGUSR1);
  `);
  const actions: number[][] = [];
  runStandIn(program, {
    call: (nr, [sig = 0, action = 0], memory) => {
      if (nr !== SYS_rt_sigaction) return undefined;
      const [handler = -1, flags = -1] = new Int32Array(memory.buffer, action, 2);
      actions.push([sig, handler, flags]);
      return 0;
    },
  });
  expect(actions).toEqual([
    [SIGUSR1, 2, SA_RESTART],
    [SIGUSR1, 1, 0],
    [SIGUSR1, 0, 0],
  ]);
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(program));
  expect(exported.filter(({ kind }) => kind === "table")).toHaveLength(1);
});

test("a program that does not compile: the compiler's words", async () => {
  const failure = compileText("const n: i32 = nothing;");
  await expect(failure).rejects.toThrow(CompileError);
  await expect(failure).rejects.toThrow(/Cannot find name 'nothing'[\s\S]*program\.ts\(1,16\)/);
});
