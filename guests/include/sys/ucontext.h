// sys/ucontext.h — the older name of <ucontext.h>.
#include <ucontext.h>
