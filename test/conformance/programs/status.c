// status — ends with the status of its first argument, or by the signal of its second ("status signal 9").
#include <signal.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
  if (argc > 2 && strcmp(argv[1], "signal") == 0) raise(atoi(argv[2]));
  return argc > 1 ? atoi(argv[1]) : 0;
}
