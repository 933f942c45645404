// memory — parent and child have independent copies of globals, locals, static and heap memory; fork(2).
#include "../check.h"

static int global = 1;
static char array[10000];

int main(void) {
  int local = 2;
  static int fixed = 3;
  int *heap = malloc(100000);
  heap[0] = 4;
  heap[24999] = 5;
  array[9999] = 6;
  gate g = gate_new();
  pid_t pid = fork();
  if (pid == 0) {
    gate_wait(g);
    say("child sees %d %d %d %d %d %d\n", global, local, fixed, heap[0], heap[24999], array[9999]);
    global = local = fixed = heap[0] = heap[24999] = array[9999] = 7;
    free(heap);
    _exit(global);
  }
  global = 11; local = 12; fixed = 13; heap[0] = 14; heap[24999] = 15; array[9999] = 16;
  gate_open(g);
  reap("child", pid);
  say("parent sees %d %d %d %d %d %d\n", global, local, fixed, heap[0], heap[24999], array[9999]);
  free(heap);
  return 0;
}
