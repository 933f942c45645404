// wat — text to module, with every feature a guest may use.

import wabt from "wabt";

const parser = await wabt();

const FEATURES = {
  mutable_globals: true,
  sat_float_to_int: true,
  sign_extension: true,
  simd: true,
  threads: true,
  multi_value: true,
  tail_call: true,
  bulk_memory: true,
  reference_types: true,
  exceptions: true,
  extended_const: true,
  relaxed_simd: true,
  multi_memory: true,
  memory64: true,
};

/** A module in the text format as bytes. */
export function assemble(text: string): Uint8Array<ArrayBuffer> {
  const module = parser.parseWat("test.wat", text, FEATURES);
  try {
    return new Uint8Array(module.toBinary({ write_debug_names: true }).buffer);
  } finally {
    module.destroy();
  }
}

/** A module as text, folded, with the names it has. */
export function disassemble(bytes: Uint8Array): string {
  const module = parser.readWasm(bytes, { readDebugNames: true, ...FEATURES });
  try {
    return module.toText({ foldExprs: false, inlineExport: false });
  } finally {
    module.destroy();
  }
}
