// hostdir — a directory of the host put into the machine, and the jail that keeps every path inside it.
import type * as fs from "node:fs";
import { EACCES } from "../abi/errno.ts";
import { Driver, Errno } from "./driver.ts";

type JailFs = Pick<typeof fs, "lstatSync" | "realpathSync">;

/** Maps paths below a directory to host paths that provably lie in it, whatever links there are. */
export class Jail {
  readonly #root: string;
  readonly #fs: JailFs;

  /** `directory` must exist. */
  constructor(directory: string, files: JailFs) {
    this.#root = files.realpathSync(directory);
    this.#fs = files;
  }

  #inside(path: string): string {
    const prefix = this.#root.endsWith("/") ? this.#root : `${this.#root}/`;
    if (path !== this.#root && !path.startsWith(prefix)) throw new Errno(EACCES);
    return path;
  }

  /** The host path of `path` (without ".."); `follow`: of what a link at its end names. Throws EACCES. */
  locate(path: string, follow: boolean): string {
    if (path === "") return this.#root;
    const slash = path.lastIndexOf("/");
    const parent = this.#inside(this.#fs.realpathSync(`${this.#root}/${path.slice(0, Math.max(slash, 0))}`));
    const place = `${parent === "/" ? "" : parent}/${path.slice(slash + 1)}`;
    if (!follow) return place;
    const link = this.#fs.lstatSync(place, { throwIfNoEntry: false });
    if (link === undefined || !link.isSymbolicLink()) return place;
    return this.#inside(this.#fs.realpathSync(place));
  }
}

/** A driver for a host directory. Opening follows no link made after the check, and waits on no FIFO. */
export function hostDriver(files: typeof fs, directory: string, readOnly: boolean, dev: number): Driver {
  const jail = new Jail(directory, files);
  return new Driver({
    dev,
    readOnly,
    fs: {
      ...files,
      openSync: (path, flags, mode) => {
        const { O_NOFOLLOW: noFollow = 0, O_NONBLOCK: noWait = 0 } = files.constants;
        const fd = files.openSync(path, Number(flags) | noFollow | noWait, mode);
        const stats = files.fstatSync(fd);
        if (stats.isFile() || stats.isDirectory()) return fd;
        files.closeSync(fd);
        throw new Errno(EACCES);
      },
    },
    constants: files.constants,
    locate: (path, follow) => jail.locate(path, follow),
  });
}
