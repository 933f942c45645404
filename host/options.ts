// options — what a machine can be booted with, checked and completed.
import { QuireError } from "./errors.ts";
import type { DirectoryMount, FileTree } from "./protocol.ts";
import type { WorkerUrls } from "./workers.ts";

/** Options of `boot`. */
export interface BootOptions {
  /** Files the machine starts with, e.g. `{ "/etc/motd": "hi\n" }`. */
  readonly files?: FileTree;
  /** Host directories put into the machine (Node only). */
  readonly mounts?: readonly DirectoryMount[];
  /** Physical memory: bytes, or "64M". "512M" when absent. */
  readonly memory?: number | string;
  /** Workers that run programs; as many as the computer has processors, at most 8, when absent. */
  readonly cpus?: number;
  /** Bytes of a program's machine stack, or "2M". Node only; about 1 MB when absent. */
  readonly stack?: number | string;
  /** Most processes at a time; 16384 when absent. */
  readonly processes?: number;
  /** Environment of every process that is spawned without one of its own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Destroys the machine when aborted. */
  readonly signal?: AbortSignal;
  /** Kills every process that many milliseconds after the first was spawned. */
  readonly timeout?: number;
  /** Called with one line per system call, as strace prints it. */
  readonly trace?: (line: string) => void;
  /** Called with each line of the machine's log; it goes to standard error when absent. */
  readonly onMessage?: (line: string) => void;
  /** Run without Promise Integration: one thread per worker. For tests. */
  readonly noStacks?: boolean;
  /** Where the workers' scripts are, for bundlers that do not find them. */
  readonly workerUrl?: WorkerUrls;
  /** Where kernel.wasm is. */
  readonly kernelUrl?: string;
}

const UNITS: Readonly<Record<string, number>> = { "": 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };
const MEMORY_MIN = 4 * 1024 ** 2;
const MEMORY_MAX = 4 * 1024 ** 3 - 65536;
const CPUS_MAX = 64;

/** Bytes of "64M", "64MB", "64MiB", "1G", "65536", 65536. Throws EINVAL. */
export function parseBytes(size: number | string, what: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([KMG]?)(?:i?B)?$/i.exec(String(size));
  const unit = UNITS[match?.[2]?.toUpperCase() ?? ""];
  if (match === null || unit === undefined) {
    throw new QuireError("EINVAL", `${what}: not a size: ${size} (e.g. 64M)`);
  }
  return Math.floor(Number(match[1]) * unit);
}

/** Milliseconds of "5s", "250ms", "2m", or a number of seconds in text. Throws EINVAL. */
export function parseDuration(text: string, what: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text);
  if (match === null) throw new QuireError("EINVAL", `${what}: not a time: ${text} (e.g. 5s)`);
  const unit = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }[match[2] ?? "s"] ?? 1000;
  return Number(match[1]) * unit;
}

const STACK_MIN = 64 * 1024;
const STACK_MAX = 1024 ** 3;

/** Bytes of the stack of each program. Throws EINVAL. */
export function stackBytes(size: number | string): number {
  const bytes = parseBytes(size, "stack");
  if (bytes < STACK_MIN || bytes > STACK_MAX)
    throw new QuireError("EINVAL", `stack: ${size} is not between 64K and 1G`);
  return bytes;
}

/** Bytes of physical memory, whole Wasm pages. */
export function memoryBytes(options: BootOptions): number {
  const bytes = parseBytes(options.memory ?? "512M", "memory");
  if (bytes < MEMORY_MIN) throw new QuireError("EINVAL", "memory: a machine needs at least 4M");
  if (bytes > MEMORY_MAX) throw new QuireError("EINVAL", "memory: a machine has less than 4G");
  return bytes - (bytes % 65536);
}

/** How many CPUs to start. */
export function cpuCount(options: BootOptions, parallelism: number): number {
  const { cpus } = options;
  if (cpus === undefined) return Math.min(parallelism, 8);
  if (!Number.isInteger(cpus) || cpus < 1 || cpus > CPUS_MAX) {
    throw new QuireError("EINVAL", `cpus: ${cpus} is not between 1 and ${CPUS_MAX}`);
  }
  return cpus;
}
