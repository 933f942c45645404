// stdio — the caller's standard streams, connected to a process in the machine.
import type { Process } from "../process.ts";

/** Whether what a compiler says is shown in color: on a terminal, unless NO_COLOR says no. */
export function wantsColor(): boolean {
  return process.stderr.isTTY === true && !process.env.NO_COLOR;
}

/** Writes what the process writes, at the pace the caller takes it. A caller that is gone closes the pipe. */
async function copyOut(from: ReadableStream<Uint8Array>, to: NodeJS.WriteStream): Promise<void> {
  const reader = from.getReader();
  let isGone = false;
  let goOn = (): void => {};
  to.once("error", () => {
    isGone = true;
    void reader.cancel();
    goOn();
  });
  to.on("drain", () => goOn());
  to.once("close", () => goOn());
  for (;;) {
    const { done, value } = await reader.read();
    if (done || isGone) return;
    if (to.write(value)) continue;
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
  }
}

/** Hands the caller's input on, at the pace the process reads it. */
function copyIn(from: NodeJS.ReadStream, to: WritableStream<Uint8Array>): void {
  const writer = to.getWriter();
  const stop = () => from.destroy();
  writer.closed.catch(stop);
  from.on("data", (chunk: Buffer) => {
    from.pause();
    writer.write(chunk).then(() => from.resume(), stop);
  });
  from.once("end", () => writer.close().catch(stop));
  from.once("error", () => writer.close().catch(stop));
}

/** Connects the three streams. Resolves when the process's output has been copied to its end. */
export async function connect(child: Process): Promise<void> {
  copyIn(process.stdin, child.stdin);
  await Promise.all([copyOut(child.stdout, process.stdout), copyOut(child.stderr, process.stderr)]);
}
