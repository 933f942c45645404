// rewrite error — why a guest module was refused, in one sentence a person can act on.

export type RewriteCode =
  /** Not a Wasm module, or one the engine itself finds invalid. */
  | "invalid"
  /** Valid, but it uses a proposal the rewriter does not keep safe (GC, memory64, stack switching, ...). */
  | "unsupported"
  /** An import outside the guest interface, or one of the wrong type. */
  | "import"
  /** A second memory, a 64-bit memory, or limits outside the flat region. */
  | "memory"
  /** A missing `_start`, or an export name that is reserved. */
  | "export"
  /** Built for another version of the guest interface. */
  | "abi"
  /** It imports `kern.fork`, but its stack cannot be captured. */
  | "fork";

/** A module the rewriter refuses. The message says what, where and why. */
export class RewriteError extends Error {
  override readonly name = "RewriteError";
  readonly code: RewriteCode;

  constructor(code: RewriteCode, message: string) {
    super(message);
    this.code = code;
  }
}
