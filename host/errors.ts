// errors — what the public API throws, each with a stable name and code.

/** The base of every error Quire throws. `code` is stable: an errno's name (`ENOENT`) or ours (`EPANIC`). */
export class QuireError extends Error {
  override name = "QuireError";
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The engine lacks a feature the kernel needs; the message names it and what to do. */
export class UnsupportedError extends QuireError {
  override name = "UnsupportedError";
  constructor(message: string) {
    super("EUNSUPPORTED", message);
  }
}

/** The page is not cross-origin isolated, so it has no shared memory. */
export class NotIsolatedError extends QuireError {
  override name = "NotIsolatedError";
  constructor() {
    super(
      "ENOTISOLATED",
      "the page is not cross-origin isolated: serve it with the headers " +
        "Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp",
    );
  }
}

/** A program could not be started. `code` is the errno name, `path` what was to be run. */
export class SpawnError extends QuireError {
  override name = "SpawnError";
  readonly path: string;
  readonly errno: number;
  constructor(code: string, errno: number, path: string, reason: string) {
    super(code, `${path}: ${reason}`);
    this.path = path;
    this.errno = errno;
  }
}

/** A file operation of `machine.fs` failed. */
export class FileError extends QuireError {
  override name = "FileError";
  readonly path: string;
  constructor(code: string, path: string, reason: string) {
    super(code, `${code}: ${reason}, '${path}'`);
    this.path = path;
  }
}

/** The kernel found itself wrong. The machine is dead. */
export class KernelPanicError extends QuireError {
  override name = "KernelPanicError";
  constructor(message: string) {
    super("EPANIC", message);
  }
}

/** The machine was destroyed, by `destroy()`, an abort, or a worker that failed. */
export class MachineClosedError extends QuireError {
  override name = "MachineClosedError";
  constructor(message = "the machine has been destroyed") {
    super("ECLOSED", message);
  }
}
