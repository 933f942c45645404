// repair-blocks — memory and string functions over missing pages: each page is asked for once.
// sigaction(2), memcpy(3).
#include "../signals.h"
#include <sys/mman.h>

enum { PAGES = 12 };

static char *base;
static volatile int asked[PAGES], faults;

static void handler(int sig, siginfo_t *info, void *context) {
  int page = ((char *)info->si_addr - base) / 4096;
  if (page < 0 || page >= PAGES) _exit(1);
  asked[page]++;
  faults++;
  if (mprotect(base + page * 4096, 4096, PROT_READ | PROT_WRITE)) _exit(2);
}

static void hide(void) {
  for (int i = 0; i < PAGES; i++) asked[i] = 0;
  faults = 0;
  MUST(mprotect(base, PAGES * 4096, PROT_NONE));
}

static void report(const char *what) {
  char text[PAGES + 1] = "";
  for (int i = 0; i < PAGES; i++) text[i] = '0' + asked[i];
  say("%s: %s, %d faults\n", what, text, faults);
}

int main(void) {
  catch_info(SIGSEGV, handler, 0);
  base = mmap(NULL, PAGES * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  volatile size_t length = 3 * 4096;
  static char buffer[4 * 4096];
  hide();
  memset(base + 100, 'x', length);
  report("memset");
  hide();
  memcpy(base + 5 * 4096 + 1, base + 50, length);
  report("memcpy");
  hide();
  memcpy(buffer, base + 4096, length);
  report("memcpy out");
  say("%c%c\n", buffer[0], buffer[2 * 4096]);
  hide();
  memmove(base + 4096 + 8, base + 4096, length);
  report("memmove upwards");
  hide();
  memmove(base + 4096, base + 4096 + 8, length);
  report("memmove downwards");
  hide();
  SHOW(memcmp(base + 200, base + 5 * 4096 + 151, 2 * 4096));
  report("memcmp");
  MUST(mprotect(base, PAGES * 4096, PROT_READ | PROT_WRITE));
  memset(base, 's', 2 * 4096 + 10);
  base[2 * 4096 + 10] = 0;
  hide();
  SHOW(strlen(base + 4000));
  report("strlen");
  hide();
  strcpy(base + 9 * 4096 - 3, base + 4096);
  report("strcpy");
  struct { char bytes[6000]; } *from = (void *)(base + 4096), *to = (void *)(base + 6 * 4096);
  hide();
  *to = *from;
  report("structure");
  say("%c\n", to->bytes[4000]);
  return 0;
}
