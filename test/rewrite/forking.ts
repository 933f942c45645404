// forking — programs that fork, on a model of the kernel's side; and the same programs by the book.
//
// What a process does depends on what its forks return. `Forking` runs a captured program and all its
// children, which fork again. `byTheBook` runs a program whose fork is no fork at all: a call that returns
// what the script says. A child with the results r1..rn must do from its birth on what a process does that
// gets r1..rn from the beginning.

import { createHash } from "node:crypto";
import type { Rewritten } from "../../host/build/rewrite/index.ts";
import { Fault, type Guest, Machine } from "./machine.ts";

export const CHILD_PID = 42;
export const EAGAIN = -11;
/** Results of its forks, those of its ancestors first. */
type History = readonly number[];

export interface Process {
  readonly history: History;
  /** First three arguments of each system call since it was born. */
  readonly log: readonly (readonly number[])[];
  readonly ending: string;
  /** Digest of flat memory from `from` on; the values of the mutable globals. */
  readonly memory: string;
  readonly globals: readonly string[];
}

export interface ForkingOptions {
  /** Forks of a process and its ancestors, beyond which fork fails at once. Default 3. */
  readonly forks?: number;
  /** Bytes of the first chunk for records. Default 4096. */
  readonly chunk?: number;
  /** First byte of flat memory that is compared. Default 65536. */
  readonly from?: number;
  /** Replaces single functions of the kernel. */
  readonly kernel?: Record<string, (...args: never[]) => unknown>;
}

interface State {
  readonly history: number[];
  readonly log: number[][];
  /** What the fork in hand returns, and its records. */
  result: number;
  records: number;
}

interface Born {
  readonly guest: Guest;
  readonly state: State;
  readonly records: number;
}

interface Chunks {
  readonly list: number[];
  /** Processes that have yet to resume. */
  users: number;
}

/** How a run came to its end. */
export function ending(run: () => void): string {
  try {
    run();
    return "returned";
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) return `trap: ${error.message}`;
    if (error instanceof Fault || error instanceof RangeError) return String(error);
    if (error instanceof WebAssembly.Exception) return "exception";
    throw error;
  }
}

/** What a process leaves. */
export function remains(
  memory: WebAssembly.Memory,
  globals: readonly WebAssembly.Global[],
  from: number,
): Pick<Process, "memory" | "globals"> {
  const hash = createHash("sha1").update(new Uint8Array(memory.buffer).slice(from));
  return { memory: hash.digest("hex"), globals: globals.map(({ value }) => String(value)) };
}

function globalsOf(guest: Guest): WebAssembly.Global[] {
  return guest.meta.globals.map(([name]) => guest.instance.exports[name] as WebAssembly.Global);
}

export class Forking {
  readonly machine = new Machine();
  readonly image: Rewritten;
  /** What forkBegin and fork were told: flags and low. */
  readonly forks: { readonly flags: number; readonly low: number }[] = [];
  /** Chunks of each capture that someone has yet to resume from, by the record it begins with. */
  readonly #chunks = new Map<number, Chunks>();
  readonly #options: Required<ForkingOptions>;
  #waiting: Born[] = [];

  constructor(image: Rewritten, options: ForkingOptions = {}) {
    this.image = image;
    this.#options = { forks: 3, chunk: 4096, from: 65536, kernel: {}, ...options };
  }

