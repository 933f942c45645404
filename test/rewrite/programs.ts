// programs — the text fixtures that hold several programs, each behind a line with its name.

import { readFileSync } from "node:fs";

/** Name and text of every program of a fixture: `;;; name` begins one. */
export function programs(fixture: string): [name: string, text: string][] {
  const text = readFileSync(new URL(`./fixtures/${fixture}`, import.meta.url), "utf8");
  return text
    .split(/^;;; /m)
    .slice(1)
    .map((part) => [part.slice(0, part.indexOf("\n")), part.slice(part.indexOf("\n") + 1)]);
}
