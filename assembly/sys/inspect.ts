// inspect — what the host may ask of the machine's state, and the invariants that hold when it idles.
import {
  STAT_BYTES_IN,
  STAT_BYTES_OUT,
  STAT_FAULTS,
  STAT_FRAMES_PEAK,
  STAT_FRAMES_TOTAL,
  STAT_FRAMES_USED,
  STAT_FRAMES_KEPT,
  STAT_LIVE,
  STAT_OBJECTS,
  STAT_OPEN_FILES,
  STAT_PROCESSES,
  STAT_SWITCHES,
  STAT_SYSCALLS,
} from "../abi/constants";
import {
  PROCESS_INFO_ARGS,
  PROCESS_INFO_ARGS_LEN,
  PROCESS_INFO_BYTES,
  PROCESS_INFO_CPU,
  PROCESS_INFO_DESCRIPTORS,
  PROCESS_INFO_FAULTS,
  PROCESS_INFO_FLAT_PAGES,
  PROCESS_INFO_FRAMES,
  PROCESS_INFO_IMAGE,
  PROCESS_INFO_PGID,
  PROCESS_INFO_PID,
  PROCESS_INFO_PPID,
  PROCESS_INFO_SID,
  PROCESS_INFO_STATE,
  PROCESS_INFO_STATUS,
  PROCESS_INFO_SYSCALLS,
} from "../abi/structs";
import { descriptorsCount } from "../fs/descriptor";
import { transferFrames } from "../fs/request";
import { RANK_TREE, acquire, release } from "../lib/lock";
import { framesCountFree } from "../mm/frames";
import { FRAME_REFS_KA, PAGE, PIDS_MAX, ZERO_TABLE, machine } from "../mm/layout";
import { Space } from "../mm/space";
import { cpuAt } from "../task/cpu";
import { INIT_PID, Process, initProcess, processAfter, processFind } from "../task/process";
import { Thread } from "../task/thread";
import { ARGS_HEADER } from "./args";
import { signalsCheck } from "./invariant";
import { treeLock } from "./life";

/** The i-th process in pid order into the process_info at `ka`: 1, or 0 when there is none. */
export function processInspect(i: i32, ka: usize): i32 {
  acquire(treeLock(), RANK_TREE);
  let process = processAfter(0);
  for (let n = 0; n < i && process != null; n++) process = processAfter(process.pid);
  if (process != null) infoFill(process, ka);
  release(treeLock(), RANK_TREE);
  return process != null ? 1 : 0;
}

function infoFill(process: Process, ka: usize): void {
  memory.fill(ka, 0, PROCESS_INFO_BYTES);
  store<i32>(ka + PROCESS_INFO_PID, process.pid);
  store<i32>(ka + PROCESS_INFO_PPID, process.ppid);
  store<i32>(ka + PROCESS_INFO_PGID, process.pgid);
  store<i32>(ka + PROCESS_INFO_SID, process.sid);
  store<i32>(ka + PROCESS_INFO_STATE, process.state);
  store<i32>(ka + PROCESS_INFO_STATUS, process.status);
  store<i32>(ka + PROCESS_INFO_IMAGE, process.image);
  store<i32>(ka + PROCESS_INFO_CPU, -1);
  if (process.threads == 0 || process.exiting != 0) return;
  const t = changetype<Thread>(process.threads);
  store<i32>(ka + PROCESS_INFO_CPU, t.cpu);
  store<i64>(ka + PROCESS_INFO_SYSCALLS, t.syscalls);
  store<i32>(ka + PROCESS_INFO_FAULTS, t.faults);
  store<i32>(ka + PROCESS_INFO_DESCRIPTORS, descriptorsCount(process));
  if (process.args != 0) {
    store<usize>(ka + PROCESS_INFO_ARGS, process.args + ARGS_HEADER);
    store<u32>(ka + PROCESS_INFO_ARGS_LEN, load<u32>(process.args + 4));
  }
  if (process.space == 0) return;
  store<i32>(ka + PROCESS_INFO_FRAMES, changetype<Space>(process.space).residents);
  store<i32>(ka + PROCESS_INFO_FLAT_PAGES, changetype<Space>(process.space).flatPages);
}

