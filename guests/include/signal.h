// signal.h — Linux's signals: numbers, sets, actions, what a handler is told.
#ifndef _SIGNAL_H
#define _SIGNAL_H
#include <features.h>
#include <kern/signal.h>
#define __NEED_size_t
#define __NEED_pid_t
#define __NEED_uid_t
#define __NEED_clock_t
#define __NEED_time_t
#define __NEED_struct_timespec
#define __NEED_sigset_t
#define __NEED_pthread_t
#define __NEED_pthread_attr_t
#include <bits/alltypes.h>

#ifdef __cplusplus
extern "C" {
#endif

// 32 and 33 are the library's own: sets and sigaction know them as little as glibc's do.
#define SIGRTMIN 34
#define SIGRTMAX 64
#define _NSIG 65
#define NSIG _NSIG
#define SIGIOT SIGABRT
#define SIGPOLL SIGIO

#define SIG_DFL ((void (*)(int))0)
#define SIG_IGN ((void (*)(int))1)
#define SIG_ERR ((void (*)(int)) - 1)

// Codes Linux knows and this kernel does not send.
#define SI_ASYNCNL (-60)
#define SI_DETHREAD (-7)
#define ILL_ILLADR 3
#define ILL_ILLTRP 4
#define ILL_PRVOPC 5
#define ILL_PRVREG 6
#define ILL_COPROC 7
#define ILL_BADSTK 8
#define FPE_FLTDIV 3
#define FPE_FLTOVF 4
#define FPE_FLTUND 5
#define FPE_FLTRES 6
#define FPE_FLTINV 7
#define FPE_FLTSUB 8
#define SEGV_BNDERR 3
#define SEGV_PKUERR 4
#define BUS_MCEERR_AR 4
#define BUS_MCEERR_AO 5
#define TRAP_BRANCH 3
#define TRAP_HWBKPT 4
#define POLL_IN 1
#define POLL_OUT 2
#define POLL_MSG 3
#define POLL_ERR 4
#define POLL_PRI 5
#define POLL_HUP 6

typedef int sig_atomic_t;

union sigval {
  int sival_int;
  void *sival_ptr;
};
typedef union sigval sigval_t;

// The kernel fills the first 32 bytes (struct ksiginfo); the rest is 0.
typedef struct {
  int si_signo;
  int si_errno;
  int si_code;
  union {
    pid_t si_pid;
    int si_timerid;
  };
  union {
    uid_t si_uid;
    int si_overrun;
  };
  int si_status;
  void *si_addr;
  union sigval si_value;
  clock_t si_utime;
  clock_t si_stime;
  long si_band;
  int si_fd;
  short si_addr_lsb;
  void *si_lower;
  void *si_upper;
  unsigned si_pkey;
  void *si_call_addr;
  int si_syscall;
  unsigned si_arch;
  int __reserved[10];
} siginfo_t;
#define si_int si_value.sival_int
#define si_ptr si_value.sival_ptr

// As the kernel reads and writes it (struct ksigaction); of sa_mask the first 8 bytes.
struct sigaction {
  union {
    void (*sa_handler)(int);
    void (*sa_sigaction)(int, siginfo_t *, void *);
  };
  int sa_flags;
  sigset_t sa_mask;
};

typedef struct {
  void *ss_sp;
  int ss_flags;
  size_t ss_size;
} stack_t;

// The machine's registers: the C stack pointer is all that can be seen of them.
typedef struct {
  unsigned long __sp;
} mcontext_t;

// A handler's third argument (struct kucontext). The mask is restored from here.
typedef struct __ucontext {
  unsigned long uc_flags;
  struct __ucontext *uc_link;
  stack_t uc_stack;
  mcontext_t uc_mcontext;
  sigset_t uc_sigmask;
  unsigned long long __reserved;
} ucontext_t;

// The kernel reads the first 16 bytes (struct ksigevent).
struct sigevent {
  union sigval sigev_value;
  int sigev_signo;
  int sigev_notify;
  union {
    pid_t sigev_notify_thread_id;
    void (*sigev_notify_function)(union sigval);
  };
  pthread_attr_t *sigev_notify_attributes;
  int __reserved[11];
};

void (*signal(int, void (*)(int)))(int);
int raise(int);

int kill(pid_t, int);
int killpg(pid_t, int);
int sigqueue(pid_t, int, union sigval);

int sigaction(int, const struct sigaction *__restrict, struct sigaction *__restrict);
int sigaltstack(const stack_t *__restrict, stack_t *__restrict);
int siginterrupt(int, int);

int sigemptyset(sigset_t *);
int sigfillset(sigset_t *);
int sigaddset(sigset_t *, int);
int sigdelset(sigset_t *, int);
int sigismember(const sigset_t *, int);

int sigprocmask(int, const sigset_t *__restrict, sigset_t *__restrict);
int pthread_sigmask(int, const sigset_t *__restrict, sigset_t *__restrict);
int pthread_kill(pthread_t, int);
int sigpending(sigset_t *);
int sigsuspend(const sigset_t *);
int sigwait(const sigset_t *__restrict, int *__restrict);
int sigwaitinfo(const sigset_t *__restrict, siginfo_t *__restrict);
int sigtimedwait(const sigset_t *__restrict, siginfo_t *__restrict, const struct timespec *__restrict);

void psignal(int, const char *);
void psiginfo(const siginfo_t *, const char *);

// Room for the longest name sig2str writes, with its NUL.
#define SIG2STR_MAX 16
int sig2str(int, char *);
int str2sig(const char *__restrict, int *__restrict);

#if defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
// No function: table indices begin at 2 and grow.
#define SIG_HOLD ((void (*)(int)) - 2)
void (*sigset(int, void (*)(int)))(int);
int sighold(int);
int sigrelse(int);
int sigignore(int);
int sigpause(int);
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#define SA_NOMASK SA_NODEFER
#define SA_ONESHOT SA_RESETHAND
typedef void (*sig_t)(int);
int sigblock(int);
int sigsetmask(int);
int siggetmask(void);
#define sigmask(sig) ((int)(1U << ((sig) - 1)))
#endif

#ifdef _GNU_SOURCE
typedef void (*sighandler_t)(int);
int sigisemptyset(const sigset_t *);
int sigandset(sigset_t *, const sigset_t *, const sigset_t *);
int sigorset(sigset_t *, const sigset_t *, const sigset_t *);
int pthread_sigqueue(pthread_t, int, union sigval);
int tgkill(pid_t, pid_t, int);
#endif

#ifdef __cplusplus
}
#endif
#endif
