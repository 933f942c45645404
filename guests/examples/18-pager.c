// 18-pager — virtual memory by hand: a SIGSEGV handler brings the missing page, and the access succeeds.
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGE = 65536, PAGES = 16, RESIDENT = 4, NUMBERS = PAGE / sizeof(int) };

// The array is an address range of 16 pages, of which at most 4 have memory at any time.
static char *array;
// What does not fit is kept here: this is our disk.
static int *disk[PAGES];

static int queue[RESIDENT], resident, next;  // Pages in memory, the oldest at `next`.
static int faults, evictions;

static char *address(int page) { return array + (size_t)page * PAGE; }

static void evict(int page) {
  memcpy(disk[page], address(page), PAGE);
  // A fresh mapping in the place of the old one: the memory is given back, the addresses stay reserved.
  mmap(address(page), PAGE, PROT_NONE, MAP_FIXED | MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  evictions++;
}

// The program has touched a page that is not there. It knows nothing of this: when the handler
// returns, the same instruction is tried once more, and this time there is memory.
static void on_fault(int sig, siginfo_t *info, void *context) {
  (void)context;
  char *at = info->si_addr;
  if (at < array || at >= array + (size_t)PAGES * PAGE) {
    signal(sig, SIG_DFL);  // Not ours: a true mistake, which shall have the usual end.
    return;
  }
  int page = (int)((at - array) / PAGE);
  faults++;
  if (resident == RESIDENT) evict(queue[next]);
  else resident++;
  queue[next] = page;
  next = (next + 1) % RESIDENT;
  mprotect(address(page), PAGE, PROT_READ | PROT_WRITE);
  memcpy(address(page), disk[page], PAGE);
}

int main(void) {
  array = mmap(NULL, (size_t)PAGES * PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (array == MAP_FAILED) {
    perror("mmap");
    return 1;
  }
  for (int i = 0; i < PAGES; i++) disk[i] = calloc(1, PAGE);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_fault;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGSEGV, &action, NULL);

  // From here on it is an array like any other.
  volatile int *numbers = (volatile int *)array;
  for (int i = 0; i < PAGES * NUMBERS; i += 1024) numbers[i] = i;
  printf("written: %d faults, %d pages thrown out\n", faults, evictions);

  long long sum = 0, expected = 0;
  for (int i = 0; i < PAGES * NUMBERS; i += 1024) sum += numbers[i], expected += i;
  printf("read back: %d faults, %d pages thrown out, the sum is %s\n", faults, evictions,
         sum == expected ? "right" : "wrong");

  // Four pages fit: to stay within them costs nothing more.
  int before = faults;
  for (int turn = 0; turn < 1000; turn++)
    for (int page = PAGES - RESIDENT; page < PAGES; page++) numbers[page * NUMBERS + turn]++;
  printf("a thousand turns over the last four pages: %d faults\n", faults - before);
  return 0;
}
