// tracer — empties the kernel's trace ring while a machine runs, and makes a line of each call.
import { SYS_execve, SYS_exit, SYS_exit_group } from "../abi/syscalls.ts";
import { formatRecord, PHASE_ENTER, PHASE_LEAVE, type TraceRecord } from "./strace.ts";

/** Where records come from. */
export interface TraceRing {
  traceStart(): void;
  /** The oldest record, taken out; undefined when there is none. */
  next(): TraceRecord | undefined;
}

const POLL_MS = 10;

export class Tracer {
  readonly #ring: TraceRing;
  readonly #sink: (line: string) => void;
  /** Calls that have begun, by process. */
  readonly #begun = new Map<number, TraceRecord>();
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(ring: TraceRing, sink: (line: string) => void) {
    this.#ring = ring;
    this.#sink = sink;
    ring.traceStart();
    this.#timer = setInterval(() => this.drain(), POLL_MS);
  }

  /** Prints what the ring holds. */
  drain(): void {
    for (;;) {
      const record = this.#ring.next();
      if (record === undefined) return;
      this.#take(record);
    }
  }

  /** A call is a line, printed when it returns; one that never does, at its process's next, or at the end. */
  #take(record: TraceRecord): void {
    const begun = this.#begun.get(record.pid);
    this.#begun.delete(record.pid);
    if (record.phase === PHASE_LEAVE) {
      this.#print(record);
      return;
    }
    if (begun !== undefined) this.#finish(begun);
    if (record.nr === SYS_exit || record.nr === SYS_exit_group) this.#print(record);
    else this.#begun.set(record.pid, record);
  }

  /** An exec that the next program's call follows has succeeded. */
  #finish(begun: TraceRecord): void {
    const phase = begun.nr === SYS_execve ? PHASE_LEAVE : PHASE_ENTER;
    this.#print({ ...begun, phase, result: 0 });
  }

  #print(record: TraceRecord): void {
    this.#sink(formatRecord(record));
  }

  /** Prints the calls that have not returned, and ends. */
  stop(): void {
    clearInterval(this.#timer);
    this.drain();
    for (const begun of this.#begun.values()) this.#print(begun);
    this.#begun.clear();
  }
}
