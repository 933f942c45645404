// nbody — n steps of five bodies under gravity, doubles in an array of structs.
#include "array.h"

struct body {
  double x, y, z, vx, vy, vz, mass;
};

enum { BODIES = 5 };

static void step(struct body *b, double dt) {
  for (int i = 0; i < BODIES; i++)
    for (int j = i + 1; j < BODIES; j++) {
      double dx = b[i].x - b[j].x, dy = b[i].y - b[j].y, dz = b[i].z - b[j].z;
      double d2 = dx * dx + dy * dy + dz * dz;
      double pull = dt / (d2 * __builtin_sqrt(d2));
      b[i].vx -= dx * b[j].mass * pull;
      b[i].vy -= dy * b[j].mass * pull;
      b[i].vz -= dz * b[j].mass * pull;
      b[j].vx += dx * b[i].mass * pull;
      b[j].vy += dy * b[i].mass * pull;
      b[j].vz += dz * b[i].mass * pull;
    }
  for (int i = 0; i < BODIES; i++) {
    b[i].x += dt * b[i].vx;
    b[i].y += dt * b[i].vy;
    b[i].z += dt * b[i].vz;
  }
}

int run(int n) {
  struct body *b = array_alloc(BODIES * sizeof(struct body));
  for (int i = 0; i < BODIES; i++) {
    b[i].x = i * 1.5;
    b[i].y = (i * i) % 5 - 2.0;
    b[i].z = i % 3 * 0.25;
    b[i].vx = (i % 2) * 0.1;
    b[i].vy = 0.05 * i;
    b[i].mass = i == 0 ? 40 : 0.1 * i;
  }
  for (int i = 0; i < n; i++) step(b, 0.001);
  double energy = 0;
  for (int i = 0; i < BODIES; i++)
    energy += b[i].mass * (b[i].vx * b[i].vx + b[i].vy * b[i].vy + b[i].vz * b[i].vz) / 2;
  return (int)(energy * 1e6);
}
