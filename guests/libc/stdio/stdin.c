// stdin — standard input, which takes as much at a time as on Linux.
#include "stdio_file.h"

static unsigned char buffer[UNGET_BYTES + BUFFER_BYTES];

struct stdio_file __stdin_FILE = {
  .flags = STREAM_PERMANENT | STREAM_NO_WRITE,
  .close = __stdio_close,
  .read = __stdio_read,
  .seek = __stdio_seek,
  .buf = buffer + UNGET_BYTES,
  .buf_size = BUFFER_BYTES,
  .fd = 0,
};

FILE *const stdin = (FILE *)&__stdin_FILE;
FILE *volatile __stdin_used = (FILE *)&__stdin_FILE;
