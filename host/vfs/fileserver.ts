// fileserver — the file server's work: requests of the kernel in turn, calls of the main thread in between.
import { REQ_LOAD } from "../abi/constants.ts";
import { EACCES, ENOENT } from "../abi/errno.ts";
import * as abi from "../abi/structs.ts";
import type { Core, FileResult, FileStat, LoadResult, ServerBoot, ServerControl } from "../protocol.ts";
import { Errno, errnoOf } from "./driver.ts";
import { FileStore } from "./filestore.ts";
import type { Programs } from "./image.ts";
import { FileRequests } from "./request.ts";

export interface FileServerOptions {
  readonly core: Core;
  readonly phys: WebAssembly.Memory;
  readonly programs: Programs;
  readonly boot: ServerBoot;
  /** A line for the machine's log: why an exec found no program in a file. */
  readonly log: (text: string) => void;
  readonly hostFiles: () => Promise<typeof import("node:fs") | undefined>;
}

export class FileServer {
  readonly #core: Core;
  readonly #phys: WebAssembly.Memory;
  readonly #view: DataView;
  readonly #programs: Programs;
  readonly #store: FileStore;
  readonly #log: (text: string) => void;
  #requests: FileRequests | undefined;
  /** Programs by the identity of their file, to answer REQ_LOAD at once. */
  readonly #known = new Map<string, number>();
  /** Work that goes on across the event loop: while there is any, the server must not block. */
  #busy = 0;

  constructor(options: FileServerOptions) {
    this.#core = options.core;
    this.#phys = options.phys;
    this.#view = new DataView(options.phys.buffer);
    this.#programs = options.programs;
    this.#log = options.log;
    this.#store = new FileStore(options.boot, options.hostFiles);
  }

  /** Answers requests until a message waits or an answer needs the event loop, which alone calls this. */
  loop(): void {
    while (this.#busy === 0) {
      const ka = this.#core.requestWait() >>> 0;
      if (ka === 0) return;
      const result = this.#answer(ka);
      if (typeof result === "number") {
        this.#finish(ka, result);
        continue;
      }
      this.#busy++;
      result.then(
        (value) => this.#resumeAfter(ka, value),
        (error: unknown) => this.#resumeAfter(ka, -errnoOf(error)),
      );
    }
  }

  #resumeAfter(ka: number, result: number): void {
    this.#busy--;
    this.#finish(ka, result);
    this.loop();
  }

  #finish(ka: number, result: number): void {
    this.#view.setInt32(ka + abi.REQUEST_RESULT, result, true);
    this.#core.requestDone(ka);
  }

  #answer(ka: number): number | Promise<number> {
    if (this.#requests === undefined) return this.#prepare().then(() => this.#answer(ka));
    if (this.#view.getInt32(ka + abi.REQUEST_OP, true) !== REQ_LOAD) return this.#requests.perform(ka);
    return this.#loadRequest(this.#requests, ka);
  }

  async #prepare(): Promise<void> {
    const mounts = await this.#store.open();
    this.#requests ??= new FileRequests(this.#phys, mounts);
  }

  #loadRequest(requests: FileRequests, ka: number): number | Promise<number> {
    try {
      const path = requests.path(ka);
      const image = this.#known.get(this.#store.program(path));
      return image ?? this.#loadFile(path).then((result) => this.#loaded(requests, ka, result));
    } catch (error) {
      return -errnoOf(error);
    }
  }

  #loaded(requests: FileRequests, ka: number, result: LoadResult): number {
    if ("errno" in result) {
      this.#log(`quire: ${requests.path(ka)}: ${result.reason}`);
      return -result.errno;
    }
    if ("image" in result) return result.image;
    const line = new TextEncoder().encode(result.script).subarray(0, requests.buffer(ka).length);
    requests.buffer(ka).set(line);
    this.#view.setBigInt64(ka + abi.REQUEST_RESULT64, BigInt(line.length), true);
    return 0;
  }

  async #loadFile(path: string): Promise<LoadResult> {
    const identity = this.#store.program(path);
    const result = await this.#programs.load(this.#store.readFile(path));
    if ("image" in result) this.#known.set(identity, result.image);
    return result;
  }

  /** What the main thread may call. `resume` brings the server back to its loop, from the event loop. */
  control(resume: () => void): ServerControl {
    const work = async <T>(f: () => Promise<T>): Promise<T> => {
      this.#busy++;
      try {
        return await f();
      } finally {
        this.#busy--;
        resume();
      }
    };
    const files = <T>(f: (store: FileStore) => T): Promise<FileResult<T>> =>
      work(async () => {
        try {
          await this.#prepare();
          return { value: f(this.#store) };
        } catch (error) {
          return { errno: errnoOf(error) };
        }
      });
    return {
      load: (path, bytes) => work(() => this.#load(path, bytes)),
      loadBytes: (bytes) => work(() => this.#programs.load(bytes)),
      readFile: (path) => files((store) => store.readFile(path)),
      writeFile: (path, bytes, mode) => files((store) => store.writeFile(path, bytes, mode)),
      mkdir: (path, recursive) => files((store) => store.mkdir(path, recursive)),
      readdir: (path) => files((store) => store.readdir(path)),
      stat: (path) => files((store): FileStat => store.stat(path)),
      rm: (path, recursive) => files((store) => store.remove(path, recursive)),
    };
  }

  /** With bytes: puts them at `path` first. The root need not be there yet, so that a start is quick. */
  async #load(path: string, bytes?: Uint8Array): Promise<LoadResult> {
    try {
      if (bytes !== undefined) this.#store.put(path, bytes);
      const unborn = this.#store.unborn(path);
      if (unborn !== undefined) return await this.#programs.load(unborn);
      await this.#prepare();
      const image = this.#known.get(this.#store.program(path));
      return image === undefined ? await this.#loadFile(path) : { image };
    } catch (error) {
      return { errno: errnoOf(error), reason: reasonOf(error) };
    }
  }
}

function reasonOf(error: unknown): string {
  const errno = errnoOf(error);
  if (errno === ENOENT || errno === EACCES) return new Errno(errno).message;
  return error instanceof Error ? error.message : String(error);
}
