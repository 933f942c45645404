// queue_info — what a signal that is sent with a value says of its sender.
#include <signal.h>
#include <unistd.h>
#include <kern/syscall.h>

static inline struct ksiginfo __queue_info(int sig, union sigval value) {
  return (struct ksiginfo){
    .si_signo = sig,
    .si_code = SI_QUEUE,
    .si_pid = getpid(),
    .si_uid = getuid(),
    .si_value = value.sival_int,
  };
}
