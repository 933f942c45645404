// sigqueue — sends a signal with a value.
#include <signal.h>
#include <unistd.h>
#include <kern/syscall.h>

int sigqueue(pid_t pid, int sig, union sigval value) {
  struct ksiginfo info = {
    .si_signo = sig,
    .si_code = SI_QUEUE,
    .si_pid = getpid(),
    .si_uid = getuid(),
    .si_value = value.sival_int,
  };
  return __call(SYS_rt_sigqueueinfo, pid, sig, &info);
}
