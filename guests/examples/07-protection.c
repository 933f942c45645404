// 07-protection — what the memory management unit is for: a bad access ends one process alone.
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile char *page;

static void read_null(void) { (void)*(volatile char *)0; }
static void write_read_only(void) { page[0] = 'x'; }
static void write_private(void) { page[4096] = 'x'; }
static void after_munmap(void) {
  munmap((void *)page, 4096);
  (void)page[0];
}

static void attempt(const char *what, void (*action)(void)) {
  fflush(stdout);
  pid_t pid = fork();
  if (pid == 0) {
    action();
    _exit(0);
  }
  int status;
  waitpid(pid, &status, 0);
  int signal = WTERMSIG(status);
  if (WIFSIGNALED(status)) printf("%-30s ended by signal %d (%s)\n", what, signal, strsignal(signal));
  else printf("%-30s ended with status %d\n", what, WEXITSTATUS(status));
}

int main(void) {
  // Two pages; the first one is made read-only, the second stays writable.
  page = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  strcpy((char *)page, "safe");
  strcpy((char *)page + 4096, "also safe");
  mprotect((void *)page, 4096, PROT_READ);

  attempt("reading address 0", read_null);
  attempt("writing to a read-only page", write_read_only);
  attempt("writing to a writable page", write_private);
  attempt("reading what was unmapped", after_munmap);

  // Every attempt happened in a child with an address space of its own.
  printf("the parent's pages: \"%s\", \"%s\"\n", (const char *)page, (const char *)page + 4096);
  return 0;
}
