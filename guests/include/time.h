// time.h — the sysroot's; process clocks are real here, so clock() needs no emulation.
#ifndef _QUIRE_TIME_H
#define _QUIRE_TIME_H
#ifndef _WASI_EMULATED_PROCESS_CLOCKS
#define _WASI_EMULATED_PROCESS_CLOCKS
#endif
#include_next <time.h>
#endif
