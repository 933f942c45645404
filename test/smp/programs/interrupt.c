// interrupt — `interrupt ROUNDS`: each blocking call while another process signals at random microseconds.
// Every result must be one that the rules of restarting allow, and no queued signal may be lost.
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "chance.h"

#define MS 1000000L

static int rounds;
static volatile int handled, wanted, disorder;
static volatile int *queued; // by the tormentor, in a shared page; behind it: 1, it may begin

static void must(int holds, const char *what, int got) {
  if (holds) return;
  printf("%s: got %d, errno %d, handlers %d\n", what, got, errno, handled);
  exit(1);
}

static void on_usr1(int signal) { handled++; }

static void on_queued(int signal, siginfo_t *info, void *context) {
  handled++;
  if (info->si_value.sival_int != wanted++) disorder++;
}

static void catch(int flags) {
  struct sigaction action = {0};
  action.sa_handler = on_usr1;
  action.sa_flags = flags;
  sigaction(SIGUSR1, &action, NULL);
  action.sa_sigaction = on_queued;
  action.sa_flags = flags | SA_SIGINFO;
  sigaction(SIGRTMIN, &action, NULL);
  wanted = handled = 0;
}

// A process that signals this one until it is killed. At the fork there is neither a pipe nor a handler, so
// that it is placed on another CPU.
static pid_t torment(void) {
  pid_t target = getpid();
  signal(SIGUSR1, SIG_IGN);
  signal(SIGRTMIN, SIG_IGN);
  queued[1] = 0;
  pid_t pid = fork();
  if (pid != 0) return pid;
  state = (unsigned)target * 31 + (unsigned)now();
  while (queued[1] == 0) usleep(100);
  for (*queued = 0;;) {
    spin(next(250));
    if (kill(target, 0) != 0) _exit(0); // it has failed
    if (next(2)) kill(target, SIGUSR1);
    else if (sigqueue(target, SIGRTMIN, (union sigval){.sival_int = *queued}) == 0) ++*queued;
  }
}

static void quiet(pid_t pid, const char *name) {
  int status;
  kill(pid, SIGKILL);
  while (waitpid(pid, &status, 0) < 0) continue;
  must(disorder == 0, "order of the queue", disorder);
  // The last one may have been queued by a sender that was killed before it counted.
  must(wanted == *queued || wanted == *queued + 1, name, wanted - *queued);
}

static pid_t later(int fd, int bytes) {
  pid_t pid = fork();
  if (pid != 0) return pid;
  signal(SIGUSR1, SIG_IGN);
  spin(next(1500));
  if (bytes > 0) write(fd, "12345678", (size_t)bytes);
  _exit(7);
}

static int child_of(pid_t pid) {
  int status, got;
  while ((got = waitpid(pid, &status, 0)) < 0 && errno == EINTR) continue;
  return got;
}

static void reads(int restarts) {
  int fds[2];
  char block[8];
  pipe(fds);
  for (int i = 0; i < rounds; i++) {
    pid_t pid = later(fds[1], 8);
    int got;
    while ((got = (int)read(fds[0], block, 8)) < 0) must(!restarts && errno == EINTR && handled, "read", got);
    must(got == 8 && memcmp(block, "12345678", 8) == 0, "read", got);
    child_of(pid);
  }
  close(fds[0]);
  close(fds[1]);
}

static void writes(int restarts) {
  static char big[150000];
  for (int i = 0; i < rounds / 5; i++) {
    int fds[2];
    pipe(fds);
    pid_t pid = fork();
    if (pid == 0) {
      size_t sum = 0;
      signal(SIGUSR1, SIG_IGN);
      close(fds[1]);
      for (ssize_t n; (n = read(fds[0], big, 7001)) > 0; spin(next(100))) sum += (size_t)n;
      _exit(sum == sizeof big ? 7 : 8);
    }
    close(fds[0]);
    for (size_t done = 0; done < sizeof big;) {
      ssize_t n = write(fds[1], big + done, sizeof big - done);
      must(n > 0 || (!restarts && errno == EINTR), "write", (int)n);
      if (n > 0) done += (size_t)n;
    }
    close(fds[1]);
    int status, got;
    while ((got = waitpid(pid, &status, 0)) < 0) must(!restarts && errno == EINTR, "wait of a reader", got);
    must(status == 7 << 8, "bytes through a pipe", status);
  }
}

