// types — what the host asks of its platform: node.ts and web.ts, start-node.ts and start-web.ts provide it.

/** A worker, seen from the thread that started it. */
export interface WorkerHandle {
  /** Calls back for every message the worker posts to its parent. */
  onMessage(handle: (message: unknown) => void): void;
  /** Calls back when the worker failed. */
  onError(handle: (error: Error) => void): void;
  terminate(): Promise<void>;
}

export type WorkerKind = "cpu" | "server";

/** A place for bytes that outlives the process: the cache of rewritten modules. */
export interface ByteCache {
  read(key: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Errors are swallowed: a cache may fail to keep. */
  write(key: string, bytes: Uint8Array): Promise<void>;
}

/**
 * What only the thread that boots a machine does. Workers must not import it: it names their scripts, and a
 * bundler that follows those would go in circles.
 */
export interface Starter {
  /** Starts a worker. `url`: its script, where the packaged one cannot be found. */
  startWorker(kind: WorkerKind, boot: unknown, transfer: Transferable[], url?: string): WorkerHandle;
  /** The kernel, compiled. */
  compileKernel(url?: string): Promise<WebAssembly.Module>;
}

export interface Platform {
  readonly name: "node" | "web";
  /** Whether this thread may block in `Atomics.wait`. */
  readonly mayWait: boolean;
  /** How many threads run at the same time. */
  parallelism(): Promise<number>;
  /** "QUIRE_NO_JSPI=1" in the environment: run without Promise Integration, for tests. */
  readonly refuseStacks: boolean;
  /** In a worker: what it was started with. */
  workerBoot(): Promise<unknown>;
  /** In a worker: a message to the thread that started it. */
  postToParent(message: unknown): void;
  /** Calls back for every message that comes over a port, and opens it. One listener a port. */
  listen(port: MessagePort, receive: (message: unknown) => void): void;
  /** SHA-256 in hexadecimal. */
  digest(bytes: Uint8Array): Promise<string>;
  /** Sets the size of guests' stacks, in bytes. False where the engine does not let us. */
  setStackBytes(bytes: number): Promise<boolean>;
  /** The file system of the host; undefined in a browser. */
  hostFiles(): Promise<typeof import("node:fs") | undefined>;
  /** Caches that outlive the process; undefined where there is none. */
  cache(name: string): Promise<ByteCache | undefined>;
  /** Writes a line to the caller's standard error, or the console. */
  warn(line: string): void;
}
