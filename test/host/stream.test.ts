// stream — the host's ends of pipes: bytes in order, backpressure, end of file, broken pipes.
import { beforeEach, describe, expect, test } from "vitest";
import { EAGAIN, EPIPE } from "../../host/abi/errno.ts";
import { HostBell } from "../../host/hostbell.ts";
import { type PipeHost, readableFrom, writableTo } from "../../host/stream.ts";

const CAPACITY = 8;
const STAGING = { ka: 1024, length: 5 };

/** One pipe of CAPACITY bytes, as the kernel would keep it. */
class FakePipe {
  readonly memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  readonly bytes = new Uint8Array(this.memory.buffer);
  readonly bell = new HostBell(this.memory, 0);
  readonly queue: number[] = [];
  farEndIsOpen = true;
  closes = 0;
  end: Error | undefined;

  readonly host: PipeHost = {
    core: {
      streamRead: (_, ka, n) => {
        if (this.queue.length === 0) return this.farEndIsOpen ? -EAGAIN : 0;
        const part = this.queue.splice(0, n);
        this.bytes.set(part, ka);
        return part.length;
      },
      streamWrite: (_, ka, n) => {
        if (!this.farEndIsOpen) return -EPIPE;
        const room = Math.min(n, CAPACITY - this.queue.length);
        if (room === 0) return -EAGAIN;
        this.queue.push(...this.bytes.slice(ka, ka + room));
        return room;
      },
      streamClose: () => void this.closes++,
    },
    bell: this.bell,
    bytes: this.bytes,
    staging: STAGING,
    closed: () => this.end,
  };

  /** The far end does something, and the kernel rings. */
  far<T>(act: () => T): T {
    const result = act();
    this.bell.ring();
    return result;
  }
}

let pipe: FakePipe;
beforeEach(() => {
  pipe = new FakePipe();
});

/** Lets everything that can go on go on. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}

describe("a readable", () => {
  test("gives the bytes in order, waits for more, and ends when the writers are gone", async () => {
    const reading = new Response(readableFrom(pipe.host, 1).stream).text();
    for (const text of ["hello, ", "wor", "ld"]) {
      pipe.far(() => pipe.queue.push(...new TextEncoder().encode(text)));
      await settle();
    }
    pipe.far(() => {
      pipe.farEndIsOpen = false;
    });
    expect(await reading).toBe("hello, world");
    expect(pipe.closes).toBe(1);
  });

  test("takes nothing that nobody asks for", async () => {
    pipe.queue.push(1, 2, 3);
    const reader = readableFrom(pipe.host, 1).stream.getReader();
    await settle();
    expect(pipe.queue).toHaveLength(3);
    expect((await reader.read()).value).toEqual(new Uint8Array([1, 2, 3]));
  });

  test("closes the pipe when it is cancelled", async () => {
    await readableFrom(pipe.host, 1).stream.cancel();
    expect(pipe.closes).toBe(1);
  });

  test("fails when the machine ends while it waits, and leaves the pipe alone", async () => {
    const reading = readableFrom(pipe.host, 1).stream.getReader().read();
    await settle();
    pipe.far(() => {
      pipe.end = new Error("gone");
    });
    await expect(reading).rejects.toThrow("gone");
    expect(pipe.closes).toBe(0);
  });
});

describe("a readable whose process has ended", () => {
  test("frees the pipe at once, and what it held can still be read", async () => {
    const { stream, ended } = readableFrom(pipe.host, 1);
    pipe.queue.push(1, 2, 3, 4, 5, 6, 7);
    pipe.farEndIsOpen = false;
    ended();
    expect(pipe.closes).toBe(1);
    expect(new Uint8Array(await new Response(stream).arrayBuffer())).toEqual(
      Uint8Array.of(1, 2, 3, 4, 5, 6, 7),
    );
  });

  test("goes on while another process holds the far end, and frees the pipe after that", async () => {
    const { stream, ended } = readableFrom(pipe.host, 1);
    pipe.queue.push(1);
    ended();
    await settle();
    pipe.far(() => pipe.queue.push(2));
    await settle();
    expect(pipe.closes).toBe(0);
    pipe.far(() => {
      pipe.farEndIsOpen = false;
    });
    await settle();
    expect(pipe.closes).toBe(1);
    expect(new Uint8Array(await new Response(stream).arrayBuffer())).toEqual(Uint8Array.of(1, 2));
  });

  test("takes no more than the largest pipe holds of one that never stops", async () => {
    const { ended } = readableFrom(pipe.host, 1);
    let taken = 0;
    const streamRead = (_: number, __: number, n: number): number => {
      taken += n;
      return n;
    };
    Object.assign(pipe.host.core, { streamRead });
    ended();
    expect(taken - (1 << 20)).toBeLessThan(STAGING.length);
    expect(pipe.closes).toBe(0);
  });
});

describe("a writable", () => {
  test("closes the pipe once when the process has ended, and fails afterwards", async () => {
    const { stream, ended } = writableTo(pipe.host, 1);
    ended();
    ended();
    const writer = stream.getWriter();
    writer.closed.catch(() => {});
    await expect(writer.write(Uint8Array.of(1))).rejects.toMatchObject({ code: "EPIPE" });
    expect(pipe.closes).toBe(1);
  });

  test("waits while the pipe is full and loses nothing", async () => {
    const writer = writableTo(pipe.host, 1).stream.getWriter();
    const bytes = Uint8Array.from({ length: 20 }, (_, i) => i);
    let isDone = false;
    const writing = writer.write(bytes).then(() => {
      isDone = true;
    });
    await settle();
    expect([isDone, pipe.queue.length]).toEqual([false, CAPACITY]);
    const got: number[] = [];
    while (got.length < 20) {
      got.push(...pipe.far(() => pipe.queue.splice(0, 3)));
      await settle();
    }
    await writing;
    expect(got).toEqual([...bytes]);
    await writer.close();
    expect(pipe.closes).toBe(1);
  });

  test("fails with EPIPE when nobody can read any more", async () => {
    const writer = writableTo(pipe.host, 1).stream.getWriter();
    writer.closed.catch(() => {});
    await writer.write(new Uint8Array(CAPACITY));
    const writing = writer.write(new Uint8Array(1));
    await settle();
    pipe.far(() => {
      pipe.farEndIsOpen = false;
    });
    await expect(writing).rejects.toMatchObject({ code: "EPIPE" });
    expect(pipe.closes).toBe(1);
  });
});

test("a bell that has rung since it was looked at does not wait", async () => {
  const seen = pipe.bell.value();
  pipe.bell.ring();
  await pipe.bell.change(seen);
  const waits = [pipe.bell.change(pipe.bell.value()), pipe.bell.change(pipe.bell.value())];
  pipe.bell.ring();
  await Promise.all(waits);
});
