// string.h — the sysroot's, with strerror bound to the one that takes Linux's numbers, not WASI's.
#ifndef _QUIRE_STRING_H
#define _QUIRE_STRING_H
#include_next <string.h>
__REDIR(strerror, __quire_strerror);
#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || \
  defined(_BSD_SOURCE)
__REDIR(strerror_r, __quire_strerror_r);
__REDIR(strerror_l, __quire_strerror_l);
#endif
#ifdef _GNU_SOURCE
#ifdef __cplusplus
extern "C" {
#endif
const char *strerrorname_np(int);
const char *strerrordesc_np(int);
const char *sigabbrev_np(int);
const char *sigdescr_np(int);
#ifdef __cplusplus
}
#endif
#endif
#endif
