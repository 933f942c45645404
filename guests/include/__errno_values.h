// __errno_values.h — the sysroot's error numbers, replaced by Linux's.
#include <kern/errno.h>
