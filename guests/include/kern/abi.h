// kern/abi.h — generated from assembly/abi/*.tbl by host/build/gen.ts; do not edit.
#ifndef _KERN_ABI_H
#define _KERN_ABI_H
#include <kern/errno.h>
#include <kern/fcntl.h>
#include <kern/ioctl.h>
#include <kern/ipc.h>
#include <kern/mman.h>
#include <kern/random.h>
#include <kern/seek.h>
#include <kern/shm.h>
#include <kern/signal.h>
#include <kern/itimer.h>
#include <kern/signalfd.h>
#include <kern/timerfd.h>
#include <kern/spawn.h>
#include <kern/stat.h>
#include <kern/sysconf.h>
#include <kern/time.h>
#include <kern/wait.h>

#define QUIRE_ABI 1

#define SYS_getcwd 17
#define SYS_dup 23
#define SYS_dup3 24
#define SYS_fcntl 25
#define SYS_ioctl 29
#define SYS_mkdirat 34
#define SYS_unlinkat 35
#define SYS_faccessat 48
#define SYS_chdir 49
#define SYS_openat 56
#define SYS_close 57
#define SYS_pipe2 59
#define SYS_lseek 62
#define SYS_read 63
#define SYS_write 64
#define SYS_readv 65
#define SYS_writev 66
#define SYS_pread64 67
#define SYS_pwrite64 68
#define SYS_signalfd4 74
#define SYS_fstatat 79
#define SYS_fstat 80
#define SYS_timerfd_create 85
#define SYS_timerfd_settime 86
#define SYS_timerfd_gettime 87
#define SYS_exit 93
#define SYS_exit_group 94
#define SYS_waitid 95
#define SYS_nanosleep 101
#define SYS_getitimer 102
#define SYS_setitimer 103
#define SYS_timer_create 107
#define SYS_timer_gettime 108
#define SYS_timer_getoverrun 109
#define SYS_timer_settime 110
#define SYS_timer_delete 111
#define SYS_clock_gettime 113
#define SYS_clock_getres 114
#define SYS_clock_nanosleep 115
#define SYS_sched_yield 124
#define SYS_kill 129
#define SYS_tkill 130
#define SYS_tgkill 131
#define SYS_sigaltstack 132
#define SYS_rt_sigsuspend 133
#define SYS_rt_sigaction 134
#define SYS_rt_sigprocmask 135
#define SYS_rt_sigpending 136
#define SYS_rt_sigtimedwait 137
#define SYS_rt_sigqueueinfo 138
#define SYS_setpgid 154
#define SYS_getpgid 155
#define SYS_getsid 156
#define SYS_setsid 157
#define SYS_uname 160
#define SYS_umask 166
#define SYS_getpid 172
#define SYS_getppid 173
#define SYS_getuid 174
#define SYS_geteuid 175
#define SYS_getgid 176
#define SYS_getegid 177
#define SYS_gettid 178
#define SYS_shmget 194
#define SYS_shmctl 195
#define SYS_shmat 196
#define SYS_shmdt 197
#define SYS_brk 214
#define SYS_munmap 215
#define SYS_fork 220
#define SYS_execve 221
#define SYS_mmap 222
#define SYS_mprotect 226
#define SYS_msync 227
#define SYS_rt_tgsigqueueinfo 240
#define SYS_wait4 260
#define SYS_getrandom 278
#define SYS_args_sizes 500
#define SYS_args_get 501
#define SYS_spawn 502
#define SYS_sysconf 503
#define SYS_getdents 504

#ifndef SPAWN_CLOSE
#define SPAWN_CLOSE 1
#endif
#ifndef SPAWN_DUP2
#define SPAWN_DUP2 2
#endif
#ifndef SPAWN_OPEN
#define SPAWN_OPEN 3
#endif
#ifndef SPAWN_CHDIR
#define SPAWN_CHDIR 4
#endif
#ifndef SPAWN_FCHDIR
#define SPAWN_FCHDIR 5
#endif
#ifdef __cplusplus
#define KERN_ASSERT static_assert
#else
#define KERN_ASSERT _Static_assert
#endif
struct kstat;
struct ktimespec;
struct kiovec;
struct kipc_perm;
struct kshmid_ds;
struct kshminfo;
struct kshm_info;
struct ksiginfo;
struct ksigaction;
struct kstack;
struct kucontext;
struct ksigevent;
struct kitimerval;
struct kitimerspec;
struct ksignalfd_siginfo;
struct krusage;
struct kutsname;
struct spawn_request;
struct spawn_action;

