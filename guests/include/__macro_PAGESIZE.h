// __macro_PAGESIZE.h — the size of a page of the window, in bytes.
#ifndef _QUIRE_PAGESIZE_H
#define _QUIRE_PAGESIZE_H
#define PAGESIZE 4096
#endif
