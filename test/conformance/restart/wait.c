// wait — waitpid, wait4 and waitid for a child that lives: which disturbances end them; wait(2), signal(7).
#include "row.h"
#include <sys/resource.h>

static gate end;
static pid_t grandchild;

static void prepare(void) { end = gate_new(); }

static void begin(void) {
  grandchild = MUST(fork());
  if (grandchild) return;
  gate_wait(end);
  _exit(7);
}

// The status, when the call was not interrupted; otherwise the child is no longer needed.
static long ended(long result, int status) {
  if (result >= 0) return status;
  int error = errno;
  kill(grandchild, SIGKILL);
  while (waitpid(grandchild, NULL, 0) < 0 && errno == EINTR) ;
  errno = error;
  return -1;
}

static long call_waitpid(void) {
  int s;
  long r = waitpid(grandchild, &s, 0);
  return ended(r, WEXITSTATUS(s));
}

static long call_wait4(void) {
  int s;
  struct rusage usage;
  long r = wait4(-1, &s, WUNTRACED, &usage);
  return ended(r, WEXITSTATUS(s));
}

static long call_waitid(void) {
  siginfo_t info;
  long r = waitid(P_ALL, 0, &info, WEXITED);
  return ended(r, info.si_status);
}

static void release(pid_t pid) { gate_open(end); }

int main(void) {
  const char *names[] = { "waitpid", "wait4", "waitid" };
  long (*calls[])(void) = { call_waitpid, call_wait4, call_waitid };
  for (int i = 0; i < 3; i++) {
    row r = { .name = names[i], .ends = CAUGHT | CONT, .prepare = prepare, .begin = begin, .call = calls[i],
              .release = release };
    table(&r);
  }
  return 0;
}
