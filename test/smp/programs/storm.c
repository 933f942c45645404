// storm — `storm SEED MS`: pairs that pipe numbered bytes, victims that fault, fork, jump and execute, all
// with timers and handlers, signalled, stopped, continued and killed at random for MS milliseconds. Prints
// what of the pairs went wrong, then "done". `storm victim SEED` is a victim after its exec.
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "chance.h"

#define PAIRS 4
#define VICTIMS 6
#define PAGE 4096

static char *pages;
static sigjmp_buf back;
static volatile int jumps, handled;

/** Children of handlers end at once, or fork once more. */
static void fork_here(void) {
  pid_t pid = fork();
  if (pid == 0) _exit(fork() < 0);
  if (pid > 0 && (handled & 1) == 0) waitpid(pid, NULL, 0);
}

static void on_signal(int signal) {
  handled++;
  if (handled % 16 == 3) fork_here();
  if (handled % 8 == 5) raise(SIGCHLD);
  if (!jumps || handled % 4 != 1) return;
  jumps = 0;
  siglongjmp(back, signal);
}

static void on_fault(int signal, siginfo_t *info, void *context) {
  char *page = (char *)((unsigned long)info->si_addr & ~(PAGE - 1ul));
  if (page < pages || page >= pages + 8 * PAGE) _exit(99);
  mprotect(page, PAGE, PROT_READ | PROT_WRITE);
}

static void on_child(int signal) {
  int saved = errno;
  while (waitpid(-1, NULL, WNOHANG) > 0) continue;
  errno = saved;
}

static void catch(int signal, void (*handler)(int), int flags) {
  struct sigaction action = {0};
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigaction(signal, &action, NULL);
}

/** Handlers of all that the storm sends, some restarting, some on another stack; timers of a millisecond. */
static void prepare(void) {
  static char stack[16384];
  static const int signals[] = {SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM};
  stack_t other = {stack, 0, sizeof stack};
  sigaltstack(&other, NULL);
  for (int i = 0; i < 4; i++) {
    int stack = next(2) ? SA_ONSTACK : 0;
    catch(signals[i], on_signal, (next(2) ? SA_RESTART : 0) | stack);
  }
  catch(SIGRTMIN, on_signal, next(2) ? SA_RESTART : 0);
  catch(SIGCHLD, on_child, SA_RESTART);
  struct itimerval often = {{0, 1000 + next(3000)}, {0, 1000}};
  if (next(2)) setitimer(next(2) ? ITIMER_REAL : ITIMER_VIRTUAL, &often, NULL);
  else alarm(1);
  timer_t timer;
  struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGRTMIN};
  struct itimerspec again = {{0, 1000000 + next(4000000)}, {0, 1000000}};
  if (timer_create(CLOCK_MONOTONIC, &event, &timer) == 0) timer_settime(timer, 0, &again, NULL);
}

// ---- pairs

static unsigned char byte_at(unsigned long at) { return (unsigned char)(at * 2654435761u >> 13); }

static void writes(int fd, const volatile int *ends) {
  static unsigned char block[9000];
  unsigned long at = 0;
  do {
    unsigned n = next(sizeof block) + 1;
    for (unsigned i = 0; i < n; i++) block[i] = byte_at(at + i);
    for (unsigned done = 0; done < n;) {
      ssize_t put = write(fd, block + done, n - done);
      if (put < 0 && errno != EINTR) _exit(10);
      if (put > 0) done += (unsigned)put;
    }
    at += n;
  } while (!*ends);
  _exit(0);
}

static void reads(int fd) {
  static unsigned char block[9000];
  for (unsigned long at = 0;;) {
    ssize_t got = read(fd, block, next(sizeof block) + 1);
    if (got == 0) _exit(at == 0 ? 11 : 0);
    if (got < 0 && errno != EINTR) _exit(12);
    for (ssize_t i = 0; i < got; i++) {
      if (block[i] != byte_at(at + (unsigned long)i)) _exit(13);
    }
    if (got > 0) at += (unsigned long)got;
  }
}

// ---- victims

static void faults(void) {
  struct sigaction action = {0};
  action.sa_sigaction = on_fault;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigaction(SIGSEGV, &action, NULL);
  mprotect(pages, 8 * PAGE, PROT_NONE);
  for (int i = 0; i < 8; i++) pages[next(8) * PAGE + next(PAGE)]++;
  signal(SIGSEGV, SIG_DFL);
}

