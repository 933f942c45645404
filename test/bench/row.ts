// row — one line of the benchmark table: medians of both sides, their ratio, and what it must be.

/** A figure is good when its ratio (or, without a native side, the figure itself) is small, or when it is
 *  large. */
export type Better = "lower" | "higher";

export interface Row {
  readonly name: string;
  readonly unit: string;
  /** Median on Quire, in `unit`. */
  readonly quire: number;
  /** Median of the other side (native Linux, the unmodified module); null where there is none. */
  readonly native: number | null;
  /** quire / native, the median of the pairs; null without a native side. */
  readonly ratio: number | null;
  /** Smallest and largest of the pairs' ratios, or of the figures when there is no other side. */
  readonly min: number;
  readonly max: number;
  /** Bound and wish, for the ratio, or for the figure when there is no other side. */
  readonly must: number;
  readonly goal: number;
  readonly ok: boolean;
}

export interface Aim {
  readonly name: string;
  readonly unit: string;
  readonly better: Better;
  readonly must: number;
  readonly goal: number;
}

/** One measurement of both sides, taken one after the other. */
export interface Pair {
  readonly quire: number;
  readonly native: number | null;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new RangeError("the median of nothing");
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** The row that a series of pairs makes. */
export function rowOf({ better, ...aim }: Aim, pairs: readonly Pair[]): Row {
  const natives = pairs.flatMap(({ native }) => (native === null ? [] : [native]));
  const quire = median(pairs.map((pair) => pair.quire));
  const paired = natives.length === pairs.length;
  const judged = pairs.map((pair) => (paired ? pair.quire / (pair.native ?? Number.NaN) : pair.quire));
  const value = median(judged);
  return {
    name: aim.name,
    unit: aim.unit,
    quire,
    native: paired ? median(natives) : null,
    ratio: paired ? value : null,
    min: Math.min(...judged),
    max: Math.max(...judged),
    must: aim.must,
    goal: aim.goal,
    ok: better === "lower" ? value <= aim.must : value >= aim.must,
  };
}

function figure(value: number | null): string {
  if (value === null) return "-";
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString("en");
  return value.toPrecision(3);
}

const HEADS = ["what", "unit", "quire", "native", "ratio", "min", "max", "must", "goal", ""];

/** The rows as a table of fixed columns. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    row.unit,
    ...[row.quire, row.native, row.ratio, row.min, row.max, row.must, row.goal].map(figure),
    row.ok ? "ok" : "MISSED",
  ]);
  const all = [HEADS, ...cells];
  const widths = HEADS.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const pad = (text: string, column: number): string => {
    const width = widths[column] ?? 0;
    return column < 2 ? text.padEnd(width) : text.padStart(width);
  };
  return all.map((line) => line.map(pad).join("  ").trimEnd()).join("\n");
}
