// probe — does one small thing for the tests of the host, named by its first argument.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static int tell(int argc, char **argv) {
  char cwd[256];
  printf("cwd %s\n", getcwd(cwd, sizeof cwd));
  for (int i = 0; i < argc; i++) printf("arg %s\n", argv[i]);
  for (char **e = environ; *e != NULL; e++) printf("env %s\n", *e);
  printf("tty %d%d%d\n", isatty(0), isatty(1), isatty(2));
  return 0;
}

static int copy(void) {
  char buf[4096];
  long n;
  while ((n = read(0, buf, sizeof buf)) > 0) {
    if (write(1, buf, n) != n) return 1;
  }
  return n < 0;
}

static int flood(void) {
  char line[64];
  memset(line, 'x', sizeof line);
  while (write(1, line, sizeof line) == (long)sizeof line) continue;
  return errno == EPIPE ? 5 : 6;
}

static int show(const char *path) {
  int fd = open(path, O_RDONLY);
  if (fd < 0) {
    printf("%s: %s\n", path, strerror(errno));
    return 1;
  }
  dup2(fd, 0);
  return copy();
}

static int put(const char *path, const char *text) {
  int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (fd < 0 || write(fd, text, strlen(text)) < 0) {
    printf("%s: %s\n", path, strerror(errno));
    return 1;
  }
  return close(fd);
}

static int family(int children) {
  for (int i = 0; i < children; i++) {
    if (fork() == 0) sleep(1000);
  }
  puts("ready");
  fflush(stdout);
  sleep(1000);
  return 0;
}

/** Goes down as far as it gets, then lets a child inherit where it is. */
static int burrow(void) {
  static char deep[8192];
  while (mkdir("d", 0755) == 0 && chdir("d") == 0) continue;
  int reason = errno;
  if (fork() == 0) _exit(0);
  wait(NULL);
  printf("%s at %d\n", strerror(reason), getcwd(deep, sizeof deep) ? (int)strlen(deep) : -1);
  return 0;
}

int main(int argc, char **argv) {
  const char *what = argc > 1 ? argv[1] : "";
  if (strcmp(what, "tell") == 0) return tell(argc, argv);
  if (strcmp(what, "copy") == 0) return copy();
  if (strcmp(what, "exit") == 0) return atoi(argv[2]);
  if (strcmp(what, "flood") == 0) return flood();
  if (strcmp(what, "show") == 0) return show(argv[2]);
  if (strcmp(what, "put") == 0) return put(argv[2], argv[3]);
  if (strcmp(what, "family") == 0) return family(atoi(argv[2]));
  if (strcmp(what, "exec") == 0) return execvp(argv[2], argv + 2) < 0 ? errno : 0;
  if (strcmp(what, "burrow") == 0) return burrow();
  if (strcmp(what, "abort") == 0) abort();
  if (strcmp(what, "null") == 0) *(volatile int *)0 = 1;
  for (volatile long i = 0; strcmp(what, "spin") == 0; i++) continue;
  return 2;
}
