// sigpipe — writing to a pipe without readers kills by SIGPIPE; ignored, it is EPIPE; pipe(7).
#include "../check.h"

int main(void) {
  int p[2];
  MUST(pipe(p));
  close(p[0]);
  CHILD("write", write(p[1], "x", 1); say("never seen\n"));
  CHILD("nothing to write", ERR(write(p[1], "x", 0)));
  signal(SIGPIPE, SIG_IGN);
  ERR(write(p[1], "x", 1));
  CHILD("ignored in the child too", ERR(write(p[1], "x", 1)));
  signal(SIGPIPE, SIG_DFL);
  CHILD("default again", write(p[1], "x", 1));
  return 0;
}
