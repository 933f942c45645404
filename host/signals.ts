// signals — their names and numbers.
import { CONSTANT_SETS } from "./abi/constants.ts";
import { QuireError } from "./errors.ts";

const SIGNAL_NUMBERS: ReadonlyMap<string, number> = new Map(
  (CONSTANT_SETS.SIG ?? []).filter(([name]) => !name.includes("_")),
);
const SIGNAL_NAMES: ReadonlyMap<number, string> = new Map(
  [...SIGNAL_NUMBERS].map(([name, number]) => [number, name]),
);

const SIGNAL_MAX = 64;

/** The number of a signal given by name or number; 0 asks whether the process is there. Throws EINVAL. */
export function signalNumber(signal: string | number): number {
  const number = typeof signal === "number" ? signal : SIGNAL_NUMBERS.get(signal);
  const isSignal = number !== undefined && Number.isInteger(number) && number >= 0 && number <= SIGNAL_MAX;
  if (!isSignal) throw new QuireError("EINVAL", `unknown signal ${signal}`);
  return number;
}

/** "SIGKILL" for 9. */
export function signalName(number: number): string {
  return SIGNAL_NAMES.get(number) ?? `SIG${number}`;
}
