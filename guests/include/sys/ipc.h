// sys/ipc.h — what System V's mechanisms share: keys and permissions.
#ifndef _SYS_IPC_H
#define _SYS_IPC_H
#include <features.h>
#include <kern/ipc.h>
#define __NEED_uid_t
#define __NEED_gid_t
#define __NEED_mode_t
#define __NEED_key_t
#include <bits/alltypes.h>

#ifdef __cplusplus
extern "C" {
#endif

struct ipc_perm {
  key_t __key;
  uid_t uid;
  gid_t gid;
  uid_t cuid;
  gid_t cgid;
  mode_t mode;
  unsigned __seq;
};

key_t ftok(const char *, int);

#ifdef __cplusplus
}
#endif
#endif
