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
export const ECHRNG = 44;
export const EL2NSYNC = 45;
export const EL3HLT = 46;
export const EL3RST = 47;
export const ELNRNG = 48;
export const EUNATCH = 49;
export const ENOCSI = 50;
export const EL2HLT = 51;
export const EBADE = 52;
export const EBADR = 53;
export const EXFULL = 54;
export const ENOANO = 55;
export const EBADRQC = 56;
export const EBADSLT = 57;
export const EBFONT = 59;
export const ENOSTR = 60;
export const ENODATA = 61;
export const ETIME = 62;
export const ENOSR = 63;
export const ENONET = 64;
export const ENOPKG = 65;
export const EREMOTE = 66;
export const ENOLINK = 67;
export const EADV = 68;
export const ESRMNT = 69;
export const ECOMM = 70;
export const EPROTO = 71;
export const EMULTIHOP = 72;
export const EDOTDOT = 73;
export const EBADMSG = 74;
export const EOVERFLOW = 75;
export const ENOTUNIQ = 76;
export const EBADFD = 77;
export const EREMCHG = 78;
export const ELIBACC = 79;
export const ELIBBAD = 80;
export const ELIBSCN = 81;
export const ELIBMAX = 82;
export const ELIBEXEC = 83;
export const EILSEQ = 84;
export const ERESTART = 85;
export const ESTRPIPE = 86;
export const EUSERS = 87;
export const ENOTSOCK = 88;
export const EDESTADDRREQ = 89;
export const EMSGSIZE = 90;
export const EPROTOTYPE = 91;
export const ENOPROTOOPT = 92;
export const EPROTONOSUPPORT = 93;
export const ESOCKTNOSUPPORT = 94;
export const EOPNOTSUPP = 95;
export const EPFNOSUPPORT = 96;
export const EAFNOSUPPORT = 97;
export const EADDRINUSE = 98;
export const EADDRNOTAVAIL = 99;
export const ENETDOWN = 100;
export const ENETUNREACH = 101;
export const ENETRESET = 102;
export const ECONNABORTED = 103;
export const ECONNRESET = 104;
export const ENOBUFS = 105;
export const EISCONN = 106;
export const ENOTCONN = 107;
export const ESHUTDOWN = 108;
export const ETOOMANYREFS = 109;
export const ETIMEDOUT = 110;
export const ECONNREFUSED = 111;
export const EHOSTDOWN = 112;
export const EHOSTUNREACH = 113;
export const EALREADY = 114;
export const EINPROGRESS = 115;
export const ESTALE = 116;
export const EUCLEAN = 117;
export const ENOTNAM = 118;
export const ENAVAIL = 119;
export const EISNAM = 120;
export const EREMOTEIO = 121;
export const EDQUOT = 122;
export const ENOMEDIUM = 123;
export const EMEDIUMTYPE = 124;
export const ECANCELED = 125;
export const ENOKEY = 126;
export const EKEYEXPIRED = 127;
export const EKEYREVOKED = 128;
export const EKEYREJECTED = 129;
export const EOWNERDEAD = 130;
export const ENOTRECOVERABLE = 131;
export const ERFKILL = 132;
export const EHWPOISON = 133;

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
  [44, { name: "ECHRNG", text: "Channel number out of range" }],
  [45, { name: "EL2NSYNC", text: "Level 2 not synchronized" }],
  [46, { name: "EL3HLT", text: "Level 3 halted" }],
  [47, { name: "EL3RST", text: "Level 3 reset" }],
  [48, { name: "ELNRNG", text: "Link number out of range" }],
  [49, { name: "EUNATCH", text: "Protocol driver not attached" }],
  [50, { name: "ENOCSI", text: "No CSI structure available" }],
  [51, { name: "EL2HLT", text: "Level 2 halted" }],
  [52, { name: "EBADE", text: "Invalid exchange" }],
  [53, { name: "EBADR", text: "Invalid request descriptor" }],
  [54, { name: "EXFULL", text: "Exchange full" }],
  [55, { name: "ENOANO", text: "No anode" }],
  [56, { name: "EBADRQC", text: "Invalid request code" }],
  [57, { name: "EBADSLT", text: "Invalid slot" }],
  [59, { name: "EBFONT", text: "Bad font file format" }],
  [60, { name: "ENOSTR", text: "Device not a stream" }],
  [61, { name: "ENODATA", text: "No data available" }],
  [62, { name: "ETIME", text: "Timer expired" }],
  [63, { name: "ENOSR", text: "Out of streams resources" }],
  [64, { name: "ENONET", text: "Machine is not on the network" }],
  [65, { name: "ENOPKG", text: "Package not installed" }],
  [66, { name: "EREMOTE", text: "Object is remote" }],
  [67, { name: "ENOLINK", text: "Link has been severed" }],
  [68, { name: "EADV", text: "Advertise error" }],
  [69, { name: "ESRMNT", text: "Srmount error" }],
  [70, { name: "ECOMM", text: "Communication error on send" }],
  [71, { name: "EPROTO", text: "Protocol error" }],
  [72, { name: "EMULTIHOP", text: "Multihop attempted" }],
  [73, { name: "EDOTDOT", text: "RFS specific error" }],
  [74, { name: "EBADMSG", text: "Bad message" }],
  [75, { name: "EOVERFLOW", text: "Value too large for defined data type" }],
  [76, { name: "ENOTUNIQ", text: "Name not unique on network" }],
  [77, { name: "EBADFD", text: "File descriptor in bad state" }],
  [78, { name: "EREMCHG", text: "Remote address changed" }],
  [79, { name: "ELIBACC", text: "Can not access a needed shared library" }],
  [80, { name: "ELIBBAD", text: "Accessing a corrupted shared library" }],
  [81, { name: "ELIBSCN", text: ".lib section in a.out corrupted" }],
  [82, { name: "ELIBMAX", text: "Attempting to link in too many shared libraries" }],
  [83, { name: "ELIBEXEC", text: "Cannot exec a shared library directly" }],
  [84, { name: "EILSEQ", text: "Invalid or incomplete multibyte or wide character" }],
  [85, { name: "ERESTART", text: "Interrupted system call should be restarted" }],
  [86, { name: "ESTRPIPE", text: "Streams pipe error" }],
  [87, { name: "EUSERS", text: "Too many users" }],
  [88, { name: "ENOTSOCK", text: "Socket operation on non-socket" }],
  [89, { name: "EDESTADDRREQ", text: "Destination address required" }],
  [90, { name: "EMSGSIZE", text: "Message too long" }],
  [91, { name: "EPROTOTYPE", text: "Protocol wrong type for socket" }],
  [92, { name: "ENOPROTOOPT", text: "Protocol not available" }],
  [93, { name: "EPROTONOSUPPORT", text: "Protocol not supported" }],
  [94, { name: "ESOCKTNOSUPPORT", text: "Socket type not supported" }],
  [95, { name: "EOPNOTSUPP", text: "Operation not supported" }],
  [96, { name: "EPFNOSUPPORT", text: "Protocol family not supported" }],
  [97, { name: "EAFNOSUPPORT", text: "Address family not supported by protocol" }],
  [98, { name: "EADDRINUSE", text: "Address already in use" }],
  [99, { name: "EADDRNOTAVAIL", text: "Cannot assign requested address" }],
  [100, { name: "ENETDOWN", text: "Network is down" }],
  [101, { name: "ENETUNREACH", text: "Network is unreachable" }],
  [102, { name: "ENETRESET", text: "Network dropped connection on reset" }],
  [103, { name: "ECONNABORTED", text: "Software caused connection abort" }],
  [104, { name: "ECONNRESET", text: "Connection reset by peer" }],
  [105, { name: "ENOBUFS", text: "No buffer space available" }],
  [106, { name: "EISCONN", text: "Transport endpoint is already connected" }],
  [107, { name: "ENOTCONN", text: "Transport endpoint is not connected" }],
  [108, { name: "ESHUTDOWN", text: "Cannot send after transport endpoint shutdown" }],
  [109, { name: "ETOOMANYREFS", text: "Too many references: cannot splice" }],
  [110, { name: "ETIMEDOUT", text: "Connection timed out" }],
  [111, { name: "ECONNREFUSED", text: "Connection refused" }],
  [112, { name: "EHOSTDOWN", text: "Host is down" }],
  [113, { name: "EHOSTUNREACH", text: "No route to host" }],
  [114, { name: "EALREADY", text: "Operation already in progress" }],
  [115, { name: "EINPROGRESS", text: "Operation now in progress" }],
  [116, { name: "ESTALE", text: "Stale file handle" }],
  [117, { name: "EUCLEAN", text: "Structure needs cleaning" }],
  [118, { name: "ENOTNAM", text: "Not a XENIX named type file" }],
  [119, { name: "ENAVAIL", text: "No XENIX semaphores available" }],
  [120, { name: "EISNAM", text: "Is a named type file" }],
  [121, { name: "EREMOTEIO", text: "Remote I/O error" }],
  [122, { name: "EDQUOT", text: "Disk quota exceeded" }],
  [123, { name: "ENOMEDIUM", text: "No medium found" }],
  [124, { name: "EMEDIUMTYPE", text: "Wrong medium type" }],
  [125, { name: "ECANCELED", text: "Operation canceled" }],
  [126, { name: "ENOKEY", text: "Required key not available" }],
  [127, { name: "EKEYEXPIRED", text: "Key has expired" }],
  [128, { name: "EKEYREVOKED", text: "Key has been revoked" }],
  [129, { name: "EKEYREJECTED", text: "Key was rejected by service" }],
  [130, { name: "EOWNERDEAD", text: "Owner died" }],
  [131, { name: "ENOTRECOVERABLE", text: "State not recoverable" }],
  [132, { name: "ERFKILL", text: "Operation not possible due to RF-kill" }],
  [133, { name: "EHWPOISON", text: "Memory page has hardware error" }],
]);
