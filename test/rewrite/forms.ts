// forms — one little guest for each instruction that touches memory, for the tests to run at any address.

import { ACCESSES, type Access } from "../../host/build/rewrite/accesses.ts";
import { rewrite } from "../../host/build/rewrite/index.ts";
import { F32, F64, I32, I64, V128 } from "../../host/build/rewrite/valtypes.ts";
import { assemble } from "./wat.ts";

/** Where the operands and the result of a form stand in flat memory: 16 bytes each. */
export const OPERAND = 0x1000;
export const RESULT = 0x1020;
/** Two pages of flat memory to compare with two pages of the window. */
export const FLAT = 0x2000;
export const BYTES = 0x2000;

const TYPES = new Map([
  [I32, "i32"],
  [I64, "i64"],
  [F32, "f32"],
  [F64, "f64"],
  [V128, "v128"],
]);

export interface Form {
  readonly access: Access;
  readonly module: WebAssembly.Module;
  readonly rewritten: Uint8Array<ArrayBuffer>;
}

/** The instruction with its immediates and operands, its address in local $a. */
function instruction(access: Access, offset: number): string {
  const operands = access.operands.map(
    (code, i) => `(${TYPES.get(code)}.load (i32.const ${OPERAND + 16 * i}))`,
  );
  const lane = access.split === "lane" ? ` ${16 / access.width - 1}` : "";
  return `(${access.name} offset=${offset}${lane} (local.get $a) ${operands.join(" ")})`;
}

/**
 * `run` does the access once, `twice` two times in a loop, where the second finds what the first left.
 * `touch` loads a byte: from the window, and loops entered later run in their version for it.
 */
export function form(access: Access, offset: number): Form {
  const type = TYPES.get(access.result);
  const text = instruction(access, offset);
  const act = type === undefined ? text : `(${type}.store (i32.const ${RESULT}) ${text})`;
  const bytes = assemble(`(module
    (memory (export "memory") 1 1 shared)
    (data (i32.const 4096) " ")
    (func (export "_start"))
    (func (export "touch") (param $a i32) (drop (i32.load8_u (local.get $a))))
    (func (export "run") (param $a i32) ${act})
    (func (export "twice") (param $a i32) (local $n i32)
      (local.set $n (i32.const 2))
      (loop $again
        ${act}
        (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))))`);
  return { access, module: new WebAssembly.Module(bytes), rewritten: rewrite(bytes).bytes };
}

export const FORMS: readonly Access[] = ACCESSES;

/** Bytes that look like nothing in particular, the same every time. */
export function noise(n: number, seed: number): Uint8Array {
  let state = seed | 1;
  return Uint8Array.from({ length: n }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state;
  });
}
