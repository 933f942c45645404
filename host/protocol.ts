// protocol — the messages between the machine's threads and the core's exports: types only.

/** The core's exports that the host calls (ARCHITECTURE.md). Every `ka` comes back as a signed i32. */
export interface Core {
  boot(bytes: number, cpus: number, capacity: number, limit: number): number;
  cpuBell(cpu: number): number;
  cpuWait(): number;
  cpuCount(): number;
  threadReady(t: number): void;
  threadCpu(t: number): number;
  threadImage(t: number): number;
  threadPid(t: number): number;
  threadPgdir(t: number): number;
  threadAttn(t: number): number;
  threadRecords(t: number): number;
  threadUnwind(t: number): number;
  threadInKernel(t: number): number;
  threadFlat(t: number, pages: number, guard: number): number;
  threadCatch(t: number, signal: number): number;
  threadTrap(t: number, signal: number): void;
  threadReap(t: number): void;
  hostAlloc(n: number): number;
  hostFree(ka: number, n: number): void;
  processSpawn(image: number, args: number, cwd: number, cwdLen: number): number;
  processStream(thread: number, fd: number, hostReads: number, flags: number): number;
  processOpen(thread: number): number;
  processDrop(thread: number): void;
  processPoll(pid: number): number;
  processKill(pid: number, signal: number): number;
  streamRead(pipe: number, ka: number, n: number): number;
  streamWrite(pipe: number, ka: number, n: number): number;
  streamClose(pipe: number): void;
  hostBell(): number;
  serverBell(): number;
  requestWait(): number;
  requestDone(ka: number): void;
  inspectProcess(i: number, ka: number): number;
  statistic(id: number): number;
  check(): number;
  traceStart(): void;
  traceNext(ka: number): number;
  /** What a guest's imports are bound to. */
  trap(nr: number, a0: number, a1: number, a2: number, a3: number, a4: number, a5: number): number;
  /** `trap` with a record in the trace ring before and after. */
  trapTraced: Core["trap"];
  fault(ea: number, write: number): number;
  safepoint(): void;
  grow(pages: number): number;
  wait32(ea: number, expected: number, ns: bigint): number;
  wait64(ea: number, expected: bigint, ns: bigint): number;
  notify(ea: number, n: number): number;
  handler(sp: number): number;
  handled(context: number): void;
  raise(signal: number, code: number): number;
  forkBegin(flags: number): number;
  room(bytes: number): number;
  fork(flags: number, records: number, low: number): number;
  resumed(): number;
  /** Those two with a record in the trace ring on return, where trapTraced is used. */
  forkBeginTraced: Core["forkBegin"];
  forkTraced: Core["fork"];
}

/** The custom section `quire.meta` of a rewritten module. */
export interface Meta {
  readonly abi: number;
  /** The first guest address that is mapped. */
  readonly guard: number;
  /** Flat memory, in pages of 64 KiB. */
  readonly minPages: number;
  readonly maxPages: number;
  /** Whether the module can fork. */
  readonly fork: boolean;
  /** Every mutable global: the name it is exported under, and its type. */
  readonly globals: readonly (readonly [name: string, type: string])[];
}

/** A process's flat memory, and the CPU whose stock it comes from. */
export interface FlatMemory {
  readonly memory: WebAssembly.Memory;
  /** Its declared maximum: a memory serves only programs that declare the same. */
  readonly maxPages: number;
  readonly home: number;
}

/** A value of a mutable global, as JavaScript sees it. */
export type GlobalValue = number | bigint;

/** A new compiled program; the file server sends it to every CPU before it answers the request. */
export interface ImageMessage {
  readonly type: "image";
  readonly id: number;
  readonly module: WebAssembly.Module;
  readonly meta: Meta;
}
/** A process without memory: make its memory and its instances. */
export interface StartMessage {
  readonly type: "start";
  readonly thread: number;
}
/** A child of fork: its memory is made already. */
export interface ForkMessage {
  readonly type: "fork";
  readonly thread: number;
  readonly image: number;
  readonly flat: FlatMemory;
  readonly globals: readonly GlobalValue[];
}
/** Memories that come back to the CPU that made them, their processes having ended elsewhere. */
export interface FlatsMessage {
  readonly type: "flats";
  readonly flats: readonly FlatMemory[];
}
/** To a CPU, from another CPU, the file server or the main thread. Each is followed by a ring of its bell. */
export type CpuMessage = ImageMessage | StartMessage | ForkMessage | FlatsMessage;

