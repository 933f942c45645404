// kern/ipc.h — generated from assembly/abi/*.tbl by host/build/gen.ts; do not edit.
#ifndef _KERN_IPC_H
#define _KERN_IPC_H
#ifndef IPC_PRIVATE
#define IPC_PRIVATE 0
#endif
#ifndef IPC_CREAT
#define IPC_CREAT 01000
#endif
#ifndef IPC_EXCL
#define IPC_EXCL 02000
#endif
#ifndef IPC_NOWAIT
#define IPC_NOWAIT 04000
#endif
#ifndef IPC_RMID
#define IPC_RMID 0
#endif
#ifndef IPC_SET
#define IPC_SET 1
#endif
#ifndef IPC_STAT
#define IPC_STAT 2
#endif
#ifndef IPC_INFO
#define IPC_INFO 3
#endif
#endif
