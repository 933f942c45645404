// rewriter — makes a guest module safe to run: its accesses pass the MMU, its loops can be stopped.
//
// `rewrite` reads the module once, section by section; only function bodies are changed inside (body.ts).
// What comes out imports from "kernel" alone (layout.ts) and is valid on every engine that takes several
// memories. See ARCHITECTURE.md, "A guest module".

import { Additions } from "./additions.ts";
import { BodyPass } from "./body.ts";
import { Bulk } from "./bulk.ts";
import { captureStack, type Growth } from "./capture/capture.ts";
import type { BodyPlan } from "./cursor.ts";
import { Deliver } from "./deliver.ts";
import { functionTable, takeAddresses } from "./elements.ts";
import { emit } from "./emit.ts";
import { RewriteError } from "./errors.ts";
import { findFree, handlerStack, importsFork } from "./fork.ts";
import { addFork, addHandle, addInit, addPoll, addRun, addSafepoint, addTrap } from "./glue.ts";
import { Hints } from "./hints.ts";
import { MAX_PAGES } from "./imports.ts";
import { addJumps } from "./jump/jump.ts";
import { Layout } from "./layout.ts";
import type { ImageMeta } from "./meta.ts";
import { type Export, functionType, lowestData, type Module, readModule } from "./module.ts";
import { Reader } from "./reader.ts";
import { Sink } from "./sink.ts";
import { Tlb } from "./tlb.ts";
import { funcType, typeKey } from "./valtypes.ts";
import { Window } from "./window.ts";

export { type RewriteCode, RewriteError } from "./errors.ts";
export { type ImageMeta, imageMeta } from "./meta.ts";

export interface Rewritten {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly meta: ImageMeta;
  /** Of a module that forks: what the capture of its stack has added. */
  readonly growth?: Growth;
}

/** The version of the guest interface this rewriter serves. */
const ABI = 1;
const PAGE_BYTES = 4096;
/** Where wasm-ld places a module's data when nothing else is asked. */
const DEFAULT_DATA_START = 1024;
const RESERVED = "quire.";
/** Kinds of exports. */
const FUNCTION = 0;
const GLOBAL = 3;
const NOTHING = funcType([], []);

export interface RewriteOptions {
  /** False leaves out the looks at the attention word, so that their cost can be measured: such a program
   *  cannot be stopped. Default true. */
  readonly safepoints?: boolean;
}

/** Rewrites a module. Throws RewriteError. */
export function rewrite(bytes: Uint8Array, { safepoints = true }: RewriteOptions = {}): Rewritten {
  const module = readModule(bytes);
  if (!WebAssembly.validate(bytes as Uint8Array<ArrayBuffer>)) {
    throw new RewriteError("invalid", `the module (${bytes.length} bytes) does not validate in this engine`);
  }
  try {
    return rewriteModule(module, safepoints);
  } catch (error) {
    if (error instanceof RewriteError) throw error;
    throw new RewriteError("invalid", `the module cannot be read: ${String(error)}`);
  }
}

