// stdio_file — what libc.a's stdio keeps of a stream: the layout its objects were compiled with.
#include <stddef.h>
#include <stdio.h>

struct stdio_file {
  unsigned flags;
  unsigned char *read_next, *read_end;
  int (*close)(FILE *);
  unsigned char *write_end, *write_next, *write_begin;
  size_t (*read)(FILE *, unsigned char *, size_t);
  size_t (*write)(FILE *, const unsigned char *, size_t);
  off_t (*seek)(FILE *, off_t, int);
  unsigned char *buf;
  size_t buf_size;
  FILE *links[2];
  int fd;
  int mode;      // wide or byte characters
  int line_end;  // the byte that flushes, '\n' or none (negative)
  int state[11];
};

_Static_assert(sizeof(struct stdio_file) == 112, "as in libc.a");
_Static_assert(offsetof(struct stdio_file, write_begin) == 24, "as in libc.a");
_Static_assert(offsetof(struct stdio_file, buf) == 40, "as in libc.a");
_Static_assert(offsetof(struct stdio_file, mode) == 60, "as in libc.a");
_Static_assert(offsetof(struct stdio_file, line_end) == 64, "as in libc.a");

// Bits of flags.
#define STREAM_PERMANENT 1
#define STREAM_NO_READ 4
#define STREAM_NO_WRITE 8
#define STREAM_ERROR 32

// line_end of a stream that flushes at the end of lines when it turns out to be a terminal.
#define LINE_END_NONE (-1)
#define LINE_END_UNDECIDED (-2)

// Room before a buffer for ungetc; bytes of a buffer, as glibc has for a pipe or a file.
#define UNGET_BYTES 8
#define BUFFER_BYTES 4096

int __stdio_close(FILE *);
size_t __stdio_read(FILE *, unsigned char *, size_t);
size_t __stdio_write(FILE *, const unsigned char *, size_t);
off_t __stdio_seek(FILE *, off_t, int);
void __stdio_exit_needed(void);
