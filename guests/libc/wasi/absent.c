// absent — WASI calls behind libc.a functions this kernel has nothing for: they fail with ENOSYS.
#include <stdint.h>

#define WASI_ENOSYS 52
#define ABSENT(name, ...)          \
  unsigned short name(__VA_ARGS__) { \
    return WASI_ENOSYS;            \
  }

ABSENT(__wasi_fd_advise, int fd, int64_t offset, int64_t len, uint8_t advice)
ABSENT(__wasi_fd_allocate, int fd, int64_t offset, int64_t len)
ABSENT(__wasi_fd_datasync, int fd)
ABSENT(__wasi_fd_fdstat_get, int fd, void *stat)
ABSENT(__wasi_fd_filestat_set_size, int fd, int64_t size)
ABSENT(__wasi_fd_filestat_set_times, int fd, int64_t atim, int64_t mtim, uint16_t flags)
ABSENT(__wasi_fd_readdir, int fd, void *buf, unsigned n, int64_t cookie, void *used)
ABSENT(__wasi_fd_sync, int fd)
ABSENT(__wasi_poll_oneoff, const void *in, void *out, unsigned n, void *count)
ABSENT(__wasi_sock_accept, int fd, uint16_t flags, void *connection)
ABSENT(__wasi_sock_recv, int fd, const void *data, unsigned n, uint16_t flags, void *got, void *got_flags)
ABSENT(__wasi_sock_send, int fd, const void *data, unsigned n, uint16_t flags, void *sent)
ABSENT(__wasi_sock_shutdown, int fd, uint8_t how)
