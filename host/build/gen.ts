// gen — writes every file that follows from assembly/abi/*.tbl; with --check only says which are stale.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { coreFiles } from "./gen/core.ts";
import { docFiles } from "./gen/docs.ts";
import { headerFiles } from "./gen/header.ts";
import { hostFiles } from "./gen/host.ts";
import { readTables } from "./gen/tables.ts";

/** Everything generated, by path in the repository at `root`. Throws when a table is malformed. */
export function generate(root: string): Record<string, string> {
  const tables = readTables(join(root, "assembly/abi"));
  return { ...coreFiles(tables), ...headerFiles(tables), ...hostFiles(tables), ...docFiles(tables) };
}

/** The generated files that differ from what the tables say, or are missing. */
export function staleFiles(root: string): string[] {
  return Object.entries(generate(root))
    .filter(
      ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text,
    )
    .map(([path]) => path);
}

function main(argv: string[]): number {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const stale = staleFiles(root);
  if (argv.includes("--check")) {
    for (const path of stale) console.error(`stale: ${path} (run "npm run gen")`);
    return stale.length === 0 ? 0 : 1;
  }
  const files = generate(root);
  for (const path of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), files[path] ?? "");
    console.log(path);
  }
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
