// stream — the host's ends of a process's standard streams, as Web Streams with backpressure.
import { EAGAIN, EPIPE, ERRNOS } from "./abi/errno.ts";
import { QuireError } from "./errors.ts";
import type { HostBell } from "./hostbell.ts";

/** What streams need of a machine. */
export interface PipeCalls {
  streamRead(pipe: number, ka: number, n: number): number;
  streamWrite(pipe: number, ka: number, n: number): number;
  streamClose(pipe: number): void;
}

export interface PipeHost {
  readonly core: PipeCalls;
  readonly bell: HostBell;
  /** Physical memory. */
  readonly bytes: Uint8Array;
  /** A buffer there for one call at a time; the host's thread never waits between filling and using it. */
  readonly staging: { readonly ka: number; readonly length: number };
  /** Why the machine is gone; undefined while it is not. */
  readonly closed: () => Error | undefined;
}

function pipeError(result: number): QuireError {
  const known = ERRNOS.get(-result);
  return new QuireError(known?.name ?? "EIO", known?.text ?? `error ${-result}`);
}

/** The host's end of a pipe, and what to do with it when the process has ended. */
export interface Output {
  readonly stream: ReadableStream<Uint8Array>;
  /** Takes what is left to the stream's queue, so that the pipe goes though nobody reads. */
  ended(): void;
}

export interface Input {
  readonly stream: WritableStream<Uint8Array>;
  /** Closes the pipe; what is written afterwards fails with EPIPE. */
  ended(): void;
}

/** Bytes the largest pipe holds: what its dead writers left is never more. */
const PIPE_MAX = 1 << 20;

/** The reading end. */
class Source {
  readonly #host: PipeHost;
  readonly #pipe: number;
  #isOpen = true;

  constructor(host: PipeHost, pipe: number) {
    this.#host = host;
    this.#pipe = pipe;
  }

  readonly close = (): void => {
    if (this.#isOpen && this.#host.closed() === undefined) this.#host.core.streamClose(this.#pipe);
    this.#isOpen = false;
  };

  /** Takes once what is there. The count; undefined when there is nothing yet; 0 when the stream is done. */
  #take(controller: ReadableStreamDefaultController<Uint8Array>): number | undefined {
    const { core, bytes, staging } = this.#host;
    if (!this.#isOpen) return 0;
    const closed = this.#host.closed();
    if (closed !== undefined) {
      this.#isOpen = false;
      controller.error(closed);
      return 0;
    }
    const count = core.streamRead(this.#pipe, staging.ka, staging.length);
    if (count === -EAGAIN) return undefined;
    if (count > 0) {
      controller.enqueue(bytes.slice(staging.ka, staging.ka + count));
      return count;
    }
    this.close();
    if (count === 0) controller.close();
    else controller.error(pipeError(count));
    return 0;
  }

  /** Waits until something could be taken, or the stream is done. */
  async pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    for (;;) {
      const seen = this.#host.bell.value();
      if (this.#take(controller) !== undefined) return;
      await this.#host.bell.change(seen);
    }
  }

  /** Takes everything, also what processes that outlive the writer write, up to the largest pipe. */
  async drain(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    for (let total = 0; total < PIPE_MAX; ) {
      const seen = this.#host.bell.value();
      const count = this.#take(controller);
      if (count === 0) return;
      if (count === undefined) await this.#host.bell.change(seen);
      else total += count;
    }
  }
}

/** The bytes a process writes. Cancelling closes the pipe: the process gets SIGPIPE or EPIPE. */
export function readableFrom(host: PipeHost, pipe: number): Output {
  const source = new Source(host, pipe);
  let own: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        own = controller;
      },
      pull: (controller) => source.pull(controller),
      cancel: source.close,
    },
    { highWaterMark: 0 },
  );
  return { stream, ended: () => void (own && source.drain(own)) };
}

/** Where a process reads from. Closing it is end of file; writing when nobody can read fails with EPIPE. */
export function writableTo(host: PipeHost, pipe: number): Input {
  const { core, bell, bytes, staging } = host;
  let isOpen = true;
  const close = () => {
    if (isOpen && host.closed() === undefined) core.streamClose(pipe);
    isOpen = false;
  };
  const put = (part: Uint8Array): number => {
    const closed = host.closed();
    if (closed !== undefined) throw closed;
    if (!isOpen) throw pipeError(-EPIPE);
    bytes.set(part, staging.ka);
    const count = core.streamWrite(pipe, staging.ka, part.length);
    if (count >= 0 || count === -EAGAIN) return count;
    close();
    throw pipeError(count);
  };
  const stream = new WritableStream<Uint8Array>({
    async write(chunk) {
      if (!(chunk instanceof Uint8Array)) throw new TypeError("stdin: a chunk is a Uint8Array");
      for (let done = 0; done < chunk.length; ) {
        const seen = bell.value();
        const count = put(chunk.subarray(done, done + staging.length));
        if (count >= 0) done += count;
        else await bell.change(seen);
      }
    },
    close,
    abort: close,
  });
  return { stream, ended: close };
}
