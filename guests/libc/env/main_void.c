// main_void — calls a main that takes arguments; a main(void) takes this symbol's place.

#include "start.h"

int __main_argc_argv(int argc, char **argv);

int __main_void(void) {
  return __main_argc_argv(__argc, __argv);
}
