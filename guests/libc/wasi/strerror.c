// strerror — strerror as libc.a's objects call it (printf's %m): with WASI's number.
#include <errno.h>
#include <string.h>

#include "wasi_errno.h"

char *__quire_strerror(int number);

// 0 is what they find in their own errno when the last error was the kernel's.
char *__wasi_strerror(int number) __asm__("strerror");

char *__wasi_strerror(int number) {
  return __quire_strerror(number ? __wasi_errno_to_linux(number) : errno);
}

char *__wasi_strerror_l(int number, void *locale) __asm__("strerror_l");

char *__wasi_strerror_l(int number, void *locale) {
  (void)locale;
  return __wasi_strerror(number);
}
