// protect — writes to read-only and any access to PROT_NONE memory are SIGSEGV, and allowed again after.
// mprotect(2).
#include "../check.h"
#include <sys/mman.h>

int main(void) {
  volatile char *p = mmap(NULL, 3 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  void *v = (void *)p;
  p[0] = 'a', p[4096] = 'b', p[8192] = 'c';
  ERR(mprotect((char *)v + 4096, 4096, PROT_READ));
  CHILD("read", say("%c\n", p[4096]));
  CHILD("write", p[4096] = 'x'; say("never seen\n"));
  CHILD("neighbours", p[4095] = p[8192] = 'x'; say("%c\n", p[4095]));
  ERR(mprotect(v, 3 * 4096, PROT_NONE));
  CHILD("read none", say("%c\n", p[0]));
  CHILD("write none", p[0] = 'x');
  ERR(write(1, v, 1));
  ERR(mprotect(v, 3 * 4096, PROT_READ | PROT_WRITE));
  say("%c%c%c\n", p[0], p[4096], p[8192]);
  p[4096] = 'B';
  // In the child the protection can be lifted: it is inherited, and its own.
  ERR(mprotect(v, 4096, PROT_READ));
  CHILD("lifted", ERR(mprotect(v, 4096, PROT_READ | PROT_WRITE)); p[0] = 'z'; say("%c\n", p[0]));
  CHILD("still read-only", p[0] = 'z');
  say("%c%c\n", p[0], p[4096]);
  char *w = mmap(NULL, 4096, PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  w[0] = 'w';
  say("%c\n", w[0]);
  return 0;
}
