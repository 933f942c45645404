// index — the public API of Quire.
export {
  FileError,
  KernelPanicError,
  MachineClosedError,
  NotIsolatedError,
  QuireError,
  SpawnError,
  UnsupportedError,
} from "./errors.ts";
export type { MachineFiles } from "./files.ts";
export type { Inspection, ProcessInfo, Statistics } from "./inspect.ts";
export { boot, type Machine } from "./machine.ts";
export type { BootOptions } from "./options.ts";
export type { ExitStatus, OutputOption, Process, SpawnOptions } from "./process.ts";
export type { DirectoryMount, FileStat, FileTree } from "./protocol.ts";
export type { WorkerUrls } from "./workers.ts";
