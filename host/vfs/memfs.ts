// memfs — the root file system: a memfs Volume, filled from a tree.
import { Volume } from "memfs";
import type { FileTree } from "../protocol.ts";
import { Driver, type SyncFs } from "./driver.ts";

const ROOT_DEV = 1;
/** A file is one buffer: the engine ends the worker that asks for one too large. */
const FILE_MAX = 1024 ** 3;

/** A program may be executed: files that begin as Wasm modules or scripts do. */
function modeOf(bytes: Uint8Array): number {
  const isWasm = bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d;
  const isScript = bytes[0] === 0x23 && bytes[1] === 0x21;
  return isWasm || isScript ? 0o755 : 0o644;
}

function fill(volume: Volume, base: string, tree: FileTree): void {
  for (const [name, entry] of Object.entries(tree)) {
    const path = `${base}/${name}`;
    if (typeof entry !== "string" && !(entry instanceof Uint8Array)) {
      volume.mkdirSync(path, { recursive: true });
      fill(volume, path, entry);
      continue;
    }
    const bytes = typeof entry === "string" ? new TextEncoder().encode(entry) : entry;
    volume.mkdirSync(path.slice(0, path.lastIndexOf("/")) || "/", { recursive: true });
    volume.writeFileSync(path, bytes, { mode: modeOf(bytes) });
  }
}

/** The root: `tree` and the directories every program expects. */
export function memoryDriver(tree: FileTree): Driver {
  const volume = new Volume();
  for (const directory of ["/bin", "/etc", "/tmp", "/usr/bin", "/dev"]) {
    volume.mkdirSync(directory, { recursive: true, mode: directory === "/tmp" ? 0o1777 : 0o755 });
  }
  fill(volume, "", tree);
  return new Driver({
    dev: ROOT_DEV,
    readOnly: false,
    fileMax: FILE_MAX,
    fs: volume as unknown as SyncFs,
    locate: (path) => `/${path}`,
  });
}
