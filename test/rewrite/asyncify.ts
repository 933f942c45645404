// asyncify — programs that fork, captured by Binaryen's pass instead of ours: a second opinion.
//
// The module is not rewritten. Globals that are to be copied must be exported.

import binaryen from "binaryen";
import { CHILD_PID, EAGAIN, ending, type ForkingOptions, type Process, remains } from "./forking.ts";

/** Room for the stack: two words, then what Asyncify writes. */
const BUFFER = 1024;
const BUFFER_END = 61440;
const UNWINDING = 1;
const REWINDING = 2;

export function asyncified(bytes: Uint8Array): WebAssembly.Module {
  const f = binaryen.Features;
  const module = binaryen.readBinary(bytes);
  try {
    module.setFeatures(
      f.MutableGlobals | f.SIMD128 | f.SignExt | f.Multivalue | f.ReferenceTypes | f.TailCall,
    );
    binaryen.setPassArgument("asyncify-imports", "kern.fork");
    module.runPasses(["asyncify"]);
    return new WebAssembly.Module(new Uint8Array(module.emitBinary()));
  } finally {
    module.dispose();
  }
}

interface Running {
  readonly instance: WebAssembly.Instance;
  readonly history: number[];
  readonly log: number[][];
  result: number;
}

type Waiting = (Running & { readonly child: boolean })[];

/** Runs a program and its children as Forking does. */
export function byAsyncify(module: WebAssembly.Module, options: ForkingOptions = {}): Process[] {
  const { forks = 3, from = 65536 } = options;
  const start = (history: number[]): Running => {
    const running = { history, log: [] as number[][], result: 0 };
    const instance = new WebAssembly.Instance(module, {
      kern: {
        trap: (nr: number, a: number, b: number) => running.log.push([nr, a, b]) && 0,
        fork: () => {
          const { asyncify_get_state: state, asyncify_stop_rewind: stop } = call(instance);
          if (state?.() === REWINDING) {
            stop?.();
            return running.result;
          }
          if (history.length >= forks) return EAGAIN;
          unwind(instance);
          return 0;
        },
      },
    });
    return Object.assign(running, { instance });
  };
  const waiting: Waiting = [Object.assign(start([]), { child: false })];
  const processes: Process[] = [];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    processes.push(runOne(next, start, waiting, from));
  }
  return processes;
}

function runOne(
  one: Waiting[number],
  start: (history: number[]) => Running,
  waiting: Waiting,
  from: number,
): Process {
  const { instance, log } = one;
  const history = [...one.history];
  const exports = call(instance);
  const end = ending(() => {
    if (one.child) exports.asyncify_start_rewind?.(BUFFER);
    for (;;) {
      exports._start?.();
      if (exports.asyncify_get_state?.() !== UNWINDING) return;
      exports.asyncify_stop_unwind?.();
      const child = start([...one.history, 0]);
      copy(instance, child.instance);
      waiting.push(Object.assign(child, { child: true }));
      one.history.push(CHILD_PID);
      one.result = CHILD_PID;
      exports.asyncify_start_rewind?.(BUFFER);
    }
  });
  return { history, log, ending: end, ...remains(memoryOf(instance), [], from) };
}

const call = (instance: WebAssembly.Instance): Record<string, (...args: number[]) => number> =>
  instance.exports as Record<string, (...args: number[]) => number>;

const memoryOf = (instance: WebAssembly.Instance): WebAssembly.Memory =>
  instance.exports.memory as WebAssembly.Memory;

function unwind(instance: WebAssembly.Instance): void {
  const view = new DataView(memoryOf(instance).buffer);
  view.setUint32(BUFFER, BUFFER + 8, true);
  view.setUint32(BUFFER + 4, BUFFER_END, true);
  call(instance).asyncify_start_unwind?.(BUFFER);
}

function copy(from: WebAssembly.Instance, to: WebAssembly.Instance): void {
  new Uint8Array(memoryOf(to).buffer).set(new Uint8Array(memoryOf(from).buffer));
  for (const [name, value] of Object.entries(from.exports)) {
    if (value instanceof WebAssembly.Global) (to.exports[name] as WebAssembly.Global).value = value.value;
  }
}
