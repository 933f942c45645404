// list — a linked list of n nodes in scattered order: built, reversed, summed, again and again.
#include "array.h"

struct node {
  struct node *next;
  int value;
};

static struct node *reverse(struct node *list) {
  struct node *done = 0;
  while (list) {
    struct node *rest = list->next;
    list->next = done;
    done = list;
    list = rest;
  }
  return done;
}

int run(int n) {
  struct node *nodes = array_alloc(n * sizeof(struct node));
  struct node *list = 0;
  for (unsigned i = 0, at = 0; i < (unsigned)n; i++) {
    at = (at + 7919) % n;
    nodes[at].value = at ^ i;
    nodes[at].next = list;
    list = &nodes[at];
  }
  unsigned sum = 0;
  for (int round = 0; round < 20; round++) {
    list = reverse(list);
    for (struct node *p = list; p; p = p->next) sum = sum * 3 + p->value;
  }
  return sum;
}
