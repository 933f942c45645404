// spawn — how a process comes to be: find the program, give the kernel its arguments, connect its streams.
import { STREAM_TTY } from "./abi/constants.ts";
import { ENOMEM, ERRNOS } from "./abi/errno.ts";
import { argumentBlock } from "./arguments.ts";
import { QuireError, SpawnError } from "./errors.ts";
import {
  type ExitStatus,
  type OutputOption,
  Process,
  type SpawnOptions,
  timerMilliseconds,
} from "./process.ts";
import type { Core, LoadResult } from "./protocol.ts";
import { type PipeHost, readableFrom, writableTo } from "./stream.ts";

const SIGKILL = 9;
const ERRNO_MAX = 4095;
const SCRIPT_DEPTH = 4;

/** A process somebody waits for. */
export interface Running {
  readonly pid: number;
  ended(status: ExitStatus): void;
  failed(error: Error): void;
}

export interface SpawnerHost extends PipeHost {
  readonly core: Core;
  /** Environment of processes that are given none. */
  readonly env: Readonly<Record<string, string>>;
  load(program: string | Uint8Array): Promise<LoadResult>;
  /** Tells a CPU that a thread of its is to be made. */
  start(cpu: number, thread: number): void;
  kill(pid: number, signal: number): boolean;
  watch(running: Running): void;
}

/** A program ready to run. */
interface Program {
  readonly image: number;
  readonly argv: readonly string[];
  readonly path: string;
}

/** Addresses may be negative, too, as i32: only the last page of numbers are errors. */
function isErrno(result: number): boolean {
  return result < 0 && result >= -ERRNO_MAX;
}

export class Spawner {
  readonly #host: SpawnerHost;

  constructor(host: SpawnerHost) {
    this.#host = host;
  }

  async spawn(
    program: string | Uint8Array,
    args: readonly string[],
    options: SpawnOptions,
  ): Promise<Process> {
    options.signal?.throwIfAborted();
    if (typeof program !== "string" && !(program instanceof Uint8Array))
      throw new QuireError("EINVAL", "spawn: a program is a path or a Uint8Array");
    timerMilliseconds(options.timeout);
    const env = options.env ?? this.#host.env;
    const found = await this.#find(program, args, options.argv0, env);
    options.signal?.throwIfAborted();
    const closed = this.#host.closed();
    if (closed !== undefined) throw closed;
    return this.#start(found, env, options);
  }

  error(path: string, failed: { errno: number; reason: string }): SpawnError {
    return new SpawnError(ERRNOS.get(failed.errno)?.name ?? "EIO", failed.errno, path, failed.reason);
  }

