// workers — the threads of one machine: the file server, the CPUs, and the links between them.
import { Bell, deliver, type Link, link } from "./bell.ts";
import type { Platform, Starter, WorkerHandle } from "./platform/types.ts";
import type {
  Core,
  CpuBoot,
  CpuLinkMessage,
  CpuMessage,
  DirectoryMount,
  FileTree,
  ServerBoot,
  WorkerMessage,
} from "./protocol.ts";

/** Scripts of the workers, for bundlers that do not find them. */
export interface WorkerUrls {
  readonly cpu: string;
  readonly server: string;
}

export interface WorkersOptions {
  readonly platform: Platform;
  readonly starter: Starter;
  readonly kernel: WebAssembly.Module;
  readonly phys: WebAssembly.Memory;
  readonly core: Core;
  readonly cpus: number;
  /** Guest threads are stacks. Else each has a CPU of its own, started when the kernel first names it. */
  readonly stacks: boolean;
  readonly epoch: number;
  readonly traced: boolean;
  readonly files: FileTree;
  readonly mounts: readonly DirectoryMount[];
  readonly urls: WorkerUrls | undefined;
  readonly onLog: (text: string) => void;
  /** The kernel is wrong, or a worker failed. */
  readonly onPanic: (text: string) => void;
}

/** A short program does not pay for more workers than one: the others start that long after the first
 *  process. */
const START_MS = 20;

/** Both ends of the links between every two CPUs: `mesh[a][b]` is a's end of the link to b. */
function meshOf(cpus: number): (MessagePort | undefined)[][] {
  const mesh: (MessagePort | undefined)[][] = Array.from({ length: cpus }, () =>
    new Array(cpus).fill(undefined),
  );
  for (let a = 0; a < cpus; a++) {
    for (let b = a + 1; b < cpus; b++) {
      const { port1, port2 } = new MessageChannel();
      mesh[a]![b] = port1;
      mesh[b]![a] = port2;
    }
  }
  return mesh;
}

function present(ports: readonly (MessagePort | undefined)[]): MessagePort[] {
  return ports.filter((port) => port !== undefined);
}

export class Workers {
  readonly #options: WorkersOptions;
  readonly #handles: WorkerHandle[] = [];
  readonly #cpus: (Link<CpuMessage> | undefined)[] = [];
  readonly #ports: MessagePort[] = [];
  readonly #server: Link<CpuLinkMessage>;
  readonly #control: MessagePort;
  readonly #serverBell: Bell;
  /** CPUs whose workers are yet to be started; what is posted to them meanwhile waits in their ports. */
  readonly #waiting = new Map<number, () => Link<CpuMessage>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(options: WorkersOptions) {
    this.#options = options;
    const { cpus, stacks, phys, core } = options;
    const atBoot = stacks ? cpus : 0;
    const serverLinks = Array.from({ length: atBoot }, () => new MessageChannel());
    const control = new MessageChannel();
    const main = new MessageChannel();
    this.#control = control.port1;
    this.#serverBell = new Bell(phys, core.serverBell() >>> 0);
    this.#server = link(main.port1, this.#serverBell);
    this.#ports.push(control.port1, main.port1);
    const mesh = meshOf(atBoot);
    this.#startServer(
      control.port2,
      main.port2,
      serverLinks.map(({ port1 }) => port1),
    );
    serverLinks.forEach(({ port2 }, cpu) => {
      this.#waiting.set(cpu, () => this.#startCpu(cpu, port2, mesh[cpu] ?? []));
    });
    this.#cpu(0);
  }

  /** The main thread's end of the server's control plane, for comlink. */
  get controlEndpoint() {
    const port = this.#control;
    return {
      postMessage: (message: unknown, transfer: Transferable[] = []) => {
        if (this.#isClosed) return;
        port.postMessage(message, transfer);
        this.#serverBell.ring();
      },
      addEventListener: (_: string, listener: EventListenerOrEventListenerObject) =>
        this.#options.platform.listen(port, (data) => deliver(listener, data)),
      removeEventListener: () => port.close(),
    };
  }

  /** Posts to a CPU, starting its worker if it has none yet. */
  send(cpu: number, message: CpuMessage): void {
    if (this.#isClosed) return;
    this.#cpu(cpu).post(message);
    if (this.#waiting.size > 0) this.#timer ??= setTimeout(() => this.#startWaiting(), START_MS);
  }

  #startWaiting(): void {
    for (const cpu of [...this.#waiting.keys()]) this.#cpu(cpu);
  }

  /** Ends every worker, wherever it is. */
  async terminate(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const port of this.#ports) port.close();
    await Promise.all(this.#handles.map((handle) => handle.terminate()));
  }

  #cpu(cpu: number): Link<CpuMessage> {
    const known = this.#cpus[cpu];
    if (known !== undefined) return known;
    const start = this.#waiting.get(cpu);
    this.#waiting.delete(cpu);
    if (start !== undefined) return start();
    const { port1, port2 } = new MessageChannel();
    const started = this.#startCpu(cpu, port2, []);
    this.#server.post({ type: "cpu", cpu, port: port1 }, [port1]);
    return started;
  }

  #startServer(control: MessagePort, main: MessagePort, cpus: MessagePort[]): void {
    const { kernel, phys, epoch, files, mounts } = this.#options;
    const boot: ServerBoot = { kernel, phys, epoch, control, main, cpus, files, mounts };
    this.#start("server", boot, [control, main, ...cpus]);
  }

  #startCpu(cpu: number, server: MessagePort, peers: (MessagePort | undefined)[]): Link<CpuMessage> {
    const { kernel, phys, core, stacks, epoch, traced } = this.#options;
    const main = new MessageChannel();
    const boot: CpuBoot = { cpu, kernel, phys, epoch, stacks, traced, main: main.port2, server, peers };
    this.#start("cpu", boot, [main.port2, server, ...present(peers)]);
    this.#ports.push(main.port1);
    const started = link<CpuMessage>(main.port1, new Bell(phys, core.cpuBell(cpu) >>> 0));
    this.#cpus[cpu] = started;
    return started;
  }

  #start(kind: "cpu" | "server", boot: unknown, transfer: MessagePort[]): void {
    const { starter, urls } = this.#options;
    const handle = starter.startWorker(kind, boot, transfer, urls?.[kind]);
    handle.onMessage((message) => this.#receive(message as WorkerMessage));
    handle.onError((error) => {
      if (!this.#isClosed)
        this.#options.onPanic(`quire: the ${kind} worker failed: ${error.stack ?? error.message}`);
    });
    this.#handles.push(handle);
  }

  #receive(message: WorkerMessage): void {
    if (this.#isClosed) return;
    if (message.type === "log") this.#options.onLog(message.text);
    else if (message.type === "panic") this.#options.onPanic(message.text);
    else if (message.type === "forward") this.send(message.cpu, message.message);
  }
}
