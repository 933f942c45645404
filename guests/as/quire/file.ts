// file — descriptors: files, pipes.
import {
  AT_FDCWD,
  F_GETFD,
  SYS_close,
  SYS_dup,
  SYS_dup3,
  SYS_fcntl,
  SYS_lseek,
  SYS_openat,
  SYS_pipe2,
  SYS_read,
  SYS_unlinkat,
  SYS_write,
} from "./abi";
import { trap } from "./kernel";
import { CString } from "./text";

/** Opens a file; flags O_*, mode for O_CREAT. */
export function open(path: string, flags: i32, mode: i32 = 0): i32 {
  return trap(SYS_openat, AT_FDCWD, new CString(path).address, flags, mode);
}

export function close(fd: i32): i32 {
  return trap(SYS_close, fd);
}

/** Reads at most n bytes to the address buf; 0 at end of file. */
export function read(fd: i32, buf: usize, n: i32): i32 {
  return trap(SYS_read, fd, <i32>buf, n);
}

export function write(fd: i32, buf: usize, n: i32): i32 {
  return trap(SYS_write, fd, <i32>buf, n);
}

/** The new offset, or a negative errno. */
export function lseek(fd: i32, offset: i64, whence: i32): i64 {
  const result = new StaticArray<i64>(1);
  const address = changetype<usize>(result);
  const error = trap(SYS_lseek, fd, <i32>offset, <i32>(offset >> 32), whence, <i32>address);
  return error < 0 ? error : load<i64>(address);
}

/** fds[0] reads what fds[1] writes. */
export function pipe(fds: StaticArray<i32>, flags: i32 = 0): i32 {
  return trap(SYS_pipe2, <i32>changetype<usize>(fds), flags);
}

export function dup(fd: i32): i32 {
  return trap(SYS_dup, fd);
}

export function dup2(fd: i32, to: i32): i32 {
  if (fd != to) return trap(SYS_dup3, fd, to, 0);
  const error = trap(SYS_fcntl, fd, F_GETFD);
  return error < 0 ? error : fd;
}

export function unlink(path: string): i32 {
  return trap(SYS_unlinkat, AT_FDCWD, new CString(path).address, 0);
}