struct kstat {
  unsigned long long st_dev;
  unsigned long long st_ino;
  unsigned st_mode;
  unsigned st_nlink;
  unsigned st_uid;
  unsigned st_gid;
  unsigned long long st_rdev;
  long long st_size;
  int st_blksize;
  int st_blocks;
  long long st_atime_sec;
  int st_atime_nsec;
  int st_mtime_nsec;
  long long st_mtime_sec;
  long long st_ctime_sec;
  int st_ctime_nsec;
  int st_pad;
};
KERN_ASSERT(sizeof(struct kstat) == 96, "struct kstat");
KERN_ASSERT(__builtin_offsetof(struct kstat, st_dev) == 0, "kstat.st_dev");
KERN_ASSERT(__builtin_offsetof(struct kstat, st_ino) == 8, "kstat.st_ino");
KERN_ASSERT(__builtin_offsetof(struct kstat, st_mode) == 16, "kstat.st_mode");
KERN_ASSERT(__builtin_offsetof(struct kstat, st_nlink) == 20, "kstat.st_nlink");
KERN_ASSERT(__builtin_offsetof(struct kstat, st_uid) == 24, "kstat.st_uid");
KERN_ASSERT(__builtin_offsetof(struct kstat, st_gid) == 28, "kstat.st_gid");
KERN_ASSERT(__builtin_offsetof(struct kstat, st_rdev) == 32, "kstat.st_rdev");
KERN_ASSERT(__builtin_offsetof(struct kstat, st_size) == 40, "kstat.st_size");
KERN_ASSERT(__builtin_offsetof(struct kstat, st_blksize) == 48, "kstat.st_blksize");
KERN_ASSERT(__builtin_offsetof(struct kstat, st_blocks) == 52, "kstat.st_blocks");
KERN_ASSERT(__builtin_offsetof(struct kstat, st_atime_sec) == 56, "kstat.st_atime_sec");
KERN_ASSERT(__builtin_offsetof(struct kstat, st_atime_nsec) == 64, "kstat.st_atime_nsec");
KERN_ASSERT(__builtin_offsetof(struct kstat, st_mtime_nsec) == 68, "kstat.st_mtime_nsec");
KERN_ASSERT(__builtin_offsetof(struct kstat, st_mtime_sec) == 72, "kstat.st_mtime_sec");
KERN_ASSERT(__builtin_offsetof(struct kstat, st_ctime_sec) == 80, "kstat.st_ctime_sec");
KERN_ASSERT(__builtin_offsetof(struct kstat, st_ctime_nsec) == 88, "kstat.st_ctime_nsec");
KERN_ASSERT(__builtin_offsetof(struct kstat, st_pad) == 92, "kstat.st_pad");

struct ktimespec {
  long long tv_sec;
  int tv_nsec;
  int tv_pad;
};
KERN_ASSERT(sizeof(struct ktimespec) == 16, "struct ktimespec");
KERN_ASSERT(__builtin_offsetof(struct ktimespec, tv_sec) == 0, "ktimespec.tv_sec");
KERN_ASSERT(__builtin_offsetof(struct ktimespec, tv_nsec) == 8, "ktimespec.tv_nsec");
KERN_ASSERT(__builtin_offsetof(struct ktimespec, tv_pad) == 12, "ktimespec.tv_pad");

struct kiovec {
  void *iov_base;
  unsigned iov_len;
};
KERN_ASSERT(sizeof(struct kiovec) == 8, "struct kiovec");
KERN_ASSERT(__builtin_offsetof(struct kiovec, iov_base) == 0, "kiovec.iov_base");
KERN_ASSERT(__builtin_offsetof(struct kiovec, iov_len) == 4, "kiovec.iov_len");

