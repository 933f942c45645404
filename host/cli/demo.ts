// demo — `quire demo`: runs every example program in one machine, then tells what the kernel did.
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { boot, type Machine } from "../machine.ts";
import { ProgramError, programBytes, programName } from "./program.ts";
import { statisticsTable } from "./statistics.ts";

const EXAMPLES = fileURLToPath(new URL("../../guests/examples", import.meta.url));

/** "pipe between parent and child" of "01-pipe-between-parent-and-child.c". */
function heading(file: string): string {
  return programName(file).replace(/^\d+-/, "").replaceAll("-", " ");
}

function sources(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => /\.(c|ts)$/.test(name) && !name.endsWith(".d.ts"))
    .sort()
    .map((name) => join(directory, name));
}

async function install(machine: Machine, file: string): Promise<string> {
  const path = `/bin/${programName(file)}`;
  await machine.load(path, await programBytes(file));
  return path;
}

async function print(stream: ReadableStream<Uint8Array>, to: NodeJS.WriteStream): Promise<void> {
  for await (const chunk of stream) to.write(chunk);
}

/** Runs one example; false when it did not end with 0. */
async function runExample(machine: Machine, file: string): Promise<boolean> {
  process.stdout.write(`\n== ${heading(file)} (${basename(file)})\n`);
  const path = await install(machine, file);
  const child = await machine.spawn(path, [], { stdin: "ignore" });
  const [status] = await Promise.all([
    child.exit,
    print(child.stdout, process.stdout),
    print(child.stderr, process.stderr),
  ]);
  if (status.code === 0) return true;
  process.stdout.write(`-- ended with ${status.signal ?? `status ${status.code}`}\n`);
  return false;
}

/** Runs all examples; 0 when each ended with 0. */
export async function runDemo(): Promise<number> {
  const files = sources(EXAMPLES);
  if (files.length === 0) throw new ProgramError(2, "no example programs");
  await using machine = await boot({ onMessage: (line) => void process.stdout.write(`${line}\n`) });
  for (const file of sources(join(EXAMPLES, "bin"))) await install(machine, file);
  let failed = 0;
  for (const file of files) {
    if (!(await runExample(machine, file))) failed++;
  }
  process.stdout.write(`\n== what the kernel did\n${statisticsTable(machine.statistics())}`);
  return failed === 0 ? 0 : 1;
}
