// sys/mman.h — the sysroot's; memory mappings are real here.
#ifndef _QUIRE_SYS_MMAN_H
#define _QUIRE_SYS_MMAN_H
#ifndef _WASI_EMULATED_MMAN
#define _WASI_EMULATED_MMAN
#endif
#include_next <sys/mman.h>
#endif
