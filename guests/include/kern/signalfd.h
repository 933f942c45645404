// kern/signalfd.h — generated from assembly/abi/*.tbl by host/build/gen.ts; do not edit.
#ifndef _KERN_SIGNALFD_H
#define _KERN_SIGNALFD_H
#ifndef SFD_NONBLOCK
#define SFD_NONBLOCK 04000
#endif
#ifndef SFD_CLOEXEC
#define SFD_CLOEXEC 02000000
#endif
#endif