/** What handlers jump out of: a function of its own, whose call the jump passes. */
__attribute__((noinline)) static void computes(unsigned us) {
  jumps = 1;
  spin(us);
  jumps = 0;
}

static void victim(char *self) {
  pages = mmap(NULL, 8 * PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  prepare();
  for (;;) {
    struct timespec soon = {0, next(1000000)};
    sigsetjmp(back, 1);
    computes(next(300));
    switch (next(6)) {
      case 0: faults(); break;
      case 1: fork_here(); break;
      case 2: nanosleep(&soon, NULL); break;
      case 3:
        signal(SIGUSR2, SIG_IGN);
        catch(SIGUSR2, on_signal, SA_NODEFER);
        break;
      case 4: prepare(); break;
      case 5:
        if (next(8) != 0) break;
        char seed[16];
        snprintf(seed, sizeof seed, "%u", state);
        execl(self, self, "victim", seed, NULL);
    }
  }
}

// ---- the storm

/** The storm's own children: until there is a CPU for one. */
static pid_t fork_firmly(void) {
  pid_t pid;
  while ((pid = fork()) < 0) usleep(1000);
  return pid;
}

static pid_t victim_start(char *self) {
  pid_t pid = fork_firmly();
  if (pid != 0) return pid;
  state ^= (unsigned)getpid() * 40503u;
  victim(self);
  return 0;
}

static void pair_start(pid_t *pids, const volatile int *ends) {
  int fds[2];
  sigset_t all, none;
  sigfillset(&all);
  pipe(fds);
  sigprocmask(SIG_SETMASK, &all, &none); // until it is prepared
  for (int i = 0; i < 2; i++) {
    pids[i] = fork_firmly();
    if (pids[i] != 0) continue;
    state ^= (unsigned)getpid() * 40503u;
    close(fds[i]);
    prepare();
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (i == 0) writes(fds[1], ends);
    reads(fds[0]);
  }
  sigprocmask(SIG_SETMASK, &none, NULL);
  close(fds[0]);
  close(fds[1]);
}

static void torment(pid_t pid) {
  static const int signals[] = {SIGUSR1, SIGUSR2, SIGALRM, SIGCHLD, SIGCONT};
  if (next(3)) kill(pid, signals[next(5)]);
  else if (next(2)) sigqueue(pid, SIGRTMIN, (union sigval){.sival_int = (int)next(100)});
  else {
    kill(pid, next(2) ? SIGSTOP : SIGTSTP);
    if (next(2)) spin(next(200));
    kill(pid, SIGCONT);
  }
}

int main(int argc, char **argv) {
  pid_t pids[2 * PAIRS + VICTIMS];
  state = argc > 2 ? (unsigned)(atoi(argv[1]) + atoi(argv[2])) : 1;
  if (argc > 2 && strcmp(argv[1], "victim") == 0) victim(argv[0]);
  volatile int *ends = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  for (int i = 0; i < PAIRS; i++) pair_start(pids + 2 * i, ends);
  for (int i = 0; i < VICTIMS; i++) pids[2 * PAIRS + i] = victim_start(argv[0]);
  for (long long end = now() + (argc > 2 ? atoi(argv[2]) : 100) * 1000000LL; now() < end;) {
    unsigned who = next(2 * PAIRS + VICTIMS);
    torment(pids[who]);
    if (next(3) == 0) usleep(next(500));
    if (who < 2 * PAIRS || next(4) != 0) continue;
    kill(pids[who], SIGKILL);
    if (waitpid(pids[who], NULL, 0) != pids[who]) printf("lost a victim\n");
    pids[who] = victim_start(argv[0]);
  }
  *ends = 1;
  for (int i = 0; i < VICTIMS; i++) kill(pids[2 * PAIRS + i], SIGKILL);
  for (int i = 0; i < 2 * PAIRS + VICTIMS; i++) {
    int status;
    if (waitpid(pids[i], &status, 0) != pids[i]) printf("lost %d\n", i);
    else if (i < 2 * PAIRS && status != 0) printf("%s: status %04x\n", i % 2 ? "reader" : "writer", status);
  }
  puts("done");
}
