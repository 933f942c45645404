// text — strings of AssemblyScript as the bytes the kernel knows.
import { SYS_read, SYS_write } from "./abi";
import { trap } from "./kernel";

/** A string in UTF-8 with its NUL; keep the object as long as the address is in use. */
export class CString {
  readonly bytes: ArrayBuffer;

  constructor(text: string) {
    this.bytes = String.UTF8.encode(text, true);
  }

  get address(): i32 {
    return <i32>changetype<usize>(this.bytes);
  }
}

/** Writes all of a text; 0, or a negative errno. */
export function writeText(fd: i32, text: string): i32 {
  const bytes = String.UTF8.encode(text);
  let done = 0;
  while (done < bytes.byteLength) {
    const n = trap(SYS_write, fd, <i32>changetype<usize>(bytes) + done, bytes.byteLength - done);
    if (n < 0) return n;
    done += n;
  }
  return 0;
}

/** A line on standard output. */
export function print(text: string): void {
  writeText(1, `${text}\n`);
}

/** A line on standard error. */
export function printError(text: string): void {
  writeText(2, `${text}\n`);
}

/** What one read of at most n bytes gives, as text; "" at end of file and on error. */
export function readText(fd: i32, n: i32 = 4096): string {
  const bytes = new ArrayBuffer(n);
  const got = trap(SYS_read, fd, <i32>changetype<usize>(bytes), n);
  return got <= 0 ? "" : String.UTF8.decodeUnsafe(changetype<usize>(bytes), got);
}
