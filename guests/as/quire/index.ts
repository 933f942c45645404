// index — what an AssemblyScript program imports from "quire".
// A call's result is the kernel's: at least 0, or a negative errno (-ENOENT); an address is unsigned.
export * from "./abi";
export { dup, dup2, close, lseek, open, pipe, read, unlink, write } from "./file";
export { CString, print, printError, readText, writeText } from "./text";
export { mmap, mprotect, munmap, shmat, shmctl, shmdt, shmget } from "./memory";
export { Status, args, execve, exit, fork, getpid, getppid, kill, wait, waitpid } from "./process";
export {
  alarm,
  block,
  pause,
  raise,
  setitimer,
  signal,
  signalDefault,
  signalIgnore,
  unblock,
} from "./signal";
export { clock, nanosleep, sched_yield } from "./time";
