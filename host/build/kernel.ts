// kernel — builds kernel.wasm: AssemblyScript, the door to flat memory merged in, optimised as one.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const resolve = createRequire(import.meta.url).resolve;

/** A command of a package, run by this Node. */
function tool(name: string, args: readonly string[]): void {
  execFileSync(process.execPath, [name, ...args], { stdio: ["ignore", "inherit", "inherit"] });
}

/** Compiles assembly/ of the repository at `root` into `outFile`. */
export function buildKernel(root: string, outFile: string): void {
  const build = join(root, "build");
  mkdirSync(build, { recursive: true });
  mkdirSync(dirname(outFile), { recursive: true });
  const asc = join(dirname(resolve("assemblyscript/package.json")), "bin", "asc.js");
  const binaryen = join(dirname(resolve("binaryen/package.json")), "bin");
  tool(asc, [
    join(root, "assembly/index.ts"), "--config", join(root, "asconfig.json"), "--target", "release",
    "--baseDir", root, "--outFile", join(build, "kernel.core.wasm"),
  ]);
  const merged = join(build, "kernel.merged.wasm");
  const features = ["--enable-threads", "--enable-bulk-memory", "--enable-multimemory", "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int", "--enable-sign-ext"];
  tool(join(binaryen, "wasm-merge"), [
    ...features, "-g", join(build, "kernel.core.wasm"), "kernel", join(root, "assembly/lib/flat.wat"), "flat",
    "-o", merged,
  ]);
  tool(join(binaryen, "wasm-opt"), [...features, "-g", "-O3", merged, "-o", outFile]);
}
