// compile — compiles the conformance cases and the programs they execute for Quire, as `quire run` would.
import { compileAs } from "../../host/build/as.ts";
import { compile } from "../../host/build/cc.ts";
import { type Case, root } from "./list.ts";
import type { CompiledCase } from "./run.ts";

// Without -matomics the compiler makes plain loads and stores of __atomic operations.
const FLAGS = ["-std=gnu17", "-O1", "-matomics"];

async function compileSource(source: string): Promise<Uint8Array> {
  if (source.endsWith(".ts")) return await compileAs(source);
  return await compile({ args: [...FLAGS, source], cwd: root });
}

/** Throws CompileError with the compiler's words. */
export async function compileCase(one: Case): Promise<CompiledCase> {
  const { name, args, stdin } = one;
  const module = await compileSource(one.source);
  const programs: { name: string; module: Uint8Array }[] = [];
  for (const program of one.programs) {
    programs.push({ name: program.name, module: await compileSource(program.source) });
  }
  return { name, args, stdin, module, programs };
}