function rewriteModule(m: Module, safepoints: boolean): Rewritten {
  if (m.abi !== undefined && m.abi !== ABI) {
    throw new RewriteError(
      "abi",
      `the module is built for interface ${m.abi}; this machine has interface ${ABI}`,
    );
  }
  const layout = new Layout(m.types, m.functions.length, m.globals.length);
  const added = new Additions(layout);
  const guard = guardOf(m);
  const forks = importsFork(m);
  const tlb = new Tlb(layout, added);
  const deliver = new Deliver(added, tlb, handlerStack(m, layout, guard), functionTable(m));
  for (const name of m.imports.functions) {
    layout.imported.push(name === "trap" ? addTrap(added, deliver) : addFork(added));
  }
  const start = layout.func(startFunction(m));
  const doors = {
    init: addInit(added, m, layout),
    handle: addHandle(added, deliver),
    run: addRun(added, start),
  };
  const exports = collectExports(m, layout, doors);
  const window = new Window(added, guard, tlb, deliver);
  const hints = new Hints();
  const plan: BodyPlan = {
    module: m,
    layout,
    window,
    tlb,
    deliver,
    bulk: new Bulk(added, window, tlb, deliver),
    poll: addPoll(added, tlb, deliver),
    safepoint: addSafepoint(added, tlb, deliver),
    safepoints,
    fixedTable: forks,
  };
  const ends = { ...doors, start, flush: tlb.flush() };
  const rewritten = rewriteBodies(plan, added, hints);
  takeAddresses(m, layout);
  const common = { module: m, layout, added };
  const { bodies, hints: moved } = addJumps({
    ...common,
    bodies: rewritten,
    hints,
    deliver: deliver.deliver(),
  });
  const meta: ImageMeta = {
    abi: m.abi ?? 0,
    guard,
    minPages: m.memory?.min ?? 0,
    maxPages: m.memory?.max ?? MAX_PAGES,
    fork: forks,
    globals: mutableGlobals(m).map((i) => [globalName(i), m.globals[i]?.type.name ?? ""]),
  };
  if (!forks) {
    return { bytes: emit({ ...common, bodies, hints: moved, resumes: undefined, exports, meta }), meta };
  }
  const free = findFree(m, layout, guard);
  const fork = layout.func(m.imports.functions.indexOf("fork"));
  const captured = captureStack({ ...common, bodies, hints: moved, free, fork, ...ends });
  return { bytes: emit({ ...common, ...captured, exports, meta }), meta, growth: captured.growth };
}

/** Where the flat region begins: below the data, and one page where our toolchain promises it. */
function guardOf(m: Module): number {
  const lowest = lowestData(m);
  if (m.abi !== undefined) return PAGE_BYTES;
  return Math.min(PAGE_BYTES, lowest ?? DEFAULT_DATA_START);
}

/** All bodies, the module's and then the added ones; `hints` gets the branches of the former. */
function rewriteBodies(plan: BodyPlan, added: Additions, hints: Hints): Sink {
  const { module: m } = plan;
  const bodies = new Sink((m.code === undefined ? 0 : (m.code.end - m.code.pos) * 2) + 4096);
  if (m.code !== undefined) {
    const r = new Reader(m.bytes, m.code.pos, m.code.end);
    const pass = new BodyPass(plan, r, bodies, hints);
    if (r.u32() !== m.functions.length) r.fail("the code section has another number of functions");
    m.functions.forEach((type, i) => {
      pass.next(m.imports.functions.length + i, type);
    });
  }
  for (const { body } of added.list) body.finish(bodies);
  return bodies;
}

function mutableGlobals(m: Module): number[] {
  return m.globals.flatMap((global, i) => (global.mutable ? [i] : []));
}

/** Globals count as in the module before rewriting. */
function globalName(index: number): string {
  return `${RESERVED}g${index}`;
}

/** The functions the host calls. */
interface Doors {
  readonly init: number;
  readonly handle: number;
  readonly run: number;
}

function collectExports(m: Module, layout: Layout, doors: Doors): Export[] {
  const list: Export[] = [];
  for (const { name, kind, index } of m.exports) {
    if (name.startsWith(RESERVED)) {
      throw new RewriteError("export", `export "${name}" has a reserved name: "${RESERVED}" is the kernel's`);
    }
    const moved = kind === FUNCTION ? layout.func(index) : kind === GLOBAL ? layout.global(index) : index;
    list.push({ name, kind, index: moved });
  }
  list.push({ name: "quire.init", kind: FUNCTION, index: doors.init });
  list.push({ name: "quire.deliver", kind: FUNCTION, index: doors.handle });
  list.push({ name: "quire.run", kind: FUNCTION, index: doors.run });
  for (const i of mutableGlobals(m))
    list.push({ name: globalName(i), kind: GLOBAL, index: layout.global(i) });
  return list;
}

/** The function exported as _start, which takes and gives nothing. */
function startFunction(m: Module): number {
  const start = m.exports.find((x) => x.name === "_start" && x.kind === FUNCTION);
  if (start === undefined) {
    throw new RewriteError("export", `the module exports no function "_start": it is no program`);
  }
  const type = functionType(m, start.index);
  if (type === undefined || typeKey(type) !== typeKey(NOTHING)) {
    throw new RewriteError(
      "export",
      `"_start" (function ${start.index}) must take nothing and return nothing`,
    );
  }
  return start.index;
}
