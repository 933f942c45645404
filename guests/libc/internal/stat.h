// stat — the kernel's struct becomes the one programs see, in place.
#include <sys/stat.h>
#include <kern/syscall.h>

// The result as C sees it. When it is 0, *st holds a struct kstat, and a struct stat afterwards:
// the kernel writes to the program's own address, so that a bad one is EFAULT.
int __stat_ret(int result, struct stat *st);
