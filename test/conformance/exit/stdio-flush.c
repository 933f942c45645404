// stdio-flush — exit() writes what stdio has buffered, _exit() and a signal lose it; exit(3), _exit(2).
#include "../check.h"

int main(void) {
  setvbuf(stdout, NULL, _IOFBF, 4096);
  CHILD("exit", printf("buffered, then exit\n"); exit(0));
  CHILD("_exit", printf("buffered, then _exit: never seen\n"); _exit(0));
  CHILD("kill", printf("buffered, then killed: never seen\n"); raise(SIGKILL));
  CHILD("fflush", printf("flushed, then _exit\n"); fflush(stdout); _exit(0));
  return 0;
}
