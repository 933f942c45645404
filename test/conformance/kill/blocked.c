// blocked — a signal ends a process that sleeps in read, write, wait, nanosleep or waits for a stopped child.
// kill(2).
#include "../check.h"
#include <sched.h>
#include <time.h>

static int p[2];
static gate ready;

static void in_read(void) { char c; read(p[0], &c, 1); }
static void in_write(void) { for (;;) write(p[1], "0123456789abcdef", 16); }
static void in_nanosleep(void) { struct timespec t = { 1000, 0 }; nanosleep(&t, NULL); }
static void in_wait(void) {
  gate g = gate_new();
  if (fork() == 0) {
    close(g.fd[1]);
    char c;
    read(g.fd[0], &c, 1);
    _exit(0);
  }
  wait(NULL);
}

static void test(const char *name, void (*body)(void), int sig) {
  MUST(pipe(p));
  ready = gate_new();
  pid_t pid = fork();
  if (pid == 0) {
    gate_open(ready);
    body();
    _exit(0);
  }
  gate_wait(ready);
  for (int i = 0; i < 50; i++) sched_yield();
  MUST(kill(pid, sig));
  reap(name, pid);
  close(p[0]), close(p[1]), gate_free(ready);
}

int main(void) {
  test("read, SIGTERM", in_read, SIGTERM);
  test("read, SIGKILL", in_read, SIGKILL);
  test("write, SIGINT", in_write, SIGINT);
  test("nanosleep, SIGHUP", in_nanosleep, SIGHUP);
  test("wait, SIGKILL", in_wait, SIGKILL);
  return 0;
}
