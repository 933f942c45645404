// constants — generated from assembly/abi/constants.tbl by host/build/gen.ts; do not edit.
export const O_RDONLY = 0;
export const O_WRONLY = 1;
export const O_RDWR = 2;
export const O_ACCMODE = 3;
export const O_CREAT = 64;
export const O_EXCL = 128;
export const O_NOCTTY = 256;
export const O_TRUNC = 512;
export const O_APPEND = 1024;
export const O_NONBLOCK = 2048;
export const O_DIRECT = 16384;
export const O_DIRECTORY = 65536;
export const O_NOFOLLOW = 131072;
export const O_CLOEXEC = 524288;
export const FD_CLOEXEC = 1;
export const F_DUPFD = 0;
export const F_GETFD = 1;
export const F_SETFD = 2;
export const F_GETFL = 3;
export const F_SETFL = 4;
export const F_SETPIPE_SZ = 1031;
export const F_GETPIPE_SZ = 1032;
export const F_DUPFD_CLOEXEC = 1030;
export const AT_FDCWD = -100;
export const AT_SYMLINK_NOFOLLOW = 256;
export const AT_REMOVEDIR = 512;
export const AT_EMPTY_PATH = 4096;
export const SEEK_SET = 0;
export const SEEK_CUR = 1;
export const SEEK_END = 2;
export const S_IFMT = 61440;
export const S_IFIFO = 4096;
export const S_IFCHR = 8192;
export const S_IFDIR = 16384;
export const S_IFREG = 32768;
export const S_IFLNK = 40960;
export const PROT_NONE = 0;
export const PROT_READ = 1;
export const PROT_WRITE = 2;
export const PROT_EXEC = 4;
export const MAP_SHARED = 1;
export const MAP_PRIVATE = 2;
export const MAP_SHARED_VALIDATE = 3;
export const MAP_TYPE = 15;
export const MAP_FIXED = 16;
export const MAP_ANONYMOUS = 32;
export const MAP_GROWSDOWN = 256;
export const MAP_LOCKED = 8192;
export const MAP_NORESERVE = 16384;
export const MAP_POPULATE = 32768;
export const MAP_NONBLOCK = 65536;
export const MAP_STACK = 131072;
export const MAP_HUGETLB = 262144;
export const MAP_SYNC = 524288;
export const MAP_FIXED_NOREPLACE = 1048576;
export const MS_ASYNC = 1;
export const MS_INVALIDATE = 2;
export const MS_SYNC = 4;
export const WNOHANG = 1;
export const WUNTRACED = 2;
export const WSTOPPED = 2;
export const WEXITED = 4;
export const WCONTINUED = 8;
export const WNOWAIT = 16777216;
export const P_ALL = 0;
export const P_PID = 1;
export const P_PGID = 2;
export const CLD_EXITED = 1;
export const CLD_KILLED = 2;
export const CLD_DUMPED = 3;
export const CLD_STOPPED = 5;
export const CLD_CONTINUED = 6;
export const IPC_PRIVATE = 0;
export const IPC_CREAT = 512;
export const IPC_EXCL = 1024;
export const IPC_NOWAIT = 2048;
export const IPC_RMID = 0;
export const IPC_SET = 1;
export const IPC_STAT = 2;
export const IPC_INFO = 3;
export const SHM_RDONLY = 4096;
export const SHM_RND = 8192;
export const SHM_REMAP = 16384;
export const SHM_EXEC = 32768;
export const SHM_LOCK = 11;
export const SHM_UNLOCK = 12;
export const SHM_STAT = 13;
export const SHM_INFO = 14;
export const SHM_STAT_ANY = 15;
export const SHM_DEST = 512;
export const SHM_LOCKED = 1024;
export const CLOCK_REALTIME = 0;
export const CLOCK_MONOTONIC = 1;
export const CLOCK_PROCESS_CPUTIME_ID = 2;
export const CLOCK_THREAD_CPUTIME_ID = 3;
export const CLOCK_MONOTONIC_RAW = 4;
export const CLOCK_REALTIME_COARSE = 5;
export const CLOCK_MONOTONIC_COARSE = 6;
export const CLOCK_BOOTTIME = 7;
export const TIMER_ABSTIME = 1;
export const TFD_TIMER_ABSTIME = 1;
export const TFD_TIMER_CANCEL_ON_SET = 2;
export const TFD_NONBLOCK = 2048;
export const TFD_CLOEXEC = 524288;
export const SFD_NONBLOCK = 2048;
export const SFD_CLOEXEC = 524288;
export const ITIMER_REAL = 0;
export const ITIMER_VIRTUAL = 1;
export const ITIMER_PROF = 2;
export const GRND_NONBLOCK = 1;
export const GRND_RANDOM = 2;
export const GRND_INSECURE = 4;
export const FIONREAD = 21531;
export const TCGETS = 21505;
export const TIOCGWINSZ = 21523;
export const SIG_BLOCK = 0;
export const SIG_UNBLOCK = 1;
export const SIG_SETMASK = 2;
export const SIGEV_SIGNAL = 0;
export const SIGEV_NONE = 1;
export const SIGEV_THREAD = 2;
export const SIGEV_THREAD_ID = 4;
export const SA_NOCLDSTOP = 1;
export const SA_NOCLDWAIT = 2;
export const SA_SIGINFO = 4;
export const SA_RESTORER = 67108864;
export const SA_ONSTACK = 134217728;
export const SA_RESTART = 268435456;
export const SA_NODEFER = 1073741824;
export const SA_RESETHAND = 2147483648;
export const SS_ONSTACK = 1;
export const SS_DISABLE = 2;
export const SS_AUTODISARM = 2147483648;
export const MINSIGSTKSZ = 2048;
export const SIGSTKSZ = 8192;
export const SI_TKILL = -6;
export const SI_SIGIO = -5;
export const SI_ASYNCIO = -4;
export const SI_MESGQ = -3;
export const SI_TIMER = -2;
export const SI_QUEUE = -1;
export const SI_USER = 0;
export const SI_KERNEL = 128;
export const ILL_ILLOPC = 1;
export const ILL_ILLOPN = 2;
export const FPE_INTDIV = 1;
export const FPE_INTOVF = 2;
export const SEGV_MAPERR = 1;
export const SEGV_ACCERR = 2;
export const BUS_ADRALN = 1;
export const BUS_ADRERR = 2;
export const BUS_OBJERR = 3;
export const TRAP_BRKPT = 1;
export const TRAP_TRACE = 2;
export const CLD_TRAPPED = 4;
export const SIGHUP = 1;
export const SIGINT = 2;
export const SIGQUIT = 3;
export const SIGILL = 4;
export const SIGTRAP = 5;
export const SIGABRT = 6;
export const SIGBUS = 7;
export const SIGFPE = 8;
export const SIGKILL = 9;
export const SIGUSR1 = 10;
export const SIGSEGV = 11;
export const SIGUSR2 = 12;
export const SIGPIPE = 13;
export const SIGALRM = 14;
export const SIGTERM = 15;
export const SIGSTKFLT = 16;
export const SIGCHLD = 17;
export const SIGCONT = 18;
export const SIGSTOP = 19;
export const SIGTSTP = 20;
export const SIGTTIN = 21;
export const SIGTTOU = 22;
export const SIGURG = 23;
export const SIGXCPU = 24;
export const SIGXFSZ = 25;
export const SIGVTALRM = 26;
export const SIGPROF = 27;
export const SIGWINCH = 28;
export const SIGIO = 29;
export const SIGPWR = 30;
export const SIGSYS = 31;
export const _SC_ARG_MAX = 0;
export const _SC_CHILD_MAX = 1;
export const _SC_CLK_TCK = 2;
export const _SC_OPEN_MAX = 4;
export const _SC_PAGESIZE = 30;
export const _SC_IOV_MAX = 60;
export const _SC_NPROCESSORS_CONF = 83;
export const _SC_NPROCESSORS_ONLN = 84;
export const _SC_PHYS_PAGES = 85;
export const _SC_AVPHYS_PAGES = 86;
export const POSIX_SPAWN_RESETIDS = 1;
export const POSIX_SPAWN_SETPGROUP = 2;
export const POSIX_SPAWN_SETSIGDEF = 4;
export const POSIX_SPAWN_SETSIGMASK = 8;
export const POSIX_SPAWN_SETSCHEDPARAM = 16;
export const POSIX_SPAWN_SETSCHEDULER = 32;
export const POSIX_SPAWN_USEVFORK = 64;
export const POSIX_SPAWN_SETSID = 128;
export const SPAWN_CLOSE = 1;
export const SPAWN_DUP2 = 2;
export const SPAWN_OPEN = 3;
export const SPAWN_CHDIR = 4;
export const SPAWN_FCHDIR = 5;
export const REQ_OPEN = 1;
export const REQ_CLOSE = 2;
export const REQ_READ = 3;
export const REQ_WRITE = 4;
export const REQ_TRUNCATE = 5;
export const REQ_STAT = 6;
export const REQ_FSTAT = 7;
export const REQ_LOAD = 8;
export const REQ_UNLINK = 9;
export const REQ_MKDIR = 10;
export const REQ_RMDIR = 11;
export const REQ_ACCESS = 12;
export const STREAM_TTY = 1;
export const UNWIND_NONE = 0;
export const UNWIND_EXIT = 1;
export const UNWIND_EXEC = 2;
export const STAT_PROCESSES = 0;
export const STAT_SYSCALLS = 1;
export const STAT_BYTES_IN = 2;
export const STAT_BYTES_OUT = 3;
export const STAT_FAULTS = 4;
export const STAT_FRAMES_USED = 5;
export const STAT_FRAMES_PEAK = 6;
export const STAT_FRAMES_TOTAL = 7;
export const STAT_SWITCHES = 8;
export const STAT_OBJECTS = 9;
export const STAT_OPEN_FILES = 10;
export const STAT_LIVE = 11;
export const STAT_FRAMES_KEPT = 12;

