// hostfile — files whose bytes the file server holds: every operation is a request through a transfer buffer.
import { REQ_FSTAT, REQ_READ, REQ_WRITE, S_IFDIR, S_IFMT } from "../abi/constants";
import { EFBIG, EISDIR, ENOMEM } from "../abi/errno";
import { KSTAT_BYTES, KSTAT_ST_SIZE, REQUEST_A0, REQUEST_OFFSET, REQUEST_RESULT64 } from "../abi/structs";
import { Space } from "../mm/space";
import { copyFrom, copyOut } from "../mm/usercopy";
import { Thread, current } from "../task/thread";
import { OpenFile } from "./file";
import {
  TRANSFER_BYTES,
  requestBuffer,
  requestNew,
  requestSend,
  transferGive,
  transferTake,
} from "./request";

function isDirectory(file: OpenFile): bool {
  return (file.mode & S_IFMT) == S_IFDIR;
}

/** One request of at most TRANSFER_BYTES at `buf`. */
function transfer(op: i32, file: OpenFile, buf: usize, n: u32, offset: i64): i32 {
  const request = requestNew(op);
  store<i32>(request + REQUEST_A0, file.object as i32);
  store<i64>(request + REQUEST_OFFSET, offset);
  requestBuffer(request, buf, n);
  return requestSend(request);
}

/** Reads up to n bytes at `offset` into the guest. The count, 0 at the end, or -errno. */
export function hostFileRead(file: OpenFile, space: Space, ua: u32, n: u32, offset: i64): i32 {
  if (isDirectory(file)) return -EISDIR;
  const buf = transferTake();
  if (buf == 0) return -ENOMEM;
  let done: u32 = 0;
  let error = 0;
  while (done < n) {
    const piece = min(n - done, TRANSFER_BYTES);
    const got = transfer(REQ_READ, file, buf, piece, offset + done);
    error = got > 0 ? copyOut(space, ua + done, buf, got) : got;
    if (error < 0 || got <= 0) break;
    done += got;
    if (<u32>got < piece) break;
  }
  transferGive(buf);
  return done != 0 ? (done as i32) : error;
}

/** Writes n bytes at `offset` (-1: at the end). The count or -errno. */
export function hostFileWrite(file: OpenFile, space: Space | null, ua: u32, n: u32, offset: i64): i32 {
  if (offset > i64.MAX_VALUE - <i64>n) return -EFBIG;
  const buf = transferTake();
  if (buf == 0) return -ENOMEM;
  let done: u32 = 0;
  let error = 0;
  while (done < n) {
    const piece = min(n - done, TRANSFER_BYTES);
    error = copyFrom(space, buf, ua + done, piece);
    if (error < 0) break;
    const put = transfer(REQ_WRITE, file, buf, piece, offset < 0 ? -1 : offset + done);
    error = put;
    if (put <= 0) break;
    done += put;
    if (<u32>put < piece) break;
  }
  transferGive(buf);
  return done != 0 ? (done as i32) : error;
}

/** Where the write that this thread has just made ended. */
export function hostFileEnd(): i64 {
  return load<i64>(changetype<usize>(current()) + offsetof<Thread>("request0") + REQUEST_RESULT64);
}

/** Fills the kstat at `ka`. */
export function hostFileStat(file: OpenFile, ka: usize): i32 {
  const request = requestNew(REQ_FSTAT);
  store<i32>(request + REQUEST_A0, file.object as i32);
  requestBuffer(request, ka, KSTAT_BYTES);
  return requestSend(request);
}

/** Size in bytes, or -errno. */
export function hostFileSize(file: OpenFile): i64 {
  const buf = transferTake();
  if (buf == 0) return -ENOMEM;
  const error = hostFileStat(file, buf);
  const size = error < 0 ? <i64>error : load<i64>(buf + KSTAT_ST_SIZE);
  transferGive(buf);
  return size;
}
