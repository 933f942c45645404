// version — prints which Quire this is.
import { readFileSync } from "node:fs";

const ABI = 1;

/** One line: the package's version, the kernel's ABI, the engine. */
export function printVersion(): number {
  const file = new URL("../../../package.json", import.meta.url);
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { version: string };
  process.stdout.write(`quire ${version} (abi ${ABI}, node ${process.version})\n`);
  return 0;
}
