// stat_ret — from the kernel's struct kstat to struct stat, in place.
#include <string.h>

#include "stat.h"

_Static_assert(sizeof(struct kstat) <= sizeof(struct stat), "a kstat fits where a stat goes");

int __stat_ret(int result, struct stat *st) {
  struct kstat from;
  if (result < 0) return __syscall_ret(result);
  memcpy(&from, st, sizeof from);
  *st = (struct stat){
    .st_dev = from.st_dev,
    .st_ino = from.st_ino,
    .st_nlink = from.st_nlink,
    .st_mode = from.st_mode,
    .st_uid = from.st_uid,
    .st_gid = from.st_gid,
    .st_rdev = from.st_rdev,
    .st_size = from.st_size,
    .st_blksize = from.st_blksize,
    .st_blocks = from.st_blocks,
    .st_atim = {.tv_sec = from.st_atime_sec, .tv_nsec = from.st_atime_nsec},
    .st_mtim = {.tv_sec = from.st_mtime_sec, .tv_nsec = from.st_mtime_nsec},
    .st_ctim = {.tv_sec = from.st_ctime_sec, .tv_nsec = from.st_ctime_nsec},
  };
  return 0;
}
