// uname — the name of the system.
#include <sys/utsname.h>
#include <kern/syscall.h>

_Static_assert(sizeof(struct utsname) == 390, "utsname");

int uname(struct utsname *name) {
  return __call(SYS_uname, name);
}
