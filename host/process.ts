// process — one running program, as its starter holds it.
import { QuireError } from "./errors.ts";
import { signalName, signalNumber } from "./signals.ts";

/** How a process ended: by itself with a code, or by a signal. The other is null. */
export interface ExitStatus {
  readonly code: number | null;
  readonly signal: string | null;
}

/** Where its output goes. */
export type OutputOption = "pipe" | "ignore" | WritableStream<Uint8Array>;

export interface SpawnOptions {
  /** The program's own name for itself; its path when absent. */
  readonly argv0?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** "pipe" when absent: write to `process.stdin`. A stream is piped in. */
  readonly stdin?: "pipe" | "ignore" | ReadableStream<Uint8Array>;
  /** All of the standard input, instead of `stdin`. */
  readonly input?: string | Uint8Array;
  readonly stdout?: OutputOption;
  readonly stderr?: OutputOption;
  /** Whether the standard streams are terminals to the program (isatty): buffered by lines. */
  readonly terminal?: boolean | readonly [stdin: boolean, stdout: boolean, stderr: boolean];
  /** Kills the process (SIGKILL) when aborted. */
  readonly signal?: AbortSignal;
  /** Kills the process (SIGKILL) after that many milliseconds. */
  readonly timeout?: number;
}

/** The longest a timer waits; a longer time would end at once. */
const TIMER_MAX = 2 ** 31 - 1;

/** Milliseconds for a timer; undefined when there is none to set. Throws EINVAL. */
export function timerMilliseconds(timeout: number | undefined): number | undefined {
  if (timeout === undefined || timeout === Number.POSITIVE_INFINITY) return undefined;
  if (!(timeout >= 0)) throw new QuireError("EINVAL", `timeout: not a time: ${timeout}`);
  return Math.min(timeout, TIMER_MAX);
}

/** What a wait status word says. */
export function exitStatus(status: number): ExitStatus {
  const signal = status & 0x7f;
  return signal === 0
    ? { code: (status >> 8) & 0xff, signal: null }
    : { code: null, signal: signalName(signal) };
}

export interface ProcessParts {
  readonly pid: number;
  readonly stdin: WritableStream<Uint8Array>;
  readonly stdout: ReadableStream<Uint8Array>;
  readonly stderr: ReadableStream<Uint8Array>;
  readonly exit: Promise<ExitStatus>;
  readonly kill: (signal: number) => boolean;
}

export class Process {
  /** Its number in the machine. */
  readonly pid: number;
  /** Closed already unless `stdin` was "pipe". Writing fails with EPIPE once the process has ended. */
  readonly stdin: WritableStream<Uint8Array>;
  readonly stdout: ReadableStream<Uint8Array>;
  readonly stderr: ReadableStream<Uint8Array>;
  /** Resolves when the process has ended; its output can be read to the end afterwards. */
  readonly exit: Promise<ExitStatus>;
  readonly #kill: (signal: number) => boolean;

  constructor(parts: ProcessParts) {
    this.pid = parts.pid;
    this.stdin = parts.stdin;
    this.stdout = parts.stdout;
    this.stderr = parts.stderr;
    this.exit = parts.exit;
    this.#kill = parts.kill;
  }

  /** Sends a signal ("SIGTERM" when absent). False when the process has ended. */
  kill(signal: string | number = "SIGTERM"): boolean {
    return this.#kill(signalNumber(signal));
  }
}
