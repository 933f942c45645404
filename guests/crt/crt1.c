// crt1 — where a program begins: arguments and environment, constructors, main, exit.
#include <stdlib.h>
#include <unistd.h>
#include <kern/syscall.h>

#include "start.h"

// The most that is put on the stack; longer arguments and environments go to the heap.
#define STACK_BYTES 16384

void __wasi_init_tp(void);
void __wasm_call_ctors(void);
int __main_void(void);

#define TEXT_OF(number) #number
#define TEXT(macro) TEXT_OF(macro)

// Marks the program as one of this toolchain: the number of the ABI, one LEB.
__asm__(".section .custom_section.quire.abi,\"\",@\n"
        ".byte " TEXT(QUIRE_ABI) "\n"
        ".section .text,\"\",@\n");

void _start(void) {
  struct start_sizes sizes;
  __wasi_init_tp();
  __syscall(SYS_args_sizes, &sizes);
  unsigned bytes = __start_bytes(&sizes);
  void *room = bytes <= STACK_BYTES ? __builtin_alloca(bytes) : sbrk(bytes);
  if (room == (void *)-1) _Exit(127);
  __start(&sizes, room);
  __wasm_call_ctors();
  exit(__main_void());
}
