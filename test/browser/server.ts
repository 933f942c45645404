// server — serves a folder with the two headers that make a page cross-origin isolated.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
};
const HEADERS = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-store",
} as const;

export interface Site extends AsyncDisposable {
  /** "http://127.0.0.1:PORT/". */
  readonly url: string;
}

/** The file a request means, below `folder`; undefined when it leaves the folder or does not exist. */
async function fileOf(folder: string, url: string): Promise<string | undefined> {
  const path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
  const file = join(folder, path);
  if (!file.startsWith(folder)) return undefined;
  const at = await stat(file).catch(() => undefined);
  if (at?.isDirectory() === true) return fileOf(folder, `${path.replace(/\/$/, "")}/index.html`);
  return at === undefined ? undefined : file;
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const file = await fileOf(folder, request.url ?? "/").catch(() => undefined);
  if (file === undefined) {
    response.writeHead(404, HEADERS).end("not found\n");
    return;
  }
  response.writeHead(200, { ...HEADERS, "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(response);
}

/** Serves `folder` to this machine; port 0 takes a free one. */
export async function serve(folder: string, port = 0): Promise<Site> {
  const server = createServer((request, response) => void answer(folder, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
