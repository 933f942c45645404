// kern/spawn.h — generated from assembly/abi/*.tbl by host/build/gen.ts; do not edit.
#ifndef _KERN_SPAWN_H
#define _KERN_SPAWN_H
#ifndef POSIX_SPAWN_RESETIDS
#define POSIX_SPAWN_RESETIDS 1
#endif
#ifndef POSIX_SPAWN_SETPGROUP
#define POSIX_SPAWN_SETPGROUP 2
#endif
#ifndef POSIX_SPAWN_SETSIGDEF
#define POSIX_SPAWN_SETSIGDEF 4
#endif
#ifndef POSIX_SPAWN_SETSIGMASK
#define POSIX_SPAWN_SETSIGMASK 8
#endif
#ifndef POSIX_SPAWN_SETSCHEDPARAM
#define POSIX_SPAWN_SETSCHEDPARAM 16
#endif
#ifndef POSIX_SPAWN_SETSCHEDULER
#define POSIX_SPAWN_SETSCHEDULER 32
#endif
#ifndef POSIX_SPAWN_USEVFORK
#define POSIX_SPAWN_USEVFORK 64
#endif
#ifndef POSIX_SPAWN_SETSID
#define POSIX_SPAWN_SETSID 128
#endif
#endif
