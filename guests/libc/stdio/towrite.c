// towrite — prepares a stream for writing; every write to an empty buffer begins here.
#include <kern/syscall.h>
#include "stdio_file.h"

static int is_terminal(int fd) {
  char termios[64];
  return __syscall(SYS_ioctl, fd, TCGETS, termios) == 0;
}

// 0, or EOF for a stream that cannot be written. Whether standard output is a terminal is decided here,
// at the first byte, so that not even the first line goes out early to a pipe.
int __towrite(FILE *stream) {
  struct stdio_file *file = (struct stdio_file *)stream;
  if (file->mode == 0) file->mode = -1;
  if (file->flags & STREAM_NO_WRITE) {
    file->flags |= STREAM_ERROR;
    return EOF;
  }
  if (file->line_end == LINE_END_UNDECIDED) file->line_end = is_terminal(file->fd) ? '\n' : LINE_END_NONE;
  file->read_next = file->read_end = 0;
  file->write_begin = file->write_next = file->buf;
  file->write_end = file->buf + file->buf_size;
  return 0;
}

// Whoever may write needs what flushes at exit to be linked.
void __towrite_needs_stdio_exit(void) {
  __stdio_exit_needed();
}
