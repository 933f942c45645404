// sys/ioctl.h — the requests this kernel knows.
#ifndef _SYS_IOCTL_H
#define _SYS_IOCTL_H
#include <kern/ioctl.h>

#ifdef __cplusplus
extern "C" {
#endif

struct winsize {
  unsigned short ws_row, ws_col, ws_xpixel, ws_ypixel;
};

int ioctl(int, unsigned long, ...);

#ifdef __cplusplus
}
#endif
#endif
