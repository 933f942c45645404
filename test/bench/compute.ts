// compute — ten kernels in C: the rewritten module beside the unmodified one, arrays flat and in the window.

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { commands, type Tree } from "@yowasp/clang";
import { rewrite } from "../../host/build/rewrite/index.ts";
import { Machine, WINDOW } from "../rewrite/machine.ts";
import { type Aim, median, type Pair, type Row, rowOf } from "./row.ts";

const SOURCES = join(import.meta.dirname, "compute");
const OUTPUT = join(import.meta.dirname, "..", "..", "build", "bench", "compute");
/** A round runs every side REPEATS times in turns and keeps the best of each: the machine is shared. */
const ROUNDS = 5;
const REPEATS = 12;
const WARM_UP = 3;
/** Room for the largest kernel's arrays: 16 MiB, both in flat memory and in the window. */
const ARRAY_BYTES = 1 << 24;
const FLAT_PAGES = 320;
const PHYS_PAGES = 320;

/** Size of each kernel's work: some milliseconds, so that the sides of a round see the same machine. */
export const KERNELS: Readonly<Record<string, number>> = {
  matrix: 200,
  sieve: 2_000_000,
  sort: 60_000,
  list: 25_000,
  hash: 80_000,
  sha256: 1_000_000,
  nbody: 100_000,
  strings: 60_000,
  recursion: 10,
  tree: 20_000,
};

const COMPILE = ["--target=wasm32", "-O2", "-nostdlib", "-ffreestanding", "-mbulk-memory", "-c"];
const LINK = [
  "--no-entry",
  "--stack-first",
  "-z",
  "stack-size=65536",
  `--initial-memory=${FLAT_PAGES << 16}`,
];

function bytesOf(tree: Tree | undefined, name: string): Uint8Array<ArrayBuffer> {
  const file = tree?.[name];
  if (!(file instanceof Uint8Array)) throw new Error(`the compiler gave no ${name}`);
  return new Uint8Array(file);
}

/** The kernel's module over these units, compiled when its sources are newer than the last result. */
export async function compileKernel(
  name: string,
  units: readonly string[] = ["array"],
): Promise<Uint8Array<ArrayBuffer>> {
  const output = join(OUTPUT, `${[name, ...units].join(".")}.wasm`);
  const sources = ["array.h", ...[...units, name].map((unit) => `${unit}.c`)];
  const changed = Math.max(...sources.map((file) => statSync(join(SOURCES, file)).mtimeMs));
  const built = statSync(output, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built > changed) return new Uint8Array(readFileSync(output));
  const files: Tree = Object.fromEntries(sources.map((file) => [file, readFileSync(join(SOURCES, file))]));
  const objects: Tree = {};
  for (const source of [...units, name]) {
    const object = `${source}.o`;
    objects[object] = bytesOf(await commands.clang([...COMPILE, `${source}.c`, "-o", object], files), object);
  }
  const linked = await commands["wasm-ld"]([...LINK, ...Object.keys(objects), "-o", "out.wasm"], objects);
  const wasm = bytesOf(linked, "out.wasm");
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(output, wasm);
  return wasm;
}

/** A kernel ready to run: a call does the work once and gives milliseconds and checksum. */
export type Side = () => readonly [ms: number, sum: number];

function side(exports: WebAssembly.Exports, where: number, n: number): Side {
  const { array_place: place, bench } = exports as Record<string, (value: number) => number>;
  if (place === undefined || bench === undefined)
    throw new Error("the kernel exports no array_place or bench");
  return () => {
    place(where);
    const begin = performance.now();
    const sum = bench(n);
    return [performance.now() - begin, sum];
  };
}

/** The best time of each side over one round. */
function bestOf(kernel: string, sides: readonly Side[]): number[] {
  const best = sides.map(() => Number.POSITIVE_INFINITY);
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const results = sides.map((run) => run());
    const sums = new Set(results.map(([, sum]) => sum));
    if (sums.size > 1) throw new Error(`${kernel}: the results differ: ${[...sums].join(", ")}`);
    results.forEach(([ms], i) => {
      best[i] = Math.min(best[i] as number, ms);
    });
  }
  return best;
}

/** The best times of each side, round by round, once they have warmed up. */
export function timesOf(kernel: string, sides: readonly Side[]): number[][] {
  const times: number[][] = sides.map(() => []);
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const best = bestOf(kernel, sides);
    if (round >= 0) best.forEach((ms, i) => void times[i]?.push(ms));
  }
  return times;
}

