// web — the platform of browsers: no host files, no cache on disk.
import type { Platform } from "./types.ts";

/** The first message a worker gets is what it was started with. */
function workerBoot(): Promise<unknown> {
  return new Promise((resolve) => {
    globalThis.addEventListener("message", (event) => resolve((event as MessageEvent).data), { once: true });
  });
}

async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const platform: Platform = {
  name: "web",
  mayWait: typeof document === "undefined",
  parallelism: async () => navigator.hardwareConcurrency,
  refuseStacks: false,
  workerBoot,
  postToParent: (message) => globalThis.postMessage(message),
  listen: (port, receive) => {
    port.onmessage = (event) => receive(event.data);
  },
  digest,
  setStackBytes: async () => false,
  hostFiles: async () => undefined,
  cache: async () => undefined,
  warn: (line) => console.warn(line),
};
