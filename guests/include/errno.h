// errno.h — Linux's error numbers; errno is a function call that also translates what libc.a left behind.
#ifndef _ERRNO_H
#define _ERRNO_H

#include <features.h>
#include <kern/errno.h>

#ifdef __cplusplus
extern "C" {
#endif

int *__errno_location(void);
#define errno (*__errno_location())

#ifdef _GNU_SOURCE
extern char *program_invocation_short_name, *program_invocation_name;
#endif

#ifdef __cplusplus
}
#endif
#endif
