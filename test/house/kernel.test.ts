// kernel — the release binary holds no state of its own and asks the host for nothing unlisted.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import wabt from "wabt";
import { ROOT } from "./sources.ts";

/** What the table "What the core imports" names. */
const LISTED = new Set(
  [...readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8").matchAll(/`((?:host|env)\.\w+)/g)].map(
    (match) => match[1],
  ),
);

describe("dist/kernel.wasm", () => {
  let bytes: Uint8Array<ArrayBuffer>;
  let text: string;

  beforeAll(async () => {
    bytes = new Uint8Array(readFileSync(join(ROOT, "dist", "kernel.wasm")));
    const features = { threads: true, multi_memory: true, bulk_memory: true, mutable_globals: true };
    const parsed = (await wabt()).readWasm(bytes, { ...features, readDebugNames: false });
    text = parsed.toText({ foldExprs: false, inlineExport: false });
    parsed.destroy();
  });

  test("imports two memories and what ARCHITECTURE.md lists of the host", () => {
    const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
    const names = imports.map(({ module, name }) => `${module}.${name}`);
    expect(names.filter((name) => name.startsWith("env.")).sort()).toEqual(["env.flat", "env.memory"]);
    expect(names.filter((name) => !LISTED.has(name))).toEqual([]);
  });

  test("has no data segment and no mutable global", () => {
    expect(text).toMatch(/\(module/);
    expect(text.match(/^\s*\(data\b.*/gm) ?? []).toEqual([]);
    expect(text.match(/^\s*\(global\b.*\(mut\b.*/gm) ?? []).toEqual([]);
  });

  test("never waits by itself", () => {
    expect(text.match(/memory\.atomic\.wait\d+/g) ?? []).toEqual([]);
    expect(text).toMatch(/memory\.atomic\.notify/);
  });
});
