// __header_time.h — clocks by number and CLOCKS_PER_SEC of POSIX, for the sysroot's <time.h>.
#ifndef _QUIRE_HEADER_TIME_H
#define _QUIRE_HEADER_TIME_H
#define __need_size_t
#define __need_NULL
#include <stddef.h>

#include <__struct_timespec.h>
#include <__struct_tm.h>
#include <__typedef_clockid_t.h>
#include <__typedef_time_t.h>
#include <kern/time.h>

#define TIME_UTC 1
#define CLOCKS_PER_SEC ((clock_t)1000000)
#endif
