// start-web — how a page starts a machine's parts: Web Workers, and the kernel by fetch.
import type { Starter, WorkerHandle, WorkerKind } from "./types.ts";

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

export const starter: Starter = { startWorker, compileKernel };
