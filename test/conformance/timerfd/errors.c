// errors — timerfd: unknown clocks, flags, descriptors, times EINVAL or EBADF; bad addresses EFAULT.
// timerfd_create(2).
#include "../check.h"
#include <sys/mman.h>
#include <sys/timerfd.h>
#include <time.h>

int main(void) {
  void *gone = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  MUST(munmap(gone, 4096));
  int p[2];
  uint64_t count;
  MUST(pipe(p));
  ERR(timerfd_create(1000, 0));
  ERR(timerfd_create(-1, 0));
  ERR(timerfd_create(CLOCK_MONOTONIC, 1));
  ERR(timerfd_create(CLOCK_PROCESS_CPUTIME_ID, 0));
  int fd = MUST(timerfd_create(CLOCK_REALTIME, 0));
  SHOW(fcntl(fd, F_GETFD));
  SHOW(fcntl(fd, F_GETFL) & O_NONBLOCK);
  close(fd);
  fd = MUST(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC));
  SHOW(fcntl(fd, F_GETFD));
  SHOW((fcntl(fd, F_GETFL) & O_NONBLOCK) != 0);
  SHOW((fcntl(fd, F_GETFL) & O_ACCMODE) == O_RDWR);
  struct itimerspec t = { { 0, 0 }, { 100, 0 } }, now;
  struct itimerspec bad[] = {
    { { 0, 0 }, { 0, 1000000000 } }, { { 0, 0 }, { 0, -1 } }, { { 0, 0 }, { -1, 0 } },
    { { 0, 1000000000 }, { 1, 0 } }, { { -1, 0 }, { 1, 0 } }, { { 0, -1 }, { 1, 0 } },
  };
  for (int i = 0; i < 6; i++) ERR(timerfd_settime(fd, 0, &bad[i], NULL));
  ERR(timerfd_settime(fd, 4, &t, NULL));
  ERR(timerfd_settime(fd, -1, &t, NULL));
  ERR(timerfd_settime(-1, 0, &t, NULL));
  ERR(timerfd_settime(1000, 0, &t, NULL));
  ERR(timerfd_settime(p[0], 0, &t, NULL));
  ERR(timerfd_settime(p[0], 0, &bad[0], NULL));
  ERR(timerfd_settime(fd, 0, gone, NULL));
  ERR(timerfd_gettime(1000, &now));
  ERR(timerfd_gettime(p[0], &now));
  ERR(timerfd_gettime(fd, &now));
  SHOW(now.it_value.tv_sec + now.it_value.tv_nsec);
  ERR(timerfd_settime(fd, 0, &t, gone));
  ERR(timerfd_gettime(fd, &now));
  SHOW(now.it_value.tv_sec > 90);
  ERR(timerfd_gettime(fd, gone));
  ERR(read(fd, &count, sizeof count));
  ERR(read(fd, &count, sizeof count - 1));
  ERR(read(fd, &count, 0));
  ERR(write(fd, &count, sizeof count));
  ERR(lseek(fd, 0, SEEK_SET));
  ERR(pread(fd, &count, sizeof count, 0));
  close(fd);
  ERR(read(fd, &count, sizeof count));
  return 0;
}
