// groups — killpg and kill reach every member of a group, the sender among them, and nobody else.
// killpg(3), kill(2).
#include "../signals.h"

static volatile sig_atomic_t got;

// Real-time signals: each one counts.
static void handler(int sig) { got++; }

// A member ends with the number of signals it got until the gate opens.
static pid_t member(pid_t group, gate ready, gate go) {
  pid_t pid = fork();
  if (pid == 0) {
    MUST(setpgid(0, group));
    catch(SIGRTMIN, handler, SA_RESTART);
    gate_open(ready);
    gate_wait(go);
    _exit(got);
  }
  gate_wait(ready);
  return pid;
}

static void family(void) {
  gate ready = gate_new(), go = gate_new();
  MUST(setpgid(0, 0));
  catch(SIGRTMIN, handler, SA_RESTART);
  pid_t first = member(0, ready, go), second = member(first, ready, go), alone = member(0, ready, go);
  ERR(killpg(first, 0));
  ERR(killpg(first, SIGRTMIN));
  ERR(kill(-first, SIGRTMIN));
  ERR(kill(second, SIGRTMIN));
  ERR(killpg(0, SIGRTMIN));
  SHOW(got);
  ERR(kill(0, SIGRTMIN));
  SHOW(got);
  ERR(killpg(getpgrp(), SIGRTMIN));
  SHOW(got);
  ERR(killpg(second, 0));
  ERR(killpg(0x3fffffff, SIGRTMIN));
  ERR(killpg(-1, SIGRTMIN));
  ERR(killpg(-first, SIGRTMIN));
  ERR(killpg(first, 65));
  ERR(killpg(first, -1));
  for (int i = 0; i < 3; i++) gate_open(go);
  reap("first", first);
  reap("second", second);
  reap("alone", alone);
  ERR(killpg(first, 0));
}

// In a child: the first process of a session may not leave its group.
int main(void) {
  CHILD("family", family());
  return 0;
}
