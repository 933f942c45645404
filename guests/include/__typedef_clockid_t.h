// __typedef_clockid_t.h — a clock is a number, as on Linux.
#ifndef _QUIRE_CLOCKID_T_H
#define _QUIRE_CLOCKID_T_H
typedef int clockid_t;
#endif
