// storm — signals rain on both ends of a pipe: no byte is lost and none comes twice; signal(7).
#include "../check.h"
#include <sched.h>
#include <sys/mman.h>

enum { LEAST = 1 << 18, SIGNALS = 100 };

// What the processes see of each other.
static volatile struct { unsigned caught[2]; long long sent, sum; int done; } *shared;
static int me;

static void on_signal(int sig) { shared->caught[me]++; }

static void catch_all(int who) {
  me = who;
  int signals[] = { SIGUSR1, SIGUSR2, SIGALRM, SIGRTMIN };
  for (int i = 0; i < 4; i++) {
    struct sigaction act;
    memset(&act, 0, sizeof act);
    act.sa_handler = on_signal;
    act.sa_flags = i % 2 ? SA_RESTART : 0;
    MUST(sigaction(signals[i], &act, NULL));
  }
}

static unsigned random_number(unsigned *seed) { return (*seed = *seed * 1103515245 + 12345) >> 16; }

static void writer(int fd) {
  static unsigned char block[20000];
  unsigned bytes = 1, sizes = 2;
  while (shared->sent < LEAST || shared->caught[0] < SIGNALS || shared->caught[1] < SIGNALS) {
    int n = 1 + random_number(&sizes) % sizeof block;
    for (int i = 0; i < n; i++) shared->sum += block[i] = random_number(&bytes);
    for (int done = 0; done < n;) {
      ssize_t r = write(fd, block + done, n - done);
      if (r > 0) done += r;
      else if (errno != EINTR) _exit(1);
    }
    shared->sent += n;
  }
  _exit(0);
}

static void rain(pid_t reader, pid_t target) {
  unsigned seed = 3;
  int signals[] = { SIGUSR1, SIGUSR2, SIGALRM, SIGRTMIN };
  while (!shared->done) {
    pid_t pid = random_number(&seed) % 2 ? reader : target;
    kill(pid, signals[random_number(&seed) % 4]);
    if (random_number(&seed) % 8 == 0) kill(target, SIGSTOP), kill(target, SIGCONT);
    if (random_number(&seed) % 4 == 0) usleep(50);
    else sched_yield();
  }
  _exit(0);
}

int main(void) {
  static unsigned char block[30000];
  shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  int p[2];
  MUST(pipe(p));
  pid_t parent = getpid();
  catch_all(1);
  pid_t child = MUST(fork());
  if (child == 0) {
    close(p[0]);
    catch_all(0);
    writer(p[1]);
  }
  close(p[1]);
  pid_t cloud = MUST(fork());
  if (cloud == 0) rain(parent, child);
  unsigned bytes = 1, sizes = 4;
  long long received = 0, wrong = 0, sum = 0;
  for (;;) {
    ssize_t r = read(p[0], block, 1 + random_number(&sizes) % sizeof block);
    if (r == 0) break;
    if (r < 0 && errno != EINTR) fail("read", __LINE__);
    for (ssize_t i = 0; i < r; i++) {
      wrong += block[i] != (unsigned char)random_number(&bytes);
      sum += block[i];
    }
    if (r > 0) received += r;
  }
  int s;
  while (waitpid(child, &s, 0) < 0 && errno == EINTR) ;
  say("writer %s\n", statusname(s));
  shared->done = 1;
  while (waitpid(cloud, &s, 0) < 0 && errno == EINTR) ;
  say("rain %s\n", statusname(s));
  SHOW(received == shared->sent);
  SHOW(wrong);
  SHOW(sum == shared->sum);
  SHOW(received >= LEAST);
  return 0;
}
