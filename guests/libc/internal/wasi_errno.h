// wasi_errno — the error numbers of libc.a's objects.

// The variable libc.a's objects know as errno.
extern _Thread_local int __wasi_errno __asm__("errno");

// Linux's number for one of WASI's; EINVAL for one that is none.
int __wasi_errno_to_linux(int number);
