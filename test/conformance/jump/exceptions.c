// exceptions — try, catch and rethrow built of setjmp and longjmp, nested and across calls; longjmp(3).
#include "../signals.h"
#include <setjmp.h>

struct frame {
  jmp_buf env;
  struct frame *outer;
};
static struct frame *top;

static void throw(int value) {
  struct frame *frame = top;
  if (frame == NULL) {
    say("not caught: %d\n", value);
    _exit(value);
  }
  top = frame->outer;
  longjmp(frame->env, value);
}

#define TRY { \
    struct frame frame_; \
    frame_.outer = top; \
    top = &frame_; \
    volatile int caught_ = setjmp(frame_.env); \
    if (caught_ == 0) {
#define CATCH top = frame_.outer; } else {
#define END } }

__attribute__((noinline)) static void leaf(int n) {
  if (n % 3 == 0) throw(10 + n);
  say("leaf %d returns\n", n);
}

__attribute__((noinline)) static void inner(int n) {
  TRY
    leaf(n);
    if (n == 4) throw(99);
  CATCH
    say("inner caught %d\n", caught_);
    if (n == 6) throw(caught_ + 1);
  END
  say("inner %d returns\n", n);
}

__attribute__((noinline)) static int recursive(int n) {
  volatile int result = 0;
  TRY
    if (n == 0) throw(1);
    result = recursive(n - 1);
  CATCH
    say("level %d caught %d\n", n, caught_);
    if (n < 3) throw(caught_ * 2);
    result = caught_;
  END
  return result + n;
}

int main(void) {
  for (volatile int n = 1; n <= 7; n++) {
    TRY
      inner(n);
    CATCH
      say("main caught %d\n", caught_);
    END
  }
  SHOW(top == NULL);
  SHOW(recursive(5));
  SHOW(top == NULL);
  CHILD("not caught", throw(4));
  CHILD("caught in the child", TRY throw(5); CATCH say("caught %d\n", caught_); END);
  return 0;
}
