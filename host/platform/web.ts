// web — the platform of browsers: Web Workers, fetch; no host files, no cache on disk.
import type { Platform, WorkerHandle, WorkerKind } from "./types.ts";

/** The worker's script is written out literally, so that bundlers see it. */
function newWorker(kind: WorkerKind, url?: string): Worker {
  if (url !== undefined) return new Worker(url, { type: "module" });
  if (kind === "cpu") return new Worker(new URL("../guest/worker.js", import.meta.url), { type: "module" });
  return new Worker(new URL("../vfs/server.js", import.meta.url), { type: "module" });
}

function startWorker(kind: WorkerKind, boot: unknown, transfer: Transferable[], url?: string): WorkerHandle {
  const worker = newWorker(kind, url);
  worker.postMessage(boot, transfer);
  return {
    onMessage: (handle) => worker.addEventListener("message", (event) => handle(event.data)),
    onError: (handle) => {
      const failed = `the ${kind} worker failed`;
      worker.addEventListener("error", (event) => handle(new Error(event.message || failed)));
      worker.addEventListener("messageerror", () => handle(new Error(failed)));
    },
    terminate: async () => worker.terminate(),
  };
}

async function compileKernel(url?: string): Promise<WebAssembly.Module> {
  const place = url ?? new URL("../../kernel.wasm", import.meta.url);
  const response = await fetch(place);
  if (!response.ok) throw new Error(`cannot load the kernel: ${response.status} ${response.url}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** The first message a worker gets is what it was started with. */
function workerBoot(): Promise<unknown> {
  return new Promise((resolve) => {
    globalThis.addEventListener("message", (event) => resolve((event as MessageEvent).data), { once: true });
  });
}

async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const platform: Platform = {
  name: "web",
  mayWait: typeof document === "undefined",
  parallelism: async () => navigator.hardwareConcurrency,
  refuseStacks: false,
  startWorker,
  compileKernel,
  workerBoot,
  postToParent: (message) => globalThis.postMessage(message),
  listen: (port, receive) => {
    port.onmessage = (event) => receive(event.data);
  },
  digest,
  setStackBytes: async () => false,
  hostFiles: async () => undefined,
  cache: async () => undefined,
  warn: (line) => console.warn(line),
};
