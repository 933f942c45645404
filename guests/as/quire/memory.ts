// memory — mappings and System V shared memory; an address above 0xFFFFF000 is a negative errno.
import { SYS_mmap, SYS_mprotect, SYS_munmap, SYS_shmat, SYS_shmctl, SYS_shmdt, SYS_shmget } from "./abi";
import { trap } from "./kernel";

/** Maps n bytes; the offset is in pages of 4096 bytes. */
export function mmap(
  address: usize,
  n: usize,
  protection: i32,
  flags: i32,
  fd: i32 = -1,
  page: u32 = 0,
): usize {
  return <usize>trap(SYS_mmap, <i32>address, <i32>n, protection, flags, fd, <i32>page);
}

export function munmap(address: usize, n: usize): i32 {
  return trap(SYS_munmap, <i32>address, <i32>n);
}

export function mprotect(address: usize, n: usize, protection: i32): i32 {
  return trap(SYS_mprotect, <i32>address, <i32>n, protection);
}

export function shmget(key: i32, n: usize, flags: i32): i32 {
  return trap(SYS_shmget, key, <i32>n, flags);
}

export function shmat(id: i32, address: usize = 0, flags: i32 = 0): usize {
  return <usize>trap(SYS_shmat, id, <i32>address, flags);
}

export function shmdt(address: usize): i32 {
  return trap(SYS_shmdt, <i32>address);
}

export function shmctl(id: i32, command: i32, buf: usize = 0): i32 {
  return trap(SYS_shmctl, id, command, <i32>buf);
}
