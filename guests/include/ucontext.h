// ucontext.h — what a handler finds behind its third argument. Contexts cannot be made or switched here.
#ifndef _UCONTEXT_H
#define _UCONTEXT_H
#include <signal.h>
#endif
