// capture — what it costs a program that its stack can be captured: the compute kernels with and without.

import { fileURLToPath } from "node:url";
import { rewrite } from "../../host/build/rewrite/index.ts";
import { compileKernel, geometricMean, KERNELS, meansOf, rewrittenSide, timesOf } from "./compute.ts";
import { median, type Row, rowOf } from "./row.ts";

interface Figures {
  readonly kernel: string;
  /** Milliseconds a round, without capture and with. */
  readonly plain: readonly number[];
  readonly forking: readonly number[];
  /** Bytes of the functions that have two copies, before and after. */
  readonly before: number;
  readonly after: number;
}

async function measureKernel(kernel: string): Promise<Figures> {
  const n = KERNELS[kernel] ?? 1;
  const plain = rewrite(await compileKernel(kernel, ["forking", "nofork"]));
  const forking = rewrite(await compileKernel(kernel, ["forking"]));
  const sides = [plain, forking].map(({ bytes }) => rewrittenSide(bytes, n));
  const times = timesOf(kernel, sides) as [number[], number[]];
  const { before = 0, after = 0 } = forking.growth ?? {};
  return { kernel, plain: times[0], forking: times[1], before, after };
}

/** Rows of the benchmark table. */
export async function measureCapture(): Promise<Row[]> {
  const all: Figures[] = [];
  for (const kernel of Object.keys(KERNELS)) all.push(await measureKernel(kernel));
  const rounds = meansOf(all.map((f) => [f.forking, f.plain]));
  const sum = (of: (f: Figures) => number): number => all.reduce((total, f) => total + of(f), 0) / 1000;
  const lower = { better: "lower" } as const;
  return [
    rowOf({ ...lower, name: "capture, ten kernels that may fork", unit: "ms", must: 1.03, goal: 1 }, rounds),
    rowOf({ ...lower, name: "capture, code of functions that may fork", unit: "kB", must: 2.2, goal: 2 }, [
      { quire: sum((f) => f.after), native: sum((f) => f.before) },
    ]),
  ];
}

/** `node test/bench/capture.ts [KERNEL...]` prints every kernel's ratios. */
async function main(names: readonly string[]): Promise<void> {
  const ratios: number[] = [];
  for (const name of names.length > 0 ? names : Object.keys(KERNELS)) {
    const f = await measureKernel(name);
    const best = Math.min(...f.forking) / Math.min(...f.plain);
    const middle = median(f.forking.map((ms, i) => ms / (f.plain[i] ?? Number.NaN)));
    ratios.push(best);
    const size = `${f.before} -> ${f.after} bytes, ${(f.after / f.before).toFixed(2)} x`;
    console.log(`${name.padEnd(10)} ${middle.toFixed(3)} best ${best.toFixed(3)}  ${size}`);
  }
  console.log(`geometric mean of the best ${geometricMean(ratios).toFixed(3)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
