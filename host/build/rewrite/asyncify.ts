// asyncify — stack capture: Binaryen's pass over a module that forks, before it is rewritten.
//
// The pass makes every function that may be on the stack at a call of kern.fork able to store its locals
// and return (unwind), and to come back to where it was (rewind). Only kern.fork counts as a reason.

import type binaryenTypes from "binaryen";
import { RewriteError } from "./errors.ts";

type Features = binaryenTypes.Features;

const FORK = "kern.fork";

/** What a module may use that does not say so itself. All features would change how imports are written. */
function featuresOf(f: typeof binaryenTypes.Features): Features {
  const data =
    f.MutableGlobals | f.NontrappingFPToInt | f.SignExt | f.SIMD128 | f.RelaxedSIMD | f.ExtendedConst;
  const memory = f.Atomics | f.BulkMemory | f.BulkMemoryOpt;
  return data | memory | f.ExceptionHandling | f.TailCall | f.ReferenceTypes | f.Multivalue;
}

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
    module.setFeatures(featuresOf(binaryen.Features));
    module.runPasses(["asyncify"]);
    return new Uint8Array(module.emitBinary());
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new RewriteError("fork", `the module imports fork, but its stack cannot be captured: ${why}`);
  } finally {
    module?.dispose();
  }
}
