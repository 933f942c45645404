// start-node — how Node starts a machine's parts: worker threads, and the kernel from its file.
import { type Transferable as NodeTransferable, Worker } from "node:worker_threads";
import type { Starter, WorkerHandle, WorkerKind } from "./types.ts";

const SCRIPTS: Readonly<Record<WorkerKind, string>> = {
  cpu: "../guest/worker.js",
  server: "../vfs/server.js",
};

function startWorker(kind: WorkerKind, boot: unknown, transfer: Transferable[], url?: string): WorkerHandle {
  const script = new URL(url ?? SCRIPTS[kind], import.meta.url);
  const worker = new Worker(script, {
    workerData: boot,
    transferList: transfer as unknown as NodeTransferable[],
    stdin: false,
  });
  return {
    onMessage: (handle) => void worker.on("message", handle),
    onError: (handle) => {
      worker.on("error", (error) => handle(error instanceof Error ? error : new Error(String(error))));
      worker.on("messageerror", handle);
    },
    terminate: async () => void (await worker.terminate()),
  };
}

async function compileKernel(url?: string): Promise<WebAssembly.Module> {
  const { readFile } = await import("node:fs/promises");
  const place = new URL(url ?? "../../kernel.wasm", import.meta.url);
  return WebAssembly.compile(await readFile(place));
}

export const starter: Starter = { startWorker, compileKernel };
