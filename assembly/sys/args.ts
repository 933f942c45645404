// args — the block of arguments: argc, bytes of argv, envc, bytes of envp, then the strings with their NULs.
import { E2BIG, EFAULT, ENAMETOOLONG, ENOMEM } from "../abi/errno";
import { ORDER_MAX, orderOf, runAlloc, runFree } from "../mm/frames";
import { PAGE } from "../mm/layout";
import { copyIn, copyInStr } from "../mm/usercopy";
import { Process } from "../task/process";
import { currentSpace, scratch } from "../task/thread";

export const ARGS_HEADER: u32 = 16;
const ARGV_BYTES: usize = 4;
const ENVC: u32 = 8;
const ENVP_BYTES: usize = 12;
/** Longest single string, as Linux's MAX_ARG_STRLEN. */
const STRING_MAX: u32 = 131072;
const FULL: i32 = -4096; // the run is too small: try a larger one

/** Copies argv and envp in. The run's ka with its order in the low bits, -E2BIG, -EFAULT, -ENOMEM. */
export function argsCopyIn(argv: i32, envp: i32): i32 {
  for (let order = 0; order <= ORDER_MAX; order++) {
    const ka = runAlloc(order);
    if (ka == 0) return -ENOMEM;
    const error = argsFill(ka, PAGE << order, argv, envp);
    if (error == 0) return <i32>ka | order;
    runFree(ka, order);
    if (error != FULL) return error;
  }
  return -E2BIG;
}

// A run begins on a page: the low bits of a value returned by argsCopyIn tell its order.
export function argsRun(value: i32): usize {
  return value & ~(PAGE - 1);
}
export function argsOrder(value: i32): i32 {
  return value & (PAGE - 1);
}

function argsFill(ka: usize, size: u32, argv: i32, envp: i32): i32 {
  let used = ARGS_HEADER;
  for (let list = 0; list < 2; list++) {
    const vector = list == 0 ? argv : envp;
    const before = used;
    let count = 0;
    while (vector != 0) {
      let error = copyIn(currentSpace(), scratch(), vector + (count << 2), 4);
      if (error < 0) return error;
      const string = load<i32>(scratch());
      if (string == 0) break;
      if (used >= size) return FULL;
      const room = min(size - used, STRING_MAX);
      error = copyInStr(currentSpace(), ka + used, string, room);
      if (error == -ENAMETOOLONG) return room == STRING_MAX ? -E2BIG : FULL;
      if (error < 0) return -EFAULT;
      used += error + 1;
      count++;
    }
    store<i32>(ka + list * 8, count);
    store<u32>(ka + list * 8 + 4, used - before);
  }
  return 0;
}

/** Bytes of a block in all. */
export function argsBytes(ka: usize): u32 {
  return ARGS_HEADER + load<u32>(ka + ARGV_BYTES) + load<u32>(ka + ENVP_BYTES);
}

/** A new block for a script: `interpreter` [`option`] `path` and the old argv from 1 on. As argsCopyIn. The
 *  strings are NUL-terminated; option 0: none. */
export function argsScript(ka: usize, interpreter: usize, option: usize, path: usize): i32 {
  const first = stringBytes(ka + ARGS_HEADER);
  const skip = load<i32>(ka) > 0 ? first : 0;
  const front = stringBytes(interpreter) + (option != 0 ? stringBytes(option) : 0) + stringBytes(path);
  const order = orderOf(argsBytes(ka) - skip + front);
  if (order > ORDER_MAX) return -E2BIG;
  const run = runAlloc(order);
  if (run == 0) return -ENOMEM;
  let at = stringAppend(run + ARGS_HEADER, interpreter);
  if (option != 0) at = stringAppend(at, option);
  at = stringAppend(at, path);
  memory.copy(at, ka + ARGS_HEADER + skip, argsBytes(ka) - ARGS_HEADER - skip);
  store<i32>(run, max(load<i32>(ka), 1) - 1 + (option != 0 ? 3 : 2));
  store<u32>(run + ARGV_BYTES, load<u32>(ka + ARGV_BYTES) - skip + front);
  memory.copy(run + ENVC, ka + ENVC, ARGS_HEADER - ENVC);
  return <i32>run | order;
}

function stringBytes(ka: usize): u32 {
  let n: u32 = 0;
  while (load<u8>(ka + n) != 0) n++;
  return n + 1;
}

function stringAppend(to: usize, from: usize): usize {
  const n = stringBytes(from);
  memory.copy(to, from, n);
  return to + n;
}

/** Makes a block (a value of argsCopyIn) the process's own; the old one is the caller's. */
export function argsGive(process: Process, value: i32): void {
  process.args = argsRun(value);
  process.argsOrder = argsOrder(value);
}
