// asyncify — stack capture: Binaryen's pass over a module that forks, before it is rewritten.
//
// The pass makes every function that may be on the stack at a call of kern.fork able to store its locals
// and return (unwind), and to come back to where it was (rewind). Only kern.fork counts as a reason.

import { RewriteError } from "./errors.ts";

const FORK = "kern.fork";

/**
 * A module whose stack can be captured, in the form `rewrite` wants of a module that imports kern.fork.
 * Loads the package binaryen when first called. Throws RewriteError "fork".
 */
export async function captureStacks(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const { default: binaryen } = await import("binaryen");
  let module: InstanceType<typeof binaryen.Module> | undefined;
  try {
    binaryen.setDebugInfo(true);
    binaryen.setOptimizeLevel(1);
    binaryen.setShrinkLevel(0);
    binaryen.setPassArgument("asyncify-imports", FORK);
    module = binaryen.readBinary(bytes);
    module.runPasses(["asyncify"]);
    return new Uint8Array(module.emitBinary());
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new RewriteError("fork", `the module imports fork, but its stack cannot be captured: ${why}`);
  } finally {
    module?.dispose();
  }
}
