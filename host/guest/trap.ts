// trap — how a guest's trap becomes a signal and a sentence.

const SIGILL = 4;
const SIGABRT = 6;
const SIGBUS = 7;
const SIGFPE = 8;
const SIGSEGV = 11;

/** What a guest died of. */
export interface Trap {
  readonly signal: number;
  /** E.g. "memory access out of bounds in main (0x3a4)". */
  readonly detail: string;
}

/** Messages of the engines' traps; the first that matches decides. */
const SIGNALS: readonly (readonly [message: RegExp, signal: number])[] = [
  [/call stack|recursion|stack overflow/i, SIGSEGV],
  [/unaligned/i, SIGBUS],
  [/divi(de|sion)|remainder|overflow|unrepresentable|invalid conversion/i, SIGFPE],
  [/signature|indirect call|table|null function|undefined element/i, SIGILL],
  [/out of bounds|out-of-bounds/i, SIGSEGV],
  [/unreachable/i, SIGILL],
];

/** "name (0x3a4)" of the innermost Wasm frame, where the engine tells. */
function trapPlace(stack: string): string {
  const frame = /at (?:([^\s(]+) )?\(?wasm:\/\/[^)]*?wasm-function\[(\d+)\]:(0x[0-9a-f]+)/.exec(stack);
  if (frame === null) return "";
  const [, name, index, offset] = frame;
  return ` in ${name?.replace(/^.*\.wasm\./, "") ?? `function ${index}`} (${offset})`;
}

/** The signal of what `quire.run` threw. */
export function trapOf(error: unknown): Trap {
  if (!(error instanceof Error)) return { signal: SIGABRT, detail: "uncaught exception" };
  const found = SIGNALS.find(([message]) => message.test(error.message));
  if (error instanceof RangeError && found?.[1] === SIGSEGV) {
    return { signal: SIGSEGV, detail: `stack overflow${trapPlace(error.stack ?? "")}` };
  }
  const isTrap = error instanceof WebAssembly.RuntimeError;
  const signal = isTrap ? (found?.[1] ?? SIGILL) : SIGABRT;
  return { signal, detail: `${error.message}${trapPlace(error.stack ?? "")}` };
}
