// kern/ioctl.h — generated from assembly/abi/*.tbl by host/build/gen.ts; do not edit.
#ifndef _KERN_IOCTL_H
#define _KERN_IOCTL_H
#ifndef FIONREAD
#define FIONREAD 0x541B
#endif
#ifndef TCGETS
#define TCGETS 0x5401
#endif
#ifndef TIOCGWINSZ
#define TIOCGWINSZ 0x5413
#endif
#endif
