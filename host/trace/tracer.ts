// tracer — empties the kernel's trace ring, line by line, while a machine runs.
import { TRACE_RECORD_BYTES } from "../abi/structs.ts";
import { SYS_execve, SYS_exit, SYS_exit_group } from "../abi/syscalls.ts";
import { formatRecord, PHASE_ENTER, PHASE_LEAVE, readRecord, type TraceRecord } from "./strace.ts";

/** What the tracer calls of the core. */
export interface TraceCalls {
  hostAlloc(n: number): number;
  traceStart(): void;
  traceNext(ka: number): number;
}

const POLL_MS = 10;

export class Tracer {
  readonly #core: TraceCalls;
  readonly #bytes: Uint8Array;
  readonly #ka: number;
  readonly #sink: (line: string) => void;
  /** Calls that have begun, by process. */
  readonly #begun = new Map<number, TraceRecord>();
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(core: TraceCalls, phys: WebAssembly.Memory, sink: (line: string) => void) {
    this.#core = core;
    this.#bytes = new Uint8Array(phys.buffer);
    this.#ka = core.hostAlloc(TRACE_RECORD_BYTES) >>> 0;
    this.#sink = sink;
    core.traceStart();
    this.#timer = setInterval(() => this.drain(), POLL_MS);
  }

  /** Prints what the ring holds. */
  drain(): void {
    while (this.#core.traceNext(this.#ka) !== 0) this.#take(readRecord(this.#bytes, this.#ka));
  }

  /** A call is one line, printed when it returns; one that never does is known by its process's next, or at the end. */
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
