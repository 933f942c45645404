// __typedef_sigset_t.h — a signal set, 128 bytes as in every Linux C library.
#ifndef _QUIRE_SIGSET_T_H
#define _QUIRE_SIGSET_T_H
typedef struct __sigset_t {
  unsigned long __bits[128 / sizeof(long)];
} sigset_t;
#endif
