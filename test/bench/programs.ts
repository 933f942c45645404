// programs — compiles a benchmark program both ways and runs native and Quire in turns.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Aim, median, type Pair, type Row, rowOf } from "./row.ts";

export const ROOT = join(import.meta.dirname, "..", "..");
const SOURCES = join(import.meta.dirname, "programs");
const OUTPUT = join(ROOT, "build", "bench");
const PAIRS = 5;
const LIMIT_MS = 120_000;
/** Where the compiled programs stand in the machine's file tree. */
const GUEST = "/bench";

export const CLI = join(ROOT, "dist", "host", "cli", "main.js");

/** The machine's C compiler, or undefined. */
export function nativeCompiler(): string | undefined {
  const name = process.env.CC ?? "cc";
  return spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0 ? name : undefined;
}

/** Compiles programs/NAME.c with -O2 by both compilers; native only when the machine has one. */
export function compile(name: string): { wasm: string; native: string | undefined } {
  mkdirSync(OUTPUT, { recursive: true });
  const source = join(SOURCES, `${name}.c`);
  const wasm = join(OUTPUT, `${name}.wasm`);
  execFileSync(process.execPath, [CLI, "cc", "-O2", "-o", wasm, source], { stdio: "inherit" });
  const compiler = nativeCompiler();
  if (compiler === undefined) return { wasm, native: undefined };
  const native = join(OUTPUT, name);
  execFileSync(compiler, ["-O2", "-o", native, source], { stdio: "inherit" });
  return { wasm, native };
}

/** The median of the numbers a program prints, one a line. Throws when it fails or prints none. */
function measure(command: string, args: readonly string[]): number {
  const result = spawnSync(command, args, { encoding: "utf8", timeout: LIMIT_MS });
  if (result.status !== 0) {
    const end = result.signal ?? result.status;
    throw new Error(`${[command, ...args].join(" ")} ended with ${end}: ${result.stderr.trim()}`);
  }
  return median(result.stdout.trim().split("\n").map(Number));
}

export interface ProgramAim extends Aim {
  readonly program: string;
  readonly args?: readonly string[];
  /** A second program whose path is the last argument. */
  readonly starts?: string;
  /** How many nanoseconds (or whatever the program prints) make one `unit`. */
  readonly scale: number;
}

/** Measures one program: native and Quire in turns, so that both sides see the same noise. */
export function measureProgram(aim: ProgramAim): Row {
  const { program, args = [], starts, scale, ...rest } = aim;
  const { wasm, native } = compile(program);
  const started = starts === undefined ? undefined : compile(starts);
  const guestArgs = started === undefined ? args : [...args, `${GUEST}/${starts}.wasm`];
  const nativeArgs = started?.native === undefined ? args : [...args, started.native];
  const options = ["run", "--dir", `${OUTPUT}::${GUEST}::ro`, wasm];
  const pairs = Array.from({ length: PAIRS }, (): Pair => {
    const other = native === undefined ? null : measure(native, nativeArgs) / scale;
    return { native: other, quire: measure(process.execPath, [CLI, ...options, ...guestArgs]) / scale };
  });
  return rowOf(rest, pairs);
}

/** `quire run hello.wasm` with everything cached, less `node -e 0`, in milliseconds. */
export function measureStart(aim: Aim): Row {
  const { wasm } = compile("hello");
  const clock = (args: readonly string[]): number => {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, args, { timeout: LIMIT_MS, stdio: "ignore" });
    if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}`);
    return performance.now() - start;
  };
  clock([CLI, "run", wasm]);
  const pairs = Array.from({ length: 9 }, (): Pair => {
    const bare = clock(["-e", "0"]);
    return { native: null, quire: clock([CLI, "run", wasm]) - bare };
  });
  return rowOf(aim, pairs);
}

/** Megabytes a second of the rewriter on the largest module at hand: the first line rewrite.ts prints. */
export function measureRewriter(aim: Aim): Row {
  const script = join(import.meta.dirname, "rewrite.ts");
  const { stdout } = spawnSync(process.execPath, [script], { encoding: "utf8", timeout: LIMIT_MS });
  const rates = /at ([\d.]+) MB\/s \(([\d.]+) - ([\d.]+)\)/.exec(stdout)?.slice(1).map(Number) ?? [];
  if (rates.length !== 3) throw new Error(`rewrite.ts printed no rate: ${stdout}`);
  return rowOf(
    aim,
    rates.map((rate) => ({ native: null, quire: rate })),
  );
}

export function isBuilt(): boolean {
  return existsSync(CLI);
}
