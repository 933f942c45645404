// files — `machine.fs`: the machine's files from outside, in the shape of Node's fs.promises.
import type { Remote } from "comlink/dist/esm/comlink.mjs";
import { ERRNOS } from "./abi/errno.ts";
import { FileError } from "./errors.ts";
import type { FileResult, FileStat, ServerControl } from "./protocol.ts";

/** Throws the error of a failed operation. */
function unwrap<T>(path: string, result: FileResult<T>): T {
  if ("value" in result) return result.value;
  const known = ERRNOS.get(result.errno);
  throw new FileError(known?.name ?? "EIO", path, known?.text ?? `error ${result.errno}`);
}

/** Does `work` as long as the machine has not ended; fails when it has, or does meanwhile. */
export type WhileOpen = <T>(work: () => Promise<T>) => Promise<T>;

/** The files of a machine. Paths are absolute. Methods fail with a FileError; its `code` is an errno's name.
 *  */
export class MachineFiles {
  readonly #server: Remote<ServerControl>;
  readonly #whileOpen: WhileOpen;

  constructor(server: Remote<ServerControl>, whileOpen: WhileOpen) {
    this.#server = server;
    this.#whileOpen = whileOpen;
  }

  async #ask<T>(path: string, question: () => Promise<FileResult<T>>): Promise<T> {
    return unwrap(path, await this.#whileOpen(question));
  }

  readFile(path: string): Promise<Uint8Array>;
  readFile(path: string, encoding: "utf8"): Promise<string>;
  async readFile(path: string, encoding?: "utf8"): Promise<Uint8Array | string> {
    const bytes = await this.#ask(path, () => this.#server.readFile(path));
    return encoding === undefined ? bytes : new TextDecoder().decode(bytes);
  }

  /** Writes a whole file and makes the directories it lies in. `mode`: of a new file, 0o644 when absent. */
  async writeFile(path: string, data: string | Uint8Array, options: { mode?: number } = {}): Promise<void> {
    const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
    await this.#ask(path, () => this.#server.writeFile(path, bytes, options.mode ?? 0o644));
  }

  async mkdir(path: string, options: { recursive?: boolean } = {}): Promise<void> {
    await this.#ask(path, () => this.#server.mkdir(path, options.recursive ?? false));
  }

  async readdir(path: string): Promise<string[]> {
    return this.#ask(path, () => this.#server.readdir(path));
  }

  async stat(path: string): Promise<FileStat> {
    return this.#ask(path, () => this.#server.stat(path));
  }

  async rm(path: string, options: { recursive?: boolean } = {}): Promise<void> {
    await this.#ask(path, () => this.#server.rm(path, options.recursive ?? false));
  }
}