  /** Runs the first process, then each child in the order of their births. */
  run(): Process[] {
    const first = this.#start([]);
    const list = [this.#process({ ...first, records: 0 })];
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      list.push(this.#process(next));
    }
    return list;
  }

  #process({ guest, state, records }: Born): Process {
    const history = [...state.history];
    const end = ending(() => {
      if (records === 0) guest.exports["quire.init"]?.();
      guest.exports["quire.run"]?.(records);
    });
    const left = remains(guest.flat, globalsOf(guest), this.#options.from);
    return { history, log: state.log, ending: end, ...left };
  }

  #start(history: number[], records = 0): Omit<Born, "records"> {
    const state: State = { history, log: [], result: 0, records };
    let capture: Chunks = { list: [], users: 0 };
    const chunk = (bytes: number): number => {
      const ka = this.machine.chunk(bytes);
      capture.list.push(ka);
      return ka;
    };
    const guest: Guest = this.machine.start(this.image.bytes, {
      trap: (nr: number, a: number, b: number) => state.log.push([nr, a, b]) && 0,
      forkBegin: () => {
        if (state.history.length >= this.#options.forks) return EAGAIN;
        capture = { list: [], users: 2 };
        return chunk(this.#options.chunk);
      },
      room: (bytes: number) => chunk(Math.max(bytes, this.#options.chunk)),
      fork: (flags: number, ka: number, low: number) => {
        this.forks.push({ flags, low });
        this.#chunks.set(ka, capture);
        this.#waiting.push({ ...this.#copy(guest, low, [...state.history, 0], ka), records: ka });
        state.history.push(CHILD_PID);
        Object.assign(state, { result: CHILD_PID, records: ka });
        return CHILD_PID;
      },
      resumed: () => {
        this.#free(state.records);
        return state.result;
      },
      ...this.#options.kernel,
    });
    return { guest, state };
  }

  /** Junk over the records once both processes have resumed from them. */
  #free(records: number): void {
    const capture = this.#chunks.get(records);
    if (capture === undefined || --capture.users > 0) return;
    for (const ka of capture.list) {
      this.machine.bytes.fill(0x5a, ka, ka + this.machine.view.getUint32(ka, true));
    }
  }

  /** What the kernel and the host do: free memory is left out. */
  #copy(parent: Guest, low: number, history: number[], records: number): Omit<Born, "records"> {
    const child = this.#start(history, records);
    const from = new Uint8Array(parent.flat.buffer);
    const to = new Uint8Array(child.guest.flat.buffer);
    to.set(from.subarray(low >>> 0), low >>> 0);
    const theirs = globalsOf(parent);
    globalsOf(child.guest).forEach((global, i) => {
      global.value = theirs[i]?.value;
    });
    return child;
  }
}

/** What the process with this history does after its birth, when its fork is only a call. */
export function byTheBook(image: Rewritten, history: History, options: ForkingOptions = {}): Process {
  const { forks = 3, from = 65536 } = options;
  let log: number[][] = [];
  let forked = 0;
  const guest = new Machine().start(image.bytes, {
    trap: (nr: number, a: number, b: number) => {
      if (nr !== FORK) return log.push([nr, a, b]) && 0;
      const i = forked++;
      if (i === history.length - 1) log = [];
      return history[i] ?? (i < forks ? CHILD_PID : EAGAIN);
    },
  });
  const end = ending(() => {
    guest.exports["quire.init"]?.();
    guest.exports["quire.run"]?.(0);
  });
  return { history, log, ending: end, ...remains(guest.flat, globalsOf(guest), from) };
}

/** Number of the call that stands for fork in a program by the book. */
export const FORK = 999;
const ZEROS = "(i32.const 0) ".repeat(5);

/** Both forms of a program: text with $fork, $say (three numbers, for the log) and $trap at hand. */
export function bothForms(body: string): { readonly captured: string; readonly book: string } {
  const trap = `(import "kern" "trap" (func $trap (param i32 i32 i32 i32 i32 i32 i32) (result i32)))`;
  const say = `(func $say (param i32 i32 i32)
    (drop (call $trap (local.get 0) (local.get 1) (local.get 2) (i32.const 0) (i32.const 0) (i32.const 0)
      (i32.const 0))))`;
  const fork = `(import "kern" "fork" (func $fork (param i32) (result i32)))`;
  const call = `(func $fork (param i32) (result i32)
    (call $trap (i32.const ${FORK}) (local.get 0) ${ZEROS}))`;
  const rest = `(memory (export "memory") 2)
    (global $sp (mut i32) (i32.const 65536))
    (data (i32.const 65536) "data")
    ${say} ${body}`;
  return {
    captured: `(module ${trap} ${fork} ${rest})`,
    book: `(module ${trap} ${rest.replace(say, say + call)})`,
  };
}
