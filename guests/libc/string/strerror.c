// strerror — the text of an error number.
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <locale.h>

static const char *text_of(int number) {
  switch (number) {
    case 0:
      return "Success";
#define X(value, text) \
  case value:          \
    return text;
#include <kern/errno_text.h>
#undef X
    default:
      return 0;
  }
}

const char *strerrordesc_np(int number) {
  return text_of(number);
}

char *strerror(int number) {
  static char unknown[32];
  const char *text = text_of(number);
  if (text) return (char *)text;
  snprintf(unknown, sizeof unknown, "Unknown error %d", number);
  return unknown;
}

char *strerror_l(int number, locale_t locale) {
  (void)locale;
  return strerror(number);
}

int strerror_r(int number, char *buf, size_t size) {
  const char *text = strerror(number);
  if (strlcpy(buf, text, size) >= size) return ERANGE;
  return text_of(number) ? 0 : EINVAL;
}
