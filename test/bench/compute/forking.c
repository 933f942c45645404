// forking — in the place of array: the same, but every allocation may lead to a fork, through a pointer.
#include "array.h"

__attribute__((import_module("kern"), import_name("fork"))) int kern_fork(int flags);

extern unsigned char __heap_base;
static unsigned next;

// 0: behind the program's own data; else an address, such as the window's.
__attribute__((export_name("array_place"))) void array_place(unsigned where) {
  next = where != 0 ? where : ((unsigned)&__heap_base + 15u) & ~15u;
}

// Called through a pointer when there is no room: never, but the compiler cannot know. It has the type of no
// signal handler, so that the polls of loops do not lead to it.
static int forks(int flags, unsigned bytes) {
  return kern_fork(flags) + bytes;
}
int (*volatile watch)(int, unsigned) = forks;

void *array_alloc(unsigned bytes) {
  void *array = (void *)next;
  if (next == ~0u) watch(0, bytes);
  next += (bytes + 15u) & ~15u;
  __builtin_memset(array, 0, bytes);
  return array;
}

__attribute__((export_name("bench"))) int bench(int n) {
  if (n < 0) watch(n, 0);
  return run(n);
}

__attribute__((export_name("_start"))) void _start(void) {
}
