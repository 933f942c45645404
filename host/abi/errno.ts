// errno — generated from assembly/abi/errno.tbl by host/build/gen.ts; do not edit.
export const EPERM = 1;
export const ENOENT = 2;
export const ESRCH = 3;
export const EINTR = 4;
export const EIO = 5;
export const ENXIO = 6;
export const E2BIG = 7;
export const ENOEXEC = 8;
export const EBADF = 9;
export const ECHILD = 10;
export const EAGAIN = 11;
export const ENOMEM = 12;
export const EACCES = 13;
export const EFAULT = 14;
export const ENOTBLK = 15;
export const EBUSY = 16;
export const EEXIST = 17;
export const EXDEV = 18;
export const ENODEV = 19;
export const ENOTDIR = 20;
export const EISDIR = 21;
export const EINVAL = 22;
export const ENFILE = 23;
export const EMFILE = 24;
export const ENOTTY = 25;
export const ETXTBSY = 26;
export const EFBIG = 27;
export const ENOSPC = 28;
export const ESPIPE = 29;
export const EROFS = 30;
export const EMLINK = 31;
export const EPIPE = 32;
export const EDOM = 33;
export const ERANGE = 34;
export const EDEADLK = 35;
export const ENAMETOOLONG = 36;
export const ENOLCK = 37;
export const ENOSYS = 38;
export const ENOTEMPTY = 39;
export const ELOOP = 40;
export const ENOMSG = 42;
export const EIDRM = 43;
export const EOVERFLOW = 75;
export const EILSEQ = 84;
export const ENOTSOCK = 88;
export const EMSGSIZE = 90;
export const EPROTOTYPE = 91;
export const ENOPROTOOPT = 92;
export const EPROTONOSUPPORT = 93;
export const EOPNOTSUPP = 95;
export const EAFNOSUPPORT = 97;
export const EADDRINUSE = 98;
export const EADDRNOTAVAIL = 99;
export const ECONNABORTED = 103;
export const ECONNRESET = 104;
export const ENOBUFS = 105;
export const EISCONN = 106;
export const ENOTCONN = 107;
export const ETOOMANYREFS = 109;
export const ETIMEDOUT = 110;
export const ECONNREFUSED = 111;
export const EINPROGRESS = 115;
export const EOWNERDEAD = 130;
export const ENOTRECOVERABLE = 131;

/** Name and text by number. */
export const ERRNOS: ReadonlyMap<number, { readonly name: string; readonly text: string }> = new Map([
  [1, { name: "EPERM", text: "Operation not permitted" }],
  [2, { name: "ENOENT", text: "No such file or directory" }],
  [3, { name: "ESRCH", text: "No such process" }],
  [4, { name: "EINTR", text: "Interrupted system call" }],
  [5, { name: "EIO", text: "Input/output error" }],
  [6, { name: "ENXIO", text: "No such device or address" }],
  [7, { name: "E2BIG", text: "Argument list too long" }],
  [8, { name: "ENOEXEC", text: "Exec format error" }],
  [9, { name: "EBADF", text: "Bad file descriptor" }],
  [10, { name: "ECHILD", text: "No child processes" }],
  [11, { name: "EAGAIN", text: "Resource temporarily unavailable" }],
  [12, { name: "ENOMEM", text: "Cannot allocate memory" }],
  [13, { name: "EACCES", text: "Permission denied" }],
  [14, { name: "EFAULT", text: "Bad address" }],
  [15, { name: "ENOTBLK", text: "Block device required" }],
  [16, { name: "EBUSY", text: "Device or resource busy" }],
  [17, { name: "EEXIST", text: "File exists" }],
  [18, { name: "EXDEV", text: "Invalid cross-device link" }],
  [19, { name: "ENODEV", text: "No such device" }],
  [20, { name: "ENOTDIR", text: "Not a directory" }],
  [21, { name: "EISDIR", text: "Is a directory" }],
  [22, { name: "EINVAL", text: "Invalid argument" }],
  [23, { name: "ENFILE", text: "Too many open files in system" }],
  [24, { name: "EMFILE", text: "Too many open files" }],
  [25, { name: "ENOTTY", text: "Inappropriate ioctl for device" }],
  [26, { name: "ETXTBSY", text: "Text file busy" }],
  [27, { name: "EFBIG", text: "File too large" }],
  [28, { name: "ENOSPC", text: "No space left on device" }],
  [29, { name: "ESPIPE", text: "Illegal seek" }],
  [30, { name: "EROFS", text: "Read-only file system" }],
  [31, { name: "EMLINK", text: "Too many links" }],
  [32, { name: "EPIPE", text: "Broken pipe" }],
  [33, { name: "EDOM", text: "Numerical argument out of domain" }],
  [34, { name: "ERANGE", text: "Numerical result out of range" }],
  [35, { name: "EDEADLK", text: "Resource deadlock avoided" }],
  [36, { name: "ENAMETOOLONG", text: "File name too long" }],
  [37, { name: "ENOLCK", text: "No locks available" }],
  [38, { name: "ENOSYS", text: "Function not implemented" }],
  [39, { name: "ENOTEMPTY", text: "Directory not empty" }],
  [40, { name: "ELOOP", text: "Too many levels of symbolic links" }],
  [42, { name: "ENOMSG", text: "No message of desired type" }],
  [43, { name: "EIDRM", text: "Identifier removed" }],
  [75, { name: "EOVERFLOW", text: "Value too large for defined data type" }],
  [84, { name: "EILSEQ", text: "Invalid or incomplete multibyte or wide character" }],
  [88, { name: "ENOTSOCK", text: "Socket operation on non-socket" }],
  [90, { name: "EMSGSIZE", text: "Message too long" }],
  [91, { name: "EPROTOTYPE", text: "Protocol wrong type for socket" }],
  [92, { name: "ENOPROTOOPT", text: "Protocol not available" }],
  [93, { name: "EPROTONOSUPPORT", text: "Protocol not supported" }],
  [95, { name: "EOPNOTSUPP", text: "Operation not supported" }],
  [97, { name: "EAFNOSUPPORT", text: "Address family not supported by protocol" }],
  [98, { name: "EADDRINUSE", text: "Address already in use" }],
  [99, { name: "EADDRNOTAVAIL", text: "Cannot assign requested address" }],
  [103, { name: "ECONNABORTED", text: "Software caused connection abort" }],
  [104, { name: "ECONNRESET", text: "Connection reset by peer" }],
  [105, { name: "ENOBUFS", text: "No buffer space available" }],
  [106, { name: "EISCONN", text: "Transport endpoint is already connected" }],
  [107, { name: "ENOTCONN", text: "Transport endpoint is not connected" }],
  [109, { name: "ETOOMANYREFS", text: "Too many references: cannot splice" }],
  [110, { name: "ETIMEDOUT", text: "Connection timed out" }],
  [111, { name: "ECONNREFUSED", text: "Connection refused" }],
  [115, { name: "EINPROGRESS", text: "Operation now in progress" }],
  [130, { name: "EOWNERDEAD", text: "Owner died" }],
  [131, { name: "ENOTRECOVERABLE", text: "State not recoverable" }],
]);
