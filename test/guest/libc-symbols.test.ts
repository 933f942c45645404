// libc-symbols.test — the library defines what its list says, and leaves no program with a WASI import.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { compile } from "../../host/build/cc.ts";
import { getFile, runTool } from "../../host/build/clang.ts";
import { openLibrary } from "../../host/build/library.ts";

const root = join(import.meta.dirname, "../..");
const ALLOWED = ["kern.fork", "kern.trap"];

/** Names an archive defines for others, without its own internal ones (two underscores). */
async function definedSymbols(archive: string, tree = {}): Promise<Set<string>> {
  const { stdout, status } = await runTool(["nm", "--defined-only", "--extern-only", archive], tree);
  expect(status).toBe(0);
  const lines = new TextDecoder().decode(stdout).split("\n");
  return new Set(lines.flatMap((line) => /^[0-9a-f]+ [TDWVB] (?!__)(\S+)$/.exec(line)?.[1] ?? []));
}

function importsOf(program: Uint8Array<ArrayBuffer>): string[] {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(program));
  return imports.map(({ module, name }) => `${module}.${name}`).sort();
}

let ours: Set<string>;

beforeAll(async () => {
  const { tree } = await openLibrary();
  expect(getFile(tree, "quire/lib/libquire.a")).toBeDefined();
  ours = await definedSymbols("/quire/lib/libquire.a", tree);
});

test("symbols.txt lists what libquire.a defines", () => {
  const listed = readFileSync(join(root, "guests/libc/symbols.txt"), "utf8").trimEnd().split("\n");
  expect([...ours].sort()).toEqual(listed);
});

test("a program that refers to every public name of libc.a links without a WASI import", async () => {
  const theirs = await definedSymbols("/usr/lib/wasm32-wasip1/libc.a");
  expect(theirs.size).toBeGreaterThan(900);
  const references = [...theirs].flatMap((name) => ["-u", name]);
  const source = join(import.meta.dirname, "programs/environment.c");
  const program = await compile({ args: [source, "-Wl,--no-gc-sections", ...references] });
  expect(program.length).toBeGreaterThan(300_000);
  expect(importsOf(program)).toEqual(["kern.trap"]);
});

describe("the example programs", () => {
  const directory = join(root, "guests/examples");
  const examples = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".c"),
  );

  test("are there", () => expect(examples.length).toBeGreaterThan(3));

  test.each(examples)("%s compiles without a warning and imports the kernel alone", async (name) => {
    const warnings: string[] = [];
    const warn = (text: Uint8Array): void => void warnings.push(new TextDecoder().decode(text));
    const program = await compile({ args: ["-Wall", "-Wextra", join(directory, name)], cache: false, warn });
    expect(warnings.join("")).toBe("");
    expect(importsOf(program).filter((name) => !ALLOWED.includes(name))).toEqual([]);
    const abi = WebAssembly.Module.customSections(new WebAssembly.Module(program), "quire.abi");
    expect(abi.map((section) => [...new Uint8Array(section)])).toEqual([[1]]);
  });
});
