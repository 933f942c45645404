// kernel — builds kernel.wasm: AssemblyScript, the door to flat memory merged in, optimised as one.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const resolve = createRequire(import.meta.url).resolve;

/** Bytes of stack a call of the kernel may need at most; a guest that has less left dies of SIGSEGV at the
 *  door. */
const STACK_BYTES = 24 * 1024;

/** A function whose frame is STACK_BYTES: the engine tests for that much at its entry. With `go` 0, as the
 * kernel calls it, it does nothing else; otherwise all slots are live across a call, so that no compiler can
 *  drop them. */
function probeText(): string {
  const slots = Array.from({ length: STACK_BYTES / 16 }, (_, i) => i);
  const fill = slots.map((i) => `(local.set $s${i} (v128.load offset=${i * 16} (i32.const 0)))`);
  const use = slots.map((i) => `(v128.store offset=${i * 16} (i32.const 0) (local.get $s${i}))`);
  return `(module
    (import "kernel" "memory" (memory 1 65536 shared))
    (func $probe (export "probe") (param $go i32)
      ${slots.map((i) => `(local $s${i} v128)`).join("")}
      (if (local.get $go) (then ${fill.join("")} (call $probe (i32.const 0)) ${use.join("")}))))`;
}

/** A command of a package, run by this Node. */
function tool(name: string, args: readonly string[]): void {
  execFileSync(process.execPath, [name, ...args], { stdio: ["ignore", "inherit", "inherit"] });
}

/** Compiles assembly/ of the repository at `root` into `outFile`. The debug kernel checks the order of locks
 *  and fills freed memory with junk. */
export function buildKernel(root: string, outFile: string, target: "release" | "debug" = "release"): void {
  const build = join(root, "build");
  mkdirSync(build, { recursive: true });
  mkdirSync(dirname(outFile), { recursive: true });
  const core = join(build, `kernel.${target}.core.wasm`);
  const asc = join(dirname(resolve("assemblyscript/package.json")), "bin", "asc.js");
  const binaryen = join(dirname(resolve("binaryen/package.json")), "bin");
  tool(asc, [
    join(root, "assembly/index.ts"),
    "--config",
    join(root, "asconfig.json"),
    "--target",
    target,
    "--baseDir",
    root,
    "--outFile",
    core,
  ]);
  const probe = join(build, "probe.wat");
  writeFileSync(probe, probeText());
  const merged = join(build, `kernel.${target}.merged.wasm`);
  const features = [
    "--enable-threads",
    "--enable-bulk-memory",
    "--enable-multimemory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-simd",
  ];
  tool(join(binaryen, "wasm-merge"), [
    ...features,
    "-g",
    core,
    "kernel",
    join(root, "assembly/lib/flat.wat"),
    "flat",
    probe,
    "stack",
    "-o",
    merged,
  ]);
  tool(join(binaryen, "wasm-opt"), [
    ...features,
    "-g",
    target === "release" ? "-O3" : "-O1",
    merged,
    "-o",
    outFile,
  ]);
}
