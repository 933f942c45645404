// worker — the entry of a CPU's worker: its links, its log, its CPU.
import { platform } from "#platform";
import { Bell, link } from "../bell.ts";
import type { CpuBoot, CpuMessage, WorkerMessage } from "../protocol.ts";
import { Cpu } from "./cpu.ts";

const post = (message: WorkerMessage): void => platform.postToParent(message);

/** Reports that the kernel is wrong, and stops this thread for good: the main thread ends it. */
function panic(text: string): never {
  post({ type: "panic", text });
  const never = new Int32Array(new SharedArrayBuffer(4));
  for (;;) Atomics.wait(never, 0, 0);
}

async function start(): Promise<void> {
  Error.stackTraceLimit = 8;
  const boot = (await platform.workerBoot()) as CpuBoot;
  const { phys } = boot;
  const cpu: Cpu = new Cpu(boot, {
    phys,
    cpu: boot.cpu,
    epoch: boot.epoch,
    mayWait: true,
    log: (text) => post({ type: "log", text }),
    panic,
    send: (to, message) => {
      const peer = peers[to];
      if (peer === undefined) post({ type: "forward", cpu: to, message });
      else peer.post(message);
    },
  });
  const bellOf = (n: number) => new Bell(phys, cpu.core.cpuBell(n) >>> 0);
  const peers = boot.peers.map((port, n) => port && link<CpuMessage>(port, bellOf(n)));
  const bell = bellOf(boot.cpu);
  const receive = (message: unknown): void => {
    bell.heard();
    cpu.receive(message as CpuMessage);
    cpu.loop();
  };
  for (const port of [boot.main, boot.server, ...boot.peers]) {
    if (port !== undefined) platform.listen(port, receive);
  }
  post({ type: "ready" });
  cpu.loop();
}

start().catch((error: unknown) =>
  panic(`quire: a CPU failed: ${error instanceof Error ? error.stack : error}`),
);
