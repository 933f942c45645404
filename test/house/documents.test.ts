// documents — pages name only files that exist, no machine's paths, and their examples run.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { linesMatching, ROOT, written } from "./sources.ts";

const PAGES = ["README.md", "ARCHITECTURE.md", "HACKING.md"].concat(
  readdirSync(join(ROOT, "docs")).map((name) => `docs/${name}`),
);
/** Folders of this repository; a path in backquotes that begins with one must exist. */
const NAMED = /`((?:assembly|host|guests|test|docs|\.ci)\/[\w./-]*)`/g;
const MACHINE = /(?:^|[\s`"'(=])\/(?:work\/(?:main|shared)|home|root|Users|tmp\/\w+)\//;

interface Example {
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a page. */
function examples(page: string): Example[] {
  const blocks = readFileSync(join(ROOT, page), "utf8").matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm);
  return [...blocks].map((match) => ({ language: match[1] ?? "", text: match[2] ?? "" }));
}

describe.each(PAGES)("%s", (page) => {
  const text = readFileSync(join(ROOT, page), "utf8");

  test("names only files and folders that exist", () => {
    const named = [...text.matchAll(NAMED)].map((match) => match[1] ?? "");
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test("mentions no machine's paths", () => {
    expect(text.split("\n").filter((line) => MACHINE.test(line))).toEqual([]);
  });
});

test("no source mentions a machine's paths", () => {
  const files = written().filter(({ path }) => !path.startsWith("test/house/"));
  expect(linesMatching(files, /["'`]\/(?:work\/(?:main|shared)|home|root|Users)\/\w/)).toEqual([]);
});

describe("the examples of README.md", () => {
  // Inside the repository, so that "quire" is the package itself.
  const folder = join(ROOT, "build", "readme");
  const blocks = examples("README.md");
  const blockAfter = (language: string): string => {
    const at = blocks.findIndex((block) => block.language === language);
    return blocks[at + 1]?.text ?? "";
  };
  const text = (language: string): string => blocks.find((block) => block.language === language)?.text ?? "";
  const run = (...args: string[]): { status: number | null; output: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    return { status, output: `${stdout}${stderr}` };
  };
  const quire = join(ROOT, "dist", "host", "cli", "main.js");

  beforeAll(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "family.c"), text("c"));
    writeFileSync(join(folder, "example.ts"), text("ts"));
  });

  test("the program runs from its source and prints what the page says", () => {
    const said = blockAfter("c").replace(/^\$ npx quire run family\.c\n/, "");
    expect(run(quire, "run", "family.c")).toEqual({ status: 0, output: said });
  });

  test("the library's example prints what the page says", () => {
    expect(run(quire, "cc", "-O2", "-o", "family.wasm", "family.c")).toEqual({ status: 0, output: "" });
    expect(run("example.ts")).toEqual({ status: 0, output: blockAfter("ts") });
  });

  test("the two set-up lines are there, and CI runs the second", () => {
    const page = readFileSync(join(ROOT, "README.md"), "utf8");
    expect(page).toContain("\nnpm ci && npm start\n");
    expect(page).toContain("\nnpm ci && npm test\n");
    expect(readFileSync(join(ROOT, ".ci", "run"), "utf8")).toContain("'npm ci && npm test'");
  });
});
