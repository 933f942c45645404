// again — `again`: a call of what is no function; its handler executes the program anew, which then forks.
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static char *self;

static void on_fault(int signal) {
  execl(self, self, "anew", NULL);
}

int main(int argc, char **argv) {
  self = argv[0];
  if (argc > 1) {
    pid_t pid = fork();
    if (pid == 0) _exit(7);
    int status = 0;
    printf("%d\n", pid > 0 && waitpid(pid, &status, 0) == pid && status == 7 << 8);
    return 0;
  }
  for (int signal_ = 1; signal_ < 32; signal_++) signal(signal_, on_fault);
  void (*volatile nowhere)(void) = (void (*)(void))99999;
  nowhere();
}
