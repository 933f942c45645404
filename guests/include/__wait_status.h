// __wait_status.h — how wait() reports an end, for <sys/wait.h> and <stdlib.h>.
#ifndef _QUIRE_WAIT_STATUS_H
#define _QUIRE_WAIT_STATUS_H
#include <kern/wait.h>
#define WEXITSTATUS(s) (((s) & 0xff00) >> 8)
#define WTERMSIG(s) ((s) & 0x7f)
#define WSTOPSIG(s) WEXITSTATUS(s)
#define WCOREDUMP(s) ((s) & 0x80)
#define WIFEXITED(s) (!WTERMSIG(s))
#define WIFSTOPPED(s) (((s) & 0xff) == 0x7f)
#define WIFSIGNALED(s) (((s) & 0x7f) + 1 > 1 && ((s) & 0x7f) != 0x7f)
#define WIFCONTINUED(s) ((s) == 0xffff)
#endif
