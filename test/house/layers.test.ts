// layers — imports go one way: each room may import itself and the rooms below it.
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { type Source, sources } from "./sources.ts";

/** Rooms from the lowest to the highest; rooms in one row do not import each other. */
const CORE: readonly (readonly string[])[] = [
  ["abi"],
  ["lib"],
  ["mm"],
  ["object"],
  ["task"],
  ["ipc", "mach"],
  // fs/file.ts is the one place that lists what a descriptor may be, pipes among it.
  ["fs"],
  ["sys"],
  ["index"],
];
const HOST: readonly (readonly string[])[] = [
  ["abi", "protocol", "errors"],
  ["platform", "core", "bell", "hostbell", "arguments", "signals"],
  ["build"],
  ["vfs", "term", "trace"],
  ["guest", "stream"],
  ["process", "files", "workers"],
  ["options", "inspect", "spawn"],
  ["machine"],
  ["index"],
  ["cli", "web"],
];
const IMPORT =
  /^\s*(?:import|export)\b[^;]*?\bfrom\s+"([^"]+)"|^\s*import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm;

/** The first folder, or the file's name, below `top`. */
function room(path: string, top: string): string {
  return (path.slice(top.length + 1).split("/")[0] ?? "").replace(/\.ts$/, "");
}

interface Edge {
  readonly from: string;
  readonly to: string;
}

function edges(source: Source): Edge[] {
  return [...source.text.matchAll(IMPORT)].flatMap((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? "";
    if (!target.startsWith(".")) return [];
    return [{ from: source.path, to: posix.join(posix.dirname(source.path), target) }];
  });
}

function inside(folder: string): Edge[] {
  return sources()
    .filter(({ path }) => path.startsWith(`${folder}/`) && path.endsWith(".ts"))
    .flatMap(edges);
}

/** Edges that climb, or cross between two rooms of one row. */
function climbing(folder: string, rows: readonly (readonly string[])[]): string[] {
  const level = (name: string): number => rows.findIndex((row) => row.includes(name));
  return inside(folder)
    .filter(({ to }) => to.startsWith(`${folder}/`))
    .filter(({ from, to }) => {
      const [a, b] = [room(from, folder), room(to, folder)];
      return a !== b && !(level(b) >= 0 && level(a) > level(b));
    })
    .map(({ from, to }) => `${from} -> ${to}`);
}

describe("imports", () => {
  test("the core's rooms import only what is below them", () => {
    expect(climbing("assembly", CORE)).toEqual([]);
  });

  test("the host's rooms import only what is below them", () => {
    expect(climbing("host", HOST)).toEqual([]);
  });

  test("core, host and guests stay apart, and nothing imports a test", () => {
    const leaving = ["assembly", "host", "guests"].flatMap((folder) =>
      inside(folder).filter(({ to }) => !to.startsWith(`${folder}/`)),
    );
    expect(leaving.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });
});
