// atomics — __atomic operations on a shared page do not lose counts between processes; C17 7.17, mmap(2).
#include "../check.h"
#include <sched.h>
#include <sys/mman.h>

int main(void) {
  int *counter = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  int *lock = counter + 1, *guarded = counter + 2;
  for (int i = 0; i < 4; i++) {
    if (fork()) continue;
    for (int n = 0; n < 5000; n++) __atomic_add_fetch(counter, 1, __ATOMIC_SEQ_CST);
    for (int n = 0; n < 500; n++) {
      while (__atomic_exchange_n(lock, 1, __ATOMIC_ACQUIRE)) sched_yield();
      ++*guarded;
      __atomic_store_n(lock, 0, __ATOMIC_RELEASE);
    }
    _exit(0);
  }
  while (wait(NULL) > 0) ;
  SHOW(*counter);
  SHOW(*guarded);
  int expected = 20000;
  SHOW(__atomic_compare_exchange_n(counter, &expected, 7, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST));
  SHOW(__atomic_fetch_or(counter, 8, __ATOMIC_SEQ_CST));
  SHOW(*counter);
  return 0;
}
