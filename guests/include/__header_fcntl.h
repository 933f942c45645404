// __header_fcntl.h — Linux's open flags and commands, for the sysroot's <fcntl.h>.
#ifndef _QUIRE_HEADER_FCNTL_H
#define _QUIRE_HEADER_FCNTL_H
#include <kern/fcntl.h>
#include <__mode_t.h>
#include <__seek.h>

// Known to Linux, not to this kernel: it answers EINVAL, or ignores them where Linux may.
#define O_DSYNC 010000
#define O_ASYNC 020000
#define O_LARGEFILE 0100000
#define O_NOATIME 01000000
#define O_SYNC 04010000
#define O_RSYNC O_SYNC
#define O_PATH 010000000
#define O_TMPFILE 020200000
#define O_NDELAY O_NONBLOCK
#define O_SEARCH O_PATH
#define O_EXEC O_PATH
#define O_TTY_INIT 0

#define F_GETLK 5
#define F_SETLK 6
#define F_SETLKW 7
#define F_SETOWN 8
#define F_GETOWN 9
#define F_SETSIG 10
#define F_GETSIG 11
#define F_RDLCK 0
#define F_WRLCK 1
#define F_UNLCK 2

#define AT_EACCESS 0x200
#define AT_SYMLINK_FOLLOW 0x400
#define AT_NO_AUTOMOUNT 0x800

#define POSIX_FADV_NORMAL 0
#define POSIX_FADV_RANDOM 1
#define POSIX_FADV_SEQUENTIAL 2
#define POSIX_FADV_WILLNEED 3
#define POSIX_FADV_DONTNEED 4
#define POSIX_FADV_NOREUSE 5
#endif
