// random captures — programs that fork anywhere, and all their processes do what they do by the book.

import { describe, expect, test } from "vitest";
import { rewrite } from "../../host/build/rewrite/index.ts";
import { asyncified, byAsyncify } from "./asyncify.ts";
import { bothForms, byTheBook, Forking, type Process } from "./forking.ts";
import { Generator, type Handlers } from "./generator.ts";
import { assemble } from "./wat.ts";

/** Programs of each kind. */
const PROGRAMS = 150;

/** Runs one program; gives its processes and the module before it was captured. */
function run(seed: number, handlers: Handlers): { processes: Process[]; bytes: Uint8Array<ArrayBuffer> } {
  const forms = bothForms(new Generator(seed, handlers).program());
  const bytes = assemble(forms.captured);
  const image = rewrite(bytes);
  expect(WebAssembly.validate(image.bytes), `program ${seed} is valid`).toBe(true);
  const processes = new Forking(image, { chunk: 256 }).run();
  const book = rewrite(assemble(forms.book));
  for (const process of processes) {
    expect(process, `program ${seed}, process [${process.history}]`).toEqual(
      byTheBook(book, process.history),
    );
  }
  return { processes, bytes };
}

describe("random programs fork, and parent and children go on as by the book", () => {
  test.each(["none", "legacy", "try_table"] as const)("handlers: %s", (handlers) => {
    let forked = 0;
    for (let seed = 1; seed <= PROGRAMS; seed++) {
      if (run(seed, handlers).processes.length > 1) forked++;
    }
    // Most programs come to a fork.
    expect(forked).toBeGreaterThan(PROGRAMS / 2);
  });

  test("and as captured by Asyncify", () => {
    for (let seed = 1001; seed <= 1000 + PROGRAMS / 3; seed++) {
      const { processes, bytes } = run(seed, "none");
      const ours = processes.map(({ globals: _, ...rest }) => rest);
      const theirs = byAsyncify(asyncified(bytes)).map(({ globals: _, ...rest }) => rest);
      expect(theirs, `program ${seed}`).toEqual(ours);
    }
  });
});
