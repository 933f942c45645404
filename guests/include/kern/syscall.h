// kern/syscall.h — the two doors of the kernel, and how a result becomes errno.
#ifndef _KERN_SYSCALL_H
#define _KERN_SYSCALL_H

#include <kern/abi.h>

#ifdef __cplusplus
extern "C" {
#endif

#define __KERN_IMPORT(name) __attribute__((__import_module__("kern"), __import_name__(name)))

// System call nr; at least 0, an address, or a negative errno above -4096.
int __kern_trap(int nr, int a0, int a1, int a2, int a3, int a4, int a5) __KERN_IMPORT("trap");

// Flags 1: vfork. The child's pid in the parent, 0 in the child, or a negative errno.
int __kern_fork(int flags) __KERN_IMPORT("fork");

// The result as C sees it: -1 with errno set when it is a negative errno.
int __syscall_ret(int result);

// __syscall(nr, ...) with up to six arguments: the raw result.
#define __syscall(...) __SYSCALL(__VA_ARGS__, 0, 0, 0, 0, 0, 0, 0)
#define __SYSCALL(nr, a, b, c, d, e, f, ...) \
  __kern_trap(nr, (int)(a), (int)(b), (int)(c), (int)(d), (int)(e), (int)(f))

// __call(nr, ...): the result with errno set.
#define __call(...) __syscall_ret(__syscall(__VA_ARGS__))

// A 64-bit value as two arguments, low word first.
#define __OFF(x) (int)(x), (int)((unsigned long long)(x) >> 32)

#ifdef __cplusplus
}
#endif
#endif
