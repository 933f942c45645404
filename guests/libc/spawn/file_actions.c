// file_actions — the list of what a spawned process does to its descriptors first.
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <kern/abi.h>

static int append(posix_spawn_file_actions_t *list, struct spawn_action action) {
  if (list->__count == list->__capacity) {
    int capacity = list->__capacity ? 2 * list->__capacity : 8;
    struct spawn_action *actions = realloc(list->__actions, capacity * sizeof *actions);
    if (!actions) return ENOMEM;
    list->__actions = actions;
    list->__capacity = capacity;
  }
  list->__actions[list->__count++] = action;
  return 0;
}

static int append_path(posix_spawn_file_actions_t *list, struct spawn_action action, const char *path) {
  action.path = strdup(path);
  if (!action.path) return ENOMEM;
  int error = append(list, action);
  if (error) free((char *)action.path);
  return error;
}

int posix_spawn_file_actions_init(posix_spawn_file_actions_t *list) {
  *list = (posix_spawn_file_actions_t){0};
  return 0;
}

int posix_spawn_file_actions_destroy(posix_spawn_file_actions_t *list) {
  for (int i = 0; i < list->__count; i++) free((char *)list->__actions[i].path);
  free(list->__actions);
  *list = (posix_spawn_file_actions_t){0};
  return 0;
}

int posix_spawn_file_actions_addopen(posix_spawn_file_actions_t *restrict list, int fd,
                                     const char *restrict path, int flags, mode_t mode) {
  if (fd < 0) return EBADF;
  struct spawn_action action = {.kind = SPAWN_OPEN, .fd = fd, .newfd_or_flags = flags, .mode = mode};
  return append_path(list, action, path);
}

int posix_spawn_file_actions_addclose(posix_spawn_file_actions_t *list, int fd) {
  if (fd < 0) return EBADF;
  return append(list, (struct spawn_action){.kind = SPAWN_CLOSE, .fd = fd});
}

int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t *list, int fd, int to) {
  if (fd < 0 || to < 0) return EBADF;
  return append(list, (struct spawn_action){.kind = SPAWN_DUP2, .fd = fd, .newfd_or_flags = to});
}

int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *restrict list,
                                         const char *restrict path) {
  return append_path(list, (struct spawn_action){.kind = SPAWN_CHDIR}, path);
}

int posix_spawn_file_actions_addfchdir_np(posix_spawn_file_actions_t *list, int fd) {
  if (fd < 0) return EBADF;
  return append(list, (struct spawn_action){.kind = SPAWN_FCHDIR, .fd = fd});
}
