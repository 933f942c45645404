// inspect — looking into a machine: its processes and its counters.
import * as nr from "./abi/constants.ts";
import * as abi from "./abi/structs.ts";
import type { Core } from "./protocol.ts";

/** One process. */
export interface ProcessInfo {
  readonly pid: number;
  readonly ppid: number;
  readonly pgid: number;
  readonly sid: number;
  readonly state: "running" | "stopped" | "zombie";
  readonly cpu: number;
  readonly descriptors: number;
  /** Frames of 4 KiB it has mapped. */
  readonly frames: number;
  /** Its flat memory in pages of 64 KiB. */
  readonly flatPages: number;
  readonly syscalls: number;
  readonly faults: number;
  readonly argv: readonly string[];
}

export interface Inspection {
  readonly processes: readonly ProcessInfo[];
}

/** What the kernel counts. */
export interface Statistics {
  /** Processes ever made. */
  readonly processes: number;
  readonly syscalls: number;
  /** Bytes copied from users to the kernel, and back. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly faults: number;
  /** Frames of 4 KiB. */
  readonly framesUsed: number;
  readonly framesPeak: number;
  /** Of those in use: the kernel keeps them for its own objects, whether there are any or not. */
  readonly framesKept: number;
  readonly framesTotal: number;
  readonly switches: number;
  readonly objects: number;
  readonly openFiles: number;
  /** Processes alive now. */
  readonly live: number;
}

export function statistics(core: Core): Statistics {
  const of = (id: number) => core.statistic(id);
  return {
    processes: of(nr.STAT_PROCESSES),
    syscalls: of(nr.STAT_SYSCALLS),
    bytesIn: of(nr.STAT_BYTES_IN),
    bytesOut: of(nr.STAT_BYTES_OUT),
    faults: of(nr.STAT_FAULTS),
    framesUsed: of(nr.STAT_FRAMES_USED),
    framesPeak: of(nr.STAT_FRAMES_PEAK),
    framesKept: of(nr.STAT_FRAMES_KEPT),
    framesTotal: of(nr.STAT_FRAMES_TOTAL),
    switches: of(nr.STAT_SWITCHES),
    objects: of(nr.STAT_OBJECTS),
    openFiles: of(nr.STAT_OPEN_FILES),
    live: of(nr.STAT_LIVE),
  };
}

const STATES = ["running", "stopped", "zombie"] as const;

function processInfo(view: DataView, bytes: Uint8Array, ka: number): ProcessInfo {
  const int = (offset: number) => view.getInt32(ka + offset, true);
  const args = int(abi.PROCESS_INFO_ARGS) >>> 0;
  const strings = bytes.slice(args, args + int(abi.PROCESS_INFO_ARGS_LEN));
  return {
    pid: int(abi.PROCESS_INFO_PID),
    ppid: int(abi.PROCESS_INFO_PPID),
    pgid: int(abi.PROCESS_INFO_PGID),
    sid: int(abi.PROCESS_INFO_SID),
    state: STATES[int(abi.PROCESS_INFO_STATE)] ?? "running",
    cpu: int(abi.PROCESS_INFO_CPU),
    descriptors: int(abi.PROCESS_INFO_DESCRIPTORS),
    frames: int(abi.PROCESS_INFO_FRAMES) >>> 0,
    flatPages: int(abi.PROCESS_INFO_FLAT_PAGES) >>> 0,
    syscalls: Number(view.getBigInt64(ka + abi.PROCESS_INFO_SYSCALLS, true)),
    faults: int(abi.PROCESS_INFO_FAULTS) >>> 0,
    argv: new TextDecoder().decode(strings).split("\0").slice(0, -1),
  };
}

export function inspect(core: Core, phys: WebAssembly.Memory): Inspection {
  const view = new DataView(phys.buffer);
  const bytes = new Uint8Array(phys.buffer);
  const ka = core.hostAlloc(abi.PROCESS_INFO_BYTES) >>> 0;
  const processes: ProcessInfo[] = [];
  for (let i = 0; core.inspectProcess(i, ka) !== 0; i++) processes.push(processInfo(view, bytes, ka));
  core.hostFree(ka, abi.PROCESS_INFO_BYTES);
  return { processes };
}
