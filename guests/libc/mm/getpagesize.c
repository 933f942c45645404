// getpagesize — bytes of a page of the window.
#include <limits.h>
#include <unistd.h>

int getpagesize(void) {
  return PAGESIZE;
}
