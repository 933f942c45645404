// 01-pipe — a parent and its child talk through a pipe: bytes go in at one end and come out at the other.
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int ends[2];
  if (pipe(ends) < 0) {
    perror("pipe");
    return 1;
  }
  // ends[0] is for reading, ends[1] for writing. fork gives the child copies of both.
  // What stdio has not written yet is copied too, so write it now: otherwise both would print it.
  printf("parent: the pipe is made, now there will be two of us\n");
  fflush(stdout);

  pid_t child = fork();
  if (child < 0) {
    perror("fork");
    return 1;
  }

  if (child == 0) {
    // The child reads. It must close its copy of the writing end: as long as any process
    // holds one, the pipe could still get data, and read would wait instead of saying "the end".
    close(ends[1]);
    char buf[16];
    ssize_t n;
    int total = 0;
    while ((n = read(ends[0], buf, sizeof buf)) > 0) {
      total += n;
      printf("child:  got \"%.*s\"\n", (int)n, buf);
    }
    printf("child:  end of file after %d bytes\n", total);
    return total;  // Flushes stdio and becomes the exit status.
  }

  close(ends[0]);
  const char *message = "A pipe carries a stream of bytes, not messages.";
  write(ends[1], message, strlen(message));
  close(ends[1]);  // The last writing end: now the child's read can return 0.

  int status;
  waitpid(child, &status, 0);  // Without this the child would stay behind as a zombie.
  printf("parent: the child ended with status %d\n", WEXITSTATUS(status));
  return 0;
}
