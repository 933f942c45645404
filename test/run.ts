// run — walks the rings of tests in order, one summary line each, and ends with "N passed, N failed".
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "./browser/chromium.ts";

const RINGS = ["house", "kernel", "rewrite", "host", "guest", "conformance", "smp", "browser"] as const;
type Ring = (typeof RINGS)[number];

interface Outcome {
  readonly ring: Ring;
  readonly passed: number;
  readonly failed: number;
  readonly note: string;
}

const root = join(import.meta.dirname, "..");
const reports = join(root, "build", "test");

/** The counts vitest wrote; a run that broke before or beside its tests counts as one failure. */
function readReport(ring: Ring, exitCode: number, started: number): Outcome {
  const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const file = join(reports, `${ring}.json`);
  if (!existsSync(file)) return { ring, passed: 0, failed: 1, note: `no report, exit code ${exitCode}` };
  const report = JSON.parse(readFileSync(file, "utf8")) as Record<string, number>;
  const passed = report.numPassedTests ?? 0;
  const failed = report.numFailedTests ?? 0;
  const skipped = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
  const skips = skipped > 0 ? `, ${skipped} skipped` : "";
  if (exitCode !== 0 && failed === 0) return { ring, passed, failed: 1, note: "error outside a test" };
  if (passed + failed === 0) return { ring, passed, failed: 1, note: "no test ran" };
  return { ring, passed, failed, note: seconds + skips };
}

function runRing(ring: Ring, more: readonly string[]): Outcome {
  if (ring === "browser" && findChromium() === undefined) {
    const note = "no Chromium found (install it, or name it in $CHROMIUM)";
    const failed = process.env.CI === "true" ? 1 : 0;
    return { ring, passed: 0, failed, note: failed === 1 ? note : `skipped: ${note}` };
  }
  const started = Date.now();
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  rmSync(join(reports, `${ring}.json`), { force: true });
  console.log(`\n=== ${ring}`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reports}/${ring}.json`];
  const args = [vitest, "run", "--project", ring, ...reporters, ...more];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  return readReport(ring, status ?? 1, started);
}

/** Tests run what dist/ holds; the build does only what has changed. */
function build(): boolean {
  return spawnSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit" }).status === 0;
}

function count(n: number): string {
  return String(n).padStart(5);
}

function main(args: readonly string[]): number {
  const isRing = (arg: string): arg is Ring => (RINGS as readonly string[]).includes(arg);
  const chosen = args.filter(isRing);
  const more = args.filter((arg) => !isRing(arg));
  mkdirSync(reports, { recursive: true });
  if (!build()) {
    console.log("the build failed; no test ran\n0 passed, 1 failed");
    return 1;
  }
  const outcomes = (chosen.length > 0 ? chosen : RINGS).map((ring) => runRing(ring, more));
  console.log("");
  for (const { ring, passed, failed, note } of outcomes) {
    console.log(`${ring.padEnd(12)} ${count(passed)} passed ${count(failed)} failed   ${note}`);
  }
  const sum = (pick: (outcome: Outcome) => number): number => outcomes.reduce((n, o) => n + pick(o), 0);
  const failed = sum((outcome) => outcome.failed);
  console.log(`\n${sum((outcome) => outcome.passed)} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
