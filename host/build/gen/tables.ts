// tables — reads the interface tables of assembly/abi/ into plain objects.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One line of syscalls.tbl. `args` holds the argument kinds, in order. */
export interface Syscall {
  nr: number;
  name: string;
  prototype: string;
  args: string[];
  family: string;
  support: string;
  note: string;
}

export interface Errno {
  name: string;
  value: number;
  text: string;
}

export interface Constant {
  name: string;
  value: number;
  /** As the table spells it: decimal, 0x or 0octal. */
  spelling: string;
  /** What `flags:SET` in syscalls.tbl refers to. */
  set: string;
}

export interface Field {
  name: string;
  offset: number;
  type: string;
}

export interface Struct {
  name: string;
  size: number;
  fields: Field[];
}

export interface Tables {
  syscalls: Syscall[];
  errnos: Errno[];
  constants: Constant[];
  structs: Struct[];
}

/** Sets of constants between kernel and host alone: no guest sees them. */
export const PRIVATE_SETS = ["REQ", "STREAM", "UNWIND", "STAT"];

const KINDS = /^(int|hex|oct|fd|pid|size|ptr|str|buf|off|flags:\w+|(in|out):\d+)$/;
const SUPPORT = ["full", "part", "none"];
/** Sets whose names carry no underscore after the prefix, or begin with one. */
const SETS: [RegExp, string][] = [
  [/^_SC_/, "_SC"],
  [/^SIG[A-Z]+[0-9]*$/, "SIG"],
  [/^W[A-Z]+$/, "W"],
];

function fail(file: string, line: number, why: string): never {
  throw new Error(`${file}:${line}: ${why}`);
}

/** The significant lines of a table: trimmed columns with the line number. */
function rows(directory: string, file: string): { line: number; text: string; columns: string[] }[] {
  const text = readFileSync(join(directory, file), "utf8");
  return text
    .split("\n")
    .map((raw, index) => ({ line: index + 1, text: raw, columns: raw.split("|").map((part) => part.trim()) }))
    .filter((row) => row.text.trim() !== "" && !row.text.startsWith("#"));
}

/** C's spelling of an integer: decimal, 0x hexadecimal, 0 octal. */
function integer(file: string, line: number, spelling: string): number {
  const octal = /^0[0-7]+$/.test(spelling);
  const value = octal ? Number.parseInt(spelling, 8) : Number(spelling);
  if (spelling === "" || !Number.isInteger(value)) fail(file, line, `not an integer: "${spelling}"`);
  return value;
}

function readSyscalls(directory: string): Syscall[] {
  const file = "syscalls.tbl";
  const seen = new Set<number>();
  const list = rows(directory, file).map(({ line, columns }) => {
    const [nr = "", name = "", prototype = "", kinds = "", family = "", support = "", note = ""] = columns;
    const number = integer(file, line, nr);
    const args = kinds === "" ? [] : kinds.split(",").map((kind) => kind.trim());
    const bad = args.find((kind) => !KINDS.test(kind));
    if (bad !== undefined) fail(file, line, `unknown argument kind "${bad}"`);
    if (!SUPPORT.includes(support)) fail(file, line, `unknown support level "${support}"`);
    if (seen.has(number)) fail(file, line, `number ${number} is taken`);
    seen.add(number);
    return { nr: number, name, prototype, args, family, support, note };
  });
  return list.sort((a, b) => a.nr - b.nr);
}

function readErrnos(directory: string): Errno[] {
  const file = "errno.tbl";
  return rows(directory, file).map(({ line, columns: [name = "", value = "", text = ""] }) => {
    return { name, value: integer(file, line, value), text };
  });
}

function setOf(name: string): string {
  const special = SETS.find(([pattern]) => pattern.test(name));
  return special === undefined ? (name.split("_")[0] ?? name) : special[1];
}

function readConstants(directory: string): Constant[] {
  const file = "constants.tbl";
  return rows(directory, file).map(({ line, columns: [name = "", spelling = ""] }) => {
    return { name, value: integer(file, line, spelling), spelling, set: setOf(name) };
  });
}

function readStructs(directory: string): Struct[] {
  const file = "structs.tbl";
  const structs: Struct[] = [];
  for (const { line, text, columns } of rows(directory, file)) {
    const head = /^struct (\w+) (\d+)\s*$/.exec(text);
    if (head !== null) {
      structs.push({ name: head[1] ?? "", size: Number(head[2]), fields: [] });
      continue;
    }
    const [name = "", offset = "", type = ""] = columns;
    const current = structs.at(-1);
    if (current === undefined) fail(file, line, "a field outside a struct");
    current.fields.push({ name, offset: integer(file, line, offset), type });
  }
  return structs;
}

/** Reads all four tables; throws an Error that names file and line when one is malformed. */
export function readTables(directory: string): Tables {
  return {
    syscalls: readSyscalls(directory),
    errnos: readErrnos(directory),
    constants: readConstants(directory),
    structs: readStructs(directory),
  };
}

/** How many i32 a call takes in kern.trap: `off` is two, low word first. */
export function arity(call: Syscall): number {
  return call.args.reduce((sum, kind) => sum + (kind === "off" ? 2 : 1), 0);
}
