// too-big — a single string above 128 KiB, or too much of them all, is E2BIG; 100 kB in one string is not.
// execve(2).
// programs: status
#include "../check.h"

int main(void) {
  char *envp[] = { NULL };
  char *big = malloc(200001);
  memset(big, '1', 200000);
  big[200000] = 0;
  char *argv[] = { "status", "3", big, NULL };
  CHILD("200000 bytes", ERR(execve(program("status"), argv, envp)));
  big[100000] = 0;
  CHILD("100000 bytes", ERR(execve(program("status"), argv, envp)));
  static char *many[200];
  for (int i = 0; i < 100; i++) many[i] = big;
  many[0] = "status";
  many[1] = "4";
  CHILD("a hundred of them", ERR(execve(program("status"), many, envp)));
  return 0;
}
