// request — one request of the kernel, read from physical memory and done on the mounted file systems.
import * as nr from "../abi/constants.ts";
import { EACCES, EBADF, EBUSY, EEXIST, EISDIR, ENOSYS, ENOTDIR, EROFS } from "../abi/errno.ts";
import * as abi from "../abi/structs.ts";
import { type Driver, Errno, errnoOf, type Stats } from "./driver.ts";
import type { MountTable, Place } from "./mount.ts";
import { writeStat } from "./stat.ts";

const X_BITS = 0o111n;
const W_OK = 2;
const X_OK = 1;

/** An open file of the server. Directories have no descriptor of the driver. */
interface Handle {
  readonly driver: Driver;
  readonly fd: number | undefined;
  readonly path: string;
}

/** Throws ENOTDIR when the path asked for a directory and the file is none. */
function mustFit(place: Place, stats: Stats): Stats {
  if (place.mustBeDirectory && !stats.isDirectory()) throw new Errno(ENOTDIR);
  return stats;
}

function mayWrite(driver: Driver): void {
  if (driver.readOnly) throw new Errno(EROFS);
}

/** The file's state, or undefined when there is no such file. */
function statOrNothing(place: Place, follow: boolean): Stats | undefined {
  try {
    return mustFit(place, place.driver.stat(place.path, follow));
  } catch (error) {
    if (errnoOf(error) === 2) return undefined;
    throw error;
  }
}

export class FileRequests {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #mounts: MountTable;
  readonly #handles = new Map<number, Handle>();
  #nextHandle = 1;

  constructor(phys: WebAssembly.Memory, mounts: MountTable) {
    this.#bytes = new Uint8Array(phys.buffer);
    this.#view = new DataView(phys.buffer);
    this.#mounts = mounts;
  }

  /** Does the request at `ka`: its result, a negative errno when it fails. Everything but REQ_LOAD. */
  perform(ka: number): number {
    try {
      return this.#dispatch(this.#int(ka, abi.REQUEST_OP), ka);
    } catch (error) {
      return -errnoOf(error);
    }
  }

