// strings — a text of n words: lengths, copies, comparison, search and reversal, byte by byte.
#include "array.h"

static unsigned length(const char *s) {
  unsigned n = 0;
  while (s[n]) n++;
  return n;
}

static char *copy(char *to, const char *from) {
  while ((*to = *from++)) to++;
  return to;
}

static int compare(const char *a, const char *b) {
  while (*a && *a == *b) a++, b++;
  return (unsigned char)*a - (unsigned char)*b;
}

static const char *find(const char *text, const char *word) {
  for (; *text; text++) {
    unsigned i = 0;
    while (word[i] && text[i] == word[i]) i++;
    if (!word[i]) return text;
  }
  return 0;
}

static void reverse(char *s, unsigned n) {
  for (unsigned i = 0, j = n; i + 1 < j; i++) {
    char c = s[i];
    s[i] = s[--j];
    s[j] = c;
  }
}

int run(int n) {
  static const char *words[] = {"page", "frame", "window", "fork", "pipe", "signal", "semaphore", "queue"};
  char *text = array_alloc(n * 10 + 16);
  char *other = array_alloc(n * 10 + 16);
  char *end = text;
  unsigned state = 99, sum = 0;
  for (int i = 0; i < n; i++) {
    end = copy(end, words[next_random(&state) % 8]);
    *end++ = ' ';
  }
  copy(end, "trampoline");
  for (int round = 0; round < 8; round++) {
    copy(other, text);
    sum += length(other) + compare(text, other);
    sum += find(other, "trampoline") - other;
    reverse(other, length(other));
    sum += compare(other, text) & 255;
  }
  return sum;
}
