// errno_location — where errno is, after taking over what libc.a left in its own.

#include "wasi_errno.h"

// libc.a's objects store WASI's numbers in a variable of their own, named errno in the symbol table.
// Whoever looks at errno comes through here, so a number found there is the latest error.
int *__errno_location(void) {
  static int value;
  if (__wasi_errno) {
    value = __wasi_errno_to_linux(__wasi_errno);
    __wasi_errno = 0;
  }
  return &value;
}
