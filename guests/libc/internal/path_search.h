// path_search — the directories of PATH, one candidate at a time.
#include <limits.h>
#include <stddef.h>

struct path_search {
  const char *next;  // what is left of PATH; NULL at the end
  const char *file;
  size_t file_len;
  char path[PATH_MAX];
};

// 0, or ENOENT, ENAMETOOLONG for a name that cannot be found.
int __path_search_begin(struct path_search *search, const char *file);

// The next candidate in search->path; 0 when there is none.
int __path_search_next(struct path_search *search);
