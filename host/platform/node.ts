// node — the platform of Node. It imports late, because every worker loads it.
import { isMainThread, type MessagePort as NodePort, parentPort, workerData } from "node:worker_threads";
import type { ByteCache, Platform } from "./types.ts";

/** Entries are of one build: `npm run build` gives each its own number. */
async function cache(name: string): Promise<ByteCache | undefined> {
  const { mkdir, readFile, rename, writeFile } = await import("node:fs/promises");
  const [{ homedir }, { join }] = [await import("node:os"), await import("node:path")];
  const id = await readFile(new URL("../../build-id", import.meta.url), "utf8").catch(() => undefined);
  if (id === undefined) return undefined;
  const base = process.env.XDG_CACHE_HOME;
  const home = base?.startsWith("/") ? base : join(homedir(), ".cache");
  const root = join(home, "quire", `${name}-${id.trim()}`);
  return {
    read: async (key) => {
      try {
        return new Uint8Array(await readFile(join(root, key)));
      } catch {
        return undefined;
      }
    },
    write: async (key, bytes) => {
      const draft = join(root, `${key}.${process.pid}.tmp`);
      try {
        await mkdir(root, { recursive: true });
        await writeFile(draft, bytes);
        await rename(draft, join(root, key));
      } catch {
        return;
      }
    },
  };
}

/** What --stack-size is when nobody sets it. */
const ENGINE_STACK_KB = 984;

export const platform: Platform = {
  name: "node",
  mayWait: true,
  parallelism: async () => (await import("node:os")).availableParallelism(),
  refuseStacks: process.env.QUIRE_NO_JSPI === "1",
  workerBoot: async () => {
    if (isMainThread) throw new Error("not a worker");
    return workerData as unknown;
  },
  postToParent: (message) => parentPort?.postMessage(message),
  // A port's "message" as Node emits it: an event object of the web would load half of Node's network code.
  listen: (port, receive) => void (port as unknown as NodePort).on("message", receive),
  digest: async (bytes) => (await import("node:crypto")).hash("sha256", bytes),
  setStackBytes: async (bytes) => {
    const { setFlagsFromString } = await import("node:v8");
    const size = Math.ceil(bytes / 1024);
    setFlagsFromString(`--wasm-stack-switching-stack-size=${size}`);
    // The engine takes the smaller of the two. Threads that run already keep the limit they have.
    if (size > ENGINE_STACK_KB) setFlagsFromString(`--stack-size=${size}`);
    return true;
  },
  hostFiles: () => import("node:fs"),
  cache,
  warn: (line) => void process.stderr.write(`${line}\n`),
};
