// status-mask — only the low eight bits of an exit status reach the parent; exit(3), _exit(2), wait(2).
#include "../check.h"

int main(void) {
  CHILD("exit(0)", exit(0));
  CHILD("exit(255)", exit(255));
  CHILD("exit(256)", exit(256));
  CHILD("exit(-1)", exit(-1));
  CHILD("exit(0x1234)", exit(0x1234));
  CHILD("_exit(77)", _exit(77));
  CHILD("_exit(-2)", _exit(-2));
  CHILD("_Exit(511)", _Exit(511));
  return 300;
}