/** A rewritten kernel in a machine of its own. */
export function rewrittenSide(bytes: Uint8Array<ArrayBuffer>, n: number): Side {
  const guest = new Machine(PHYS_PAGES).start(bytes);
  guest.exports["quire.init"]?.();
  return side(guest.exports as never, 0, n);
}

/** Geometric means of two sides over all kernels, round by round: the second is what the first is held to. */
export function meansOf(all: readonly (readonly [of: readonly number[], to: readonly number[]])[]): Pair[] {
  const mean = (i: number, side: 0 | 1): number =>
    geometricMean(all.map((sides) => sides[side][i] ?? Number.NaN));
  return Array.from({ length: ROUNDS }, (_, i) => ({ quire: mean(i, 0), native: mean(i, 1) }));
}

export interface Figures {
  readonly kernel: string;
  readonly plain: readonly number[];
  readonly flat: readonly number[];
  readonly window: readonly number[];
}

/** Runs the three sides in turns. Throws when their results differ. */
export async function measureKernel(kernel: string): Promise<Figures> {
  const n = KERNELS[kernel] ?? 1;
  const wasm = await compileKernel(kernel);
  const { bytes } = rewrite(wasm);
  const machine = (): Machine => {
    const m = new Machine(PHYS_PAGES);
    m.mapRange(WINDOW, ARRAY_BYTES);
    return m;
  };
  const plain = new WebAssembly.Instance(new WebAssembly.Module(wasm)).exports;
  // Flat and window are programs of their own: each is compiled for what it does.
  const flatSide = machine().start(bytes).exports;
  const windowSide = machine().start(bytes).exports;
  for (const guest of [flatSide, windowSide]) guest["quire.init"]?.();
  const sides = [side(plain, 0, n), side(flatSide as never, 0, n), side(windowSide as never, WINDOW, n)];
  const [plainTimes, flat, window] = timesOf(kernel, sides) as [number[], number[], number[]];
  return { kernel, plain: plainTimes, flat, window };
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** Rows of the benchmark table: geometric means over the kernels, round by round. */
export async function measureCompute(): Promise<Row[]> {
  const all: Figures[] = [];
  for (const kernel of Object.keys(KERNELS)) all.push(await measureKernel(kernel));
  const row = (aim: Aim, of: (f: Figures) => readonly number[]): Row =>
    rowOf(aim, meansOf(all.map((f) => [of(f), f.plain])));
  const base = { unit: "ms", better: "lower" } as const;
  return [
    row({ ...base, name: "compute, ten kernels, flat", must: 1.15, goal: 1.03 }, (f) => f.flat),
    row(
      { ...base, name: "compute, ten kernels, arrays in the window", must: 3.5, goal: 1.5 },
      (f) => f.window,
    ),
  ];
}

function report(f: Figures): void {
  const ratios = (times: readonly number[]): string => {
    const pairs = times.map((ms, i) => ms / (f.plain[i] ?? Number.NaN));
    const [low, high] = [Math.min(...pairs), Math.max(...pairs)];
    const best = Math.min(...times) / Math.min(...f.plain);
    return `${median(pairs).toFixed(3)} best ${best.toFixed(3)} (${low.toFixed(2)}-${high.toFixed(2)})`;
  };
  const ms = median(f.plain).toFixed(1).padStart(7);
  console.log(`${f.kernel.padEnd(10)} ${ms} ms  flat ${ratios(f.flat)}  window ${ratios(f.window)}`);
}

/** `node test/bench/compute.ts [KERNEL...]` prints every kernel's ratios and their geometric means. */
async function main(names: readonly string[]): Promise<void> {
  const known = readdirSync(SOURCES);
  const all: Figures[] = [];
  for (const name of names.length > 0 ? names : Object.keys(KERNELS)) {
    if (!known.includes(`${name}.c`)) throw new Error(`there is no kernel "${name}"`);
    const figures = await measureKernel(name);
    all.push(figures);
    report(figures);
  }
  const mean = (of: (f: Figures) => readonly number[]): string => {
    const middle = geometricMean(all.map((f) => median(of(f)) / median(f.plain)));
    const best = geometricMean(all.map((f) => Math.min(...of(f)) / Math.min(...f.plain)));
    return `${middle.toFixed(3)} best ${best.toFixed(3)}`;
  };
  console.log(`geometric mean       flat ${mean((f) => f.flat)}  window ${mean((f) => f.window)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
