// strace — records of the trace ring become the lines strace would print.
import { describe, expect, test } from "vitest";
import * as nr from "../../host/abi/syscalls.ts";
import {
  flagNames,
  formatRecord,
  PHASE_ENTER,
  PHASE_LEAVE,
  type TraceRecord,
} from "../../host/trace/strace.ts";
import { Tracer } from "../../host/trace/tracer.ts";

function record(
  number: number,
  args: number[],
  result: number,
  rest: Partial<TraceRecord> = {},
): TraceRecord {
  const six = [...args, 0, 0, 0, 0, 0, 0].slice(0, 6);
  const text = new Uint8Array();
  return { pid: 2, nr: number, phase: PHASE_LEAVE, result, args: six, timeNs: 0, textArg: -1, text, ...rest };
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

describe("a line", () => {
  test("quotes the bytes of a buffer", () => {
    const write = record(nr.SYS_write, [1, 0x1000, 4], 4, { textArg: 1, text: text('a"\n\x01') });
    expect(formatRecord(write)).toBe('[pid 2] write(1, "a\\"\\n\\1", 4) = 4');
  });

  test("shows that a buffer goes on", () => {
    const write = record(nr.SYS_write, [1, 0x1000, 100], 100, { textArg: 1, text: text("x".repeat(56)) });
    expect(formatRecord(write)).toBe(`[pid 2] write(1, "${"x".repeat(56)}"..., 100) = 100`);
  });

  test("names flags, octal modes, AT_FDCWD and errors", () => {
    const open = record(nr.SYS_openat, [-100, 0x1000, 0o101, 0o644], -2, {
      textArg: 1,
      text: text("/motd\0"),
    });
    expect(formatRecord(open)).toBe(
      '[pid 2] openat(AT_FDCWD, "/motd", O_WRONLY|O_CREAT, 0644) = -1 ENOENT (No such file or directory)',
    );
  });

  test("shows an address as one, and mmap's flags", () => {
    const map = record(nr.SYS_mmap, [0, 8192, 3, 0x21, -1, 0], 0x8000_0000 | 0);
    expect(formatRecord(map)).toBe(
      "[pid 2] mmap(NULL, 8192, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_ANONYMOUS, -1, 0) = 0x80000000",
    );
  });

  test("joins the two words of an offset", () => {
    const read = record(nr.SYS_pread64, [3, 0x2000, 10, 5, 1], 0);
    expect(formatRecord(read)).toBe("[pid 2] pread64(3, 0x2000, 10, 4294967301) = 0");
    const seek = record(nr.SYS_lseek, [3, -1, -1, 2, 0x3000], 0);
    expect(formatRecord(seek)).toBe("[pid 2] lseek(3, -1, 2, 0x3000) = 0");
  });

  test("shows fork and vfork as C has them", () => {
    expect(formatRecord(record(nr.SYS_fork, [0], 3))).toBe("[pid 2] fork() = 3");
    expect(formatRecord(record(nr.SYS_fork, [1], -11))).toMatch(/^\[pid 2\] vfork\(\) = -1 EAGAIN /);
  });

  test("names a call the table does not know by its number", () => {
    expect(formatRecord(record(999, [], -38))).toContain("syscall_999(0, 0, 0, 0, 0, 0) = -1 ENOSYS");
  });
});

describe("flags", () => {
  test.each([
    ["O", 0, "O_RDONLY"],
    ["O", 2, "O_RDWR"],
    ["PROT", 0, "PROT_NONE"],
    ["MAP", 0x32, "MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS"],
    ["O", 0x1000_0000, "O_RDONLY|0x10000000"],
  ])("%s %i is %s", (set, value, name) => {
    expect(flagNames(set, value)).toBe(name);
  });
});

/** Formats as the tracer does: the records come from a made-up ring. */
function trace(records: readonly TraceRecord[]): string[] {
  const lines: string[] = [];
  const left = [...records];
  const tracer = new Tracer({ traceStart: () => {}, next: () => left.shift() }, (line) => lines.push(line));
  tracer.stop();
  return lines;
}

describe("the tracer", () => {
  test("prints a call when it returns, exit when it begins, and exec by what follows", () => {
    const begun = { phase: PHASE_ENTER };
    const lines = trace([
      record(nr.SYS_getpid, [], 0, begun),
      record(nr.SYS_getpid, [], 2),
      record(nr.SYS_execve, [0x1000, 0, 0], 0, { ...begun, textArg: 0, text: text("/bin/ls\0") }),
      record(nr.SYS_getppid, [], 0, begun),
      record(nr.SYS_getppid, [], 1),
      record(nr.SYS_exit_group, [3], 0, begun),
    ]);
    expect(lines).toEqual([
      "[pid 2] getpid() = 2",
      '[pid 2] execve("/bin/ls", NULL, NULL) = 0',
      "[pid 2] getppid() = 1",
      "[pid 2] exit_group(3) = ?",
    ]);
  });

  test("prints at the end what has not returned", () => {
    expect(trace([record(nr.SYS_read, [0, 0x1000, 5], 0, { phase: PHASE_ENTER })])).toEqual([
      "[pid 2] read(0, 0x1000, 5) = ?",
    ]);
  });
});
