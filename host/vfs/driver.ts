// driver — what holds files: anything with Node's synchronous fs interface, seen through one small door.
import type * as fs from "node:fs";
import { EFBIG, EIO, ERRNOS } from "../abi/errno.ts";

/** The part of Node's `fs` a driver uses; memfs has the same. */
export type SyncFs = Pick<
  typeof fs,
  | "openSync"
  | "closeSync"
  | "readSync"
  | "writeSync"
  | "ftruncateSync"
  | "statSync"
  | "lstatSync"
  | "fstatSync"
  | "unlinkSync"
  | "mkdirSync"
  | "rmdirSync"
  | "rmSync"
  | "readdirSync"
>;

/** A file's state; times in nanoseconds since 1970. */
export type Stats = fs.BigIntStats;

/** An errno as an exception, thrown by drivers and by the server itself. */
export class Errno extends Error {
  override name = "Errno";
  readonly errno: number;
  constructor(errno: number) {
    super(ERRNOS.get(errno)?.text ?? `error ${errno}`);
    this.errno = errno;
  }
}

const NUMBERS: ReadonlyMap<string, number> = new Map([...ERRNOS].map(([number, { name }]) => [name, number]));

/** The errno of what a file system threw: by its code, EIO when it has none we know. */
export function errnoOf(error: unknown): number {
  if (error instanceof Errno) return error.errno;
  const { code } = error as { code?: unknown };
  return (typeof code === "string" ? NUMBERS.get(code) : undefined) ?? EIO;
}

/** The names of flags of open, with our numbers (Linux's) on the left. */
const FLAGS: readonly (readonly [bit: number, name: keyof typeof fs.constants])[] = [
  [1, "O_WRONLY"],
  [2, "O_RDWR"],
  [0o100, "O_CREAT"],
  [0o200, "O_EXCL"],
  [0o1000, "O_TRUNC"],
  [0o4000, "O_NONBLOCK"],
  [0o200000, "O_DIRECTORY"],
  [0o400000, "O_NOFOLLOW"],
];

export interface DriverOptions {
  readonly dev: number;
  readonly readOnly: boolean;
  readonly fs: SyncFs;
  /** Bytes of the largest file; the file system's own limit when absent. */
  readonly fileMax?: number;
  /** The platform's numbers of the flags of open; ours when absent. */
  readonly constants?: typeof fs.constants;
  /** The path in `fs` of one below the mount point: "", "a/b". `follow`: of what a link at its end names. */
  locate(path: string, follow: boolean): string;
}

/** A mounted file system. Every method throws on failure; `errnoOf` tells which. */
export class Driver {
  readonly dev: number;
  readonly readOnly: boolean;
  readonly #fs: SyncFs;
  readonly #fileMax: number;
  readonly #constants: typeof fs.constants | undefined;
  readonly #locate: (path: string, follow: boolean) => string;

  constructor(options: DriverOptions) {
    this.dev = options.dev;
    this.readOnly = options.readOnly;
    this.#fs = options.fs;
    this.#fileMax = options.fileMax ?? Number.POSITIVE_INFINITY;
    this.#constants = options.constants;
    this.#locate = options.locate;
  }

  #flags(flags: number): number {
    const constants = this.#constants;
    if (constants === undefined) return flags;
    return FLAGS.reduce((all, [bit, name]) => ((flags & bit) !== 0 ? all | (constants[name] ?? 0) : all), 0);
  }

  open(path: string, flags: number, mode: number): number {
    const follow = (flags & 0o400000) === 0 && (flags & 0o300) !== 0o300;
    return this.#fs.openSync(this.#locate(path, follow), this.#flags(flags), mode);
  }

  close(fd: number): void {
    this.#fs.closeSync(fd);
  }

  read(fd: number, into: Uint8Array, position: number): number {
    return this.#fs.readSync(fd, into, 0, into.length, position);
  }

  write(fd: number, from: Uint8Array, position: number): number {
    if (from.length === 0) return 0;
    const room = this.#fileMax - position;
    if (room <= 0) throw new Errno(EFBIG);
    return this.#fs.writeSync(fd, from, 0, Math.min(from.length, room), position);
  }

  truncate(fd: number, size: number): void {
    if (size > this.#fileMax) throw new Errno(EFBIG);
    this.#fs.ftruncateSync(fd, size);
  }

  stat(path: string, follow: boolean): Stats {
    const place = this.#locate(path, follow);
    return follow ? this.#fs.statSync(place, { bigint: true }) : this.#fs.lstatSync(place, { bigint: true });
  }

  fstat(fd: number): Stats {
    return this.#fs.fstatSync(fd, { bigint: true });
  }

  unlink(path: string): void {
    this.#fs.unlinkSync(this.#locate(path, false));
  }

  mkdir(path: string, mode: number): void {
    this.#fs.mkdirSync(this.#locate(path, false), mode);
  }

  rmdir(path: string): void {
    this.#fs.rmdirSync(this.#locate(path, false));
  }

  /** Removes a whole tree. */
  remove(path: string): void {
    this.#fs.rmSync(this.#locate(path, false), { recursive: true });
  }

  readdir(path: string): string[] {
    return this.#fs.readdirSync(this.#locate(path, true));
  }
}
