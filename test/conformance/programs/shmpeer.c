// shmpeer — attaches the segment of the key given, shows its text, writes an answer.
#include "../check.h"
#include <sys/shm.h>

int main(int argc, char **argv) {
  key_t key = argc > 1 ? (key_t)strtoul(argv[1], NULL, 0) : 0;
  int id = MUST(shmget(key, 0, 0));
  char *p = shmat(id, NULL, 0);
  if (p == (void *)-1) fail("shmat", __LINE__);
  say("peer reads \"%s\"\n", p);
  strcpy(p + 100, "answer of the peer");
  return 0;
}