/** Names and values of each set, in the table's order; `flags:SET` in the call table names one. */
export const CONSTANT_SETS: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  O: [
    ["O_RDONLY", 0],
    ["O_WRONLY", 1],
    ["O_RDWR", 2],
    ["O_ACCMODE", 3],
    ["O_CREAT", 64],
    ["O_EXCL", 128],
    ["O_NOCTTY", 256],
    ["O_TRUNC", 512],
    ["O_APPEND", 1024],
    ["O_NONBLOCK", 2048],
    ["O_DIRECT", 16384],
    ["O_DIRECTORY", 65536],
    ["O_NOFOLLOW", 131072],
    ["O_CLOEXEC", 524288],
  ],
  FD: [
    ["FD_CLOEXEC", 1],
  ],
  F: [
    ["F_DUPFD", 0],
    ["F_GETFD", 1],
    ["F_SETFD", 2],
    ["F_GETFL", 3],
    ["F_SETFL", 4],
    ["F_SETPIPE_SZ", 1031],
    ["F_GETPIPE_SZ", 1032],
    ["F_DUPFD_CLOEXEC", 1030],
  ],
  AT: [
    ["AT_FDCWD", -100],
    ["AT_SYMLINK_NOFOLLOW", 256],
    ["AT_REMOVEDIR", 512],
    ["AT_EMPTY_PATH", 4096],
  ],
  SEEK: [
    ["SEEK_SET", 0],
    ["SEEK_CUR", 1],
    ["SEEK_END", 2],
  ],
  S: [
    ["S_IFMT", 61440],
    ["S_IFIFO", 4096],
    ["S_IFCHR", 8192],
    ["S_IFDIR", 16384],
    ["S_IFREG", 32768],
    ["S_IFLNK", 40960],
  ],
  PROT: [
    ["PROT_NONE", 0],
    ["PROT_READ", 1],
    ["PROT_WRITE", 2],
    ["PROT_EXEC", 4],
  ],
  MAP: [
    ["MAP_SHARED", 1],
    ["MAP_PRIVATE", 2],
    ["MAP_SHARED_VALIDATE", 3],
    ["MAP_TYPE", 15],
    ["MAP_FIXED", 16],
    ["MAP_ANONYMOUS", 32],
    ["MAP_GROWSDOWN", 256],
    ["MAP_LOCKED", 8192],
    ["MAP_NORESERVE", 16384],
    ["MAP_POPULATE", 32768],
    ["MAP_NONBLOCK", 65536],
    ["MAP_STACK", 131072],
    ["MAP_HUGETLB", 262144],
    ["MAP_SYNC", 524288],
    ["MAP_FIXED_NOREPLACE", 1048576],
  ],
  MS: [
    ["MS_ASYNC", 1],
    ["MS_INVALIDATE", 2],
    ["MS_SYNC", 4],
  ],
  W: [
    ["WNOHANG", 1],
    ["WUNTRACED", 2],
    ["WSTOPPED", 2],
    ["WEXITED", 4],
    ["WCONTINUED", 8],
    ["WNOWAIT", 16777216],
  ],
  P: [
    ["P_ALL", 0],
    ["P_PID", 1],
    ["P_PGID", 2],
  ],
  CLD: [
    ["CLD_EXITED", 1],
    ["CLD_KILLED", 2],
    ["CLD_DUMPED", 3],
    ["CLD_STOPPED", 5],
    ["CLD_CONTINUED", 6],
    ["CLD_TRAPPED", 4],
  ],
  IPC: [
    ["IPC_PRIVATE", 0],
    ["IPC_CREAT", 512],
    ["IPC_EXCL", 1024],
    ["IPC_NOWAIT", 2048],
    ["IPC_RMID", 0],
    ["IPC_SET", 1],
    ["IPC_STAT", 2],
    ["IPC_INFO", 3],
  ],
  SHM: [
    ["SHM_RDONLY", 4096],
    ["SHM_RND", 8192],
    ["SHM_REMAP", 16384],
    ["SHM_EXEC", 32768],
    ["SHM_LOCK", 11],
    ["SHM_UNLOCK", 12],
    ["SHM_STAT", 13],
    ["SHM_INFO", 14],
    ["SHM_STAT_ANY", 15],
    ["SHM_DEST", 512],
    ["SHM_LOCKED", 1024],
  ],
  CLOCK: [
    ["CLOCK_REALTIME", 0],
    ["CLOCK_MONOTONIC", 1],
    ["CLOCK_PROCESS_CPUTIME_ID", 2],
    ["CLOCK_THREAD_CPUTIME_ID", 3],
    ["CLOCK_MONOTONIC_RAW", 4],
    ["CLOCK_REALTIME_COARSE", 5],
    ["CLOCK_MONOTONIC_COARSE", 6],
    ["CLOCK_BOOTTIME", 7],
  ],
  TIMER: [
    ["TIMER_ABSTIME", 1],
  ],
  TFD: [
    ["TFD_TIMER_ABSTIME", 1],
    ["TFD_TIMER_CANCEL_ON_SET", 2],
    ["TFD_NONBLOCK", 2048],
    ["TFD_CLOEXEC", 524288],
  ],
  SFD: [
    ["SFD_NONBLOCK", 2048],
    ["SFD_CLOEXEC", 524288],
  ],
  ITIMER: [
    ["ITIMER_REAL", 0],
    ["ITIMER_VIRTUAL", 1],
    ["ITIMER_PROF", 2],
  ],
  GRND: [
    ["GRND_NONBLOCK", 1],
    ["GRND_RANDOM", 2],
    ["GRND_INSECURE", 4],
  ],
  FIONREAD: [
    ["FIONREAD", 21531],
  ],
  TCGETS: [
    ["TCGETS", 21505],
  ],
  TIOCGWINSZ: [
    ["TIOCGWINSZ", 21523],
  ],
  SIG: [
    ["SIG_BLOCK", 0],
    ["SIG_UNBLOCK", 1],
    ["SIG_SETMASK", 2],
    ["SIGSTKSZ", 8192],
    ["SIGHUP", 1],
    ["SIGINT", 2],
    ["SIGQUIT", 3],
    ["SIGILL", 4],
    ["SIGTRAP", 5],
    ["SIGABRT", 6],
    ["SIGBUS", 7],
    ["SIGFPE", 8],
    ["SIGKILL", 9],
    ["SIGUSR1", 10],
    ["SIGSEGV", 11],
    ["SIGUSR2", 12],
    ["SIGPIPE", 13],
    ["SIGALRM", 14],
    ["SIGTERM", 15],
    ["SIGSTKFLT", 16],
    ["SIGCHLD", 17],
    ["SIGCONT", 18],
    ["SIGSTOP", 19],
    ["SIGTSTP", 20],
    ["SIGTTIN", 21],
    ["SIGTTOU", 22],
    ["SIGURG", 23],
    ["SIGXCPU", 24],
    ["SIGXFSZ", 25],
    ["SIGVTALRM", 26],
    ["SIGPROF", 27],
    ["SIGWINCH", 28],
    ["SIGIO", 29],
    ["SIGPWR", 30],
    ["SIGSYS", 31],
  ],
  SIGEV: [
    ["SIGEV_SIGNAL", 0],
    ["SIGEV_NONE", 1],
    ["SIGEV_THREAD", 2],
    ["SIGEV_THREAD_ID", 4],
  ],
  SA: [
    ["SA_NOCLDSTOP", 1],
    ["SA_NOCLDWAIT", 2],
    ["SA_SIGINFO", 4],
    ["SA_RESTORER", 67108864],
    ["SA_ONSTACK", 134217728],
    ["SA_RESTART", 268435456],
    ["SA_NODEFER", 1073741824],
    ["SA_RESETHAND", 2147483648],
  ],
  SS: [
    ["SS_ONSTACK", 1],
    ["SS_DISABLE", 2],
    ["SS_AUTODISARM", 2147483648],
  ],
  MINSIGSTKSZ: [
    ["MINSIGSTKSZ", 2048],
  ],
  SI: [
    ["SI_TKILL", -6],
    ["SI_SIGIO", -5],
    ["SI_ASYNCIO", -4],
    ["SI_MESGQ", -3],
    ["SI_TIMER", -2],
    ["SI_QUEUE", -1],
    ["SI_USER", 0],
    ["SI_KERNEL", 128],
  ],
  ILL: [
    ["ILL_ILLOPC", 1],
    ["ILL_ILLOPN", 2],
  ],
  FPE: [
    ["FPE_INTDIV", 1],
    ["FPE_INTOVF", 2],
  ],
  SEGV: [
    ["SEGV_MAPERR", 1],
    ["SEGV_ACCERR", 2],
  ],
  BUS: [
    ["BUS_ADRALN", 1],
    ["BUS_ADRERR", 2],
    ["BUS_OBJERR", 3],
  ],
  TRAP: [
    ["TRAP_BRKPT", 1],
    ["TRAP_TRACE", 2],
  ],
  _SC: [
    ["_SC_ARG_MAX", 0],
    ["_SC_CHILD_MAX", 1],
    ["_SC_CLK_TCK", 2],
    ["_SC_OPEN_MAX", 4],
    ["_SC_PAGESIZE", 30],
    ["_SC_IOV_MAX", 60],
    ["_SC_NPROCESSORS_CONF", 83],
    ["_SC_NPROCESSORS_ONLN", 84],
    ["_SC_PHYS_PAGES", 85],
    ["_SC_AVPHYS_PAGES", 86],
  ],
  POSIX: [
    ["POSIX_SPAWN_RESETIDS", 1],
    ["POSIX_SPAWN_SETPGROUP", 2],
    ["POSIX_SPAWN_SETSIGDEF", 4],
    ["POSIX_SPAWN_SETSIGMASK", 8],
    ["POSIX_SPAWN_SETSCHEDPARAM", 16],
    ["POSIX_SPAWN_SETSCHEDULER", 32],
    ["POSIX_SPAWN_USEVFORK", 64],
    ["POSIX_SPAWN_SETSID", 128],
  ],
  SPAWN: [
    ["SPAWN_CLOSE", 1],
    ["SPAWN_DUP2", 2],
    ["SPAWN_OPEN", 3],
    ["SPAWN_CHDIR", 4],
    ["SPAWN_FCHDIR", 5],
  ],
  REQ: [
    ["REQ_OPEN", 1],
    ["REQ_CLOSE", 2],
    ["REQ_READ", 3],
    ["REQ_WRITE", 4],
    ["REQ_TRUNCATE", 5],
    ["REQ_STAT", 6],
    ["REQ_FSTAT", 7],
    ["REQ_LOAD", 8],
    ["REQ_UNLINK", 9],
    ["REQ_MKDIR", 10],
    ["REQ_RMDIR", 11],
    ["REQ_ACCESS", 12],
  ],
  STREAM: [
    ["STREAM_TTY", 1],
  ],
  UNWIND: [
    ["UNWIND_NONE", 0],
    ["UNWIND_EXIT", 1],
    ["UNWIND_EXEC", 2],
  ],
  STAT: [
    ["STAT_PROCESSES", 0],
    ["STAT_SYSCALLS", 1],
    ["STAT_BYTES_IN", 2],
    ["STAT_BYTES_OUT", 3],
    ["STAT_FAULTS", 4],
    ["STAT_FRAMES_USED", 5],
    ["STAT_FRAMES_PEAK", 6],
    ["STAT_FRAMES_TOTAL", 7],
    ["STAT_SWITCHES", 8],
    ["STAT_OBJECTS", 9],
    ["STAT_OPEN_FILES", 10],
    ["STAT_LIVE", 11],
    ["STAT_FRAMES_KEPT", 12],
  ],
};
