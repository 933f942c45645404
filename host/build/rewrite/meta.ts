// meta — what the loader must know of a rewritten image, kept in its custom section quire.meta.

export interface ImageMeta {
  /** Version of the guest interface it was built for; 0: built by a foreign toolchain. */
  readonly abi: number;
  /** First address of the flat region: below lies NULL. */
  readonly guard: number;
  /** Limits of the flat memory in 64 KiB pages. */
  readonly minPages: number;
  readonly maxPages: number;
  /** It can fork: `quire.run(1)` resumes a child. */
  readonly fork: boolean;
  /** Exported mutable globals and their types: what a fork copies. */
  readonly globals: readonly (readonly [name: string, type: string])[];
}

/** Reads the section of a compiled image; undefined when it has none. */
export function imageMeta(module: WebAssembly.Module): ImageMeta | undefined {
  const [section] = WebAssembly.Module.customSections(module, "quire.meta");
  if (section === undefined) return undefined;
  return JSON.parse(new TextDecoder().decode(section)) as ImageMeta;
}
