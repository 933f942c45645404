// syscalls — generated from assembly/abi/syscalls.tbl by host/build/gen.ts; do not edit.

/** One system call. `args`: its argument kinds, as the table's head explains them. */
export interface Syscall {
  readonly nr: number;
  readonly name: string;
  readonly prototype: string;
  readonly args: readonly string[];
  readonly support: "full" | "part" | "none";
  readonly note: string;
}

export const SYS_getcwd = 17;
export const SYS_dup = 23;
export const SYS_dup3 = 24;
export const SYS_fcntl = 25;
export const SYS_ioctl = 29;
export const SYS_mkdirat = 34;
export const SYS_unlinkat = 35;
export const SYS_faccessat = 48;
export const SYS_chdir = 49;
export const SYS_openat = 56;
export const SYS_close = 57;
export const SYS_pipe2 = 59;
export const SYS_lseek = 62;
export const SYS_read = 63;
export const SYS_write = 64;
export const SYS_readv = 65;
export const SYS_writev = 66;
export const SYS_pread64 = 67;
export const SYS_pwrite64 = 68;
export const SYS_signalfd4 = 74;
export const SYS_fstatat = 79;
export const SYS_fstat = 80;
export const SYS_timerfd_create = 85;
export const SYS_timerfd_settime = 86;
export const SYS_timerfd_gettime = 87;
export const SYS_exit = 93;
export const SYS_exit_group = 94;
export const SYS_waitid = 95;
export const SYS_nanosleep = 101;
export const SYS_getitimer = 102;
export const SYS_setitimer = 103;
export const SYS_timer_create = 107;
export const SYS_timer_gettime = 108;
export const SYS_timer_getoverrun = 109;
export const SYS_timer_settime = 110;
export const SYS_timer_delete = 111;
export const SYS_clock_gettime = 113;
export const SYS_clock_getres = 114;
export const SYS_clock_nanosleep = 115;
export const SYS_sched_yield = 124;
export const SYS_kill = 129;
export const SYS_tkill = 130;
export const SYS_tgkill = 131;
export const SYS_sigaltstack = 132;
export const SYS_rt_sigsuspend = 133;
export const SYS_rt_sigaction = 134;
export const SYS_rt_sigprocmask = 135;
export const SYS_rt_sigpending = 136;
export const SYS_rt_sigtimedwait = 137;
export const SYS_rt_sigqueueinfo = 138;
export const SYS_setpgid = 154;
export const SYS_getpgid = 155;
export const SYS_getsid = 156;
export const SYS_setsid = 157;
export const SYS_uname = 160;
export const SYS_umask = 166;
export const SYS_getpid = 172;
export const SYS_getppid = 173;
export const SYS_getuid = 174;
export const SYS_geteuid = 175;
export const SYS_getgid = 176;
export const SYS_getegid = 177;
export const SYS_gettid = 178;
export const SYS_shmget = 194;
export const SYS_shmctl = 195;
export const SYS_shmat = 196;
export const SYS_shmdt = 197;
export const SYS_brk = 214;
export const SYS_munmap = 215;
export const SYS_fork = 220;
export const SYS_execve = 221;
export const SYS_mmap = 222;
export const SYS_mprotect = 226;
export const SYS_msync = 227;
export const SYS_rt_tgsigqueueinfo = 240;
export const SYS_wait4 = 260;
export const SYS_getrandom = 278;
export const SYS_args_sizes = 500;
export const SYS_args_get = 501;
export const SYS_spawn = 502;
export const SYS_sysconf = 503;
export const SYS_getdents = 504;

