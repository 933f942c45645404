// sleep — the sleeping calls never begin anew after a handler, SA_RESTART or not; nanosleep(2), signal(7).
#include "row.h"

// A call that is to be ended has no end of its own.
static struct timespec period(void) {
  struct timespec t = { ends ? 1000 : 0, 20000000 };
  return t;
}

static long as_result(int error) {
  errno = error;
  return error ? -1 : 0;
}

static long call_nanosleep(void) {
  struct timespec t = period();
  return nanosleep(&t, NULL);
}

static long call_relative(void) {
  struct timespec t = period();
  return as_result(clock_nanosleep(CLOCK_MONOTONIC, 0, &t, NULL));
}

static long call_absolute(void) {
  struct timespec t, more = period();
  clock_gettime(CLOCK_REALTIME, &t);
  t.tv_sec += more.tv_sec;
  t.tv_nsec += more.tv_nsec;
  if (t.tv_nsec >= 1000000000) t.tv_sec++, t.tv_nsec -= 1000000000;
  return as_result(clock_nanosleep(CLOCK_REALTIME, TIMER_ABSTIME, &t, NULL));
}

static long call_usleep(void) { return usleep(ends ? 900000 : 20000); }

static void release(pid_t pid) {}

int main(void) {
  const char *names[] = { "nanosleep", "clock_nanosleep", "clock_nanosleep, TIMER_ABSTIME", "usleep" };
  long (*calls[])(void) = { call_nanosleep, call_relative, call_absolute, call_usleep };
  for (int i = 0; i < 4; i++) {
    row r = { .name = names[i], .ends = HANDLERS, .call = calls[i], .release = release };
    table(&r);
  }
  return 0;
}
