// flags — the open and status flags libc.a's objects were compiled with.

#define WASI_O_APPEND (1 << 0)
#define WASI_O_DSYNC (1 << 1)
#define WASI_O_NONBLOCK (1 << 2)
#define WASI_O_RSYNC (1 << 3)
#define WASI_O_SYNC (1 << 4)
#define WASI_O_CREAT (1 << 12)
#define WASI_O_DIRECTORY (2 << 12)
#define WASI_O_EXCL (4 << 12)
#define WASI_O_TRUNC (8 << 12)
#define WASI_O_NOFOLLOW 0x01000000
#define WASI_O_RDONLY 0x04000000
#define WASI_O_WRONLY 0x10000000