struct kipc_perm {
  int key;
  unsigned uid;
  unsigned gid;
  unsigned cuid;
  unsigned cgid;
  unsigned mode;
  unsigned seq;
};
KERN_ASSERT(sizeof(struct kipc_perm) == 28, "struct kipc_perm");
KERN_ASSERT(__builtin_offsetof(struct kipc_perm, key) == 0, "kipc_perm.key");
KERN_ASSERT(__builtin_offsetof(struct kipc_perm, uid) == 4, "kipc_perm.uid");
KERN_ASSERT(__builtin_offsetof(struct kipc_perm, gid) == 8, "kipc_perm.gid");
KERN_ASSERT(__builtin_offsetof(struct kipc_perm, cuid) == 12, "kipc_perm.cuid");
KERN_ASSERT(__builtin_offsetof(struct kipc_perm, cgid) == 16, "kipc_perm.cgid");
KERN_ASSERT(__builtin_offsetof(struct kipc_perm, mode) == 20, "kipc_perm.mode");
KERN_ASSERT(__builtin_offsetof(struct kipc_perm, seq) == 24, "kipc_perm.seq");

struct kshmid_ds {
  int shm_perm_key;
  unsigned shm_perm_uid;
  unsigned shm_perm_gid;
  unsigned shm_perm_cuid;
  unsigned shm_perm_cgid;
  unsigned shm_perm_mode;
  unsigned shm_perm_seq;
  unsigned shm_segsz;
  long long shm_atime;
  long long shm_dtime;
  long long shm_ctime;
  int shm_cpid;
  int shm_lpid;
  unsigned shm_nattch;
  int shm_pad;
  long long shm_pad2;
};
KERN_ASSERT(sizeof(struct kshmid_ds) == 80, "struct kshmid_ds");
KERN_ASSERT(__builtin_offsetof(struct kshmid_ds, shm_perm_key) == 0, "kshmid_ds.shm_perm_key");
KERN_ASSERT(__builtin_offsetof(struct kshmid_ds, shm_perm_uid) == 4, "kshmid_ds.shm_perm_uid");
KERN_ASSERT(__builtin_offsetof(struct kshmid_ds, shm_perm_gid) == 8, "kshmid_ds.shm_perm_gid");
KERN_ASSERT(__builtin_offsetof(struct kshmid_ds, shm_perm_cuid) == 12, "kshmid_ds.shm_perm_cuid");
KERN_ASSERT(__builtin_offsetof(struct kshmid_ds, shm_perm_cgid) == 16, "kshmid_ds.shm_perm_cgid");
KERN_ASSERT(__builtin_offsetof(struct kshmid_ds, shm_perm_mode) == 20, "kshmid_ds.shm_perm_mode");
KERN_ASSERT(__builtin_offsetof(struct kshmid_ds, shm_perm_seq) == 24, "kshmid_ds.shm_perm_seq");
KERN_ASSERT(__builtin_offsetof(struct kshmid_ds, shm_segsz) == 28, "kshmid_ds.shm_segsz");
KERN_ASSERT(__builtin_offsetof(struct kshmid_ds, shm_atime) == 32, "kshmid_ds.shm_atime");
KERN_ASSERT(__builtin_offsetof(struct kshmid_ds, shm_dtime) == 40, "kshmid_ds.shm_dtime");
KERN_ASSERT(__builtin_offsetof(struct kshmid_ds, shm_ctime) == 48, "kshmid_ds.shm_ctime");
KERN_ASSERT(__builtin_offsetof(struct kshmid_ds, shm_cpid) == 56, "kshmid_ds.shm_cpid");
KERN_ASSERT(__builtin_offsetof(struct kshmid_ds, shm_lpid) == 60, "kshmid_ds.shm_lpid");
KERN_ASSERT(__builtin_offsetof(struct kshmid_ds, shm_nattch) == 64, "kshmid_ds.shm_nattch");
KERN_ASSERT(__builtin_offsetof(struct kshmid_ds, shm_pad) == 68, "kshmid_ds.shm_pad");
KERN_ASSERT(__builtin_offsetof(struct kshmid_ds, shm_pad2) == 72, "kshmid_ds.shm_pad2");

