// 08-assemblyscript-signals — signals in AssemblyScript: handlers, a blocked signal, a timer in a long loop.
import {
  alarm,
  block,
  exit,
  fork,
  getpid,
  getppid,
  kill,
  pause,
  print,
  raise,
  SIGALRM,
  SIGINT,
  SIGTERM,
  SIGUSR1,
  SIGUSR2,
  setitimer,
  signal,
  signalDefault,
  signalIgnore,
  Status,
  unblock,
  waitpid,
} from "quire";

// A handler may run between any two instructions: it changes globals and leaves the rest to the program.
let received = 0;
let ticks = 0;

function count(sig: i32): void {
  received++;
}

function tick(sig: i32): void {
  ticks++;
}

/** A signal is acted on at once, or when it is no longer blocked; one that is ignored never. */
function one(): void {
  signal(SIGUSR1, count);
  raise(SIGUSR1);
  print(`raised: received ${received}`);
  block(SIGUSR1);
  kill(getpid(), SIGUSR1);
  kill(getpid(), SIGUSR1);
  print(`blocked: received ${received}`);
  unblock(SIGUSR1);
  print(`unblocked: received ${received}, for two that wait are one`);
  signalIgnore(SIGINT);
  raise(SIGINT);
  print("SIGINT is ignored");
}

/** Parent and child take turns: each waits for the other's signal. */
function two(): void {
  block(SIGUSR2); // Else a signal could come before the pause that waits for it.
  signal(SIGUSR2, count);
  received = 0;
  const pid = fork();
  if (pid == 0) {
    for (let turn = 0; turn < 3; turn++) {
      pause(SIGUSR2);
      kill(getppid(), SIGUSR2);
    }
    exit(received);
  }
  for (let turn = 0; turn < 3; turn++) {
    kill(pid, SIGUSR2);
    pause(SIGUSR2);
  }
  const status = new Status();
  waitpid(pid, status);
  print(`the parent received ${received} answers, the child ${status.exitCode} questions`);
}

/** A loop that calls nothing is interrupted all the same. */
function three(): void {
  signal(SIGALRM, tick);
  setitimer(5000000, 5000000);
  let steps: u64 = 0;
  while (ticks < 3) steps++;
  setitimer(0);
  print(steps > 1000 ? "three ticks ended the loop" : "the loop did not run");
  print(`alarm: ${alarm(100)} before, ${alarm(0)} when stopped`);
}

/** What no handler takes ends a process. */
function four(): void {
  const pid = fork();
  if (pid == 0) {
    signalDefault(SIGTERM);
    while (true) pause();
  }
  kill(pid, SIGTERM);
  const status = new Status();
  waitpid(pid, status);
  print(`the child ended by signal ${status.signal}`);
}

export function main(): i32 {
  one();
  two();
  three();
  four();
  return 0;
}
