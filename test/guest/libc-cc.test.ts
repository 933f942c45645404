// libc-cc.test — `quire cc` behaves as a C compiler: stages, many inputs, diagnostics, status.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CompileError, compile } from "../../host/build/cc.ts";
import { UsageError } from "../../host/build/options.ts";
import { output, runStandIn } from "./standin.ts";

const root = join(import.meta.dirname, "../..");
let directory = "";

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "quire-cc-"));
  const write = (name: string, text: string): void => writeFileSync(join(directory, name), text);
  mkdirSync(join(directory, "src"));
  mkdirSync(join(directory, "inc"));
  write("inc/greet.h", '#define GREETING "hello"\nint twice(int);\n');
  write("src/twice.c", '#include "../inc/greet.h"\nint twice(int n) { return 2 * n; }\n');
  write(
    "main.c",
    '#include <stdio.h>\n#include <greet.h>\nint main(void) { printf(GREETING " %d\\n", twice(N)); }\n',
  );
  write("broken.c", "int main(void) { return missing; }\n");
  write("warn.c", "int main(void) { int unused; return 0; }\n");
  write(
    "words.cpp",
    `#include <algorithm>
    #include <cerrno>
    #include <csetjmp>
    #include <csignal>
    #include <cstring>
    #include <iostream>
    #include <string>
    #include <vector>
    extern "C" int four();
    static std::jmp_buf env;
    int main() {
      std::vector<std::string> words{"two", "one"};
      std::sort(words.begin(), words.end());
      if (setjmp(env) == 0) std::longjmp(env, 1);
      std::cout << words[0] << " " << words[1] << " " << four() << " " << std::strerror(EINTR) << std::endl;
    }\n`,
  );
  write(
    "four.s",
    ".globl four\n.type four,@function\nfour:\n.functype four () -> (i32)\ni32.const 4\nend_function\n",
  );
  write("undefined.c", "int nowhere(void);\nint main(void) { return nowhere(); }\n");
});
afterAll(() => rmSync(directory, { recursive: true }));

/** `quire cc` in a process of its own. */
function cc(args: string[], input = ""): { status: number | null; stdout: string; stderr: string } {
  const command = [join(root, "host/cli/main.ts"), "cc", ...args];
  const env = { ...process.env, NODE_COMPILE_CACHE: "" };
  const options = { cwd: directory, encoding: "utf8", input, env } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, command, options);
  return { status, stdout, stderr };
}

function program(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(directory, name)));
}

describe("quire cc", () => {
  test("compiles to objects with -c, and links objects and sources to a program", () => {
    expect(cc(["-c", "-O1", "-MD", "src/twice.c"])).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(readFileSync(join(directory, "twice.d"), "utf8")).toBe(
      "twice.o: src/twice.c \\\n  src/../inc/greet.h\n",
    );
    const linked = cc(["-Iinc", "-DN=21", "-o", "main.wasm", "main.c", "twice.o"]);
    expect(linked).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(output(runStandIn(program("main.wasm")))).toBe("hello 42\n");
    expect(statSync(join(directory, "main.wasm")).mode & 0o111).toBe(0o111);
  });

  test("says in one line what it cannot write or read, and gives the linker what is no source", () => {
    writeFileSync(join(directory, "notes.txt"), "no program\n");
    writeFileSync(join(directory, "empty.s"), "\n");
    expect([
      cc(["-c", "src/twice.c", "-o", "nowhere/twice.o"]),
      cc(["-Iinc", "-DN=1", "main.c", "src/twice.c", "-o", "inc"]),
      cc(["src"]),
      cc(["notes.txt"]),
      cc(["-c", "empty.s"]),
    ]).toEqual([
      {
        status: 1,
        stdout: "",
        stderr: "quire cc: error: cannot write 'nowhere/twice.o': No such file or directory\n",
      },
      { status: 1, stdout: "", stderr: "quire cc: error: cannot write 'inc': Is a directory\n" },
      { status: 1, stdout: "", stderr: "quire cc: error: 'src' is a directory\n" },
      { status: 1, stdout: "", stderr: "wasm-ld: error: unknown file type: notes.txt\n" },
      { status: 0, stdout: "", stderr: "" },
    ]);
  });

  test("several sources make a.out", () => {
    expect(cc(["-I", "inc", "-D", "N=4", "main.c", "src/twice.c"]).status).toBe(0);
    expect(output(runStandIn(program("a.out")))).toBe("hello 8\n");
  });

  test("-E reads standard input and writes standard output", () => {
    const { status, stdout } = cc(["-E", "-P", "-DX=y", "-"], "X X\n");
    expect({ status, stdout: stdout.trim() }).toEqual({ status: 0, stdout: "y y" });
  });

  test("a source that does not compile: the compiler's words, no output, status 1", () => {
    const { status, stderr } = cc(["-o", "broken.wasm", "broken.c"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^broken\.c:1:25: error: use of undeclared identifier 'missing'\n/);
    expect(existsSync(join(directory, "broken.wasm"))).toBe(false);
  });

  test("C++ without exceptions, assembly: no word, and they work together", () => {
    const sources = ["-fno-exceptions", "words.cpp", "four.s", "-lc++", "-lc++abi", "-o", "words.wasm"];
    expect(cc(sources)).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(output(runStandIn(program("words.wasm")))).toBe("one two 4 Interrupted system call\n");
  });

  test("a missing input, no input, an unknown option: one line and status 1", () => {
    const lines = [["nothing.c"], [], ["--no-such-option", "main.c"]].map((args) => cc(args));
    expect(lines.map(({ status }) => status)).toEqual([1, 1, 1]);
    expect(lines.map(({ stderr }) => stderr)).toEqual([
      "quire cc: error: no such file or directory: 'nothing.c'\n",
      "quire cc: error: no input files\n",
      "clang: error: unknown argument: '--no-such-option'\n",
    ]);
  });
});

describe("compile()", () => {
  test("says what the linker misses by the user's names", async () => {
    const failure = compile({ args: ["undefined.c"], cwd: directory, cache: false });
    await expect(failure).rejects.toThrow(CompileError);
    await expect(failure).rejects.toThrow("wasm-ld: error: undefined.o: undefined symbol: nowhere");
  });

  test("passes warnings on and still makes the program", async () => {
    const warnings: string[] = [];
    const warn = (text: Uint8Array): void => void warnings.push(new TextDecoder().decode(text));
    const bytes = await compile({ args: ["-Wall", "warn.c"], cwd: directory, cache: false, warn });
    expect(bytes.length).toBeGreaterThan(0);
    expect(warnings.join("")).toContain("warn.c:1:22: warning: unused variable 'unused'");
  });

  test("refuses a directory and an option without its value", async () => {
    await expect(compile({ args: ["inc"], cwd: directory })).rejects.toThrow(UsageError);
    await expect(compile({ args: ["main.c", "-o"], cwd: directory })).rejects.toThrow(
      "argument to '-o' is missing",
    );
  });

  test("a changed header changes the cached program", async () => {
    const args = ["-Iinc", "-DN=1", "main.c", "src/twice.c"];
    const first = await compile({ args, cwd: directory });
    expect(await compile({ args, cwd: directory })).toEqual(first);
    writeFileSync(join(directory, "inc/greet.h"), '#define GREETING "changed"\nint twice(int);\n');
    expect(output(runStandIn(await compile({ args, cwd: directory })))).toBe("changed 2\n");
  });
});