struct kshminfo {
  unsigned shmmax;
  unsigned shmmin;
  unsigned shmmni;
  unsigned shmseg;
  unsigned shmall;
};
KERN_ASSERT(sizeof(struct kshminfo) == 20, "struct kshminfo");
KERN_ASSERT(__builtin_offsetof(struct kshminfo, shmmax) == 0, "kshminfo.shmmax");
KERN_ASSERT(__builtin_offsetof(struct kshminfo, shmmin) == 4, "kshminfo.shmmin");
KERN_ASSERT(__builtin_offsetof(struct kshminfo, shmmni) == 8, "kshminfo.shmmni");
KERN_ASSERT(__builtin_offsetof(struct kshminfo, shmseg) == 12, "kshminfo.shmseg");
KERN_ASSERT(__builtin_offsetof(struct kshminfo, shmall) == 16, "kshminfo.shmall");

struct kshm_info {
  int used_ids;
  unsigned shm_tot;
  unsigned shm_rss;
  unsigned shm_swp;
  unsigned swap_attempts;
  unsigned swap_successes;
};
KERN_ASSERT(sizeof(struct kshm_info) == 24, "struct kshm_info");
KERN_ASSERT(__builtin_offsetof(struct kshm_info, used_ids) == 0, "kshm_info.used_ids");
KERN_ASSERT(__builtin_offsetof(struct kshm_info, shm_tot) == 4, "kshm_info.shm_tot");
KERN_ASSERT(__builtin_offsetof(struct kshm_info, shm_rss) == 8, "kshm_info.shm_rss");
KERN_ASSERT(__builtin_offsetof(struct kshm_info, shm_swp) == 12, "kshm_info.shm_swp");
KERN_ASSERT(__builtin_offsetof(struct kshm_info, swap_attempts) == 16, "kshm_info.swap_attempts");
KERN_ASSERT(__builtin_offsetof(struct kshm_info, swap_successes) == 20, "kshm_info.swap_successes");

struct ksiginfo {
  int si_signo;
  int si_errno;
  int si_code;
  int si_pid;
  unsigned si_uid;
  int si_status;
  unsigned si_addr;
  int si_value;
};
KERN_ASSERT(sizeof(struct ksiginfo) == 32, "struct ksiginfo");
KERN_ASSERT(__builtin_offsetof(struct ksiginfo, si_signo) == 0, "ksiginfo.si_signo");
KERN_ASSERT(__builtin_offsetof(struct ksiginfo, si_errno) == 4, "ksiginfo.si_errno");
KERN_ASSERT(__builtin_offsetof(struct ksiginfo, si_code) == 8, "ksiginfo.si_code");
KERN_ASSERT(__builtin_offsetof(struct ksiginfo, si_pid) == 12, "ksiginfo.si_pid");
KERN_ASSERT(__builtin_offsetof(struct ksiginfo, si_uid) == 16, "ksiginfo.si_uid");
KERN_ASSERT(__builtin_offsetof(struct ksiginfo, si_status) == 20, "ksiginfo.si_status");
KERN_ASSERT(__builtin_offsetof(struct ksiginfo, si_addr) == 24, "ksiginfo.si_addr");
KERN_ASSERT(__builtin_offsetof(struct ksiginfo, si_value) == 28, "ksiginfo.si_value");

struct ksigaction {
  unsigned sa_handler;
  unsigned sa_flags;
  unsigned sa_mask_low;
  unsigned sa_mask_high;
};
KERN_ASSERT(sizeof(struct ksigaction) == 16, "struct ksigaction");
KERN_ASSERT(__builtin_offsetof(struct ksigaction, sa_handler) == 0, "ksigaction.sa_handler");
KERN_ASSERT(__builtin_offsetof(struct ksigaction, sa_flags) == 4, "ksigaction.sa_flags");
KERN_ASSERT(__builtin_offsetof(struct ksigaction, sa_mask_low) == 8, "ksigaction.sa_mask_low");
KERN_ASSERT(__builtin_offsetof(struct ksigaction, sa_mask_high) == 12, "ksigaction.sa_mask_high");

