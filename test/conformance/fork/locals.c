// locals — locals of every type survive a fork in the middle of an expression; fork(2).
#include "../check.h"

struct point { double x; float y; long long z; char name[12]; };

// The child goes on first, the parent when it has ended.
static pid_t forked(void) {
  pid_t pid = fork();
  if (pid > 0) waitpid(pid, NULL, 0);
  return pid;
}

static struct point make(double x, float y, long long z) {
  struct point p = { x, y, z, "point" };
  return p;
}

static double mix(double a, int pid, long long b, float c) { return (pid == 0 ? 1000 : 2000) + a + b + c; }

int main(void) {
  double d = 1.5;
  float f = 2.25f;
  long long l = 0x123456789abcdefLL;
  unsigned char small = 200;
  struct point p = make(3.125, 4.5f, -5);
  int vla_length = 17;
  int vla[vla_length];
  for (int i = 0; i < vla_length; i++) vla[i] = i * i;

  double r = mix(d, forked(), l & 0xff, f) + p.x * vla[16];

  say("r = %.4f d = %.2f f = %.2f l = %llx small = %d\n", r, d, f, l, small);
  say("p = %.3f %.1f %lld %s vla = %d %d\n", p.x, p.y, p.z, p.name, vla[3], vla[16]);
  if (r < 2000) _exit(7);
  return 0;
}
