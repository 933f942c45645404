// sys/signal.h — the older name of <signal.h>.
#include <signal.h>
