// constants — prints numbers, sizes and offsets that Linux (64-bit) and Quire must agree on.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <limits.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#define C(name) printf("%s %lld\n", #name, (long long)name);
#define S(type) printf("sizeof(%s) %d\n", #type, (int)sizeof(type));
#define F(type, field) printf("%s.%s %d\n", #type, #field, (int)offsetof(type, field));

static void errors(void) {
  C(EPERM) C(ENOENT) C(ESRCH) C(EINTR) C(EIO) C(ENXIO) C(E2BIG) C(ENOEXEC) C(EBADF) C(ECHILD) C(EAGAIN)
  C(EWOULDBLOCK) C(ENOMEM) C(EACCES) C(EFAULT) C(EBUSY) C(EEXIST) C(EXDEV) C(ENODEV) C(ENOTDIR) C(EISDIR)
  C(EINVAL) C(ENFILE) C(EMFILE) C(ENOTTY) C(ETXTBSY) C(EFBIG) C(ENOSPC) C(ESPIPE) C(EROFS) C(EMLINK)
  C(EPIPE)
  C(EDOM) C(ERANGE) C(EDEADLK) C(ENAMETOOLONG) C(ENOLCK) C(ENOSYS) C(ENOTEMPTY) C(ELOOP) C(ENOMSG) C(EIDRM)
  C(EOVERFLOW) C(EILSEQ) C(EMSGSIZE) C(EOPNOTSUPP) C(ENOTSUP) C(ETIMEDOUT) C(EALREADY) C(EDQUOT)
  C(ECANCELED)
  C(EHWPOISON)
}

static void files(void) {
  C(O_RDONLY) C(O_WRONLY) C(O_RDWR) C(O_ACCMODE) C(O_CREAT) C(O_EXCL) C(O_NOCTTY) C(O_TRUNC) C(O_APPEND)
  C(O_NONBLOCK) C(O_NDELAY) C(O_DSYNC) C(O_SYNC) C(O_ASYNC) C(O_DIRECT) C(O_DIRECTORY) C(O_NOFOLLOW)
  C(O_CLOEXEC)
  C(O_PATH) C(O_TMPFILE) C(O_NOATIME)
  C(F_DUPFD) C(F_GETFD) C(F_SETFD) C(F_GETFL) C(F_SETFL) C(F_SETPIPE_SZ) C(F_GETPIPE_SZ) C(F_DUPFD_CLOEXEC)
  C(F_SETOWN) C(F_GETOWN) C(F_RDLCK) C(F_WRLCK) C(F_UNLCK) C(FD_CLOEXEC)
  C(AT_FDCWD) C(AT_SYMLINK_NOFOLLOW) C(AT_REMOVEDIR) C(AT_EMPTY_PATH) C(AT_EACCESS) C(AT_SYMLINK_FOLLOW)
  C(SEEK_SET) C(SEEK_CUR) C(SEEK_END) C(F_OK) C(R_OK) C(W_OK) C(X_OK)
  C(S_IFMT) C(S_IFIFO) C(S_IFCHR) C(S_IFDIR) C(S_IFREG) C(S_IFLNK) C(S_IFBLK) C(S_IFSOCK) C(S_ISUID)
  C(S_IRWXU)
  C(S_IRUSR) C(S_IWGRP) C(S_IXOTH) C(FIONREAD) C(TIOCGWINSZ) C(PIPE_BUF) C(PATH_MAX) C(NAME_MAX) C(IOV_MAX)
  C(STDERR_FILENO)
}

static void memory(void) {
  C(PROT_NONE) C(PROT_READ) C(PROT_WRITE) C(PROT_EXEC) C(MAP_SHARED) C(MAP_PRIVATE) C(MAP_FIXED)
  C(MAP_ANONYMOUS)
  C(MAP_ANON) C(MAP_NORESERVE) C(MAP_POPULATE) C(MAP_STACK) C(MAP_FIXED_NOREPLACE) C(MS_ASYNC)
  C(MS_INVALIDATE)
  C(MS_SYNC)
  C(IPC_PRIVATE) C(IPC_CREAT) C(IPC_EXCL) C(IPC_NOWAIT) C(IPC_RMID) C(IPC_SET) C(IPC_STAT) C(IPC_INFO)
  C(SHM_RDONLY) C(SHM_RND) C(SHM_REMAP) C(SHM_EXEC) C(SHM_LOCK) C(SHM_UNLOCK) C(SHM_STAT) C(SHM_INFO)
  C(SHM_DEST)
  C(SHM_LOCKED) C(SHM_R) C(SHM_W) C(GRND_NONBLOCK) C(GRND_RANDOM)
}

