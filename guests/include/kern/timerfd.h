// kern/timerfd.h — generated from assembly/abi/*.tbl by host/build/gen.ts; do not edit.
#ifndef _KERN_TIMERFD_H
#define _KERN_TIMERFD_H
#ifndef TFD_TIMER_ABSTIME
#define TFD_TIMER_ABSTIME 1
#endif
#ifndef TFD_TIMER_CANCEL_ON_SET
#define TFD_TIMER_CANCEL_ON_SET 2
#endif
#ifndef TFD_NONBLOCK
#define TFD_NONBLOCK 04000
#endif
#ifndef TFD_CLOEXEC
#define TFD_CLOEXEC 02000000
#endif
#endif