struct kstack {
  unsigned ss_sp;
  int ss_flags;
  unsigned ss_size;
};
KERN_ASSERT(sizeof(struct kstack) == 12, "struct kstack");
KERN_ASSERT(__builtin_offsetof(struct kstack, ss_sp) == 0, "kstack.ss_sp");
KERN_ASSERT(__builtin_offsetof(struct kstack, ss_flags) == 4, "kstack.ss_flags");
KERN_ASSERT(__builtin_offsetof(struct kstack, ss_size) == 8, "kstack.ss_size");

struct kucontext {
  unsigned uc_flags;
  unsigned uc_link;
  unsigned uc_ss_sp;
  int uc_ss_flags;
  unsigned uc_ss_size;
  unsigned uc_sp;
  unsigned long long uc_mask;
  char uc_mask_more[120];
  unsigned long long uc_pad;
};
KERN_ASSERT(sizeof(struct kucontext) == 160, "struct kucontext");
KERN_ASSERT(__builtin_offsetof(struct kucontext, uc_flags) == 0, "kucontext.uc_flags");
KERN_ASSERT(__builtin_offsetof(struct kucontext, uc_link) == 4, "kucontext.uc_link");
KERN_ASSERT(__builtin_offsetof(struct kucontext, uc_ss_sp) == 8, "kucontext.uc_ss_sp");
KERN_ASSERT(__builtin_offsetof(struct kucontext, uc_ss_flags) == 12, "kucontext.uc_ss_flags");
KERN_ASSERT(__builtin_offsetof(struct kucontext, uc_ss_size) == 16, "kucontext.uc_ss_size");
KERN_ASSERT(__builtin_offsetof(struct kucontext, uc_sp) == 20, "kucontext.uc_sp");
KERN_ASSERT(__builtin_offsetof(struct kucontext, uc_mask) == 24, "kucontext.uc_mask");
KERN_ASSERT(__builtin_offsetof(struct kucontext, uc_mask_more) == 32, "kucontext.uc_mask_more");
KERN_ASSERT(__builtin_offsetof(struct kucontext, uc_pad) == 152, "kucontext.uc_pad");

struct ksigevent {
  int sigev_value;
  int sigev_signo;
  int sigev_notify;
  int sigev_tid;
};
KERN_ASSERT(sizeof(struct ksigevent) == 16, "struct ksigevent");
KERN_ASSERT(__builtin_offsetof(struct ksigevent, sigev_value) == 0, "ksigevent.sigev_value");
KERN_ASSERT(__builtin_offsetof(struct ksigevent, sigev_signo) == 4, "ksigevent.sigev_signo");
KERN_ASSERT(__builtin_offsetof(struct ksigevent, sigev_notify) == 8, "ksigevent.sigev_notify");
KERN_ASSERT(__builtin_offsetof(struct ksigevent, sigev_tid) == 12, "ksigevent.sigev_tid");

struct kitimerval {
  long long it_interval_sec;
  int it_interval_usec;
  int it_pad;
  long long it_value_sec;
  int it_value_usec;
  int it_pad2;
};
KERN_ASSERT(sizeof(struct kitimerval) == 32, "struct kitimerval");
KERN_ASSERT(__builtin_offsetof(struct kitimerval, it_interval_sec) == 0, "kitimerval.it_interval_sec");
KERN_ASSERT(__builtin_offsetof(struct kitimerval, it_interval_usec) == 8, "kitimerval.it_interval_usec");
KERN_ASSERT(__builtin_offsetof(struct kitimerval, it_pad) == 12, "kitimerval.it_pad");
KERN_ASSERT(__builtin_offsetof(struct kitimerval, it_value_sec) == 16, "kitimerval.it_value_sec");
KERN_ASSERT(__builtin_offsetof(struct kitimerval, it_value_usec) == 24, "kitimerval.it_value_usec");
KERN_ASSERT(__builtin_offsetof(struct kitimerval, it_pad2) == 28, "kitimerval.it_pad2");

