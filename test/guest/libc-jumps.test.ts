// libc-jumps.test — setjmp and longjmp: what they promise, what they cost, what they leave to the user.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SIG_SETMASK } from "../../host/abi/constants.ts";
import { SYS_rt_sigprocmask } from "../../host/abi/syscalls.ts";
import { compile } from "../../host/build/cc.ts";
import { getFile, runTool } from "../../host/build/clang.ts";
import { llvmFlags, TARGET_FLAGS } from "../../host/build/target.ts";
import { output, runStandIn } from "./standin.ts";

let directory = "";
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "quire-jumps-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

async function compileText(text: string, flags: string[] = []): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(directory, "program.c");
  writeFileSync(file, text);
  return await compile({ args: [...flags, file], cache: false });
}

const TAG_SECTION = 13;
const LEVELS = ["-O0", "-O1", "-O2", "-O3", "-Os"];

test.each(LEVELS)(
  "at %s every jump arrives, from all depths, with its value and the locals",
  async (level) => {
    const program = await compile({ args: [level, join(import.meta.dirname, "programs/jumps.c")] });
    const result = runStandIn(program);
    expect(output(result).split("\n")).toEqual([
      "longjmp(1) gives 1",
      "longjmp(0) gives 1",
      "longjmp(-1) gives -1",
      "longjmp(2147483647) gives 2147483647",
      "kept 2 real 1.5 untouched 7",
      "again: kept 3",
      "inner",
      "outer",
      "rounds 4",
      "sum 500500",
      "left qsort",
      "by pointer",
      "_longjmp",
      "siglongjmp 5",
      "siglongjmp 6",
      "end",
      "",
    ]);
    expect(result.status).toBe(0);
  },
);

test("sigsetjmp reads the mask when asked, siglongjmp then sets it before it jumps", async () => {
  const program = await compileText(`
    #include <setjmp.h>
    #include <stdio.h>
    int main(int argc, char **argv) {
      sigjmp_buf env[1], *next = env;
      if (sigsetjmp(*next++, argc > 1) == 0) siglongjmp(env[0], 1);
      printf("%d", (int)(next - env));
    }`);
  const calls = (args: string[]): number[][] => {
    const seen: number[][] = [];
    const call = (nr: number, [how = -1, set = -1, old = -1]: number[]): number | undefined => {
      if (nr !== SYS_rt_sigprocmask) return undefined;
      seen.push([how, Number(set !== 0), Number(old !== 0)]);
      return 0;
    };
    expect(output(runStandIn(program, { args, call }))).toBe("1");
    return seen;
  };
  expect(calls(["program"])).toEqual([]);
  expect(calls(["program", "save"])).toEqual([
    [SIG_SETMASK, 0, 1],
    [SIG_SETMASK, 1, 0],
  ]);
});

/** A module's sections: their ids and their bytes. */
function sections(module: Uint8Array): { id: number; bytes: string }[] {
  const found: { id: number; bytes: string }[] = [];
  for (let at = 8; at < module.length; ) {
    const id = module[at++]!;
    let [size, shift, byte] = [0, 0, 0];
    do {
      byte = module[at++]!;
      size += (byte & 0x7f) << shift;
      shift += 7;
    } while (byte >= 0x80);
    found.push({ id, bytes: Buffer.from(module.subarray(at, at + size)).toString("latin1") });
    at += size;
  }
  return found;
}

test("an object without setjmp is the same without the flags, its list of features apart", async () => {
  const source = `
    int printf(const char *, ...);
    static int (*volatile call)(const char *, ...) = printf;
    struct pair { double a; long long b; } twice(struct pair p) { p.a *= 2, p.b *= 2; return p; }
    int sum(int *list, int n) { int s = 0; while (n--) s += *list++; return call("%d", s); }`;
  const object = async (flags: string[]): Promise<{ id: number; bytes: string }[]> => {
    const args = ["clang", ...TARGET_FLAGS, "-O2", ...flags, "-c", "/a.c", "-o", "/a.o"];
    const { files, stderr } = await runTool(args, { "a.c": source });
    expect(new TextDecoder().decode(stderr)).toBe("");
    return sections(getFile(files, "a.o")!).filter(({ bytes }) => !bytes.includes("target_features"));
  };
  const plain = await object([]);
  expect(plain.length).toBeGreaterThan(5);
  expect(await object(llvmFlags([]))).toEqual(plain);
});

test("a user's own choice of these flags goes before the toolchain's", async () => {
  const text = `
    #include <setjmp.h>
    static jmp_buf env;
    int main(void) { if (setjmp(env) == 0) longjmp(env, 1); return 0; }`;
  const own = ["-mllvm", "-wasm-enable-sjlj", "-mllvm", "-wasm-use-legacy-eh"];
  const programs = [await compileText(text), await compileText(text, own)];
  expect(programs[0]).not.toEqual(programs[1]);
  for (const program of programs) expect(runStandIn(program).status).toBe(0);
});

test("a program without setjmp holds no tag", async () => {
  const ids = async (text: string): Promise<number[]> =>
    sections(await compileText(text)).map(({ id }) => id);
  const jumps = "#include <setjmp.h>\njmp_buf env;\nint main(void) { longjmp(env, setjmp(env)); }";
  expect(await ids("int main(void) { return 0; }")).not.toContain(TAG_SECTION);
  expect(await ids(jumps)).toContain(TAG_SECTION);
});
