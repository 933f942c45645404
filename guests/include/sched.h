// sched.h — the sysroot's with what it hides.
#ifndef _QUIRE_SCHED_H
#define _QUIRE_SCHED_H
#include <__unhide.h>
#include_next <sched.h>
#include <__hide.h>
#endif
