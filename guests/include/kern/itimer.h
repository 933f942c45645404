// kern/itimer.h — generated from assembly/abi/*.tbl by host/build/gen.ts; do not edit.
#ifndef _KERN_ITIMER_H
#define _KERN_ITIMER_H
#ifndef ITIMER_REAL
#define ITIMER_REAL 0
#endif
#ifndef ITIMER_VIRTUAL
#define ITIMER_VIRTUAL 1
#endif
#ifndef ITIMER_PROF
#define ITIMER_PROF 2
#endif
#endif
