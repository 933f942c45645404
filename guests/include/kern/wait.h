// kern/wait.h — generated from assembly/abi/*.tbl by host/build/gen.ts; do not edit.
#ifndef _KERN_WAIT_H
#define _KERN_WAIT_H
#ifndef WNOHANG
#define WNOHANG 1
#endif
#ifndef WUNTRACED
#define WUNTRACED 2
#endif
#ifndef WSTOPPED
#define WSTOPPED 2
#endif
#ifndef WEXITED
#define WEXITED 4
#endif
#ifndef WCONTINUED
#define WCONTINUED 8
#endif
#ifndef WNOWAIT
#define WNOWAIT 0x1000000
#endif
#ifndef P_ALL
#define P_ALL 0
#endif
#ifndef P_PID
#define P_PID 1
#endif
#ifndef P_PGID
#define P_PGID 2
#endif
#endif
