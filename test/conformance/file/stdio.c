// stdio — fopen, fprintf, fseek, fgets, freopen and fdopen over files; fopen(3).
#include "../check.h"

int main(void) {
  FILE *f = fopen("data", "w+");
  SHOW(fprintf(f, "line %d\nline %d\n", 1, 2));
  SHOW(fseek(f, 5, SEEK_SET));
  SHOW(fgetc(f));
  SHOW(ftell(f));
  rewind(f);
  char line[50];
  int lines = 0;
  while (fgets(line, sizeof line, f)) lines++;
  SHOW(lines);
  SHOW(!!feof(f));
  SHOW(fclose(f));
  f = fopen("data", "a");
  fputs("third\n", f);
  fclose(f);
  errno = 0;
  f = fopen("absent", "r");
  say("%s %s\n", f ? "opened" : "NULL", errname(errno));
  errno = 0;
  f = fopen("data", "wx");
  say("%s %s\n", f ? "opened" : "NULL", errname(errno));
  int fd = MUST(open("data", O_RDONLY));
  f = fdopen(fd, "r");
  SHOW(fileno(f) == fd);
  SHOW(fread(line, 1, sizeof line, f));
  say("%.20s", line);
  SHOW(fclose(f));
  ERR(fcntl(fd, F_GETFD));
  SHOW(remove("data"));
  return 0;
}
