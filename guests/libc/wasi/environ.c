// environ — what the sysroot's getenv calls first; crt1 has set the environment already.

extern char **__environ;

void __wasilibc_initialize_environ(void) {}

void __wasilibc_ensure_environ(void) {}

void __wasilibc_deinitialize_environ(void) {}

void __wasilibc_maybe_reinitialize_environ_eagerly(void) {}

char **__wasilibc_get_environ(void) {
  return __environ;
}
