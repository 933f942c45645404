// documents — pages name only files that exist, no machine's paths, and their examples run.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { linesMatching, ROOT, written } from "./sources.ts";

const PAGES = ["README.md", "ARCHITECTURE.md", "HACKING.md"].concat(
  readdirSync(join(ROOT, "docs")).map((name) => `docs/${name}`),
);
/** Folders of this repository; a path in backquotes that begins with one must exist. */
const NAMED = /`((?:assembly|host|guests|test|docs|\.ci)\/[\w./-]*)`/g;
const MACHINE = /(?:^|[\s`"'(=])\/(?:work|home|root|Users|tmp\/\w+)\//;

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
  expect(linesMatching(files, /["'`]\/(?:work|home|root|Users)\/\w/)).toEqual([]);
});

describe("the examples of README.md", () => {
  test("the library's example runs and prints what the page says", () => {
    const blocks = examples("README.md");
    const program = blocks.find(({ language }) => language === "ts")?.text ?? "";
    const output = blocks[blocks.findIndex(({ language }) => language === "ts") + 1];
    expect(output?.language).toBe("text");
    // Inside the repository, so that "quire" resolves to the package itself.
    mkdirSync(join(ROOT, "build"), { recursive: true });
    const folder = mkdtempSync(join(ROOT, "build", "readme-"));
    try {
      writeFileSync(join(folder, "example.ts"), program);
      const run = spawnSync(process.execPath, ["example.ts"], {
        cwd: folder,
        encoding: "utf8",
        timeout: 60_000,
      });
      expect(`${run.stdout}${run.stderr}`).toBe(output?.text);
      expect(run.status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("says the two set-up lines", () => {
    const text = readFileSync(join(ROOT, "README.md"), "utf8");
    expect(text).toContain("npm ci && npm start\n");
    expect(text).toContain("npm ci && npm test\n");
    expect(readFileSync(join(ROOT, ".ci", "run"), "utf8")).toContain("npm ci && npm test");
  });
});
