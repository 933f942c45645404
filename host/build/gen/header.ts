// header — the C share of the tables: guests/include/kern/*.h.
import { type Constant, PRIVATE_SETS, type Struct, type Tables } from "./tables.ts";

/** The sets each public header needs, so that <unistd.h> does not define SIGHUP. Others stand in abi.h. */
const HEADERS: Record<string, string[]> = {
  fcntl: ["O", "FD", "F", "AT"],
  ioctl: ["FIONREAD", "TCGETS", "TIOCGWINSZ"],
  ipc: ["IPC"],
  mman: ["PROT", "MAP", "MS"],
  random: ["GRND"],
  seek: ["SEEK"],
  shm: ["SHM"],
  signal: [
    "SIG",
    "CLD",
    "SA",
    "SS",
    "SI",
    "ILL",
    "FPE",
    "SEGV",
    "BUS",
    "TRAP",
    "SIGEV",
    "MINSIGSTKSZ",
    "SIGSTKSZ",
  ],
  itimer: ["ITIMER"],
  signalfd: ["SFD"],
  timerfd: ["TFD"],
  spawn: ["POSIX"],
  stat: ["S"],
  sysconf: ["_SC"],
  time: ["CLOCK", "TIMER"],
  wait: ["W", "P"],
};
const PRIVATE_STRUCTS = ["request", "process_info", "trace_record", "attention"];

function define(constant: Constant): string[] {
  const value = constant.value < 0 ? `(${constant.spelling})` : constant.spelling;
  return [`#ifndef ${constant.name}`, `#define ${constant.name} ${value}`, "#endif"];
}

function headerFile(noun: string, body: string[]): string {
  const guard = `_KERN_${noun.toUpperCase()}_H`;
  return [
    `// kern/${noun}.h — generated from assembly/abi/*.tbl by host/build/gen.ts; do not edit.`,
    `#ifndef ${guard}`,
    `#define ${guard}`,
    ...body,
    "#endif",
    "",
  ].join("\n");
}

function declarator(type: string, name: string): string {
  const array = /^(.*?)(\[\d+\])$/.exec(type);
  if (array !== null) return `${array[1]} ${name}${array[2]}`;
  return type.endsWith("*") ? `${type}${name}` : `${type} ${name}`;
}

function structLines(struct: Struct): string[] {
  const name = `struct ${struct.name}`;
  return [
    "",
    `${name} {`,
    ...struct.fields.map((field) => `  ${declarator(field.type, field.name)};`),
    "};",
    `KERN_ASSERT(sizeof(${name}) == ${struct.size}, "${name}");`,
    ...struct.fields.map(
      ({ name: field, offset }) =>
        `KERN_ASSERT(__builtin_offsetof(${name}, ${field}) == ${offset}, "${struct.name}.${field}");`,
    ),
  ];
}

function abiFile(tables: Tables): string {
  const placed = new Set([...Object.values(HEADERS).flat(), ...PRIVATE_SETS]);
  const others = tables.constants.filter((constant) => !placed.has(constant.set));
  const structs = tables.structs.filter((struct) => !PRIVATE_STRUCTS.includes(struct.name));
  return headerFile("abi", [
    ...["errno", ...Object.keys(HEADERS)].map((noun) => `#include <kern/${noun}.h>`),
    "",
    "#define QUIRE_ABI 1",
    "",
    ...tables.syscalls.map((call) => `#define SYS_${call.name} ${call.nr}`),
    "",
    ...others.flatMap(define),
    "#ifdef __cplusplus",
    "#define KERN_ASSERT static_assert",
    "#else",
    "#define KERN_ASSERT _Static_assert",
    "#endif",
    // The table orders structs so that a pointer may name a later one.
    ...structs.map((struct) => `struct ${struct.name};`),
    ...structs.flatMap(structLines),
  ]);
}

function errnoFile(tables: Tables): string {
  return headerFile("errno", [
    ...tables.errnos.map((errno) => `#define ${errno.name} ${errno.value} // ${errno.text}`),
    "#define EWOULDBLOCK EAGAIN",
    "#define EDEADLOCK EDEADLK",
    "#define ENOTSUP EOPNOTSUPP",
  ]);
}

/** For the C library: X(number, text) once for every errno. */
function errnoTextFile(tables: Tables): string {
  return [
    "// kern/errno_text.h — generated from assembly/abi/errno.tbl by host/build/gen.ts; do not edit.",
    ...tables.errnos.map((errno) => `X(${errno.value}, "${errno.text}")`),
    "",
  ].join("\n");
}

/** Files of guests/include/kern/, by their path in the repository. */
export function headerFiles(tables: Tables): Record<string, string> {
  const files: Record<string, string> = {
    "guests/include/kern/abi.h": abiFile(tables),
    "guests/include/kern/errno.h": errnoFile(tables),
    "guests/include/kern/errno_text.h": errnoTextFile(tables),
  };
  for (const [noun, sets] of Object.entries(HEADERS)) {
    const body = tables.constants.filter((constant) => sets.includes(constant.set)).flatMap(define);
    files[`guests/include/kern/${noun}.h`] = headerFile(noun, body);
  }
  return files;
}
