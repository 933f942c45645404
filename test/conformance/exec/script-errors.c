// script-errors — an interpreter that is absent, a folder, no program or missing; a script may name a script.
// execve(2).
// programs: args
#include "../check.h"
#include <sys/stat.h>

static char *envp[] = { NULL };
static char *argv[] = { "zero", "one", NULL };

int main(void) {
  char line[600];
  MUST(mkdir("folder", 0700));
  put_file("plain", "text", 0700);
  put_file("a", "#!/no/such/interpreter\n", 0700);
  CHILD("absent", ERR(execve("./a", argv, envp)));
  put_file("a", "#!folder\n", 0700);
  CHILD("folder", ERR(execve("./a", argv, envp)));
  put_file("a", "#!plain\n", 0700);
  CHILD("no program", ERR(execve("./a", argv, envp)));
  put_file("a", "#!\n", 0700);
  CHILD("no name", ERR(execve("./a", argv, envp)));
  put_file("a", "#!   \n", 0700);
  CHILD("blanks only", ERR(execve("./a", argv, envp)));
  snprintf(line, sizeof line, "#!%s x\n", program("args"));
  put_file("d", line, 0600);
  CHILD("not executable", ERR(execve("./d", argv, envp)));
  put_file("b", line, 0700);
  put_file("c", "#!b y\n", 0700);
  CHILD("script of a script", ERR(execve("./c", argv, envp)));
  put_file("loop", "#!loop\n", 0700);
  CHILD("script of itself", ERR(execve("./loop", argv, envp)));
  return 0;
}
