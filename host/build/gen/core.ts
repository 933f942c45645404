// core — the kernel's share of the tables: constants and dispatch for assembly/.
import { arity, PRIVATE_SETS, type Struct, type Syscall, type Tables } from "./tables.ts";

function constantFile(noun: string, source: string, entries: [string, number][]): string {
  const lines = entries.map(([name, value]) => `export const ${name}: i32 = ${value | 0};`);
  return [`// ${noun} — generated from ${source} by host/build/gen.ts; do not edit.`, ...lines, ""].join(
    "\n",
  );
}

/** Offsets NAME_FIELD and the size NAME_BYTES of one struct. */
export function structConstants(struct: Struct): [string, number][] {
  const prefix = struct.name.toUpperCase();
  const fields = struct.fields.map((field): [string, number] => [
    `${prefix}_${field.name.toUpperCase()}`,
    field.offset,
  ]);
  return [...fields, [`${prefix}_BYTES`, struct.size]];
}

/** rt_sigaction -> sysRtSigaction. */
function handlerName(call: Syscall): string {
  return `sys${call.name.replace(/(^|_)([a-z0-9])/g, (_all, _bar, letter: string) => letter.toUpperCase())}`;
}

function importLines(calls: Syscall[]): string[] {
  const families = [...new Set(calls.map((call) => call.family))].sort();
  return families.flatMap((family) => {
    const names = calls.filter((call) => call.family === family).map(handlerName);
    const line = `import { ${names.join(", ")} } from "./${family}";`;
    return line.length <= 110
      ? [line]
      : ["import {", ...names.map((name) => `  ${name},`), `} from "./${family}";`];
  });
}

/** Calls the kernel answers itself; the others are ENOSYS or no traps at all. */
function dispatched(calls: Syscall[]): Syscall[] {
  return calls.filter((call) => call.family !== "none" && call.support !== "none");
}

function dispatchFile(tables: Tables): string {
  const calls = dispatched(tables.syscalls);
  const cases = calls.flatMap((call) => {
    const args = Array.from({ length: arity(call) }, (_unused, index) => `a${index}`).join(", ");
    return [`    case ${call.nr}:`, `      return ${handlerName(call)}(${args});`];
  });
  return [
    "// dispatch — generated from abi/syscalls.tbl by host/build/gen.ts; do not edit.",
    'import { ENOSYS } from "../abi/errno";',
    ...importLines(calls),
    "",
    "/** Calls the function of system call nr; its result, or -ENOSYS when there is none. */",
    "export function dispatch(nr: i32, a0: i32, a1: i32, a2: i32, a3: i32, a4: i32, a5: i32): i32 {",
    "  switch (nr) {",
    ...cases,
    "    default:",
    "      return -ENOSYS;",
    "  }",
    "}",
    "",
  ].join("\n");
}

/** What an AssemblyScript guest knows of the interface: all of it but what lies between kernel and host. */
function guestFile(tables: Tables): string {
  const isPublic = (constant: { set: string }): boolean => !PRIVATE_SETS.includes(constant.set);
  const entries = [
    ...tables.syscalls.map((call): [string, number] => [`SYS_${call.name}`, call.nr]),
    ...tables.errnos.map((errno): [string, number] => [errno.name, errno.value]),
    ...tables.constants.filter(isPublic).map((constant): [string, number] => [constant.name, constant.value]),
  ];
  return constantFile("abi", "assembly/abi/*.tbl", entries);
}

/** Files of assembly/ and guests/as/, by their path in the repository. */
export function coreFiles(tables: Tables): Record<string, string> {
  const numbers = tables.syscalls.map((call): [string, number] => [`SYS_${call.name}`, call.nr]);
  const errnos = tables.errnos.map((errno): [string, number] => [errno.name, errno.value]);
  const constants = tables.constants.map((constant): [string, number] => [constant.name, constant.value]);
  const structs = tables.structs.flatMap(structConstants);
  return {
    "assembly/abi/syscalls.ts": constantFile("syscalls", "syscalls.tbl", numbers),
    "assembly/abi/errno.ts": constantFile("errno", "errno.tbl", errnos),
    "assembly/abi/constants.ts": constantFile("constants", "constants.tbl", constants),
    "assembly/abi/structs.ts": constantFile("structs", "structs.tbl", structs),
    "assembly/sys/dispatch.ts": dispatchFile(tables),
    "guests/as/quire/abi.ts": guestFile(tables),
  };
}
