// stream — the host's ends of a process's standard streams, as Web Streams with backpressure.
import { EAGAIN, ERRNOS } from "./abi/errno.ts";
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

/** The bytes a process writes. Cancelling closes the pipe: the process gets SIGPIPE or EPIPE. */
export function readableFrom(host: PipeHost, pipe: number): ReadableStream<Uint8Array> {
  const { core, bell, bytes, staging } = host;
  let isOpen = true;
  const close = () => {
    if (isOpen && host.closed() === undefined) core.streamClose(pipe);
    isOpen = false;
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        while (isOpen) {
          const closed = host.closed();
          if (closed !== undefined) return controller.error(closed);
          const seen = bell.value();
          const count = core.streamRead(pipe, staging.ka, staging.length);
          if (count > 0) return controller.enqueue(bytes.slice(staging.ka, staging.ka + count));
          if (count === 0) {
            close();
            return controller.close();
          }
          if (count !== -EAGAIN) {
            close();
            return controller.error(pipeError(count));
          }
          await bell.change(seen);
        }
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  );
}

/** Where a process reads from. Closing it is end of file; writing when nobody can read fails with EPIPE. */
export function writableTo(host: PipeHost, pipe: number): WritableStream<Uint8Array> {
  const { core, bell, bytes, staging } = host;
  const close = () => {
    if (host.closed() === undefined) core.streamClose(pipe);
  };
  return new WritableStream<Uint8Array>({
    async write(chunk) {
      for (let done = 0; done < chunk.length; ) {
        const closed = host.closed();
        if (closed !== undefined) throw closed;
        const seen = bell.value();
        const part = chunk.subarray(done, done + staging.length);
        bytes.set(part, staging.ka);
        const count = core.streamWrite(pipe, staging.ka, part.length);
        if (count >= 0) done += count;
        else if (count === -EAGAIN) await bell.change(seen);
        else {
          close();
          throw pipeError(count);
        }
      }
    },
    close,
    abort: close,
  });
}
