// stat — from the kernel's struct to the one programs see.
#include <sys/stat.h>
#include <kern/syscall.h>

// The result as C sees it; fills st when it is 0.
int __stat_ret(int result, const struct kstat *from, struct stat *st);
