// features — which features of the engine the kernel needs, and whether they are there.
import { NotIsolatedError, UnsupportedError } from "../errors.ts";

/** A module with two memories, one of them shared. */
const MULTIPLE_MEMORIES = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 5, 7, 2, 3, 1, 1, 3, 1, 1]);
const ATOMICS = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 5, 4, 1, 3, 1, 1, 10, 10, 1, 8, 0, 65, 0,
  254, 16, 2, 0, 11,
]);

/** Promise Integration: guest threads get stacks that can be switched. */
export function hasStackSwitching(): boolean {
  return "Suspending" in WebAssembly && "promising" in WebAssembly;
}

function engineName(): string {
  const { process } = globalThis as { process?: { version?: string } };
  return process?.version === undefined ? "this browser" : `this is ${process.version}`;
}

function lacks(feature: string): UnsupportedError {
  return new UnsupportedError(
    `Node 26 or a current Chromium is needed (${engineName()}, which lacks ${feature}): ` +
      "with the package node@26 installed, npx and npm scripts use that",
  );
}

/** Throws an error that names the first feature the engine lacks. */
export function requireFeatures(): void {
  if (typeof SharedArrayBuffer === "undefined") {
    if ("crossOriginIsolated" in globalThis && !globalThis.crossOriginIsolated) throw new NotIsolatedError();
    throw lacks("shared memory");
  }
  if (!WebAssembly.validate(ATOMICS)) throw lacks("WebAssembly threads (atomics)");
  if (!WebAssembly.validate(MULTIPLE_MEMORIES)) throw lacks("several WebAssembly memories in one module");
  if (typeof Atomics.waitAsync !== "function") throw lacks("Atomics.waitAsync");
}
