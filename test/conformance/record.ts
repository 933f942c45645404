// record — runs the conformance programs on this machine's Linux and writes down what they print.
// Usage: record.ts [--check] [--runs=N] [filter]. With --check nothing is written: a difference is an error.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Case, cases, formatTranscript, type Program, shortPath } from "./list.ts";

const TIMEOUT_MS = 30_000;

// The programs pass bad addresses and lengths on purpose.
const deliberate = ["nonnull", "restrict", "stringop-overflow", "stringop-overread"].map(
  (name) => `-Wno-${name}`,
);

const check = process.argv.includes("--check");
const filter = process.argv.slice(2).find((argument) => !argument.startsWith("-"));
const runs = Number(process.argv.find((argument) => argument.startsWith("--runs="))?.slice(7) ?? 3);
const work = mkdtempSync(join(tmpdir(), "conformance-"));
const failures: string[] = [];

function compile(source: string, output: string): void {
  const flags = ["-std=gnu17", "-O1", "-Wall", "-Wextra", "-Wno-unused-parameter", ...deliberate];
  const cc = spawnSync("cc", [...flags, "-o", output, source], { encoding: "utf8", timeout: TIMEOUT_MS });
  if (cc.stderr !== "") process.stderr.write(cc.stderr);
  if (cc.status !== 0) throw new Error(`cc could not compile ${shortPath(source)}`);
}

function place(programs: Program[]): string {
  const directory = mkdtempSync(join(work, "bin-"));
  for (const { name, source } of programs) {
    const kept = join(work, `program-${source.replaceAll("/", "_")}`);
    if (!existsSync(kept)) compile(source, kept);
    spawnSync("cp", [kept, join(directory, name)]);
  }
  return directory;
}

// The shell only turns core files off; exec makes the program's end ours.
function runOnce(one: Case, executable: string, bin: string): string {
  const cwd = mkdtempSync(join(work, "cwd-"));
  const result = spawnSync("/bin/sh", ["-c", 'ulimit -c 0; exec "$0" "$@"', executable, ...one.args], {
    cwd,
    input: one.stdin,
    timeout: TIMEOUT_MS,
    killSignal: "SIGKILL",
    env: { PATH: bin, PROGRAMS: bin },
    stdio: ["pipe", "pipe", "inherit"],
  });
  rmSync(cwd, { recursive: true, force: true });
  if (result.error) throw new Error(`${one.name}: ${result.error.message}`);
  return formatTranscript({
    stdout: result.stdout.toString("utf8"),
    code: result.status,
    signal: result.signal,
  });
}

function record(one: Case): void {
  const executable = join(work, one.name.replaceAll("/", "-"));
  compile(one.source, executable);
  const bin = place(one.programs);
  const all = Array.from({ length: runs }, () => runOnce(one, executable, bin));
  const transcript = all[0] ?? "";
  if (all.some((run) => run !== transcript)) throw new Error(`${one.name}: ${runs} runs do not agree`);
  if (/^# exit 9[89]$/m.test(transcript)) process.stderr.write(`${one.name}: a step failed:\n${transcript}`);
  const old = existsSync(one.transcript) ? readFileSync(one.transcript, "utf8") : undefined;
  if (old === transcript) return;
  if (check) throw new Error(`${one.name}: differs from ${shortPath(one.transcript)}`);
  mkdirSync(dirname(one.transcript), { recursive: true });
  writeFileSync(one.transcript, transcript);
  console.log(`${old === undefined ? "new" : "changed"}: ${shortPath(one.transcript)}`);
}

const chosen = cases(filter);
for (const one of chosen) {
  try {
    record(one);
  } catch (error) {
    failures.push(error instanceof Error ? error.message : String(error));
  }
}
rmSync(work, { recursive: true, force: true });
for (const failure of failures) console.error(failure);
console.log(`${chosen.length - failures.length} of ${chosen.length} recorded`);
process.exitCode = failures.length === 0 ? 0 : 1;
