// __errno.h — the sysroot's declaration of errno, replaced.
#include <errno.h>
