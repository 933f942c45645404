// fcntl.h — the sysroot's, with fcntl bound to the one that takes Linux's flags (libc.a's own takes WASI's).
#ifndef _QUIRE_FCNTL_H
#define _QUIRE_FCNTL_H
#include_next <fcntl.h>
__REDIR(fcntl, __quire_fcntl);
#endif
