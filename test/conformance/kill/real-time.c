// real-time — signals 34 to 64 terminate by default; signal(7).
#include "../check.h"

int main(void) {
  int signals[] = { 34, 40, 63, 64 };
  for (int i = 0; i < 4; i++) {
    gate g = gate_new();
    pid_t pid = fork();
    if (pid == 0) {
      gate_wait(g);
      _exit(0);
    }
    ERR(kill(pid, signals[i]));
    reap("child", pid);
    gate_free(g);
  }
  return 0;
}
