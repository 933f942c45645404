// kern/shm.h — generated from assembly/abi/*.tbl by host/build/gen.ts; do not edit.
#ifndef _KERN_SHM_H
#define _KERN_SHM_H
#ifndef SHM_RDONLY
#define SHM_RDONLY 010000
#endif
#ifndef SHM_RND
#define SHM_RND 020000
#endif
#ifndef SHM_REMAP
#define SHM_REMAP 040000
#endif
#ifndef SHM_EXEC
#define SHM_EXEC 0100000
#endif
#ifndef SHM_LOCK
#define SHM_LOCK 11
#endif
#ifndef SHM_UNLOCK
#define SHM_UNLOCK 12
#endif
#ifndef SHM_STAT
#define SHM_STAT 13
#endif
#ifndef SHM_INFO
#define SHM_INFO 14
#endif
#ifndef SHM_STAT_ANY
#define SHM_STAT_ANY 15
#endif
#ifndef SHM_DEST
#define SHM_DEST 01000
#endif
#ifndef SHM_LOCKED
#define SHM_LOCKED 02000
#endif
#endif
