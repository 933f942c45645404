// stdout — standard output, with the buffer size Linux programs expect to be flushed at.
#include "stdio_file.h"

static unsigned char buffer[UNGET_BYTES + BUFFER_BYTES];

struct stdio_file __stdout_FILE = {
  .flags = STREAM_PERMANENT | STREAM_NO_READ,
  .close = __stdio_close,
  .write = __stdio_write,
  .seek = __stdio_seek,
  .buf = buffer + UNGET_BYTES,
  .buf_size = BUFFER_BYTES,
  .fd = 1,
  .line_end = LINE_END_UNDECIDED,
};

FILE *const stdout = (FILE *)&__stdout_FILE;
FILE *volatile __stdout_used = (FILE *)&__stdout_FILE;
