// strace — one system call as a line of text, decoded from the table: `write(1, "hi\n", 3) = 3`.
import { CONSTANT_SETS } from "../abi/constants.ts";
import { ERRNOS } from "../abi/errno.ts";
import * as abi from "../abi/structs.ts";
import { SYS_fork, SYS_openat, SYSCALLS, type Syscall } from "../abi/syscalls.ts";

export const PHASE_ENTER = 0;
export const PHASE_LEAVE = 1;
/** Bytes of a string or buffer that a record has room for. */
const TEXT_BYTES = abi.TRACE_RECORD_BYTES - abi.TRACE_RECORD_TEXT;

/** One record of the kernel's trace ring. */
export interface TraceRecord {
  readonly pid: number;
  readonly nr: number;
  /** PHASE_ENTER or PHASE_LEAVE. */
  readonly phase: number;
  readonly result: number;
  readonly args: readonly number[];
  /** CLOCK_MONOTONIC. */
  readonly timeNs: number;
  /** Which argument `text` belongs to, -1: none. */
  readonly textArg: number;
  /** The first bytes of that argument; a string's end with its NUL, if that was among them. */
  readonly text: Uint8Array;
}

/** The record at `ka` in physical memory. */
export function readRecord(bytes: Uint8Array, ka: number): TraceRecord {
  const record = bytes.slice(ka, ka + abi.TRACE_RECORD_BYTES);
  const view = new DataView(record.buffer);
  const int = (offset: number) => view.getInt32(offset, true);
  const length = Math.min(Math.max(int(abi.TRACE_RECORD_TEXT_LEN), 0), TEXT_BYTES);
  return {
    pid: int(abi.TRACE_RECORD_PID),
    nr: int(abi.TRACE_RECORD_NR),
    phase: int(abi.TRACE_RECORD_PHASE),
    result: int(abi.TRACE_RECORD_RESULT),
    args: [0, 1, 2, 3, 4, 5].map((i) => int(abi.TRACE_RECORD_A0 + 4 * i)),
    timeNs: view.getFloat64(abi.TRACE_RECORD_TIME_NS, true),
    textArg: int(abi.TRACE_RECORD_TEXT_ARG),
    text: record.subarray(abi.TRACE_RECORD_TEXT, abi.TRACE_RECORD_TEXT + length),
  };
}

const CALLS: ReadonlyMap<number, Syscall> = new Map(SYSCALLS.map((call) => [call.nr, call]));
const ERRNO_MAX = 4095;
/** The flag of kern.fork. */
const FORK_VFORK = 1;
const ESCAPES: Readonly<Record<number, string>> = { 9: "\\t", 10: "\\n", 13: "\\r", 34: '\\"', 92: "\\\\" };

function hex(value: number): string {
  return value === 0 ? "0" : `0x${(value >>> 0).toString(16)}`;
}

function quoted(text: Uint8Array, isString: boolean): string {
  const isWhole = isString && text.at(-1) === 0;
  const shown = Array.from(isWhole ? text.subarray(0, -1) : text, (byte) => {
    const special = ESCAPES[byte];
    if (special !== undefined) return special;
    return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : `\\${byte.toString(8)}`;
  });
  return `"${shown.join("")}"${!isWhole && text.length === TEXT_BYTES ? "..." : ""}`;
}

/** The names of the flags in `value`: "O_WRONLY|O_CREAT". What has no name is shown in hex. */
export function flagNames(set: string, value: number): string {
  const members = CONSTANT_SETS[set] ?? [];
  const mask = members.find(([name]) => /_(ACCMODE|TYPE)$/.test(name));
  const names: string[] = [];
  let rest = value;
  if (mask !== undefined) {
    const low = value & mask[1];
    const name = members.find((member) => member[1] === low && member !== mask)?.[0];
    if (name !== undefined) names.push(name);
    if (name !== undefined) rest &= ~mask[1];
  }
  for (const [name, bit] of members) {
    if ((bit & (bit - 1)) !== 0 || bit === 0 || (rest & bit) === 0) continue;
    if (mask !== undefined && (bit & mask[1]) !== 0) continue;
    names.push(name);
    rest &= ~bit;
  }
  if (rest !== 0) names.push(hex(rest));
  if (names.length > 0) return names.join("|");
  return members.find(([, bit]) => bit === 0)?.[0] ?? "0";
}

function argument(kind: string, value: number, index: number, record: TraceRecord): string {
  if (index === record.textArg && value !== 0) return quoted(record.text, kind === "str");
  if (kind === "flags:O" && value === 0 && record.nr !== SYS_openat) return "0";
  if (kind.startsWith("flags:")) return flagNames(kind.slice("flags:".length), value);
  if (kind === "oct") return value === 0 ? "0" : `0${(value >>> 0).toString(8)}`;
  if (kind === "hex") return hex(value);
  if (kind === "size") return String(value >>> 0);
  if (kind === "fd") return value === -100 ? "AT_FDCWD" : String(value);
  if (kind === "int" || kind === "pid") return String(value);
  return value === 0 ? "NULL" : hex(value);
}

function argumentList(call: Syscall, record: TraceRecord): string {
  const shown: string[] = [];
  let at = 0;
  for (const kind of call.args) {
    const value = record.args[at] ?? 0;
    if (kind === "off") {
      const wide = BigInt.asIntN(64, (BigInt(record.args[at + 1] ?? 0) << 32n) | BigInt(value >>> 0));
      shown.push(String(wide));
      at += 2;
      continue;
    }
    shown.push(argument(kind, value, at, record));
    at++;
  }
  return shown.join(", ");
}

function resultText(call: Syscall | undefined, record: TraceRecord): string {
  const { result } = record;
  if (record.phase === PHASE_ENTER) return "?";
  if (result < 0 && result >= -ERRNO_MAX) {
    const error = ERRNOS.get(-result);
    return error === undefined ? String(result) : `-1 ${error.name} (${error.text})`;
  }
  return call?.prototype.startsWith("void *") ? hex(result) : String(result);
}

/** fork and vfork are one door with a flag, which neither has in C. */
function forkText(record: TraceRecord): string {
  return ((record.args[0] ?? 0) & FORK_VFORK) === 0 ? "fork()" : "vfork()";
}

/** The record as a line, without a newline: `[pid 3] read(0, 0x8000, 512) = 12`. */
export function formatRecord(record: TraceRecord): string {
  const call = CALLS.get(record.nr);
  const name = call?.name ?? `syscall_${record.nr}`;
  const result = resultText(call, record);
  if (record.nr === SYS_fork) return `[pid ${record.pid}] ${forkText(record)} = ${result}`;
  const args = call === undefined ? record.args.map(hex).join(", ") : argumentList(call, record);
  return `[pid ${record.pid}] ${name}(${args}) = ${result}`;
}
