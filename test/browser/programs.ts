// programs — compiles what the pages run: the conformance cases, among them the examples.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { compile } from "../../host/build/cc.ts";
import type { SiteProgram } from "../../host/web/program.ts";
import { type Case, cases, root } from "../conformance/list.ts";

const EXAMPLE = /^examples\//;

/** The names of the example programs, in order. */
export function exampleNames(): string[] {
  return cases()
    .map(({ name }) => name)
    .filter((name) => EXAMPLE.test(name));
}

/** Compiles one source into `folder`; its address on the site. */
async function place(folder: string, source: string): Promise<string> {
  const bytes = await compile({ args: ["-std=gnu17", "-O1", "-w", source], cwd: root });
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const file = `${basename(source, ".c")}-${hash}.wasm`;
  writeFileSync(join(folder, file), bytes);
  return `programs/${file}`;
}

async function program(folder: string, { name, source, args, stdin, programs }: Case): Promise<SiteProgram> {
  const others: { name: string; wasm: string }[] = [];
  for (const other of programs) others.push({ name: other.name, wasm: await place(folder, other.source) });
  const shown = EXAMPLE.test(name) ? { source: readFileSync(source, "utf8") } : {};
  return { name, wasm: await place(folder, source), args, stdin, programs: others, ...shown };
}

/** Compiles every case into `folder`, one after the other: the compiler holds hundreds of megabytes. */
export async function compilePrograms(folder: string): Promise<SiteProgram[]> {
  mkdirSync(folder, { recursive: true });
  const all: SiteProgram[] = [];
  for (const one of cases()) all.push(await program(folder, one));
  return all;
}
