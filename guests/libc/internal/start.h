// start — how a program gets its arguments and environment.

// What SYS_args_sizes fills in.
struct start_sizes {
  unsigned argc, argv_bytes, envc, envp_bytes;
};

extern int __argc;
extern char **__argv;

// Room the vectors and strings need, in bytes.
unsigned __start_bytes(const struct start_sizes *sizes);

// Reads arguments and environment into room, which must live as long as the program.
void __start(const struct start_sizes *sizes, void *room);
