// rewrite bench — megabytes of module rewritten per second, on the largest modules at hand.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rewrite } from "../../host/build/rewrite/index.ts";
import { standalone } from "../rewrite/standalone.ts";

const MODULES = ["@yowasp/clang/gen/llvm.core.wasm", "@wasmer/wasi/tests/test.wasm"];
const RUNS = 3;

for (const name of MODULES) {
  const path = fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url));
  const bytes = standalone(readFileSync(path));
  const megabytes = bytes.length / 1e6;
  const rates: number[] = [];
  let size = 0;
  for (let run = 0; run < RUNS; run++) {
    const begin = performance.now();
    const out = rewrite(bytes).bytes;
    rates.push((megabytes / (performance.now() - begin)) * 1000);
    size = out.length;
    if (run === 0 && !WebAssembly.validate(out))
      throw new Error(`${name}: the rewritten module is not valid`);
  }
  rates.sort((a, b) => a - b);
  const [min, median, max] = [rates[0], rates[RUNS >> 1], rates[RUNS - 1]].map((x) => (x ?? 0).toFixed(1));
  const growth = (size / bytes.length).toFixed(2);
  console.log(`${name}: ${megabytes.toFixed(1)} MB at ${median} MB/s (${min} - ${max}), output ${growth} x`);
}