/** A counter of the machine; those of live processes included. */
export function statisticOf(id: i32): f64 {
  const m = machine();
  switch (id) {
    case STAT_PROCESSES:
      return <f64>m.spawned;
    case STAT_SYSCALLS:
      return <f64>m.syscalls + sumThreads(id);
    case STAT_BYTES_IN:
      return <f64>m.bytesIn + sumThreads(id);
    case STAT_BYTES_OUT:
      return <f64>m.bytesOut + sumThreads(id);
    case STAT_FAULTS:
      return <f64>m.faults + sumThreads(id);
    case STAT_FRAMES_USED:
      return m.framesUsed;
    case STAT_FRAMES_PEAK:
      return m.framesPeak;
    case STAT_FRAMES_TOTAL:
      return m.frames;
    case STAT_SWITCHES:
      return sumSwitches();
    case STAT_OBJECTS:
      return m.objects;
    case STAT_OPEN_FILES:
      return m.openFiles;
    case STAT_LIVE:
      return m.live;
    case STAT_FRAMES_KEPT:
      return m.slabFrames + transferFrames();
  }
  return -1;
}

function sumSwitches(): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < machine().cpus; i++) sum += cpuAt(i).switches;
  return sum;
}

function sumThreads(id: i32): f64 {
  let sum: f64 = 0;
  acquire(treeLock(), RANK_TREE);
  let next = processAfter(0);
  while (next != null) {
    const p: Process = next;
    next = processAfter(p.pid);
    if (p.threads == 0 || p.exiting != 0 || p.space == 0) continue;
    const t = changetype<Thread>(p.threads);
    const space = changetype<Space>(p.space);
    if (id == STAT_SYSCALLS) sum += <f64>t.syscalls;
    else if (id == STAT_FAULTS) sum += t.faults;
    else sum += <f64>(id == STAT_BYTES_IN ? space.bytesIn : space.bytesOut);
  }
  release(treeLock(), RANK_TREE);
  return sum;
}

// ---- invariants, for tests: numbers name the broken one

const BROKEN_FRAMES: i32 = 1; // used + free frames are not all frames
const BROKEN_ZERO_TABLE: i32 = 2; // somebody wrote an entry into the table of zeroes
const BROKEN_TREE: i32 = 3; // a process is missing from its parent's children, or twice there
const BROKEN_LIVE: i32 = 4; // the pid table and the count of processes disagree
const BROKEN_LOCK: i32 = 5; // a lock is held though nothing runs

/** 0 when every invariant holds. May be asked at any time; counts are exact only when no guest runs. */
export function machineCheck(): i32 {
  const m = machine();
  for (let i: usize = 0; i < PAGE; i += 4) if (load<u32>(ZERO_TABLE + i) != 0) return BROKEN_ZERO_TABLE;
  acquire(treeLock(), RANK_TREE);
  const tree = treeCheck();
  const broken = tree != 0 ? tree : signalsCheck();
  release(treeLock(), RANK_TREE);
  if (broken != 0) return broken;
  const first = (<u32>FRAME_REFS_KA + (m.frames << 2) + PAGE - 1) / PAGE;
  if (m.live == 0 && framesCountFree() + m.framesUsed + <i32>first != <i32>m.frames) return BROKEN_FRAMES;
  return m.live == 0 && (m.frameLock | m.slabLock | m.requestLock) != 0 ? BROKEN_LOCK : 0;
}

function treeCheck(): i32 {
  let live = 0;
  for (let pid = INIT_PID + 1; pid < PIDS_MAX; pid++) {
    const process = processFind(pid);
    if (process == null) continue;
    live++;
    if (process.parent == 0) return BROKEN_TREE;
    let times = 0;
    for (
      let ka = changetype<Process>(process.parent).children;
      ka != 0;
      ka = changetype<Process>(ka).sibling
    ) {
      if (ka == changetype<usize>(process)) times++;
    }
    if (times != 1 && process.parent != changetype<usize>(initProcess())) return BROKEN_TREE;
  }
  return live == machine().live ? 0 : BROKEN_LIVE;
}
