// 06-assemblyscript — the same system calls from AssemblyScript: a pipe, a fork, a shared page.
import {
  close,
  exit,
  fork,
  MAP_ANONYMOUS,
  MAP_SHARED,
  mmap,
  PROT_READ,
  PROT_WRITE,
  pipe,
  print,
  readText,
  Status,
  waitpid,
  writeText,
} from "quire";

/** What the two processes share: a class laid over the mapped page, no object of the runtime. */
@unmanaged
class Board {
  sum: i32;
  rounds: i32;
}

/** The child: reads words from the pipe until its end and counts their letters on the board. */
function child(fd: i32, board: Board): i32 {
  let text = "";
  for (let part = readText(fd, 8); part != ""; part = readText(fd, 8)) {
    text += part;
    board.rounds++;
  }
  const words = text.split(" ");
  for (let i = 0; i < words.length; i++) board.sum += words[i].length;
  print(`child:  ${words.length} words`);
  return words.length;
}

export function main(): i32 {
  // A system call's result is the kernel's own: at least 0, or a negative error number.
  const ends = new StaticArray<i32>(2);
  if (pipe(ends) < 0) return 1;
  const page = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS);
  const board = changetype<Board>(page);
  let ordinary = 1;

  const pid = fork();
  if (pid == 0) {
    close(ends[1]); // Else the child itself would keep the pipe from ending.
    ordinary = 2;
    exit(child(ends[0], board));
  }
  close(ends[0]);
  writeText(ends[1], "objects of this language live in flat memory and are copied by fork");
  close(ends[1]);

  const status = new Status();
  waitpid(pid, status);
  print(`parent: the child ended with status ${status.exitCode}`);
  print(`parent: it counted ${board.sum} letters in ${board.rounds} reads of at most 8 bytes`);
  print(`parent: the ordinary variable is still ${ordinary}`);
  return 0;
}
