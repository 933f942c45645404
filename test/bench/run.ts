// run — measures Quire beside native Linux and beside the bare engine; prints a table, writes bench.json.
// `npm run bench -- pipe` measures the rows whose name contains "pipe" and leaves bench.json alone.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { measureCapture } from "./capture.ts";
import { measureCompute } from "./compute.ts";
import { measureParked } from "./parked.ts";
import {
  isBuilt,
  measureProgram,
  measureRewriter,
  measureStart,
  nativeCompiler,
  type ProgramAim,
  ROOT,
} from "./programs.ts";
import { type Row, table } from "./row.ts";
import { measureSafepoints } from "./safepoints.ts";

const PROGRAMS: readonly ProgramAim[] = [
  {
    name: "null system call (getppid)",
    unit: "ns",
    program: "getppid",
    scale: 1,
    better: "lower",
    must: 0.2,
    goal: 0.1,
  },
  {
    name: "pipe round trip, 4 bytes, two processes",
    unit: "µs",
    program: "pingpong",
    scale: 1e3,
    better: "lower",
    must: 0.5,
    goal: 0.05,
  },
  {
    name: "pipe bandwidth, 64 KiB writes",
    unit: "MB/s",
    program: "bandwidth",
    scale: 1,
    better: "higher",
    must: 0.7,
    goal: 1,
  },
  {
    name: "fork + exit + wait, small program",
    unit: "µs",
    program: "forkwait",
    scale: 1e3,
    better: "lower",
    must: 3,
    goal: 1,
  },
  {
    name: "posix_spawn of a small program, and wait",
    unit: "µs",
    program: "launch",
    args: ["spawn"],
    starts: "nothing",
    scale: 1e3,
    better: "lower",
    must: 10,
    goal: 2,
  },
  {
    name: "fork + exec of a small program, and wait",
    unit: "µs",
    program: "launch",
    args: ["exec"],
    starts: "nothing",
    scale: 1e3,
    better: "lower",
    must: 10,
    goal: 2,
  },
  {
    name: "signal to oneself, with a handler",
    unit: "µs",
    program: "sigself",
    scale: 1e3,
    better: "lower",
    must: 0.5,
    goal: 0.1,
  },
  {
    name: "signal round trip, two processes in sigsuspend",
    unit: "µs",
    program: "sigpingpong",
    scale: 1e3,
    better: "lower",
    must: 0.3,
    goal: 0.05,
  },
  {
    name: "SIGSEGV handler that maps the page",
    unit: "µs",
    program: "segvmap",
    scale: 1e3,
    better: "lower",
    must: 1,
    goal: 0.5,
  },
  {
    name: "sigprocmask, block and unblock",
    unit: "ns",
    program: "sigmask",
    scale: 1,
    better: "lower",
    must: 0.2,
    goal: 0.1,
  },
];

interface Measurement {
  readonly name: string;
  run(): Row | Promise<Row | readonly Row[]>;
}

const REWRITER = { name: "rewriter, a module of 75 MB", unit: "MB/s", better: "higher" } as const;
const START = { name: "quire run hello.wasm, warm, less node -e 0", unit: "ms", better: "lower" } as const;
const PARKED = { unit: "KB", better: "lower", must: 150, goal: 150 } as const;
const PARKED_MUST = { ...PARKED, name: "1,000 processes parked, memory of each, all told" };
const PARKED_GOAL = { ...PARKED, name: "10,000 processes parked, memory of each, all told" };

function measurements(): readonly Measurement[] {
  return [
    ...PROGRAMS.map((aim) => ({ name: aim.name, run: () => measureProgram(aim) })),
    { name: "compute", run: measureCompute },
    { name: "safepoints", run: measureSafepoints },
    { name: "capture", run: measureCapture },
    { name: REWRITER.name, run: () => measureRewriter({ ...REWRITER, must: 20, goal: 20 }) },
    { name: START.name, run: () => measureStart({ ...START, must: 250, goal: 80 }) },
    { name: PARKED_MUST.name, run: () => measureParked(PARKED_MUST, 1000, "512M", 3) },
    { name: PARKED_GOAL.name, run: () => measureParked(PARKED_GOAL, 10_000, "3.9G", 1) },
  ];
}

async function main(filter: string): Promise<number> {
  if (!isBuilt()) {
    console.error("nothing is built: npm run build");
    return 1;
  }
  if (nativeCompiler() === undefined) console.error("no C compiler here: no native side, no ratios");
  const rows: Row[] = [];
  for (const { name, run } of measurements().filter((one) => one.name.includes(filter))) {
    console.error(`measuring: ${name}`);
    rows.push(...[await run()].flat());
  }
  console.log(table(rows));
  if (filter === "") writeFileSync(join(ROOT, "bench.json"), `${JSON.stringify(rows, null, 2)}\n`);
  return rows.every(({ ok }) => ok) ? 0 : 1;
}

process.exitCode = await main(process.argv[2] ?? "");
