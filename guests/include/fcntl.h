// fcntl.h — the sysroot's, with fcntl bound to the call that speaks Linux's flags (libc.a's own speaks WASI's).
#ifndef _QUIRE_FCNTL_H
#define _QUIRE_FCNTL_H
#include_next <fcntl.h>
__REDIR(fcntl, __quire_fcntl);
#endif
