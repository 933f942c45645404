// 03-shm-inherit — System V shared memory by inheritance: attached before fork, one memory for both.
#include <stdio.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

struct board {
  int counter;
  char text[100];
};

static int attached(int id) {
  struct shmid_ds info;
  return shmctl(id, IPC_STAT, &info) < 0 ? -1 : (int)info.shm_nattch;
}

int main(void) {
  // IPC_PRIVATE: nobody can find this segment by a key, only inherit it.
  int id = shmget(IPC_PRIVATE, sizeof(struct board), IPC_CREAT | 0600);
  if (id < 0) {
    perror("shmget");
    return 1;
  }
  struct board *board = shmat(id, NULL, 0);
  if (board == (void *)-1) {
    perror("shmat");
    return 1;
  }
  // Marked for removal at once: it lives as long as someone is attached, and no crash can leave it behind.
  shmctl(id, IPC_RMID, NULL);

  int ordinary = 1;
  board->counter = 1;
  strcpy(board->text, "written by the parent");
  printf("parent: attached %d time(s)\n", attached(id));
  fflush(stdout);

  pid_t child = fork();
  if (child == 0) {
    printf("child:  attached %d times, for fork copies attachments\n", attached(id));
    printf("child:  reads \"%s\"\n", board->text);
    ordinary = 2;         // Goes to the child's own copy.
    board->counter = 2;   // Goes to the page that both of them see.
    strcpy(board->text, "written by the child");
    printf("child:  sets the ordinary variable to %d and the shared one to %d\n", ordinary, board->counter);
    return 0;
  }
  // Shared memory has no order of its own: here the end of the child tells us when to look.
  waitpid(child, NULL, 0);
  printf("parent: the ordinary variable is %d, the shared one is %d\n", ordinary, board->counter);
  printf("parent: reads \"%s\", attached %d time(s)\n", board->text, attached(id));
  shmdt(board);
  printf("parent: after shmdt the segment is %s\n", attached(id) < 0 ? "gone" : "still there");
  return 0;
}
