// sigintr — the signals that interrupt calls, by siginterrupt: signal() remembers them.
#include <signal.h>

extern sigset_t __sigintr;
