// repair-map — a handler maps the page that is missing and returns: the access is made again, and succeeds.
// sigaction(2), mmap(2).
#include "../signals.h"
#include <sys/mman.h>

static char *base;
static volatile int faults;

static void handler(int sig, siginfo_t *info, void *context) {
  int page = ((char *)info->si_addr - base) / 4096;
  faults++;
  char *p = base + page * 4096;
  int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED;
  if (mmap(p, 4096, PROT_READ | PROT_WRITE, flags, -1, 0) != p) _exit(1);
  // What a read finds there, the handler has put there.
  memset(p, 'a' + page, 4096);
}

int main(void) {
  catch_info(SIGSEGV, handler, 0);
  base = mmap(NULL, 16 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  MUST(munmap(base, 16 * 4096));
  volatile char *p = base;
  say("%c\n", p[100]);
  SHOW(faults);
  p[4096 + 7] = 'Z';
  say("%c%c%c\n", p[4096 + 6], p[4096 + 7], p[4096 + 8]);
  SHOW(faults);
  volatile long long *wide = (volatile long long *)(base + 2 * 4096);
  SHOW(wide[5] == 0x6363636363636363);
  volatile double *real = (volatile double *)(base + 3 * 4096);
  real[3] = 2.5;
  SHOW(real[3] == 2.5);
  volatile short *narrow = (volatile short *)(base + 4 * 4096);
  SHOW(narrow[9]);
  SHOW(*(volatile signed char *)(base + 5 * 4096));
  volatile int *number = (volatile int *)(base + 6 * 4096);
  number[1] += 5;
  SHOW(number[1] - 0x67676767);
  SHOW(faults);
  // Unmapped again, it is missing again.
  MUST(munmap(base, 4096));
  p[1] = 'y';
  say("%c%c\n", p[0], p[1]);
  SHOW(faults);
  // An array that grows as it is used.
  int sum = 0;
  for (int i = 8 * 4096; i < 16 * 4096; i += 512) p[i] = 1;
  for (int i = 8 * 4096; i < 16 * 4096; i += 512) sum += p[i];
  SHOW(sum);
  SHOW(faults);
  show_mask("mask");
  return 0;
}
