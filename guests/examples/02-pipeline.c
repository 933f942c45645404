// 02-pipeline — what a shell does for "upper | count": pipe, fork twice, dup2, exec, close, wait.
// programs: upper count
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

// Starts `program` with standard input and output replaced, all other ends of the pipes closed.
static pid_t start(const char *program, int in, int out, const int *pipes, int count) {
  pid_t pid = fork();
  if (pid != 0) return pid;
  dup2(in, 0);
  dup2(out, 1);
  for (int i = 0; i < count; i++) close(pipes[i]);
  execlp(program, program, (char *)NULL);  // Looks `program` up in PATH.
  perror(program);                         // Only reached when exec failed.
  _exit(127);
}

int main(void) {
  // Three pipes: us to upper, upper to count, count back to us.
  int p[6];
  for (int i = 0; i < 6; i += 2) {
    if (pipe(p + i) < 0) {
      perror("pipe");
      return 1;
    }
  }
  pid_t upper = start("upper", p[0], p[3], p, 6);
  pid_t count = start("count", p[2], p[5], p, 6);

  // The ends that belong to the children are no business of ours. Forgetting one
  // of the writing ends here is the classic bug: the reader would wait for ever.
  close(p[0]), close(p[2]), close(p[3]), close(p[5]);

  const char *text = "who reads this?\nthe program upper does,\nand its output is read by count\n";
  write(p[1], text, strlen(text));
  close(p[1]);

  char answer[200];
  ssize_t n, length = 0;
  while ((n = read(p[4], answer + length, sizeof answer - 1 - length)) > 0) length += n;
  answer[length] = 0;
  printf("we wrote %zu bytes to upper\n", strlen(text));
  printf("count answered: %s", answer);

  int status;
  waitpid(upper, &status, 0);
  printf("upper ended with status %d\n", WEXITSTATUS(status));
  waitpid(count, &status, 0);
  printf("count ended with status %d\n", WEXITSTATUS(status));
  return 0;
}