  /** Loads the program; a name without a slash is looked up in PATH, a script is given to its interpreter. */
  async #find(
    program: string | Uint8Array,
    args: readonly string[],
    argv0: string | undefined,
    env: Readonly<Record<string, string>>,
  ): Promise<Program> {
    if (typeof program !== "string") {
      const result = await this.#host.load(program);
      if ("image" in result)
        return { image: result.image, argv: [argv0 ?? "program", ...args], path: "program" };
      throw this.error("program", "errno" in result ? result : { errno: 8, reason: "a script needs a path" });
    }
    const directories = program.includes("/") ? [""] : (env.PATH ?? "/bin:/usr/bin").split(":");
    let failed = { errno: 2, reason: "No such file or directory" };
    for (const directory of directories) {
      const path = directory === "" ? program : `${directory}/${program}`;
      const result = await this.#load(path, [argv0 ?? program, ...args], 0);
      if ("image" in result) return result;
      failed = result;
      if (result.errno !== 2) break;
    }
    throw this.error(program, failed);
  }

  async #load(
    path: string,
    argv: readonly string[],
    depth: number,
  ): Promise<Program | { errno: number; reason: string }> {
    const result = await this.#host.load(path);
    if ("image" in result) return { image: result.image, argv, path };
    if ("errno" in result) return result;
    if (depth === SCRIPT_DEPTH) return { errno: 40, reason: "too many interpreters" };
    const [interpreter = "", ...rest] = result.script.split(/[ \t]+(.*)/s).filter((word) => word !== "");
    return this.#load(interpreter, [interpreter, ...rest, path, ...argv.slice(1)], depth + 1);
  }

  /** Copies bytes into physical memory, calls `use` with their address, and frees them. */
  #lend<T>(bytes: Uint8Array, path: string, use: (ka: number) => T): T {
    const { core } = this.#host;
    const ka = core.hostAlloc(bytes.length) >>> 0;
    if (ka === 0) throw this.error(path, { errno: ENOMEM, reason: "no memory left" });
    this.#host.bytes.set(bytes, ka);
    try {
      return use(ka);
    } finally {
      core.hostFree(ka, bytes.length);
    }
  }

  #start(program: Program, env: Readonly<Record<string, string>>, options: SpawnOptions): Process {
    const { core } = this.#host;
    const cwd = new TextEncoder().encode(options.cwd ?? "/");
    const thread = this.#lend(argumentBlock(program.argv, env), program.path, (args) =>
      this.#lend(cwd, program.path, (ka) => core.processSpawn(program.image, args, ka, cwd.length)),
    );
    if (isErrno(thread)) {
      throw this.error(program.path, {
        errno: -thread,
        reason: ERRNOS.get(-thread)?.text ?? "cannot be started",
      });
    }
    const pid = core.threadPid(thread);
    const pipes = this.#pipes(thread, options);
    const isShort = pipes.some(isErrno);
    const cpu = isShort ? -ENOMEM : core.processOpen(thread);
    if (cpu < 0) {
      core.processDrop(thread);
      for (const pipe of pipes) if (!isErrno(pipe)) core.streamClose(pipe);
      const reason = isShort ? "no memory left for its streams" : "every CPU has a process";
      throw this.error(program.path, { errno: -cpu, reason });
    }
    this.#host.start(cpu, thread >>> 0);
    return this.#process(pid, pipes, options);
  }

  /** The three standard streams, before the process runs: each a pipe or a negative errno. */
  #pipes(thread: number, { terminal = false }: SpawnOptions): number[] {
    const isTerminal = typeof terminal === "boolean" ? [terminal, terminal, terminal] : terminal;
    const pipes = [0, 1, 2].map((fd) =>
      this.#host.core.processStream(thread, fd, fd === 0 ? 0 : 1, isTerminal[fd] ? STREAM_TTY : 0),
    );
    return pipes.map((pipe) => (isErrno(pipe) ? pipe : pipe >>> 0));
  }

  #process(pid: number, [input = 0, output = 0, errors = 0]: number[], options: SpawnOptions): Process {
    const exit = Promise.withResolvers<ExitStatus>();
    exit.promise.catch(() => {});
    const stdin = writableTo(this.#host, input);
    const stdout = readableFrom(this.#host, output);
    const stderr = readableFrom(this.#host, errors);
    const kill = (signal: number) => this.#host.kill(pid, signal);
    const limits = this.#limit(kill, options);
    const ends = [stdin, stdout, stderr];
    this.#host.watch({
      pid,
      ended: (status) => {
        limits();
        for (const end of ends) end.ended();
        exit.resolve(status);
      },
      failed: (error) => {
        limits();
        exit.reject(error);
      },
    });
    feed(stdin.stream, options);
    drain(stdout.stream, options.stdout);
    drain(stderr.stream, options.stderr);
    return new Process({
      pid,
      stdin: stdin.stream,
      stdout: stdout.stream,
      stderr: stderr.stream,
      exit: exit.promise,
      kill,
    });
  }

  /** Obeys `signal` and `timeout`. Returns what lifts them. */
  #limit(kill: (signal: number) => boolean, { signal, timeout }: SpawnOptions): () => void {
    const end = () => void kill(SIGKILL);
    signal?.addEventListener("abort", end, { once: true });
    const wait = timerMilliseconds(timeout);
    const timer = wait === undefined ? undefined : setTimeout(end, wait);
    return () => {
      signal?.removeEventListener("abort", end);
      clearTimeout(timer);
    };
  }
}

/** Gives a process its input. It may end before it has read all: that is no error of ours. */
function feed(stdin: WritableStream<Uint8Array>, { stdin: from = "pipe", input }: SpawnOptions): void {
  if (input !== undefined) {
    const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
    const writer = stdin.getWriter();
    writer.write(bytes).then(
      () => writer.close(),
      () => {},
    );
    writer.closed.catch(() => {});
  } else if (from === "ignore") void stdin.close();
  else if (from !== "pipe") from.pipeTo(stdin).catch(() => {});
}

function drain(output: ReadableStream<Uint8Array>, to: OutputOption = "pipe"): void {
  if (to === "ignore") output.pipeTo(new WritableStream()).catch(() => {});
  else if (to !== "pipe") output.pipeTo(to, { preventClose: true }).catch(() => {});
}
