// sys/param.h — the sysroot's with this system's page.
#ifndef _QUIRE_SYS_PARAM_H
#define _QUIRE_SYS_PARAM_H
#include_next <sys/param.h>
#undef NGROUPS
#define NGROUPS 65536
#endif
