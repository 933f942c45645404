// tables — each system call of the table is reachable from C, traced and judged against Linux; layouts agree.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as hostStructs from "../../host/abi/structs.ts";
import * as hostCalls from "../../host/abi/syscalls.ts";
import { readTables } from "../../host/build/gen/tables.ts";
import { linesMatching, ROOT, sources, written } from "./sources.ts";

const tables = readTables(join(ROOT, "assembly", "abi"));
const offered = tables.syscalls.filter(({ support }) => support !== "none");

/** Calls no C function makes by this name, and why. */
const NOT_CALLED: Readonly<Record<string, string>> = {
  fork: "the import kern.fork",
  exit: "ends one thread, and C programs have one for now: they call exit_group",
};

/** Calls that C programs reach by another name, and why. */
const CALLED_AS: Readonly<Record<string, readonly [name: string, why: string]>> = {
  exit_group: ["exit", "what exit() and return from main do"],
  spawn: ["posix_spawn", "Linux spells it so"],
  args_sizes: ["main", "how a program gets its arguments"],
  args_get: ["main", "how a program gets its arguments"],
  tgkill: ["raise", "raise() is the only user for now"],
  tkill: ["pthread_kill", "pthread_kill() is its only user for now"],
  rt_sigaction: ["sig(?:nal|action)", "two names in C"],
  clock_nanosleep: ["(?:clock_)?nanosleep", "nanosleep() is written with it"],
  wait4: ["wait(?:pid|3|4)?", "wait() and waitpid() are written with it"],
  brk: ["s?brk", "sbrk() is written with it"],
  faccessat: ["(?:f?access|faccessat)", "access() is written with it"],
  openat: ["open(?:at)?", "open() is written with it"],
  mkdirat: ["mkdir(?:at)?", "mkdir() is written with it"],
  unlinkat: ["(?:unlink(?:at)?|rmdir)", "unlink() and rmdir() are written with it"],
  fstatat: ["(?:l?stat|fstatat)", "stat() and lstat() are written with it"],
  gettid: ["(?:gettid|getpid)", "one thread: its id is the process's"],
  execve: ["exec[vl]p?e?", "the family is written with it"],
  setpgid: ["set(?:pgid|pgrp)", "two names in C"],
  getpgid: ["getpg(?:id|rp)", "two names in C"],
};

function cName(prototype: string): string {
  return /(\w+)\s*\(/.exec(prototype)?.[1] ?? prototype;
}

describe("every system call", () => {
  test("is made by the C library, or there is a reason", () => {
    const text = sources()
      .filter(
        ({ path }) => /^guests\/(libc|crt|include)\/.*\.[ch]$/.test(path) && !path.includes("/kern/abi.h"),
      )
      .map((source) => source.text)
      .join("\n");
    const missing = offered.filter(
      ({ name }) => NOT_CALLED[name] === undefined && !new RegExp(`\\bSYS_${name}\\b`).test(text),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  test("is called by a conformance program that ran on Linux", () => {
    const text = written("test/conformance/")
      .filter(({ path }) => path.endsWith(".c") || path.endsWith(".h"))
      .map((source) => source.text)
      .join("\n");
    const missing = offered.filter(
      ({ name, prototype }) =>
        !new RegExp(`\\b${CALLED_AS[name]?.[0] ?? cName(prototype)}\\s*\\(`).test(text),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  test("has an argument kind for the tracer at each C argument", () => {
    const wrong = offered.filter(({ name, prototype, args }) => {
      const list = /\((.*)\)/.exec(prototype)?.[1] ?? "void";
      const count = list === "void" ? 0 : list.split(",").length;
      return NOT_CALLED[name] === undefined && args.length < count;
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test("has its row in docs/abi.md", () => {
    const page = readFileSync(join(ROOT, "docs", "abi.md"), "utf8");
    expect(tables.syscalls.filter(({ nr }) => !page.includes(`| ${nr} |`)).map(({ name }) => name)).toEqual(
      [],
    );
  });

  test("has one number in the kernel and in the host", () => {
    const numbers = hostCalls as unknown as Readonly<Record<string, number>>;
    const core = readFileSync(join(ROOT, "assembly", "abi", "syscalls.ts"), "utf8");
    for (const { name, nr } of tables.syscalls) {
      expect(core).toContain(`SYS_${name}: i32 = ${nr};`);
      expect(numbers[`SYS_${name}`]).toBe(nr);
    }
  });
});

describe("every struct", () => {
  const offsets = hostStructs as unknown as Readonly<Record<string, number>>;
  const core = readFileSync(join(ROOT, "assembly", "abi", "structs.ts"), "utf8");
  const header = sources()
    .filter(({ path }) => path.startsWith("guests/include/kern/"))
    .map((source) => source.text)
    .join("\n");

  test.each(tables.structs)(
    "$name has one layout in the kernel, the host and C",
    ({ name, size, fields }) => {
      const upper = name.toUpperCase();
      expect(offsets[`${upper}_BYTES`]).toBe(size);
      expect(core).toContain(`${upper}_BYTES: i32 = ${size};`);
      for (const field of fields) {
        const constant = `${upper}_${field.name.toUpperCase()}`;
        expect(offsets[constant]).toBe(field.offset);
        expect(core).toContain(`${constant}: i32 = ${field.offset};`);
      }
      if (!header.includes(`struct ${name} {`)) return;
      expect(header).toMatch(new RegExp(`KERN_ASSERT\\(sizeof\\(struct ${name}\\) == ${size}\\b`));
    },
  );

  test("is read and written through the generated offsets", () => {
    const places = [...written("assembly/"), ...written("host/")].filter(
      ({ path }) => path.endsWith(".ts") && !/^(assembly\/abi|host\/abi|host\/build)\//.test(path),
    );
    const literal = /\b(?:load|store)<\w+>\(\w+ \+ \d+[,)]|\b[gs]et(?:Ui|I|BigUi|BigI)nt\d+\(\w+ \+ \d+[,)]/;
    expect(linesMatching(places, literal)).toEqual([]);
  });
});
