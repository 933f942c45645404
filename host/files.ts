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

/** The files of a machine. Paths are absolute. Methods fail with a FileError; its `code` is an errno's name.
 *  */
export class MachineFiles {
  readonly #server: Remote<ServerControl>;

  constructor(server: Remote<ServerControl>) {
    this.#server = server;
  }

  readFile(path: string): Promise<Uint8Array>;
  readFile(path: string, encoding: "utf8"): Promise<string>;
  async readFile(path: string, encoding?: "utf8"): Promise<Uint8Array | string> {
    const bytes = unwrap(path, await this.#server.readFile(path));
    return encoding === undefined ? bytes : new TextDecoder().decode(bytes);
  }

  /** Writes a whole file and makes the directories it lies in. `mode`: of a new file, 0o644 when absent. */
  async writeFile(path: string, data: string | Uint8Array, options: { mode?: number } = {}): Promise<void> {
    const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
    unwrap(path, await this.#server.writeFile(path, bytes, options.mode ?? 0o644));
  }

  async mkdir(path: string, options: { recursive?: boolean } = {}): Promise<void> {
    unwrap(path, await this.#server.mkdir(path, options.recursive ?? false));
  }

  async readdir(path: string): Promise<string[]> {
    return unwrap(path, await this.#server.readdir(path));
  }

  async stat(path: string): Promise<FileStat> {
    return unwrap(path, await this.#server.stat(path));
  }

  async rm(path: string, options: { recursive?: boolean } = {}): Promise<void> {
    unwrap(path, await this.#server.rm(path, options.recursive ?? false));
  }
}
