// filestore — the machine's files as whole: the mounted drivers, made when the first path is looked up.
import { EACCES, ENODEV, ENOENT, ENOTDIR, EROFS } from "../abi/errno.ts";
import type { FileStat, ServerBoot } from "../protocol.ts";
import { Errno, errnoOf } from "./driver.ts";
import { MountTable, type Place, pathNames } from "./mount.ts";

const O_WRONLY_CREAT_TRUNC = 0o1101;
const FIRST_HOST_DEV = 2;
const X_BITS = 0o111n;

/** A place that may be written to. */
function writable(place: Place): Place {
  if (place.driver.readOnly) throw new Errno(EROFS);
  return place;
}

function exists(place: Place): boolean {
  try {
    place.driver.stat(place.path, false);
    return true;
  } catch (error) {
    if (errnoOf(error) !== ENOENT) throw error;
    return false;
  }
}

/** Makes every missing directory of a path. */
function makeDirectories(mounts: MountTable, names: readonly string[]): void {
  for (let n = 1; n <= names.length; n++) {
    const place = mounts.find(`/${names.slice(0, n).join("/")}`);
    if (!exists(place)) writable(place).driver.mkdir(place.path, 0o755);
    else if (!place.driver.stat(place.path, true).isDirectory()) throw new Errno(ENOTDIR);
  }
}

/** The directories of a mount point. Those a read-only mount lacks stay missing; the mount works without. */
function makeMountPoint(mounts: MountTable, names: readonly string[]): void {
  try {
    makeDirectories(mounts, names);
  } catch (error) {
    if (errnoOf(error) !== EROFS) throw error;
  }
}

export class FileStore {
  readonly #boot: ServerBoot;
  readonly #hostFiles: () => Promise<typeof import("node:fs") | undefined>;
  /** Files written before the root was made, by absolute path. */
  readonly #unborn = new Map<string, Uint8Array>();
  #mounts: MountTable | undefined;
  #opening: Promise<MountTable> | undefined;

  constructor(boot: ServerBoot, hostFiles: () => Promise<typeof import("node:fs") | undefined>) {
    this.#boot = boot;
    this.#hostFiles = hostFiles;
  }

  /** The mounts; makes them the first time. */
  open(): Promise<MountTable> {
    this.#opening ??= this.#make();
    return this.#opening;
  }

  async #make(): Promise<MountTable> {
    const { memoryDriver } = await import("./memfs.ts");
    const { hostDriver } = await import("./hostdir.ts");
    const directories = this.#boot.mounts;
    const files = directories.length > 0 ? await this.#hostFiles() : undefined;
    const mounts = new MountTable();
    mounts.add("/", memoryDriver({ ...this.#boot.files, ...Object.fromEntries(this.#unborn) }));
    directories.forEach(({ host, guest, readOnly }, i) => {
      if (files === undefined) throw new Errno(ENODEV);
      makeMountPoint(mounts, pathNames(guest));
      mounts.add(guest, hostDriver(files, host, readOnly ?? false, FIRST_HOST_DEV + i));
    });
    this.#unborn.clear();
    this.#mounts = mounts;
    return mounts;
  }

  get #table(): MountTable {
    if (this.#mounts === undefined) throw new Errno(ENODEV);
    return this.#mounts;
  }

  /** Writes a program's file, before or after the root is made. */
  put(path: string, bytes: Uint8Array): void {
    const names = pathNames(path);
    if (this.#mounts === undefined) this.#unborn.set(`/${names.join("/")}`, bytes);
    else this.writeFile(path, bytes, 0o755);
  }

  /** The bytes of a file written before the root was made; undefined once it is. */
  unborn(path: string): Uint8Array | undefined {
    return this.#unborn.get(`/${pathNames(path).join("/")}`);
  }

  /** What identifies the file's present contents. Throws EACCES for what cannot be executed. */
  program(path: string): string {
    const place = this.#table.find(path);
    const stats = place.driver.stat(place.path, true);
    if (place.mustBeDirectory && !stats.isDirectory()) throw new Errno(ENOTDIR);
    if (!stats.isFile() || (stats.mode & X_BITS) === 0n) throw new Errno(EACCES);
    return [place.driver.dev, stats.ino, stats.mtimeNs, stats.size].join(":");
  }

  readFile(path: string): Uint8Array {
    const { driver, path: at } = this.#table.find(path);
    const fd = driver.open(at, 0, 0);
    try {
      const bytes = new Uint8Array(Number(driver.fstat(fd).size));
      let done = 0;
      while (done < bytes.length) {
        const count = driver.read(fd, bytes.subarray(done), done);
        if (count === 0) break;
        done += count;
      }
      return bytes.subarray(0, done);
    } finally {
      driver.close(fd);
    }
  }

  /** Writes a whole file, making the directories it lies in. */
  writeFile(path: string, bytes: Uint8Array, mode: number): null {
    makeDirectories(this.#table, pathNames(path).slice(0, -1));
    const { driver, path: at } = writable(this.#table.find(path));
    const fd = driver.open(at, O_WRONLY_CREAT_TRUNC, mode);
    try {
      for (let done = 0; done < bytes.length; ) done += driver.write(fd, bytes.subarray(done), done);
    } finally {
      driver.close(fd);
    }
    return null;
  }

  mkdir(path: string, recursive: boolean): null {
    if (recursive) {
      makeDirectories(this.#table, pathNames(path));
      return null;
    }
    const place = writable(this.#table.find(path));
    place.driver.mkdir(place.path, 0o777);
    return null;
  }

  readdir(path: string): string[] {
    const place = this.#table.find(path);
    return place.driver.readdir(place.path);
  }

  stat(path: string): FileStat {
    const { driver, path: at } = this.#table.find(path);
    const stats = driver.stat(at, true);
    return {
      dev: driver.dev,
      ino: Number(stats.ino),
      mode: Number(stats.mode),
      nlink: Number(stats.nlink),
      size: Number(stats.size),
      mtimeMs: Number(stats.mtimeMs),
      isFile: stats.isFile(),
      isDirectory: stats.isDirectory(),
    };
  }

  remove(path: string, recursive: boolean): null {
    const place = writable(this.#table.find(path));
    try {
      if (recursive) place.driver.remove(place.path);
      else place.driver.unlink(place.path);
    } catch (error) {
      if (!recursive || errnoOf(error) !== ENOENT) throw error;
    }
    return null;
  }
}
