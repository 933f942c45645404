// program — the probe program, compiled, and machines that have it at /bin/probe.
import { join } from "node:path";
import { type BootOptions, boot, type Machine } from "quire";
import { compile } from "../../host/build/cc.ts";

let compiled: Promise<Uint8Array> | undefined;

/** programs/probe.c as a module. */
export function probe(): Promise<Uint8Array> {
  compiled ??= compile({ args: [join(import.meta.dirname, "programs", "probe.c")] });
  return compiled;
}

/** A machine with the probe at /bin/probe; its log goes to `log`. */
export async function probeMachine(options: BootOptions = {}, log: string[] = []): Promise<Machine> {
  const bytes = await probe();
  const onMessage = (line: string): void => void log.push(line);
  const machine = await boot({ cpus: 2, memory: "64M", onMessage, ...options });
  await machine.load("/bin/probe", bytes);
  return machine;
}

/** All text of a stream. */
export function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream).text();
}
