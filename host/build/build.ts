// build — `npm run build`: the kernel, the host, the guests' files and the C library, into dist/.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildKernel } from "./kernel.ts";
import { buildLibc } from "./libc.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dist = join(root, "dist");

/** Files below a directory of the repository, sorted, by path from its root. */
function filesBelow(directory: string): string[] {
  return readdirSync(join(root, directory), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort();
}

function hashOf(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest("hex").slice(0, 16);
}

/** Runs a step unless its output is there and made from the same inputs. */
function step(name: string, inputs: readonly string[], output: string, run: () => void): void {
  const stamp = join(root, "build", `${name}.stamp`);
  const hash = hashOf(inputs);
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  console.log(`build: ${name}`);
  run();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

/** TypeScript to JavaScript: dist/host. Output of sources that are gone must not linger. */
function compileHost(): void {
  const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
  execFileSync(process.execPath, [join(typescript, "bin", "tsc"), "-p", root], { stdio: "inherit" });
  for (const file of filesBelow("dist/host")) {
    const source = file.slice("dist/".length).replace(/(\.d\.ts|\.js|\.js\.map|\.d\.ts\.map)$/, ".ts");
    if (!existsSync(join(root, source))) rmSync(join(root, file));
  }
  chmodSync(join(dist, "host/cli/main.js"), 0o755);
}

/** What programs are made from and the demo shows. */
function copyGuests(): void {
  for (const directory of ["examples", "as"]) {
    const from = join(root, "guests", directory);
    if (existsSync(from) && statSync(from).isDirectory()) {
      rmSync(join(dist, "guests", directory), { recursive: true, force: true });
      cpSync(from, join(dist, "guests", directory), { recursive: true });
    }
  }
}

const kernelSources = [...filesBelow("assembly"), "asconfig.json", "host/build/kernel.ts"];
step("kernel", kernelSources, join(dist, "kernel.wasm"), () => buildKernel(root, join(dist, "kernel.wasm")));
step("kernel.debug", kernelSources, join(dist, "kernel.debug.wasm"), () =>
  buildKernel(root, join(dist, "kernel.debug.wasm"), "debug"),
);
step("host", [...filesBelow("host"), "tsconfig.json"], join(dist, "host"), compileHost);
writeFileSync(join(dist, "build-id"), hashOf([...filesBelow("host/build/rewrite"), "package-lock.json"]));
await buildLibc(join(dist, "guests"), (done, total, what) => {
  if (done === 0) console.log(`build: the C library (${total} files)`);
  else if (done === total) console.log(`build: ${what}`);
});
copyGuests();
