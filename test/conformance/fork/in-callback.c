// in-callback — fork inside a comparison function called by qsort and bsearch; fork(2), qsort(3).
#include "../check.h"

static int forks;

static int compare(const void *a, const void *b) {
  int x = *(const int *)a, y = *(const int *)b;
  if (forks < 3) {
    forks++;
    pid_t pid = fork();
    if (pid == 0) _exit(x > y);
    int status;
    waitpid(pid, &status, 0);
    return WEXITSTATUS(status) ? 1 : x < y ? -1 : 0;
  }
  return (x > y) - (x < y);
}

int main(void) {
  int v[] = { 9, 3, 7, 1, 8, 2 };
  qsort(v, 6, sizeof *v, compare);
  for (int i = 0; i < 6; i++) say("%d%c", v[i], i < 5 ? ' ' : '\n');
  SHOW(forks);
  forks = 2;
  int wanted = 7;
  int *found = bsearch(&wanted, v, 6, sizeof *v, compare);
  SHOW(found ? *found : -1);
  return 0;
}