static void processes(void) {
  C(WNOHANG) C(WUNTRACED) C(WSTOPPED) C(WEXITED) C(WCONTINUED) C(WNOWAIT) C(P_ALL) C(P_PID) C(P_PGID)
  C(WIFEXITED(0x300)) C(WEXITSTATUS(0x300)) C(WIFSIGNALED(11)) C(WTERMSIG(0x8b)) C(!!WCOREDUMP(0x8b))
  C(WIFSIGNALED(0x137f)) C(WIFSTOPPED(0x137f)) C(WSTOPSIG(0x137f)) C(WIFCONTINUED(0xffff))
  C(WIFSIGNALED(0xffff))
  C(WIFSTOPPED(0xffff)) C(WIFEXITED(0xffff))
  C(CLD_EXITED) C(CLD_KILLED) C(CLD_DUMPED) C(CLD_TRAPPED) C(CLD_STOPPED) C(CLD_CONTINUED)
  C(POSIX_SPAWN_RESETIDS) C(POSIX_SPAWN_SETPGROUP) C(POSIX_SPAWN_SETSIGDEF) C(POSIX_SPAWN_SETSIGMASK)
  C(POSIX_SPAWN_SETSCHEDPARAM) C(POSIX_SPAWN_SETSCHEDULER) C(POSIX_SPAWN_USEVFORK) C(POSIX_SPAWN_SETSID)
  C(RUSAGE_SELF) C(RUSAGE_CHILDREN) C(RUSAGE_THREAD)
}

static void signals(void) {
  C(SIGHUP) C(SIGINT) C(SIGQUIT) C(SIGILL) C(SIGTRAP) C(SIGABRT) C(SIGIOT) C(SIGBUS) C(SIGFPE) C(SIGKILL)
  C(SIGUSR1) C(SIGSEGV) C(SIGUSR2) C(SIGPIPE) C(SIGALRM) C(SIGTERM) C(SIGSTKFLT) C(SIGCHLD) C(SIGCONT)
  C(SIGSTOP)
  C(SIGTSTP) C(SIGTTIN) C(SIGTTOU) C(SIGURG) C(SIGXCPU) C(SIGXFSZ) C(SIGVTALRM) C(SIGPROF) C(SIGWINCH)
  C(SIGIO)
  C(SIGPOLL) C(SIGPWR) C(SIGSYS) C(SIGRTMIN) C(SIGRTMAX) C(NSIG) C(SIG_BLOCK) C(SIG_UNBLOCK) C(SIG_SETMASK)
  C(SA_NOCLDSTOP) C(SA_NOCLDWAIT) C(SA_SIGINFO) C(SA_RESTART) C(SA_NODEFER) C((unsigned)SA_RESETHAND)
  C((long)SIG_DFL) C((long)SIG_IGN) C((long)SIG_ERR) C(SI_USER) C(SI_KERNEL) C(SI_QUEUE) C(SI_TKILL)
  C(SA_ONSTACK) C((unsigned)SA_ONESHOT) C(SA_NOMASK) C(SS_ONSTACK) C(SS_DISABLE)
  C(SI_TIMER) C(SI_MESGQ) C(SI_ASYNCIO) C(SI_SIGIO) C(SI_ASYNCNL) C(SI_DETHREAD)
  C(SEGV_MAPERR) C(SEGV_ACCERR) C(SEGV_BNDERR) C(SEGV_PKUERR) C(BUS_ADRALN) C(BUS_ADRERR) C(BUS_OBJERR)
  C(BUS_MCEERR_AR) C(BUS_MCEERR_AO) C(TRAP_BRKPT) C(TRAP_TRACE) C(TRAP_BRANCH) C(TRAP_HWBKPT)
  C(FPE_INTDIV) C(FPE_INTOVF) C(FPE_FLTDIV) C(FPE_FLTOVF) C(FPE_FLTUND) C(FPE_FLTRES) C(FPE_FLTINV)
  C(FPE_FLTSUB)
  C(ILL_ILLOPC) C(ILL_ILLOPN) C(ILL_ILLADR) C(ILL_ILLTRP) C(ILL_PRVOPC) C(ILL_PRVREG) C(ILL_COPROC)
  C(ILL_BADSTK)
  C(POLL_IN) C(POLL_OUT) C(POLL_MSG) C(POLL_ERR) C(POLL_PRI) C(POLL_HUP)
  C(SIGEV_SIGNAL) C(SIGEV_NONE) C(SIGEV_THREAD) C(SIGEV_THREAD_ID)
  C(ITIMER_REAL) C(ITIMER_VIRTUAL) C(ITIMER_PROF)
  C(SFD_NONBLOCK) C(SFD_CLOEXEC) C(TFD_NONBLOCK) C(TFD_CLOEXEC) C(TFD_TIMER_ABSTIME)
  C(TFD_TIMER_CANCEL_ON_SET)
  C(sigmask(SIGUSR1))
}

