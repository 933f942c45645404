// text — what every source file looks like: first line, length, and what must not stand in it.
import { describe, expect, test } from "vitest";
import { linesMatching, written } from "./sources.ts";

const FIRST_LINE = /^\/\/ [\w./-]+( [\w./-]+)? — .+\.?$/;
const MAX_LINES = 400;
const MAX_COLUMNS = 110;
const VAGUE = /(^|[/._-])(utils?|helpers?|common|manager|misc)([/._-]|s?\.)/i;

describe("every source file", () => {
  test("opens with one line that says what it is", () => {
    const wrong = written().filter(({ path, lines }) => {
      const first = lines[0]?.startsWith("#!") ? lines[1]?.replace(/^# /, "// ") : lines[0];
      return path.startsWith(".ci") ? false : !FIRST_LINE.test(first ?? "");
    });
    expect(wrong.map(({ path, lines }) => `${path}: ${lines[0]}`)).toEqual([]);
  });

  test("has at most 400 lines", () => {
    const long = written().filter(({ lines }) => lines.length > MAX_LINES);
    expect(long.map(({ path, lines }) => `${path}: ${lines.length}`)).toEqual([]);
  });

  test("has no line beyond 110 columns, no tab in TypeScript, no blank at a line's end", () => {
    expect(linesMatching(written(), new RegExp(`^.{${MAX_COLUMNS + 1},}$`, "u"))).toEqual([]);
    const typescript = written().filter(({ path }) => path.endsWith(".ts"));
    expect(linesMatching(typescript, /^\s*\t/)).toEqual([]);
    expect(linesMatching(written(), /\s$/)).toEqual([]);
  });

  test("is named by a noun, not by a drawer for odds and ends", () => {
    expect(
      written()
        .filter(({ path }) => VAGUE.test(path))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

describe("TypeScript", () => {
  const typescript = written().filter(({ path }) => path.endsWith(".ts") && !path.startsWith("test/house/"));

  test("silences no checker and uses no any", () => {
    const silence = /@ts-(ignore|nocheck|expect-error(?!: AssemblyScript's))|biome-ignore-all/;
    expect(linesMatching(typescript, silence)).toEqual([]);
    expect(linesMatching(typescript, /(:|<|\bas|,)\s*any\b(?!\w)\s*[;,)>=[\]|&{]/)).toEqual([]);
  });

  test("exports names, no defaults", () => {
    expect(linesMatching(typescript, /^export default\b/)).toEqual([]);
  });
});
