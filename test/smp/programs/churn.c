// churn — `churn SEED`: for ever pipes, forks, shares pages and faults, until something kills it.
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAGES 8

static unsigned state;
static char block[20000];

static unsigned next(unsigned below) {
  state = state * 1664525u + 1013904223u;
  return (state >> 16) % below;
}

static void touch(volatile char *pages) {
  for (unsigned i = next(PAGES) + 1; i > 0; i--) pages[next(PAGES) * 4096] += 1;
}

// A child never outlives its pipe: it ends when nobody reads or writes it any more.
static void child(int in, int out, volatile char *shared, volatile char *mine) {
  signal(SIGPIPE, SIG_DFL);
  touch(shared);
  touch(mine);
  switch (next(5)) {
    case 0:
      *(volatile int *)16 = 1;
      break;
    case 1:
      while (write(out, block, next(sizeof block) + 1) > 0) touch(mine);
      break;
    case 2:
      close(out);
      while (read(in, block, next(sizeof block) + 1) > 0) touch(shared);
      break;
    case 3:
      if (fork() == 0) write(out, block, next(sizeof block) + 1);
      break;
    default:
      abort();
  }
  _exit(0);
}

static void round_of(void) {
  int there[2], back[2];
  if (pipe(there) != 0 || pipe(back) != 0) return;
  size_t len = PAGES * 4096;
  int id = shmget(IPC_PRIVATE, len, IPC_CREAT | 0600);
  char *segment = id < 0 ? (char *)-1 : shmat(id, NULL, 0);
  if (id >= 0) shmctl(id, IPC_RMID, NULL);
  char *shared = mmap(NULL, len, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  char *mine = mmap(NULL, len, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (segment == (char *)-1 || shared == MAP_FAILED || mine == MAP_FAILED) _exit(3);
  int children = (int)next(3) + 1;
  for (int i = 0; i < children; i++) {
    unsigned seed = state + (unsigned)i * 977u;
    if (fork() != 0) continue;
    state = seed;
    close(there[1]);
    close(back[0]);
    child(there[0], back[1], next(2) ? shared : segment, mine);
  }
  close(there[0]);
  close(back[1]);
  if (next(2)) write(there[1], block, next(1000) + 1);
  close(there[1]);
  for (unsigned i = next(6); i > 0 && read(back[0], block, sizeof block) > 0; i--) touch(shared);
  close(back[0]);
  while (wait(NULL) > 0) continue;
  munmap(shared, len);
  munmap(mine, len);
  shmdt(segment);
}

int main(int argc, char **argv) {
  state = argc > 1 ? (unsigned)atoi(argv[1]) : 1;
  signal(SIGPIPE, SIG_IGN);
  for (;;) round_of();
}
