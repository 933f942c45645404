// stdlib.h — the sysroot's and the wait status macros POSIX wants here too.
#ifndef _QUIRE_STDLIB_H
#define _QUIRE_STDLIB_H
#include_next <stdlib.h>
#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || \
  defined(_BSD_SOURCE)
#include <__wait_status.h>
#endif
#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifdef __cplusplus
extern "C" {
#endif
void *reallocarray(void *, size_t, size_t);
void qsort_r(void *, size_t, size_t, int (*)(const void *, const void *, void *), void *);
#ifdef __cplusplus
}
#endif
#endif
#endif
