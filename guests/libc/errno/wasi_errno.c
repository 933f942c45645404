// wasi_errno — Linux's error numbers in the order of WASI's.
#include <kern/errno.h>

#include "wasi_errno.h"

static const unsigned char linux_number[] = {
  0,          E2BIG,        EACCES,          EADDRINUSE,   EADDRNOTAVAIL, EAFNOSUPPORT, EAGAIN,
  EALREADY,   EBADF,        EBADMSG,         EBUSY,        ECANCELED,     ECHILD,       ECONNABORTED,
  ECONNREFUSED, ECONNRESET, EDEADLK,         EDESTADDRREQ, EDOM,          EDQUOT,       EEXIST,
  EFAULT,     EFBIG,        EHOSTUNREACH,    EIDRM,        EILSEQ,        EINPROGRESS,  EINTR,
  EINVAL,     EIO,          EISCONN,         EISDIR,       ELOOP,         EMFILE,       EMLINK,
  EMSGSIZE,   EMULTIHOP,    ENAMETOOLONG,    ENETDOWN,     ENETRESET,     ENETUNREACH,  ENFILE,
  ENOBUFS,    ENODEV,       ENOENT,          ENOEXEC,      ENOLCK,        ENOLINK,      ENOMEM,
  ENOMSG,     ENOPROTOOPT,  ENOSPC,          ENOSYS,       ENOTCONN,      ENOTDIR,      ENOTEMPTY,
  ENOTRECOVERABLE, ENOTSOCK, EOPNOTSUPP,     ENOTTY,       ENXIO,         EOVERFLOW,    EOWNERDEAD,
  EPERM,      EPIPE,        EPROTO,          EPROTONOSUPPORT, EPROTOTYPE, ERANGE,       EROFS,
  ESPIPE,     ESRCH,        ESTALE,          ETIMEDOUT,    ETXTBSY,       EXDEV,        EPERM,
};

int __wasi_errno_to_linux(int number) {
  if (number < 0 || number >= (int)sizeof linux_number) return EINVAL;
  return linux_number[number];
}
