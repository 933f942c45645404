// process — this process and its children.
import {
  SYS_args_get,
  SYS_args_sizes,
  SYS_execve,
  SYS_exit_group,
  SYS_getpid,
  SYS_getppid,
  SYS_kill,
  SYS_wait4,
} from "./abi";
import { trap, trapFork } from "./kernel";
import { CString } from "./text";

/** How a child ended. */
export class Status {
  word: i32 = 0;

  get exited(): bool {
    return (this.word & 0x7f) == 0;
  }
  get exitCode(): i32 {
    return (this.word >> 8) & 0xff;
  }
  /** The signal that ended it; 0 when it exited. */
  get signal(): i32 {
    return this.word & 0x7f;
  }
}

export function getpid(): i32 {
  return trap(SYS_getpid);
}

export function getppid(): i32 {
  return trap(SYS_getppid);
}

/** The child's pid in the parent, 0 in the child. */
export function fork(): i32 {
  return trapFork(0);
}

export function exit(status: i32): void {
  trap(SYS_exit_group, status);
  unreachable();
}

export function kill(pid: i32, signal: i32): i32 {
  return trap(SYS_kill, pid, signal);
}

/** Waits for a child; its pid, or a negative errno. */
export function waitpid(pid: i32, status: Status | null = null, options: i32 = 0): i32 {
  const address = status == null ? 0 : changetype<usize>(status) + offsetof<Status>("word");
  return trap(SYS_wait4, pid, <i32>address, options);
}

export function wait(status: Status | null = null): i32 {
  return waitpid(-1, status);
}

/** The program's arguments, its name first. */
export function args(): string[] {
  const sizes = new StaticArray<u32>(4);
  trap(SYS_args_sizes, <i32>changetype<usize>(sizes));
  const bytes = new ArrayBuffer(<i32>(sizes[1] + sizes[3]));
  trap(SYS_args_get, <i32>changetype<usize>(bytes));
  const list: string[] = [];
  let address = changetype<usize>(bytes);
  for (let i: u32 = 0; i < sizes[0]; i++) {
    let end = address;
    while (load<u8>(end)) end++;
    list.push(String.UTF8.decodeUnsafe(address, end - address));
    address = end + 1;
  }
  return list;
}

/** A NULL-ended vector of C strings. */
class Vector {
  private readonly texts: CString[] = [];
  private readonly addresses: StaticArray<i32>;

  constructor(list: string[]) {
    this.addresses = new StaticArray<i32>(list.length + 1);
    for (let i = 0; i < list.length; i++) {
      const text = new CString(list[i]);
      this.texts.push(text);
      this.addresses[i] = text.address;
    }
  }

  get address(): i32 {
    return <i32>changetype<usize>(this.addresses);
  }
}

/** Replaces this process's program; returns only a negative errno. */
export function execve(path: string, argv: string[], env: string[] = []): i32 {
  const file = new CString(path);
  const argVector = new Vector(argv);
  const envVector = new Vector(env);
  return trap(SYS_execve, file.address, argVector.address, envVector.address);
}