  #dispatch(op: number, ka: number): number {
    switch (op) {
      case nr.REQ_OPEN:
        return this.#open(ka);
      case nr.REQ_CLOSE:
        return this.#close(ka);
      case nr.REQ_READ:
        return this.#read(ka);
      case nr.REQ_WRITE:
        return this.#write(ka);
      case nr.REQ_TRUNCATE:
        return this.#truncate(ka);
      case nr.REQ_STAT:
        return this.#stat(ka);
      case nr.REQ_FSTAT:
        return this.#fstat(ka);
      case nr.REQ_UNLINK:
        return this.#unlink(ka);
      case nr.REQ_MKDIR:
        return this.#mkdir(ka);
      case nr.REQ_RMDIR:
        return this.#rmdir(ka);
      case nr.REQ_ACCESS:
        return this.#access(ka);
      default:
        return -ENOSYS;
    }
  }

  #int(ka: number, offset: number): number {
    return this.#view.getInt32(ka + offset, true);
  }

  #offset(ka: number): number {
    return Number(this.#view.getBigInt64(ka + abi.REQUEST_OFFSET, true));
  }

  /** The request's path as text. */
  path(ka: number): string {
    const at = this.#int(ka, abi.REQUEST_PATH) >>> 0;
    return new TextDecoder().decode(this.#bytes.slice(at, at + this.#int(ka, abi.REQUEST_PATH_LEN)));
  }

  /** The request's buffer. */
  buffer(ka: number): Uint8Array {
    const at = this.#int(ka, abi.REQUEST_BUF) >>> 0;
    return this.#bytes.subarray(at, at + this.#int(ka, abi.REQUEST_BUF_LEN));
  }

  #place(ka: number): Place {
    return this.#mounts.find(this.path(ka));
  }

  #handle(ka: number): Handle {
    const handle = this.#handles.get(this.#int(ka, abi.REQUEST_A0));
    if (handle === undefined) throw new Errno(EBADF);
    return handle;
  }

  #file(ka: number): { driver: Driver; fd: number } {
    const { driver, fd } = this.#handle(ka);
    if (fd === undefined) throw new Errno(EISDIR);
    return { driver, fd };
  }

  #putStat(ka: number, driver: Driver, stats: Stats): void {
    writeStat(this.#view, this.#int(ka, abi.REQUEST_BUF) >>> 0, driver.dev, stats);
  }

  #open(ka: number): number {
    const place = this.#place(ka);
    const flags = this.#int(ka, abi.REQUEST_A0);
    const follow = (flags & nr.O_NOFOLLOW) === 0;
    const found = statOrNothing(place, follow);
    const writes = (flags & nr.O_ACCMODE) !== nr.O_RDONLY || (flags & nr.O_TRUNC) !== 0;
    if (found?.isDirectory()) {
      if ((flags & nr.O_CREAT) !== 0) throw new Errno((flags & nr.O_EXCL) !== 0 ? EEXIST : EISDIR);
      if (writes) throw new Errno(EISDIR);
      this.#putStat(ka, place.driver, found);
      return this.#keep({ driver: place.driver, fd: undefined, path: place.path });
    }
    if ((flags & nr.O_DIRECTORY) !== 0 && found !== undefined) throw new Errno(ENOTDIR);
    if (place.mustBeDirectory && (flags & nr.O_CREAT) !== 0) throw new Errno(EISDIR);
    if (writes || ((flags & nr.O_CREAT) !== 0 && found === undefined)) mayWrite(place.driver);
    const wanted = nr.O_ACCMODE | nr.O_CREAT | nr.O_EXCL | nr.O_TRUNC | nr.O_NOFOLLOW;
    const fd = place.driver.open(place.path, flags & wanted, this.#int(ka, abi.REQUEST_A1));
    this.#putStat(ka, place.driver, place.driver.fstat(fd));
    return this.#keep({ driver: place.driver, fd, path: place.path });
  }

  #keep(handle: Handle): number {
    const id = this.#nextHandle++;
    this.#handles.set(id, handle);
    return id;
  }

  #close(ka: number): number {
    const { driver, fd } = this.#handle(ka);
    this.#handles.delete(this.#int(ka, abi.REQUEST_A0));
    if (fd !== undefined) driver.close(fd);
    return 0;
  }

  #read(ka: number): number {
    const { driver, fd } = this.#file(ka);
    const offset = this.#offset(ka);
    const count = driver.read(fd, this.buffer(ka), offset);
    this.#view.setBigInt64(ka + abi.REQUEST_RESULT64, BigInt(offset + count), true);
    return count;
  }

  #write(ka: number): number {
    const { driver, fd } = this.#file(ka);
    mayWrite(driver);
    const asked = this.#offset(ka);
    const offset = asked < 0 ? Number(driver.fstat(fd).size) : asked;
    const count = driver.write(fd, this.buffer(ka), offset);
    this.#view.setBigInt64(ka + abi.REQUEST_RESULT64, BigInt(offset + count), true);
    return count;
  }

  #truncate(ka: number): number {
    const { driver, fd } = this.#file(ka);
    mayWrite(driver);
    driver.truncate(fd, this.#offset(ka));
    return 0;
  }

  #stat(ka: number): number {
    const place = this.#place(ka);
    const follow = this.#int(ka, abi.REQUEST_A0) !== 1;
    this.#putStat(ka, place.driver, mustFit(place, place.driver.stat(place.path, follow)));
    return 0;
  }

  #fstat(ka: number): number {
    const { driver, fd, path } = this.#handle(ka);
    this.#putStat(ka, driver, fd === undefined ? driver.stat(path, true) : driver.fstat(fd));
    return 0;
  }

  #unlink(ka: number): number {
    const place = this.#place(ka);
    if (mustFit(place, place.driver.stat(place.path, false)).isDirectory()) throw new Errno(EISDIR);
    mayWrite(place.driver);
    place.driver.unlink(place.path);
    return 0;
  }

  #mkdir(ka: number): number {
    const place = this.#place(ka);
    if (place.path === "") throw new Errno(EEXIST);
    if (place.driver.readOnly && statOrNothing(place, false) === undefined) throw new Errno(EROFS);
    place.driver.mkdir(place.path, this.#int(ka, abi.REQUEST_A0) & 0o7777);
    return 0;
  }

  #rmdir(ka: number): number {
    const place = this.#place(ka);
    if (place.path === "") throw new Errno(EBUSY);
    if (!place.driver.stat(place.path, false).isDirectory()) throw new Errno(ENOTDIR);
    mayWrite(place.driver);
    place.driver.rmdir(place.path);
    return 0;
  }

  /** The user is always the superuser: only execution asks for a bit. */
  #access(ka: number): number {
    const place = this.#place(ka);
    const mode = this.#int(ka, abi.REQUEST_A0);
    const stats = mustFit(place, place.driver.stat(place.path, true));
    if ((mode & W_OK) !== 0) mayWrite(place.driver);
    if ((mode & X_OK) !== 0 && !stats.isDirectory() && (stats.mode & X_BITS) === 0n) throw new Errno(EACCES);
    return 0;
  }
}