static void clocks(void) {
  C(CLOCK_REALTIME) C(CLOCK_MONOTONIC) C(CLOCK_PROCESS_CPUTIME_ID) C(CLOCK_THREAD_CPUTIME_ID)
  C(CLOCK_MONOTONIC_RAW) C(CLOCK_REALTIME_COARSE) C(CLOCK_MONOTONIC_COARSE) C(CLOCK_BOOTTIME)
  C(TIMER_ABSTIME)
  C(CLOCKS_PER_SEC) C(TIME_UTC)
  C(_SC_ARG_MAX) C(_SC_CHILD_MAX) C(_SC_CLK_TCK) C(_SC_OPEN_MAX) C(_SC_PAGESIZE) C(_SC_IOV_MAX)
  C(_SC_NPROCESSORS_CONF) C(_SC_NPROCESSORS_ONLN) C(_SC_PHYS_PAGES) C(_SC_AVPHYS_PAGES) C(_SC_HOST_NAME_MAX)
}

static void layouts(void) {
  S(off_t) S(time_t) S(pid_t) S(mode_t) S(uid_t) S(gid_t) S(ino_t) S(dev_t) S(nlink_t) S(key_t) S(id_t)
  S(clockid_t)
  S(sigset_t) S(siginfo_t) S(struct timespec) S(struct timeval) S(struct stat) S(struct utsname)
  S(struct winsize)
  S(idtype_t) S(sig_atomic_t) S(struct sigevent) S(struct itimerval) S(struct itimerspec)
  S(struct signalfd_siginfo)
  F(struct sigaction, sa_handler) F(struct sigaction, sa_sigaction) F(stack_t, ss_sp)
  F(struct itimerval, it_interval) F(struct itimerval, it_value) F(struct itimerspec, it_value)
  F(struct signalfd_siginfo, ssi_signo) F(struct signalfd_siginfo, ssi_errno)
  F(struct signalfd_siginfo, ssi_code) F(struct signalfd_siginfo, ssi_pid)
  F(struct signalfd_siginfo, ssi_uid) F(struct signalfd_siginfo, ssi_fd) F(struct signalfd_siginfo, ssi_tid)
  F(struct signalfd_siginfo, ssi_band) F(struct signalfd_siginfo, ssi_overrun)
  F(struct signalfd_siginfo, ssi_trapno) F(struct signalfd_siginfo, ssi_status)
  F(struct signalfd_siginfo, ssi_int) F(struct signalfd_siginfo, ssi_ptr)
  F(struct signalfd_siginfo, ssi_utime) F(struct signalfd_siginfo, ssi_stime)
  F(struct signalfd_siginfo, ssi_addr) F(struct signalfd_siginfo, ssi_addr_lsb)
  F(struct signalfd_siginfo, ssi_syscall) F(struct signalfd_siginfo, ssi_call_addr)
  F(struct signalfd_siginfo, ssi_arch)
  F(struct stat, st_dev) F(struct stat, st_ino) F(struct stat, st_mode) F(struct stat, st_nlink)
  F(struct stat, st_uid) F(struct stat, st_gid) F(struct stat, st_rdev) F(struct stat, st_size)
  F(struct stat, st_blksize) F(struct stat, st_blocks) F(struct stat, st_atime) F(struct stat, st_mtime)
  F(struct stat, st_ctime)
  F(siginfo_t, si_signo) F(siginfo_t, si_errno) F(siginfo_t, si_code)
  F(struct timespec, tv_nsec) F(struct timeval, tv_usec) F(struct utsname, machine)
  F(struct winsize, ws_col)
}

int main(void) {
  errors();
  files();
  memory();
  processes();
  signals();
  clocks();
  layouts();
  return 0;
}
