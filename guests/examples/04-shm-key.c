// 04-shm-key — System V shared memory by key: three programs that share nothing but a number use one segment.
// programs: shm-writer shm-reader
#include <spawn.h>
#include <stdio.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

// Runs a program to its end. It inherits no memory from us: exec gives it an address space of its own.
static int run(char *program, char *key) {
  char *argv[] = { program, key, NULL };
  pid_t pid;
  int error = posix_spawnp(&pid, program, NULL, NULL, argv, environ);
  if (error != 0) {
    fprintf(stderr, "%s: error %d\n", program, error);
    return 127;
  }
  int status;
  waitpid(pid, &status, 0);
  return WEXITSTATUS(status);
}

int main(void) {
  // Any number will do as a key when all agree on it; programs often make one with ftok() from a file's name.
  char key[20];
  snprintf(key, sizeof key, "%d", 0x6b000000 + (int)getpid());

  printf("main:   starting the writer\n");
  fflush(stdout);
  printf("main:   the writer ended with status %d\n", run("shm-writer", key));

  // Nobody is attached now, no process of the first program lives, yet the segment and its bytes are there:
  // System V objects belong to the system and stay until someone removes them.
  printf("main:   starting the reader\n");
  fflush(stdout);
  printf("main:   the reader ended with status %d\n", run("shm-reader", key));

  fflush(stdout);
  int status = run("shm-reader", key);
  printf("main:   a second reader ends with status %d, because the first removed the segment\n", status);
  return 0;
}
