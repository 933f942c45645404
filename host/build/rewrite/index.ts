// rewriter — makes a guest module safe to run: its accesses pass the MMU, its loops can be stopped.
//
// `rewrite` reads the module once, section by section; only function bodies are changed inside (body.ts).
// What comes out imports from "kernel" alone (layout.ts) and is valid on every engine that takes several
// memories. See ARCHITECTURE.md, "A guest module".

import { Additions } from "./additions.ts";
import { captureStacks } from "./asyncify.ts";
import { BodyPass } from "./body.ts";
import { Bulk } from "./bulk.ts";
import type { BodyPlan } from "./cursor.ts";
import { Deliver } from "./deliver.ts";
import { functionTable } from "./elements.ts";
import { emit } from "./emit.ts";
import { RewriteError } from "./errors.ts";
import { findCapture, handlerStack, importsFork, isCapture } from "./fork.ts";
import { addFork, addInit, addPoll, addRun, addSafepoint, addTrap, type Capture } from "./glue.ts";
import { Hints } from "./hints.ts";
import { MAX_PAGES } from "./imports.ts";
import { Layout } from "./layout.ts";
import type { ImageMeta } from "./meta.ts";
import { type Export, functionType, lowestData, type Module, readModule } from "./module.ts";
import { Reader } from "./reader.ts";
import { Sink } from "./sink.ts";
import { Tlb } from "./tlb.ts";
import { funcType, typeKey } from "./valtypes.ts";
import { Window } from "./window.ts";

export { captureStacks } from "./asyncify.ts";
export { type RewriteCode, RewriteError } from "./errors.ts";
export { type ImageMeta, imageMeta } from "./meta.ts";

export interface RewriteOptions {
  /** How the stack of a forking module is captured. Default, and so far the only one: "asyncify". */
  readonly fork?: "asyncify";
}

export interface Rewritten {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly meta: ImageMeta;
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

/**
 * Rewrites a module. One that imports kern.fork must have passed `captureStacks` before; `rewriteAsync`
 * does both. Throws RewriteError.
 */
export function rewrite(bytes: Uint8Array, _options: RewriteOptions = {}): Rewritten {
  const module = readModule(bytes);
  if (!WebAssembly.validate(bytes as Uint8Array<ArrayBuffer>)) {
    throw new RewriteError("invalid", `the module (${bytes.length} bytes) does not validate in this engine`);
  }
  try {
    return rewriteModule(module);
  } catch (error) {
    if (error instanceof RewriteError) throw error;
    throw new RewriteError("invalid", `the module cannot be read: ${String(error)}`);
  }
}

/** As `rewrite`, capturing the stack first when the module imports kern.fork. */
export async function rewriteAsync(bytes: Uint8Array, options: RewriteOptions = {}): Promise<Rewritten> {
  const needsCapture =
    WebAssembly.validate(bytes as Uint8Array<ArrayBuffer>) && importsFork(readModule(bytes));
  return rewrite(needsCapture ? await captureStacks(bytes) : bytes, options);
}

function rewriteModule(m: Module): Rewritten {
  if (m.abi !== undefined && m.abi !== ABI) {
    throw new RewriteError(
      "abi",
      `the module is built for interface ${m.abi}; this machine has interface ${ABI}`,
    );
  }
  const layout = new Layout(m.types, m.functions.length, m.globals.length);
  const added = new Additions(layout);
  const guard = guardOf(m);
  const capture = importsFork(m) ? findCapture(m, layout, guard) : undefined;
  const tlb = new Tlb(layout, added);
  const deliver = new Deliver(added, tlb, handlerStack(m, layout, guard), functionTable(m));
  for (const name of m.imports.functions) {
    if (name === "trap") layout.imported.push(addTrap(added, deliver));
    else if (capture !== undefined) layout.imported.push(addFork(added, capture, tlb));
  }
  const exports = collectExports(m, layout, added, tlb, deliver, capture);
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
    fixedTable: capture !== undefined,
  };
  const bodies = rewriteBodies(plan, added, hints);
  const meta: ImageMeta = {
    abi: m.abi ?? 0,
    guard,
    minPages: m.memory?.min ?? 0,
    maxPages: m.memory?.max ?? MAX_PAGES,
    fork: capture !== undefined,
    globals: mutableGlobals(m).map((i) => [globalName(i), m.globals[i]?.type.name ?? ""]),
  };
  return { bytes: emit({ module: m, layout, added, bodies, hints, exports, meta }), meta };
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

function collectExports(
  m: Module,
  layout: Layout,
  added: Additions,
  tlb: Tlb,
  deliver: Deliver,
  capture: Capture | undefined,
): Export[] {
  const list: Export[] = [];
  for (const { name, kind, index } of m.exports) {
    if (name.startsWith(RESERVED)) {
      throw new RewriteError("export", `export "${name}" has a reserved name: "${RESERVED}" is the kernel's`);
    }
    if (capture !== undefined && isCapture(name)) continue;
    const moved = kind === FUNCTION ? layout.func(index) : kind === GLOBAL ? layout.global(index) : index;
    list.push({ name, kind, index: moved });
  }
  const start = layout.func(startFunction(m));
  list.push({ name: "quire.init", kind: FUNCTION, index: addInit(added, m, layout, capture) });
  list.push({ name: "quire.deliver", kind: FUNCTION, index: deliver.deliver() });
  list.push({ name: "quire.run", kind: FUNCTION, index: addRun(added, start, capture, tlb) });
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
