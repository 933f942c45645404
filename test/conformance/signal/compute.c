// compute — a loop without a system call is interrupted by handlers, and ends when one of them says so.
// setitimer(2), signal(7).
#include "../signals.h"

static volatile sig_atomic_t stop, ticks;
static volatile unsigned counter;

static void ends(int sig) { stop = 1; }
static void counts(int sig) { if (++ticks == 5) stop = 1; }

static void empty_loop(void) { while (!stop) ; }
static void counting(void) { while (!stop) counter++; }

__attribute__((noinline)) static unsigned fib(unsigned n) {
  return stop || n < 2 ? n : fib(n - 1) + fib(n - 2);
}
static void calls(void) { while (!stop) counter += fib(25); }

static void memory(void) {
  static char from[65536], to[65536];
  while (!stop) memcpy(to, from, sizeof to);
}

// What is computed while handlers come and go is right.
static void numbers(void) {
  unsigned long long sum = 0, rounds = 0;
  double half = 0;
  do {
    unsigned long long s = 0;
    double h = 0;
    for (int i = 0; i < 20000; i++) s = s * 31 + i, h += 0.5;
    if (rounds == 0) sum = s, half = h;
    if (s != sum || h != half) say("wrong\n");
    rounds++;
  } while (!stop);
  say("%llu %.1f\n", sum, half);
}

static void test(const char *what, void (*loop)(void), void (*handler)(int)) {
  stop = ticks = 0;
  catch(SIGALRM, handler, 0);
  alarm_every(10);
  loop();
  alarm_every(0);
  say("%s: stopped%s\n", what, handler == ends ? "" : ticks >= 5 ? " by the fifth" : " too early");
}

int main(void) {
  test("empty loop", empty_loop, ends);
  test("counting", counting, ends);
  test("calls", calls, ends);
  test("memory", memory, ends);
  test("empty loop", empty_loop, counts);
  test("calls", calls, counts);
  test("memory", memory, counts);
  test("numbers", numbers, counts);
  return 0;
}