/** To the file server, from the main thread: a CPU was started late; send it every image. */
export interface CpuLinkMessage {
  readonly type: "cpu";
  readonly cpu: number;
  readonly port: MessagePort;
}

/** From a worker to the main thread, over the worker's own channel. */
export type WorkerMessage =
  | { readonly type: "ready" }
  | { readonly type: "log"; readonly text: string }
  | { readonly type: "panic"; readonly text: string }
  /** No direct link to that CPU: the main thread starts its worker, if need be, and passes the message on. */
  | { readonly type: "forward"; readonly cpu: number; readonly message: CpuMessage };

/** What a CPU's worker is started with. */
export interface CpuBoot {
  readonly cpu: number;
  readonly kernel: WebAssembly.Module;
  readonly phys: WebAssembly.Memory;
  /** When the machine was booted, in milliseconds since 1970. */
  readonly epoch: number;
  /** Guest threads run as Promise Integration stacks. */
  readonly stacks: boolean;
  /** System calls leave records in the trace ring. */
  readonly traced: boolean;
  readonly main: MessagePort;
  readonly server: MessagePort;
  /** Links to the other CPUs; undefined where messages go by way of the main thread. */
  readonly peers: readonly (MessagePort | undefined)[];
}

/** A tree of files: contents, or a directory. Names may be paths. */
export interface FileTree {
  readonly [name: string]: string | Uint8Array | FileTree;
}

/** A host directory put into the machine. */
export interface DirectoryMount {
  /** Path in the host's file system. */
  readonly host: string;
  /** Absolute path in the machine. */
  readonly guest: string;
  readonly readOnly?: boolean;
}

/** What the file server's worker is started with. */
export interface ServerBoot {
  readonly kernel: WebAssembly.Module;
  readonly phys: WebAssembly.Memory;
  /** When the machine was booted, in milliseconds since 1970. */
  readonly epoch: number;
  readonly control: MessagePort;
  readonly main: MessagePort;
  readonly cpus: readonly (MessagePort | undefined)[];
  readonly files: FileTree;
  readonly mounts: readonly DirectoryMount[];
}

/** The answer to a request to load a program. */
export type LoadResult =
  | { readonly image: number }
  | { readonly script: string }
  | { readonly errno: number; readonly reason: string };

/** A file's state, as `machine.fs.stat` returns it. Times are milliseconds since 1970. */
export interface FileStat {
  readonly dev: number;
  readonly ino: number;
  readonly mode: number;
  readonly nlink: number;
  readonly size: number;
  readonly mtimeMs: number;
  readonly isFile: boolean;
  readonly isDirectory: boolean;
}

/** The answer to a file operation: errors cross threads as values, because comlink drops their codes. */
export type FileResult<T> = { readonly value: T } | { readonly errno: number };

/** The file server's control plane, called through comlink. */
export interface ServerControl {
  /** Loads the program at `path`; with `bytes`, writes them there first (mode 0755). */
  load(path: string, bytes?: Uint8Array): Promise<LoadResult>;
  /** Loads a program that has no file. */
  loadBytes(bytes: Uint8Array): Promise<LoadResult>;
  readFile(path: string): Promise<FileResult<Uint8Array>>;
  writeFile(path: string, bytes: Uint8Array, mode: number): Promise<FileResult<null>>;
  mkdir(path: string, recursive: boolean): Promise<FileResult<null>>;
  readdir(path: string): Promise<FileResult<string[]>>;
  stat(path: string): Promise<FileResult<FileStat>>;
  rm(path: string, recursive: boolean): Promise<FileResult<null>>;
}
