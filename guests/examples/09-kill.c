// 09-kill — a signal sent by kill() reaches another process; one that has not asked for it is ended.
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

// A process that never ends by itself: it sleeps until signals come, over and over.
static pid_t start_sleeper(void) {
  fflush(stdout);
  pid_t pid = fork();
  if (pid != 0) return pid;
  for (;;) pause();
}

int main(void) {
  const int signals[] = { SIGTERM, SIGINT, SIGHUP, SIGKILL };

  for (int i = 0; i < 4; i++) {
    pid_t pid = start_sleeper();

    // The sender names the process and the number of the signal, and that is all the message there is.
    if (kill(pid, signals[i]) < 0) {
      perror("kill");
      return 1;
    }
    // What a signal does is up to the receiver. This one has said nothing, so the default acts,
    // and it acts in the middle of whatever the process does.
    int status;
    waitpid(pid, &status, 0);
    printf("sent signal %2d, the process ended by signal %2d: %s\n", signals[i], WTERMSIG(status),
           strsignal(WTERMSIG(status)));
  }

  // Some signals are ignored unless one asks for them, such as the news that a child has ended.
  pid_t pid = start_sleeper();
  kill(pid, SIGCHLD);
  // Signal 0 is none at all: kill only looks whether the process is there.
  printf("after SIGCHLD it is %s\n", kill(pid, 0) == 0 ? "still there" : "gone");

  kill(pid, SIGKILL);  // This one can neither be caught nor ignored.
  waitpid(pid, NULL, 0);
  printf("after SIGKILL it is %s\n", kill(pid, 0) < 0 && errno == ESRCH ? "gone" : "still there");
  return 0;
}
