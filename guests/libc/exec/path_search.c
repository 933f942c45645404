// path_search — where a program may be: each directory of PATH with the name appended.
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "path_search.h"

#define DEFAULT_PATH "/bin:/usr/bin"

int __path_search_begin(struct path_search *search, const char *file) {
  const char *path = getenv("PATH");
  search->file = file;
  search->file_len = strlen(file);
  search->next = path ? path : DEFAULT_PATH;
  if (*file == 0) return ENOENT;
  if (search->file_len > NAME_MAX) return ENAMETOOLONG;
  return 0;
}

int __path_search_next(struct path_search *search) {
  while (search->next) {
    const char *directory = search->next;
    size_t len = strcspn(directory, ":");
    search->next = directory[len] ? directory + len + 1 : NULL;
    if (len + 1 + search->file_len >= sizeof search->path) continue;
    memcpy(search->path, directory, len);
    if (len) search->path[len++] = '/';
    memcpy(search->path + len, search->file, search->file_len + 1);
    return 1;
  }
  return 0;
}
