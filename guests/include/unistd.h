// unistd.h — the sysroot's with what it hides (processes, pipes, ids), which this system has.
#ifndef _QUIRE_UNISTD_H
#define _QUIRE_UNISTD_H
#include <__seek.h>
#include <__unhide.h>
#include_next <unistd.h>
#include <__hide.h>

#ifdef __cplusplus
extern "C" {
#endif
#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
extern char **environ;
#endif
#ifdef __cplusplus
}
#endif
#endif
