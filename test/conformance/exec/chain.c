// chain — a program that executes itself again and again, counting in its argument; execve(2).
// programs: again status
#include "../check.h"

int main(void) {
  CHILD("chain", execl(program("again"), "again", "25", program("status"), (char *)NULL));
  return 0;
}
