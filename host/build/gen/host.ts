// host — the host's share of the tables: host/abi/*.ts.
import { structConstants } from "./core.ts";
import type { Constant, Syscall, Tables } from "./tables.ts";

const banner = (noun: string, source: string): string =>
  `// ${noun} — generated from ${source} by host/build/gen.ts; do not edit.`;

/** `key: value,` as the formatter breaks it. */
function property(indent: string, key: string, value: string): string[] {
  const line = `${indent}${key}: ${value},`;
  return line.length <= 110 ? [line] : [`${indent}${key}:`, `${indent}  ${value},`];
}

function syscallLines(call: Syscall): string[] {
  const text = (value: string): string => JSON.stringify(value);
  return [
    "  {",
    `    nr: ${call.nr},`,
    `    name: ${text(call.name)},`,
    ...property("    ", "prototype", text(call.prototype)),
    `    args: [${call.args.map(text).join(", ")}],`,
    `    support: ${text(call.support)},`,
    ...property("    ", "note", quote(call.note)),
    "  },",
  ];
}

/** A string literal with the quotes that need no escape. */
function quote(text: string): string {
  return text.includes('"') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
}

function syscallFile(tables: Tables): string {
  return [
    banner("syscalls", "assembly/abi/syscalls.tbl"),
    "",
    "/** One system call. `args`: its argument kinds, as the table's head explains them. */",
    "export interface Syscall {",
    "  readonly nr: number;",
    "  readonly name: string;",
    "  readonly prototype: string;",
    "  readonly args: readonly string[];",
    '  readonly support: "full" | "part" | "none";',
    "  readonly note: string;",
    "}",
    "",
    ...tables.syscalls.map((call) => `export const SYS_${call.name} = ${call.nr};`),
    "",
    "export const SYSCALLS: readonly Syscall[] = [",
    ...tables.syscalls.flatMap(syscallLines),
    "];",
    "",
  ].join("\n");
}

function errnoFile(tables: Tables): string {
  return [
    banner("errno", "assembly/abi/errno.tbl"),
    ...tables.errnos.map((errno) => `export const ${errno.name} = ${errno.value};`),
    "",
    "/** Name and text by number. */",
    "export const ERRNOS: ReadonlyMap<number, { readonly name: string; readonly text: string }> = new Map([",
    ...tables.errnos.map(({ name, value, text }) => `  [${value}, { name: "${name}", text: "${text}" }],`),
    "]);",
    "",
  ].join("\n");
}

function setLines(set: string, members: Constant[]): string[] {
  const key = /^\w+$/.test(set) ? set : JSON.stringify(set);
  return [`  ${key}: [`, ...members.map(({ name, value }) => `    ["${name}", ${value}],`), "  ],"];
}

function constantFile(tables: Tables): string {
  const sets = Map.groupBy(tables.constants, (constant) => constant.set);
  return [
    banner("constants", "assembly/abi/constants.tbl"),
    ...tables.constants.map(({ name, value }) => `export const ${name} = ${value};`),
    "",
    "/** Names and values of each set, in the table's order; `flags:SET` in the call table names one. */",
    "export const CONSTANT_SETS: Readonly<Record<string, readonly (readonly [string, number])[]>> = {",
    ...[...sets].flatMap(([set, members]) => setLines(set, members)),
    "};",
    "",
  ].join("\n");
}

function structFile(tables: Tables): string {
  return [
    banner("structs", "assembly/abi/structs.tbl"),
    ...tables.structs.flatMap(structConstants).map(([name, value]) => `export const ${name} = ${value};`),
    "",
  ].join("\n");
}

/** Files of host/abi/, by their path in the repository. */
export function hostFiles(tables: Tables): Record<string, string> {
  return {
    "host/abi/syscalls.ts": syscallFile(tables),
    "host/abi/errno.ts": errnoFile(tables),
    "host/abi/constants.ts": constantFile(tables),
    "host/abi/structs.ts": structFile(tables),
  };
}
