// site — builds the demo page and the test page as a person's bundler would; compiles their programs.
// `node test/browser/site.ts --serve` serves the result and prints its address.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "vite";
import { compilePrograms } from "./programs.ts";
import { serve } from "./server.ts";

const ROOT = join(import.meta.dirname, "..", "..");
export const SITE = join(ROOT, "build", "site");
/** Where the demo page and the test page stand below the site's address. */
export const DEMO = "host/web/";
export const TESTBED = "test/browser/page/";

/** What memfs wants of Node, for a browser: three packages, and stand-ins for what it never reaches here. */
const PACKAGES = {
  "node:buffer": "buffer/index.js",
  "node:events": "events/events.js",
  "node:path": "path-browserify/index.js",
} as const;
const STAND_INS: Readonly<Record<string, string>> = {
  "node:stream": "export class Readable {} export class Writable {}",
  "node:url": "export const URL = globalThis.URL;",
  process: "export const env = {}; export const platform = 'linux'; export const cwd = () => '/';",
};

function nodeModules(): Plugin {
  return {
    name: "node-modules",
    enforce: "pre",
    resolveId: (id) => (STAND_INS[id] === undefined ? undefined : `\0stand-in:${id}`),
    load: (id) => (id.startsWith("\0stand-in:") ? STAND_INS[id.slice("\0stand-in:".length)] : undefined),
  };
}

/** Bundles both pages into build/site. */
async function bundle(): Promise<void> {
  const alias = Object.entries(PACKAGES).map(([find, file]) => ({
    find,
    replacement: join(ROOT, "node_modules", file),
  }));
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "error",
    base: "/",
    publicDir: false,
    resolve: { alias: [...alias, { find: /^quire$/, replacement: join(ROOT, "dist", "host", "index.js") }] },
    plugins: [nodeModules()],
    worker: { format: "es", plugins: () => [nodeModules()] },
    build: {
      outDir: SITE,
      emptyOutDir: false,
      target: "esnext",
      modulePreload: false,
      rolldownOptions: {
        input: [join(ROOT, DEMO, "index.html"), join(ROOT, TESTBED, "index.html")],
      },
    },
  });
}

/** Builds everything below build/site. */
export async function buildSite(): Promise<void> {
  rmSync(SITE, { recursive: true, force: true });
  mkdirSync(SITE, { recursive: true });
  const programs = await compilePrograms(join(SITE, "programs"));
  writeFileSync(join(SITE, "programs", "list.json"), JSON.stringify(programs));
  await bundle();
}

if (import.meta.main) {
  await buildSite();
  if (process.argv.includes("--serve")) {
    const site = await serve(SITE, Number(process.env.PORT ?? 8080));
    console.log(`${site.url}${DEMO}`);
  }
}
