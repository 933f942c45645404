// sys/random.h — random bytes from the kernel.
#ifndef _SYS_RANDOM_H
#define _SYS_RANDOM_H
#include <kern/random.h>
#define __NEED_size_t
#define __NEED_ssize_t
#include <bits/alltypes.h>

#ifdef __cplusplus
extern "C" {
#endif

ssize_t getrandom(void *, size_t, unsigned);
int getentropy(void *, size_t);

#ifdef __cplusplus
}
#endif
#endif
