// package — what `npm pack` would ship: the compiled package, its kernel and what guests are compiled with.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "./sources.ts";

const ALLOWED = /^(package\.json|README\.md|LICENSE|dist\/)/;
const REQUIRED = [
  "package.json",
  "README.md",
  "LICENSE",
  "dist/kernel.wasm",
  "dist/host/index.js",
  "dist/host/index.d.ts",
  "dist/host/cli/main.js",
  "dist/host/platform/node.js",
  "dist/host/platform/start-node.js",
  "dist/host/platform/start-web.js",
  "dist/host/platform/web.js",
];
const MAX_BYTES = 1_000_000;

interface Packed {
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

describe("the package", () => {
  let packed: Packed;
  let paths: readonly string[];

  beforeAll(() => {
    const args = ["pack", "--dry-run", "--json", "--ignore-scripts"];
    const { stdout } = spawnSync("npm", args, { cwd: ROOT, encoding: "utf8" });
    packed = (JSON.parse(stdout) as Packed[])[0] as Packed;
    paths = packed.files.map(({ path }) => path);
  });

  test("holds the kernel, the entry points and their types", () => {
    expect(REQUIRED.filter((path) => !paths.includes(path))).toEqual([]);
  });

  test("holds the headers and the library that guests are compiled with", () => {
    expect(paths.filter((path) => /^dist\/.*\/kern\/abi\.h$/.test(path))).toHaveLength(1);
    expect(paths.filter((path) => path.endsWith("/libquire.a"))).toHaveLength(1);
  });

  test("holds nothing else, and stays below 1 MB", () => {
    expect(paths.filter((path) => !ALLOWED.test(path))).toEqual([]);
    expect(paths.filter((path) => /\.test\.|(^|\/)test\//.test(path))).toEqual([]);
    expect(packed.size).toBeLessThan(MAX_BYTES);
  });

  test("names files that exist in its exports, imports and commands", () => {
    const manifest = readFileSync(join(ROOT, "package.json"), "utf8");
    const named = [...manifest.matchAll(/"\.\/(dist\/[^"]+)"/g)].map((match) => match[1] ?? "");
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((path) => !paths.includes(path))).toEqual([]);
  });

  test("pins its dependencies to exact versions", () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(version))).toEqual([]);
  });
});
