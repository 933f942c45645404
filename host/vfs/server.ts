// server — the file server's worker: its links, its core, its programs.
import { expose } from "comlink/dist/esm/comlink.mjs";
import { platform } from "#platform";
import { Bell, deliver, link } from "../bell.ts";
import { coreImports, hostFunctions, instantiateCore } from "../core.ts";
import type { CpuLinkMessage, CpuMessage, ServerBoot, WorkerMessage } from "../protocol.ts";
import { FileServer } from "./fileserver.ts";
import { Programs } from "./image.ts";

const post = (message: WorkerMessage): void => platform.postToParent(message);
const log = (text: string): void => post({ type: "log", text });

function panic(text: string): never {
  post({ type: "panic", text });
  const never = new Int32Array(new SharedArrayBuffer(4));
  for (;;) Atomics.wait(never, 0, 0);
}

/** The rewriter is loaded when the first module comes that no cache has. */
async function rewrite(bytes: Uint8Array): Promise<Uint8Array> {
  const rewriter = await import("../build/rewrite/index.ts");
  return rewriter.rewrite(bytes).bytes;
}

/** Calls `next` from the event loop, after everything that is due now. */
function afterwards(next: () => void): () => void {
  const { port1, port2 } = new MessageChannel();
  platform.listen(port1, next);
  return () => port2.postMessage(null);
}

async function start(): Promise<void> {
  const boot = (await platform.workerBoot()) as ServerBoot;
  const { phys } = boot;
  const options = { phys, cpu: -1, epoch: boot.epoch, mayWait: true, log, panic };
  const core = instantiateCore(boot.kernel, coreImports(options, hostFunctions(options)));
  const cpuLink = (port: MessagePort, cpu: number) =>
    link<CpuMessage>(port, new Bell(phys, core.cpuBell(cpu) >>> 0));
  const cpus = boot.cpus.map((port, cpu) => port && cpuLink(port, cpu));
  const programs = new Programs({
    rewrite,
    digest: platform.digest,
    cache: await platform.cache("modules"),
    publish: (image) => {
      for (const cpu of cpus) cpu?.post(image);
    },
  });
  const server = new FileServer({ core, phys, programs, boot, log, hostFiles: () => platform.hostFiles() });
  const bell = new Bell(phys, core.serverBell() >>> 0);
  const resume = afterwards(() => server.loop());
  platform.listen(boot.main, (message) => {
    bell.heard();
    const { port, cpu } = message as CpuLinkMessage;
    const late = cpuLink(port, cpu);
    cpus[cpu] = late;
    for (const image of programs.images) late.post(image);
    resume();
  });
  expose(server.control(resume), {
    postMessage: (message: unknown, transfer: Transferable[] = []) =>
      boot.control.postMessage(message, transfer),
    addEventListener: (_: string, listener: EventListenerOrEventListenerObject) => {
      platform.listen(boot.control, (data) => {
        bell.heard();
        deliver(listener, data);
        resume();
      });
    },
    removeEventListener: () => boot.control.close(),
  });
  post({ type: "ready" });
  server.loop();
}

start().catch((error: unknown) =>
  panic(`quire: the file server failed: ${error instanceof Error ? error.stack : error}`),
);
