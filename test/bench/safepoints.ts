// safepoints — what it costs that loops and calls look at the attention word: the kernels with and without.

import { rewrite } from "../../host/build/rewrite/index.ts";
import { compileKernel, KERNELS, meansOf, rewrittenSide, timesOf } from "./compute.ts";
import { median, type Row, rowOf } from "./row.ts";

type Times = readonly [looking: readonly number[], blind: readonly number[]];

async function measureKernel(kernel: string): Promise<Times> {
  const wasm = await compileKernel(kernel);
  const modules = [rewrite(wasm), rewrite(wasm, { safepoints: false })];
  const sides = modules.map(({ bytes }) => rewrittenSide(bytes, KERNELS[kernel] ?? 1));
  return timesOf(kernel, sides) as [number[], number[]];
}

function ratioOf([looking, blind]: Times): number {
  return median(looking.map((ms, i) => ms / (blind[i] ?? Number.NaN)));
}

/** Rows of the benchmark table. */
export async function measureSafepoints(): Promise<Row[]> {
  const all: Times[] = [];
  for (const kernel of Object.keys(KERNELS)) all.push(await measureKernel(kernel));
  const worst = all.reduce((most, times) => (ratioOf(times) > ratioOf(most) ? times : most));
  const name = Object.keys(KERNELS)[all.indexOf(worst)] ?? "";
  const aim = { unit: "ms", better: "lower" } as const;
  return [
    rowOf({ ...aim, name: "safepoints, ten kernels", must: 1.03, goal: 1 }, meansOf(all)),
    rowOf(
      { ...aim, name: `safepoints, the worst kernel (${name})`, must: 1.08, goal: 1.03 },
      meansOf([worst]),
    ),
  ];
}