export const SYSCALLS: readonly Syscall[] = [
  {
    nr: 17,
    name: "getcwd",
    prototype: "int getcwd(char *buf, size_t size)",
    args: ["ptr", "size"],
    support: "full",
    note: "",
  },
  {
    nr: 23,
    name: "dup",
    prototype: "int dup(int fd)",
    args: ["fd"],
    support: "full",
    note: "",
  },
  {
    nr: 24,
    name: "dup3",
    prototype: "int dup3(int fd, int to, int flags)",
    args: ["fd", "fd", "flags:O"],
    support: "full",
    note: "dup2(fd, fd) is decided in the C library",
  },
  {
    nr: 25,
    name: "fcntl",
    prototype: "int fcntl(int fd, int cmd, long arg)",
    args: ["fd", "int", "hex"],
    support: "part",
    note: "F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_GETPIPE_SZ, F_SETPIPE_SZ",
  },
  {
    nr: 29,
    name: "ioctl",
    prototype: "int ioctl(int fd, unsigned request, void *arg)",
    args: ["fd", "hex", "ptr"],
    support: "part",
    note: "FIONREAD, TIOCGWINSZ, TCGETS on a terminal",
  },
  {
    nr: 34,
    name: "mkdirat",
    prototype: "int mkdirat(int dirfd, const char *path, mode_t mode)",
    args: ["fd", "str", "oct"],
    support: "full",
    note: "",
  },
  {
    nr: 35,
    name: "unlinkat",
    prototype: "int unlinkat(int dirfd, const char *path, int flags)",
    args: ["fd", "str", "hex"],
    support: "full",
    note: "",
  },
  {
    nr: 48,
    name: "faccessat",
    prototype: "int faccessat(int dirfd, const char *path, int mode, int flags)",
    args: ["fd", "str", "int", "hex"],
    support: "part",
    note: "mode bits against uid 0",
  },
  {
    nr: 49,
    name: "chdir",
    prototype: "int chdir(const char *path)",
    args: ["str"],
    support: "full",
    note: "",
  },
  {
    nr: 56,
    name: "openat",
    prototype: "int openat(int dirfd, const char *path, int flags, mode_t mode)",
    args: ["fd", "str", "flags:O", "oct"],
    support: "part",
    note: "relative to a directory descriptor: not yet (ENOSYS) unless AT_FDCWD",
  },
  {
    nr: 57,
    name: "close",
    prototype: "int close(int fd)",
    args: ["fd"],
    support: "full",
    note: "",
  },
  {
    nr: 59,
    name: "pipe2",
    prototype: "int pipe2(int fds[2], int flags)",
    args: ["ptr", "flags:O"],
    support: "part",
    note: "O_DIRECT (packets): EINVAL",
  },
  {
    nr: 62,
    name: "lseek",
    prototype: "off_t lseek(int fd, off_t offset, int whence)",
    args: ["fd", "off", "int", "ptr"],
    support: "full",
    note: "the new offset (64 bits) is stored through the last argument",
  },
  {
    nr: 63,
    name: "read",
    prototype: "ssize_t read(int fd, void *buf, size_t n)",
    args: ["fd", "ptr", "size"],
    support: "full",
    note: "",
  },
  {
    nr: 64,
    name: "write",
    prototype: "ssize_t write(int fd, const void *buf, size_t n)",
    args: ["fd", "buf", "size"],
    support: "full",
    note: "",
  },
  {
    nr: 65,
    name: "readv",
    prototype: "ssize_t readv(int fd, const struct iovec *iov, int n)",
    args: ["fd", "ptr", "int"],
    support: "full",
    note: "",
  },
  {
    nr: 66,
    name: "writev",
    prototype: "ssize_t writev(int fd, const struct iovec *iov, int n)",
    args: ["fd", "ptr", "int"],
    support: "full",
    note: "",
  },
  {
    nr: 67,
    name: "pread64",
    prototype: "ssize_t pread(int fd, void *buf, size_t n, off_t offset)",
    args: ["fd", "ptr", "size", "off"],
    support: "full",
    note: "",
  },
  {
    nr: 68,
    name: "pwrite64",
    prototype: "ssize_t pwrite(int fd, const void *buf, size_t n, off_t offset)",
    args: ["fd", "buf", "size", "off"],
    support: "full",
    note: "",
  },
  {
    nr: 74,
    name: "signalfd4",
    prototype: "int signalfd(int fd, const sigset_t *mask, size_t size, int flags)",
    args: ["fd", "ptr", "size", "flags:SFD"],
    support: "full",
    note: "",
  },
  {
    nr: 79,
    name: "fstatat",
    prototype: "int fstatat(int dirfd, const char *path, struct stat *st, int flags)",
    args: ["fd", "str", "ptr", "hex"],
    support: "full",
    note: "AT_EMPTY_PATH, AT_SYMLINK_NOFOLLOW",
  },
  {
    nr: 80,
    name: "fstat",
    prototype: "int fstat(int fd, struct stat *st)",
    args: ["fd", "ptr"],
    support: "full",
    note: "",
  },
  {
    nr: 85,
    name: "timerfd_create",
    prototype: "int timerfd_create(clockid_t clock, int flags)",
    args: ["int", "flags:TFD"],
    support: "full",
    note: "",
  },
  {
    nr: 86,
    name: "timerfd_settime",
    prototype:
      "int timerfd_settime(int fd, int flags, const struct kitimerspec *value, struct kitimerspec *old)",
    args: ["fd", "hex", "ptr", "ptr"],
    support: "full",
    note: "",
  },
  {
    nr: 87,
    name: "timerfd_gettime",
    prototype: "int timerfd_gettime(int fd, struct kitimerspec *value)",
    args: ["fd", "ptr"],
    support: "full",
    note: "",
  },
  {
    nr: 93,
    name: "exit",
    prototype: "void exit(int status)",
    args: ["int"],
    support: "full",
    note: "ends the thread",
  },
  {
    nr: 94,
    name: "exit_group",
    prototype: "void exit_group(int status)",
    args: ["int"],
    support: "full",
    note: "ends the process",
  },
  {
    nr: 95,
    name: "waitid",
    prototype: "int waitid(idtype_t type, id_t id, siginfo_t *info, int options)",
    args: ["int", "pid", "ptr", "hex"],
    support: "full",
    note: "",
  },
  {
    nr: 101,
    name: "nanosleep",
    prototype: "int nanosleep(const struct timespec *req, struct timespec *rem)",
    args: ["ptr", "ptr"],
    support: "full",
    note: "",
  },
  {
    nr: 102,
    name: "getitimer",
    prototype: "int getitimer(int which, struct kitimerval *value)",
    args: ["int", "ptr"],
    support: "full",
    note: "",
  },
  {
    nr: 103,
    name: "setitimer",
    prototype: "int setitimer(int which, const struct kitimerval *value, struct kitimerval *old)",
    args: ["int", "ptr", "ptr"],
    support: "full",
    note: "ITIMER_VIRTUAL and ITIMER_PROF count in ticks of 5 ms",
  },
  {
    nr: 107,
    name: "timer_create",
    prototype: "int timer_create(clockid_t clock, const struct ksigevent *event, int *id)",
    args: ["int", "ptr", "ptr"],
    support: "full",
    note: "SIGEV_THREAD: EINVAL, there are no threads yet",
  },
  {
    nr: 108,
    name: "timer_gettime",
    prototype: "int timer_gettime(int id, struct kitimerspec *value)",
    args: ["int", "ptr"],
    support: "full",
    note: "",
  },
  {
    nr: 109,
    name: "timer_getoverrun",
    prototype: "int timer_getoverrun(int id)",
    args: ["int"],
    support: "full",
    note: "",
  },
  {
    nr: 110,
    name: "timer_settime",
    prototype:
      "int timer_settime(int id, int flags, const struct kitimerspec *value, struct kitimerspec *old)",
    args: ["int", "hex", "ptr", "ptr"],
    support: "full",
    note: "",
  },
  {
    nr: 111,
    name: "timer_delete",
    prototype: "int timer_delete(int id)",
    args: ["int"],
    support: "full",
    note: "",
  },
  {
    nr: 113,
    name: "clock_gettime",
    prototype: "int clock_gettime(clockid_t clock, struct timespec *ts)",
    args: ["int", "ptr"],
    support: "full",
    note: "",
  },
  {
    nr: 114,
    name: "clock_getres",
    prototype: "int clock_getres(clockid_t clock, struct timespec *ts)",
    args: ["int", "ptr"],
    support: "full",
    note: "",
  },
  {
    nr: 115,
    name: "clock_nanosleep",
    prototype:
      "int clock_nanosleep(clockid_t clock, int flags, const struct timespec *req, struct timespec *rem)",
    args: ["int", "int", "ptr", "ptr"],
    support: "full",
    note: "",
  },
  {
    nr: 124,
    name: "sched_yield",
    prototype: "int sched_yield(void)",
    args: [],
    support: "full",
    note: "",
  },
  {
    nr: 129,
    name: "kill",
    prototype: "int kill(pid_t pid, int sig)",
    args: ["pid", "int"],
    support: "full",
    note: "",
  },
  {
    nr: 130,
    name: "tkill",
    prototype: "int tkill(pid_t tid, int sig)",
    args: ["pid", "int"],
    support: "full",
    note: "",
  },
  {
    nr: 131,
    name: "tgkill",
    prototype: "int tgkill(pid_t tgid, pid_t tid, int sig)",
    args: ["pid", "pid", "int"],
    support: "full",
    note: "",
  },
  {
    nr: 132,
    name: "sigaltstack",
    prototype: "int sigaltstack(const struct kstack *stack, struct kstack *old, unsigned sp)",
    args: ["ptr", "ptr", "ptr"],
    support: "full",
    note: "sp: the caller's stack pointer",
  },
  {
    nr: 133,
    name: "rt_sigsuspend",
    prototype: "int sigsuspend(const sigset_t *mask, size_t size)",
    args: ["ptr", "size"],
    support: "full",
    note: "",
  },
  {
    nr: 134,
    name: "rt_sigaction",
    prototype: "int sigaction(int sig, const struct ksigaction *act, struct ksigaction *old)",
    args: ["int", "ptr", "ptr"],
    support: "full",
    note: "",
  },
  {
    nr: 135,
    name: "rt_sigprocmask",
    prototype: "int sigprocmask(int how, const sigset_t *set, sigset_t *old, size_t size)",
    args: ["int", "ptr", "ptr", "size"],
    support: "full",
    note: "",
  },
  {
    nr: 136,
    name: "rt_sigpending",
    prototype: "int sigpending(sigset_t *set, size_t size)",
    args: ["ptr", "size"],
    support: "full",
    note: "",
  },
  {
    nr: 137,
    name: "rt_sigtimedwait",
    prototype:
      "int sigtimedwait(const sigset_t *set, struct ksiginfo *info, const struct ktimespec *timeout, size_t size)",
    args: ["ptr", "ptr", "ptr", "size"],
    support: "full",
    note: "",
  },
  {
    nr: 138,
    name: "rt_sigqueueinfo",
    prototype: "int sigqueue(pid_t pid, int sig, const struct ksiginfo *info)",
    args: ["pid", "int", "ptr"],
    support: "full",
    note: "",
  },
  {
    nr: 154,
    name: "setpgid",
    prototype: "int setpgid(pid_t pid, pid_t pgid)",
    args: ["pid", "pid"],
    support: "full",
    note: "",
  },
  {
    nr: 155,
    name: "getpgid",
    prototype: "pid_t getpgid(pid_t pid)",
    args: ["pid"],
    support: "full",
    note: "",
  },
  {
    nr: 156,
    name: "getsid",
    prototype: "pid_t getsid(pid_t pid)",
    args: ["pid"],
    support: "full",
    note: "",
  },
  {
    nr: 157,
    name: "setsid",
    prototype: "pid_t setsid(void)",
    args: [],
    support: "full",
    note: "",
  },
  {
    nr: 160,
    name: "uname",
    prototype: "int uname(struct utsname *buf)",
    args: ["ptr"],
    support: "full",
    note: "",
  },
  {
    nr: 166,
    name: "umask",
    prototype: "mode_t umask(mode_t mask)",
    args: ["oct"],
    support: "full",
    note: "",
  },
  {
    nr: 172,
    name: "getpid",
    prototype: "pid_t getpid(void)",
    args: [],
    support: "full",
    note: "",
  },
  {
    nr: 173,
    name: "getppid",
    prototype: "pid_t getppid(void)",
    args: [],
    support: "full",
    note: "",
  },
  {
    nr: 174,
    name: "getuid",
    prototype: "uid_t getuid(void)",
    args: [],
    support: "full",
    note: "",
  },
  {
    nr: 175,
    name: "geteuid",
    prototype: "uid_t geteuid(void)",
    args: [],
    support: "full",
    note: "",
  },
  {
    nr: 176,
    name: "getgid",
    prototype: "gid_t getgid(void)",
    args: [],
    support: "full",
    note: "",
  },
  {
    nr: 177,
    name: "getegid",
    prototype: "gid_t getegid(void)",
    args: [],
    support: "full",
    note: "",
  },
  {
    nr: 178,
    name: "gettid",
    prototype: "pid_t gettid(void)",
    args: [],
    support: "full",
    note: "",
  },
  {
    nr: 194,
    name: "shmget",
    prototype: "int shmget(key_t key, size_t size, int flags)",
    args: ["hex", "size", "oct"],
    support: "full",
    note: "",
  },
  {
    nr: 195,
    name: "shmctl",
    prototype: "int shmctl(int id, int cmd, void *buf)",
    args: ["int", "int", "ptr"],
    support: "full",
    note: "",
  },
  {
    nr: 196,
    name: "shmat",
    prototype: "void *shmat(int id, const void *addr, int flags)",
    args: ["int", "ptr", "oct"],
    support: "full",
    note: "the address, or a negative errno above -4096",
  },
  {
    nr: 197,
    name: "shmdt",
    prototype: "int shmdt(const void *addr)",
    args: ["ptr"],
    support: "full",
    note: "",
  },
  {
    nr: 214,
    name: "brk",
    prototype: "void *brk(void *addr)",
    args: ["ptr"],
    support: "full",
    note: "returns the break, unchanged when it cannot move",
  },
  {
    nr: 215,
    name: "munmap",
    prototype: "int munmap(void *addr, size_t len)",
    args: ["ptr", "size"],
    support: "full",
    note: "",
  },
  {
    nr: 220,
    name: "fork",
    prototype: "pid_t fork(void)",
    args: ["hex"],
    support: "full",
    note: "not a trap: the import kern.fork(flags); flags 1 = vfork",
  },
  {
    nr: 221,
    name: "execve",
    prototype: "int execve(const char *path, char *const argv[], char *const envp[])",
    args: ["str", "ptr", "ptr"],
    support: "full",
    note: '"#!" scripts too',
  },
  {
    nr: 222,
    name: "mmap",
    prototype: "void *mmap(void *addr, size_t len, int prot, int flags, int fd, off_t offset / 4096)",
    args: ["ptr", "size", "flags:PROT", "flags:MAP", "fd", "size"],
    support: "part",
    note: "anonymous mappings; of files: ENODEV for now",
  },
  {
    nr: 226,
    name: "mprotect",
    prototype: "int mprotect(void *addr, size_t len, int prot)",
    args: ["ptr", "size", "flags:PROT"],
    support: "full",
    note: "",
  },
  {
    nr: 227,
    name: "msync",
    prototype: "int msync(void *addr, size_t len, int flags)",
    args: ["ptr", "size", "hex"],
    support: "full",
    note: "",
  },
  {
    nr: 240,
    name: "rt_tgsigqueueinfo",
    prototype: "int pthread_sigqueue(pid_t tgid, pid_t tid, int sig, const struct ksiginfo *info)",
    args: ["pid", "pid", "int", "ptr"],
    support: "full",
    note: "",
  },
  {
    nr: 260,
    name: "wait4",
    prototype: "pid_t wait4(pid_t pid, int *status, int options, struct rusage *usage)",
    args: ["pid", "ptr", "hex", "ptr"],
    support: "full",
    note: "",
  },
  {
    nr: 278,
    name: "getrandom",
    prototype: "ssize_t getrandom(void *buf, size_t n, unsigned flags)",
    args: ["ptr", "size", "hex"],
    support: "full",
    note: "",
  },
  {
    nr: 500,
    name: "args_sizes",
    prototype: "int args_sizes(unsigned out[4])",
    args: ["ptr"],
    support: "full",
    note: "argc, bytes of argv, envc, bytes of envp",
  },
  {
    nr: 501,
    name: "args_get",
    prototype: "int args_get(char *buf)",
    args: ["ptr"],
    support: "full",
    note: "all argv then all envp strings, each with its NUL",
  },
  {
    nr: 502,
    name: "spawn",
    prototype:
      "int spawn(const char *path, char *const argv[], char *const envp[], const struct spawn_request *req)",
    args: ["str", "ptr", "ptr", "ptr"],
    support: "full",
    note: "posix_spawn; returns the pid",
  },
  {
    nr: 503,
    name: "sysconf",
    prototype: "long sysconf(int name)",
    args: ["int"],
    support: "full",
    note: "the values only the kernel knows",
  },
  {
    nr: 504,
    name: "getdents",
    prototype: "int getdents(int fd, void *buf, size_t n)",
    args: ["fd", "ptr", "size"],
    support: "none",
    note: "",
  },
];
