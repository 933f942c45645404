// target — how every program and the library itself are compiled.

export const TARGET_FLAGS = ["--target=wasm32-wasip1"];

/**
 * setjmp and longjmp by Wasm's exceptions, in their final form (try_table). Objects without them stay as they
 * are, but for one word in their list of features.
 */
const LLVM_OPTIONS = ["-wasm-enable-sjlj", "-wasm-use-legacy-eh=false"];

/** The flags for these; one that `flags` holds already is the user's: LLVM refuses to be told twice. */
export function llvmFlags(flags: readonly string[]): string[] {
  return LLVM_OPTIONS.filter((option) => {
    const [name = option] = option.split("=");
    return !flags.some((flag) => flag === name || flag.startsWith(`${name}=`));
  }).flatMap((option) => ["-mllvm", option]);
}
