// image — programs: from a file's bytes to a rewritten, compiled module that every CPU has.
import { ENOEXEC } from "../abi/errno.ts";
import type { ByteCache } from "../platform/types.ts";
import type { ImageMessage, LoadResult, Meta } from "../protocol.ts";

const SCRIPT_LINE_BYTES = 255;

export interface ProgramsOptions {
  /** Makes a module safe. Throws an error whose message says why it cannot. */
  readonly rewrite: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** Names contents: equal only for equal bytes. */
  readonly digest: (bytes: Uint8Array) => Promise<string>;
  readonly cache: ByteCache | undefined;
  /** Sends the image to every CPU. */
  readonly publish: (image: ImageMessage) => void;
}

function refused(reason: string): LoadResult {
  return { errno: ENOEXEC, reason };
}

/** The line after "#!", without blanks around it; undefined when the file is no script. */
export function scriptLine(bytes: Uint8Array): string | undefined {
  if (bytes[0] !== 0x23 || bytes[1] !== 0x21) return undefined;
  const text = new TextDecoder().decode(bytes.slice(2, 2 + SCRIPT_LINE_BYTES));
  return (text.split("\n", 1)[0] ?? "").trim();
}

function isWasm(bytes: Uint8Array): boolean {
  return bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d;
}

function metaOf(module: WebAssembly.Module): Meta {
  const [section] = WebAssembly.Module.customSections(module, "quire.meta");
  if (section === undefined) throw new Error("the rewritten module has no quire.meta section");
  return JSON.parse(new TextDecoder().decode(section)) as Meta;
}

export class Programs {
  readonly #options: ProgramsOptions;
  readonly #images: ImageMessage[] = [];
  readonly #byHash = new Map<string, Promise<LoadResult>>();

  constructor(options: ProgramsOptions) {
    this.#options = options;
  }

  /** All images so far, for a CPU that comes late. */
  get images(): readonly ImageMessage[] {
    return this.#images;
  }

  /** The program in `bytes`. Answers at once when it is known already. */
  async load(bytes: Uint8Array): Promise<LoadResult> {
    const script = scriptLine(bytes);
    if (script !== undefined) return { script };
    if (!isWasm(bytes)) return refused("not a WebAssembly module");
    const hash = await this.#options.digest(bytes);
    const known = this.#byHash.get(hash);
    if (known !== undefined) return known;
    const loading = this.#make(bytes, hash);
    this.#byHash.set(hash, loading);
    return loading;
  }

  async #make(bytes: Uint8Array, hash: string): Promise<LoadResult> {
    try {
      const module = new WebAssembly.Module(await this.#rewritten(bytes, hash));
      const image: ImageMessage = {
        type: "image",
        id: this.#images.length + 1,
        module,
        meta: metaOf(module),
      };
      this.#images.push(image);
      this.#options.publish(image);
      return { image: image.id };
    } catch (error) {
      return refused(error instanceof Error ? error.message : String(error));
    }
  }

  async #rewritten(bytes: Uint8Array, hash: string): Promise<Uint8Array<ArrayBuffer>> {
    const { cache, rewrite } = this.#options;
    const cached = await cache?.read(hash);
    if (cached !== undefined && WebAssembly.validate(cached)) return cached;
    const rewritten = await rewrite(bytes);
    await cache?.write(hash, rewritten);
    return rewritten as Uint8Array<ArrayBuffer>;
  }
}
