// posix_spawn — a new process running the program at path.
#include <spawn.h>
#include <unistd.h>
#include <kern/syscall.h>

static void describe(struct spawn_request *request, const posix_spawn_file_actions_t *actions,
                     const posix_spawnattr_t *attr) {
  *request = (struct spawn_request){0};
  if (attr) {
    request->flags = (unsigned short)attr->__flags;
    request->pgroup = attr->__pgroup;
    request->sigmask_low = attr->__sigmask.__bits[0];
    request->sigmask_high = attr->__sigmask.__bits[1];
    request->sigdefault_low = attr->__sigdefault.__bits[0];
    request->sigdefault_high = attr->__sigdefault.__bits[1];
  }
  if (actions) {
    request->nactions = actions->__count;
    request->actions = actions->__actions;
  }
}

int posix_spawn(pid_t *restrict pid, const char *restrict path, const posix_spawn_file_actions_t *actions,
                const posix_spawnattr_t *restrict attr, char *const *restrict argv,
                char *const *restrict envp) {
  struct spawn_request request;
  describe(&request, actions, attr);
  int r = __syscall(SYS_spawn, path, argv, envp, &request);
  if (r < 0) return -r;
  if (pid) *pid = r;
  return 0;
}
