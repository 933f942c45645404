// imports — what a guest may ask of its surroundings: one memory, kern.trap, kern.fork; the rest is refused.

import { RewriteError } from "./errors.ts";
import { KERNEL } from "./layout.ts";
import type { Reader } from "./reader.ts";
import { type FuncType, funcType, I32, typeKey } from "./valtypes.ts";

/** Limits in 64 KiB pages. */
export interface Memory {
  readonly min: number;
  readonly max: number | undefined;
}

export type GuestImport = "trap" | "fork";

export interface Imports {
  /** The imported functions in their order. */
  readonly functions: readonly GuestImport[];
  /** Their types' indices. */
  readonly types: readonly number[];
  readonly memory: Memory | undefined;
}

/** The flat region ends at 2 GiB: 32768 pages. */
export const MAX_PAGES = 32768;

const SIGNATURES: Readonly<Record<GuestImport, FuncType>> = {
  trap: (KERNEL[0] as readonly [string, FuncType])[1],
  fork: funcType([I32], [I32]),
};
const KINDS = ["function", "table", "memory", "global", "tag"];

export function readImports(r: Reader, types: readonly FuncType[]): Imports {
  const functions: GuestImport[] = [];
  const typeIndices: number[] = [];
  let memory: Memory | undefined;
  const count = r.u32();
  for (let i = 0; i < count; i++) {
    const module = r.name();
    const field = r.name();
    const kind = r.byte();
    const where = `import ${i} ("${module}" "${field}")`;
    if (kind === 0) {
      const type = r.u32();
      typeIndices.push(type);
      functions.push(checkFunction(module, field, where, types[type]));
    } else if (kind === 2 && memory === undefined) memory = readMemory(r);
    else if (kind === 2) throw new RewriteError("memory", `${where} is a second memory; a guest has one`);
    else
      throw new RewriteError(
        "import",
        `${where} is a ${KINDS[kind] ?? "thing"}; a guest imports functions only`,
      );
  }
  return { functions, types: typeIndices, memory };
}

function checkFunction(
  module: string,
  field: string,
  where: string,
  type: FuncType | undefined,
): GuestImport {
  if (module !== "kern" || (field !== "trap" && field !== "fork")) {
    throw new RewriteError(
      "import",
      `${where} is unknown: a guest imports "kern" "trap" and "kern" "fork" only`,
    );
  }
  if (type === undefined || typeKey(type) !== typeKey(SIGNATURES[field])) {
    const n = SIGNATURES[field].params.length;
    throw new RewriteError("import", `${where} has the wrong type: it takes ${n} i32 and returns i32`);
  }
  return field;
}

/** Reads the limits of a memory and checks that it can be the flat region. */
export function readMemory(r: Reader): Memory {
  const at = r.pos;
  const flags = r.byte();
  const refuse = (why: string): never => {
    throw new RewriteError("memory", `memory at byte ${at} ${why}`);
  };
  if (flags & 4) refuse("has 64-bit addresses; a guest has 32-bit ones");
  if (flags > 3) refuse("has a page size of its own, or limits of an unknown form");
  const min = r.u32();
  const max = flags & 1 ? r.u32() : undefined;
  if (min > MAX_PAGES) refuse(`starts with ${min} pages; the flat region has ${MAX_PAGES}`);
  return { min, max: max === undefined ? undefined : Math.min(max, MAX_PAGES) };
}
