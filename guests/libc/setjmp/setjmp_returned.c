// setjmp_returned — behind every setjmp: a jump out of an instruction that is no call is thrown from here.
#include <setjmp.h>

// The compiler's tag of longjmp.
enum { C_LONGJMP = 1 };

// The rewriter finds this function by its export, and the tag by what it throws.
__attribute__((export_name("__setjmp_returned"))) int __setjmp_returned(int value, void *thrown) {
  if (thrown) __builtin_wasm_throw(C_LONGJMP, thrown);
  return value;
}
