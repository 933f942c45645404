// setjmp.h — jumps to a function that is still active, by Wasm's exceptions; `quire cc` compiles them so.
#ifndef _SETJMP_H
#define _SETJMP_H
#include <features.h>

#ifdef __cplusplus
extern "C" {
#endif

// The first 16 bytes are the compiler's and libsetjmp's; the mask is saved when __saved is not 0.
typedef struct __jmp_buf_tag {
  unsigned long __jump[8];
  unsigned long __saved;
  unsigned long __mask[128 / sizeof(long)];
} jmp_buf[1];

int setjmp(jmp_buf) __attribute__((__returns_twice__));
_Noreturn void longjmp(jmp_buf, int);
// What returns from setjmp passes through a call that may jump: to the compiler a jump comes from calls only.
int __setjmp_returned(int, void *);
#define setjmp(env) __setjmp_returned(setjmp(env), 0)

#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || \
  defined(_BSD_SOURCE)
typedef jmp_buf sigjmp_buf;
struct __jmp_buf_tag *__sigsetjmp_mask(sigjmp_buf, int);
_Noreturn void siglongjmp(sigjmp_buf, int);
// Macros: a function around setjmp would be gone when the jump comes.
#define sigsetjmp(env, save) setjmp(__sigsetjmp_mask(env, save))
#endif

#if defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#define _setjmp(env) setjmp(env)
#define _longjmp(env, value) longjmp(env, value)
#endif

#ifdef __cplusplus
}
#endif
#endif
