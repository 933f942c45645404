// tree — a binary search tree of n keys: inserted, looked up, walked recursively.
#include "array.h"

struct node {
  struct node *left, *right;
  unsigned key, count;
};

static struct node *insert(struct node *root, struct node *fresh) {
  struct node **place = &root;
  while (*place) {
    if ((*place)->key == fresh->key) {
      (*place)->count++;
      return root;
    }
    place = fresh->key < (*place)->key ? &(*place)->left : &(*place)->right;
  }
  *place = fresh;
  return root;
}

static unsigned walk(const struct node *node, unsigned depth) {
  if (!node) return depth;
  return walk(node->left, depth + 1) * 3 + node->key + walk(node->right, depth + 1);
}

int run(int n) {
  struct node *nodes = array_alloc(n * sizeof(struct node));
  struct node *root = 0;
  unsigned state = 2463534242u, sum = 0;
  for (int i = 0; i < n; i++) {
    nodes[i].key = next_random(&state);
    root = insert(root, &nodes[i]);
  }
  for (int i = 0; i < 4 * n; i++) {
    unsigned key = next_random(&state);
    const struct node *at = root;
    while (at && at->key != key) at = key < at->key ? at->left : at->right;
    sum += at != 0;
  }
  return sum + walk(root, 0);
}