static void waits(int restarts) {
  for (int i = 0; i < rounds; i++) {
    pid_t pid = later(-1, 0);
    int status = 0, got;
    while ((got = waitpid(pid, &status, 0)) < 0) must(!restarts && errno == EINTR && handled, "wait", got);
    must(got == pid && status == 7 << 8, "wait", status);
  }
}

static void sleeps(int restarts) {
  for (int i = 0; i < rounds; i++) {
    struct timespec span = {0, 1 + next(2 * MS)}, left = {9, 9};
    long long begin = now();
    int before = handled;
    int got = nanosleep(&span, &left);
    long long took = now() - begin;
    if (got == 0) must(took >= span.tv_nsec, "nanosleep was short", (int)(span.tv_nsec - took));
    else {
      int isLess = left.tv_sec == 0 && left.tv_nsec <= span.tv_nsec;
      must(errno == EINTR && handled > before && isLess, "nanosleep", got);
    }
  }
}

static void suspends(int restarts) {
  sigset_t none, both, mask;
  sigemptyset(&none);
  sigemptyset(&both);
  sigaddset(&both, SIGUSR1);
  sigaddset(&both, SIGRTMIN);
  sigprocmask(SIG_BLOCK, &both, NULL);
  for (int i = 0; i < rounds; i++) {
    int before = handled;
    int got = sigsuspend(&none);
    must(got == -1 && errno == EINTR && handled > before, "sigsuspend", got);
    before = handled;
    sigprocmask(SIG_BLOCK, NULL, &mask);
    must(sigismember(&mask, SIGUSR1) == 1, "mask behind sigsuspend", 0);
    spin(next(300));
    must(handled == before, "handler under the mask", handled - before);
  }
  sigprocmask(SIG_UNBLOCK, &both, NULL);
}

static void timed(int restarts) {
  sigset_t set;
  siginfo_t info;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigprocmask(SIG_BLOCK, &set, NULL);
  for (int i = 0; i < rounds; i++) {
    struct timespec span = {0, next(2 * MS)};
    int before = handled;
    int got = sigtimedwait(&set, &info, &span);
    if (got < 0) must(errno == EAGAIN || (errno == EINTR && handled > before), "sigtimedwait", got);
    else must(got == SIGUSR1 && info.si_signo == SIGUSR1 && info.si_code == SI_USER, "sigtimedwait", got);
  }
  sigprocmask(SIG_UNBLOCK, &set, NULL);
}

static void counts(int restarts) {
  int fd = timerfd_create(CLOCK_MONOTONIC, 0);
  for (int i = 0; i < rounds; i++) {
    struct itimerspec once = {{0, 0}, {0, 1 + next(2 * MS)}};
    long long begin = now();
    unsigned long long count = 0;
    timerfd_settime(fd, 0, &once, NULL);
    int got;
    while ((got = (int)read(fd, &count, 8)) < 0) must(!restarts && errno == EINTR, "timerfd", got);
    must(got == 8 && count == 1 && now() - begin >= once.it_value.tv_nsec, "timerfd", (int)count);
  }
  close(fd);
}

int main(int argc, char **argv) {
  static const struct {
    const char *name;
    void (*run)(int);
  } calls[] = {{"read", reads}, {"write", writes}, {"wait", waits}, {"nanosleep", sleeps},
               {"sigsuspend", suspends}, {"sigtimedwait", timed}, {"timerfd", counts}};
  rounds = argc > 1 ? atoi(argv[1]) : 60;
  queued = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  for (int restarts = 0; restarts <= 1; restarts++) {
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
      pid_t pid = torment();
      catch(restarts ? SA_RESTART : 0);
      queued[1] = 1;
      while (handled == 0) continue;
      calls[i].run(restarts);
      quiet(pid, calls[i].name);
    }
  }
  puts("as the rules say");
}
