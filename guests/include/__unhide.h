// __unhide.h — makes the next sysroot header declare what it hides as absent from WASI; <__hide.h> ends it.
// The types such a header would then define in musl's form have the sysroot's form already. No include guard.
#include <features.h>
#include <stddef.h>
#include <bits/alltypes.h>
#define __DEFINED_struct_timeval
#define __DEFINED_struct_timespec
#define __DEFINED_struct_iovec
#define __DEFINED_struct__IO_FILE
#pragma push_macro("NULL")
#define __wasilibc_unmodified_upstream
