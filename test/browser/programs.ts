// programs — compiles what the pages run: the conformance cases, among them the examples.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { compileAs } from "../../host/build/as.ts";
import type { SiteProgram } from "../../host/web/program.ts";
import { compileCase } from "../conformance/compile.ts";
import { type Case, cases, root } from "../conformance/list.ts";

const EXAMPLE = /^examples\//;
const EXAMPLES = join(root, "guests", "examples");

/** The example programs in AssemblyScript, which are no conformance cases: there is nothing to run on Linux.
 *  */
function assemblyScriptExamples(): string[] {
  return readdirSync(EXAMPLES).filter((file) => file.endsWith(".ts"));
}

/** The names of the example programs, in order. */
export function exampleNames(): string[] {
  const names = cases().map(({ name }) => name);
  const others = assemblyScriptExamples().map((file) => `examples/${basename(file, ".ts")}`);
  return [...names.filter((name) => EXAMPLE.test(name)), ...others].sort();
}

/** Writes a program into `folder`; its address on the site. */
function place(folder: string, name: string, module: Uint8Array): string {
  const hash = createHash("sha256").update(module).digest("hex").slice(0, 12);
  const file = `${basename(name)}-${hash}.wasm`;
  writeFileSync(join(folder, file), module);
  return `programs/${file}`;
}

async function program(folder: string, one: Case): Promise<SiteProgram> {
  const { name, args, stdin, module, programs } = await compileCase(one);
  const shown = EXAMPLE.test(name) ? { source: readFileSync(one.source, "utf8") } : {};
  const others = programs.map((other) => ({
    name: other.name,
    wasm: place(folder, other.name, other.module),
  }));
  return { name, wasm: place(folder, name, module), args, stdin, programs: others, ...shown };
}

async function assemblyScript(folder: string, file: string): Promise<SiteProgram> {
  const path = join(EXAMPLES, file);
  const name = `examples/${basename(file, ".ts")}`;
  const wasm = place(folder, name, await compileAs(path));
  return { name, wasm, args: [], stdin: "", programs: [], source: readFileSync(path, "utf8") };
}

/** Compiles every case into `folder`, one after the other: the compiler holds hundreds of megabytes. */
export async function compilePrograms(folder: string): Promise<SiteProgram[]> {
  mkdirSync(folder, { recursive: true });
  const all: SiteProgram[] = [];
  for (const one of cases()) all.push(await program(folder, one));
  for (const file of assemblyScriptExamples()) all.push(await assemblyScript(folder, file));
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}
