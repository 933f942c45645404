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
    const reading = new Response(readableFrom(pipe.host, 1)).text();
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
    const reader = readableFrom(pipe.host, 1).getReader();
    await settle();
    expect(pipe.queue).toHaveLength(3);
    expect((await reader.read()).value).toEqual(new Uint8Array([1, 2, 3]));
  });

  test("closes the pipe when it is cancelled", async () => {
    await readableFrom(pipe.host, 1).cancel();
    expect(pipe.closes).toBe(1);
  });

  test("fails when the machine ends while it waits, and leaves the pipe alone", async () => {
    const reading = readableFrom(pipe.host, 1).getReader().read();
    await settle();
    pipe.far(() => {
      pipe.end = new Error("gone");
    });
    await expect(reading).rejects.toThrow("gone");
    expect(pipe.closes).toBe(0);
  });
});

describe("a writable", () => {
  test("waits while the pipe is full and loses nothing", async () => {
    const writer = writableTo(pipe.host, 1).getWriter();
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
    const writer = writableTo(pipe.host, 1).getWriter();
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