struct kitimerspec {
  long long it_interval_sec;
  int it_interval_nsec;
  int it_pad;
  long long it_value_sec;
  int it_value_nsec;
  int it_pad2;
};
KERN_ASSERT(sizeof(struct kitimerspec) == 32, "struct kitimerspec");
KERN_ASSERT(__builtin_offsetof(struct kitimerspec, it_interval_sec) == 0, "kitimerspec.it_interval_sec");
KERN_ASSERT(__builtin_offsetof(struct kitimerspec, it_interval_nsec) == 8, "kitimerspec.it_interval_nsec");
KERN_ASSERT(__builtin_offsetof(struct kitimerspec, it_pad) == 12, "kitimerspec.it_pad");
KERN_ASSERT(__builtin_offsetof(struct kitimerspec, it_value_sec) == 16, "kitimerspec.it_value_sec");
KERN_ASSERT(__builtin_offsetof(struct kitimerspec, it_value_nsec) == 24, "kitimerspec.it_value_nsec");
KERN_ASSERT(__builtin_offsetof(struct kitimerspec, it_pad2) == 28, "kitimerspec.it_pad2");

struct ksignalfd_siginfo {
  unsigned ssi_signo;
  int ssi_errno;
  int ssi_code;
  unsigned ssi_pid;
  unsigned ssi_uid;
  int ssi_fd;
  unsigned ssi_tid;
  unsigned ssi_band;
  unsigned ssi_overrun;
  unsigned ssi_trapno;
  int ssi_status;
  int ssi_int;
  unsigned long long ssi_ptr;
  unsigned long long ssi_utime;
  unsigned long long ssi_stime;
  unsigned long long ssi_addr;
  char ssi_pad[48];
};
KERN_ASSERT(sizeof(struct ksignalfd_siginfo) == 128, "struct ksignalfd_siginfo");
KERN_ASSERT(__builtin_offsetof(struct ksignalfd_siginfo, ssi_signo) == 0, "ksignalfd_siginfo.ssi_signo");
KERN_ASSERT(__builtin_offsetof(struct ksignalfd_siginfo, ssi_errno) == 4, "ksignalfd_siginfo.ssi_errno");
KERN_ASSERT(__builtin_offsetof(struct ksignalfd_siginfo, ssi_code) == 8, "ksignalfd_siginfo.ssi_code");
KERN_ASSERT(__builtin_offsetof(struct ksignalfd_siginfo, ssi_pid) == 12, "ksignalfd_siginfo.ssi_pid");
KERN_ASSERT(__builtin_offsetof(struct ksignalfd_siginfo, ssi_uid) == 16, "ksignalfd_siginfo.ssi_uid");
KERN_ASSERT(__builtin_offsetof(struct ksignalfd_siginfo, ssi_fd) == 20, "ksignalfd_siginfo.ssi_fd");
KERN_ASSERT(__builtin_offsetof(struct ksignalfd_siginfo, ssi_tid) == 24, "ksignalfd_siginfo.ssi_tid");
KERN_ASSERT(__builtin_offsetof(struct ksignalfd_siginfo, ssi_band) == 28, "ksignalfd_siginfo.ssi_band");
KERN_ASSERT(__builtin_offsetof(struct ksignalfd_siginfo, ssi_overrun) == 32, "ksignalfd_siginfo.ssi_overrun");
KERN_ASSERT(__builtin_offsetof(struct ksignalfd_siginfo, ssi_trapno) == 36, "ksignalfd_siginfo.ssi_trapno");
KERN_ASSERT(__builtin_offsetof(struct ksignalfd_siginfo, ssi_status) == 40, "ksignalfd_siginfo.ssi_status");
KERN_ASSERT(__builtin_offsetof(struct ksignalfd_siginfo, ssi_int) == 44, "ksignalfd_siginfo.ssi_int");
KERN_ASSERT(__builtin_offsetof(struct ksignalfd_siginfo, ssi_ptr) == 48, "ksignalfd_siginfo.ssi_ptr");
KERN_ASSERT(__builtin_offsetof(struct ksignalfd_siginfo, ssi_utime) == 56, "ksignalfd_siginfo.ssi_utime");
KERN_ASSERT(__builtin_offsetof(struct ksignalfd_siginfo, ssi_stime) == 64, "ksignalfd_siginfo.ssi_stime");
KERN_ASSERT(__builtin_offsetof(struct ksignalfd_siginfo, ssi_addr) == 72, "ksignalfd_siginfo.ssi_addr");
KERN_ASSERT(__builtin_offsetof(struct ksignalfd_siginfo, ssi_pad) == 80, "ksignalfd_siginfo.ssi_pad");

