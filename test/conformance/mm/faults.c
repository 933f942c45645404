// faults — a bad address ends the process that used it, by SIGSEGV, and nobody else; signal(7).
#include "../check.h"
#include <sys/mman.h>

static volatile char *at(uintptr_t address) { return (volatile char *)address; }

int main(void) {
  volatile char *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  volatile char *read_only = mmap(NULL, 4096, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  MUST(munmap((void *)p, 4096));
  CHILD("read NULL", *at(0));
  CHILD("write NULL", *at(0) = 1);
  CHILD("read near NULL", *at(200));
  CHILD("write near NULL", *(volatile double *)at(800) = 1.5);
  CHILD("read freed", *p);
  CHILD("write freed", *p = 1);
  CHILD("end of freed", p[4095] = 1);
  CHILD("write read-only", *read_only = 1);
  CHILD("read read-only", *read_only);
  CHILD("wild", *at(0xdeadbee0) = 1);
  CHILD("last page", *at(0xfffffff0) = 1);
  CHILD("last word", *(volatile int *)at(0xfffffffc) = 1);
  CHILD("memset", memset((void *)p, 1, 100));
  CHILD("memcpy", char b[100]; memcpy(b, (void *)p, 100); say("%d\n", b[0]));
  say("alive\n");
  return 0;
}
