// nofork — a fork that is only a function: beside forking, a program whose stack need not be captured.
int kern_fork(int flags) {
  return -flags;
}