struct krusage {
  long long ru_utime_sec;
  int ru_utime_usec;
  int ru_stime_usec;
  long long ru_stime_sec;
  int ru_maxrss;
  int ru_minflt;
};
KERN_ASSERT(sizeof(struct krusage) == 32, "struct krusage");
KERN_ASSERT(__builtin_offsetof(struct krusage, ru_utime_sec) == 0, "krusage.ru_utime_sec");
KERN_ASSERT(__builtin_offsetof(struct krusage, ru_utime_usec) == 8, "krusage.ru_utime_usec");
KERN_ASSERT(__builtin_offsetof(struct krusage, ru_stime_usec) == 12, "krusage.ru_stime_usec");
KERN_ASSERT(__builtin_offsetof(struct krusage, ru_stime_sec) == 16, "krusage.ru_stime_sec");
KERN_ASSERT(__builtin_offsetof(struct krusage, ru_maxrss) == 24, "krusage.ru_maxrss");
KERN_ASSERT(__builtin_offsetof(struct krusage, ru_minflt) == 28, "krusage.ru_minflt");

struct kutsname {
  char sysname[65];
  char nodename[65];
  char release[65];
  char version[65];
  char machine[65];
  char domainname[65];
};
KERN_ASSERT(sizeof(struct kutsname) == 390, "struct kutsname");
KERN_ASSERT(__builtin_offsetof(struct kutsname, sysname) == 0, "kutsname.sysname");
KERN_ASSERT(__builtin_offsetof(struct kutsname, nodename) == 65, "kutsname.nodename");
KERN_ASSERT(__builtin_offsetof(struct kutsname, release) == 130, "kutsname.release");
KERN_ASSERT(__builtin_offsetof(struct kutsname, version) == 195, "kutsname.version");
KERN_ASSERT(__builtin_offsetof(struct kutsname, machine) == 260, "kutsname.machine");
KERN_ASSERT(__builtin_offsetof(struct kutsname, domainname) == 325, "kutsname.domainname");

struct spawn_request {
  unsigned flags;
  int pgroup;
  unsigned sigmask_low;
  unsigned sigmask_high;
  unsigned sigdefault_low;
  unsigned sigdefault_high;
  unsigned nactions;
  struct spawn_action *actions;
};
KERN_ASSERT(sizeof(struct spawn_request) == 32, "struct spawn_request");
KERN_ASSERT(__builtin_offsetof(struct spawn_request, flags) == 0, "spawn_request.flags");
KERN_ASSERT(__builtin_offsetof(struct spawn_request, pgroup) == 4, "spawn_request.pgroup");
KERN_ASSERT(__builtin_offsetof(struct spawn_request, sigmask_low) == 8, "spawn_request.sigmask_low");
KERN_ASSERT(__builtin_offsetof(struct spawn_request, sigmask_high) == 12, "spawn_request.sigmask_high");
KERN_ASSERT(__builtin_offsetof(struct spawn_request, sigdefault_low) == 16, "spawn_request.sigdefault_low");
KERN_ASSERT(__builtin_offsetof(struct spawn_request, sigdefault_high) == 20, "spawn_request.sigdefault_high");
KERN_ASSERT(__builtin_offsetof(struct spawn_request, nactions) == 24, "spawn_request.nactions");
KERN_ASSERT(__builtin_offsetof(struct spawn_request, actions) == 28, "spawn_request.actions");

struct spawn_action {
  int kind;
  int fd;
  int newfd_or_flags;
  unsigned mode;
  const char *path;
};
KERN_ASSERT(sizeof(struct spawn_action) == 20, "struct spawn_action");
KERN_ASSERT(__builtin_offsetof(struct spawn_action, kind) == 0, "spawn_action.kind");
KERN_ASSERT(__builtin_offsetof(struct spawn_action, fd) == 4, "spawn_action.fd");
KERN_ASSERT(__builtin_offsetof(struct spawn_action, newfd_or_flags) == 8, "spawn_action.newfd_or_flags");
KERN_ASSERT(__builtin_offsetof(struct spawn_action, mode) == 12, "spawn_action.mode");
KERN_ASSERT(__builtin_offsetof(struct spawn_action, path) == 16, "spawn_action.path");
#endif
