// pages — in Chromium: the demo page shows every example, every conformance case prints what Linux did.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cases, expected, formatTranscript } from "../conformance/list.ts";
import { type OpenPage, openPage } from "./driver.ts";
import { exampleNames } from "./programs.ts";
import { type Site, serve } from "./server.ts";
import { buildSite, DEMO, SITE, TESTBED } from "./site.ts";

/** Known failures, on Node and here: the case's name and the reason. */
const known = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "conformance", "status.json"), "utf8"),
) as Record<string, string>;

let site: Site;

/** Compiling every program takes minutes when none is cached. */
const BUILD_MS = 600_000;

beforeAll(async () => {
  await buildSite();
  site = await serve(SITE);
}, BUILD_MS);

afterAll(async () => {
  await site[Symbol.asyncDispose]();
});

describe("the demo page", () => {
  test("runs every example to its end and says what the kernel did", async () => {
    await using open = await openPage(`${site.url}${DEMO}`);
    await open.page.waitForFunction(() => document.body.dataset.state !== undefined);
    const cards = await open.page.$$eval("article", (articles) =>
      articles.map((article) => ({
        name: article.querySelector("h2")?.textContent,
        ending: article.querySelector(".ending")?.className,
        output: article.querySelector(":scope > pre")?.textContent ?? "",
      })),
    );
    expect(cards.map(({ name }) => name)).toEqual(exampleNames());
    expect(cards.filter(({ ending, output }) => ending !== "ending good" || output === "")).toEqual([]);
    const figures = await open.page.$$eval("#figures td", (cells) => cells.map((cell) => cell.textContent));
    expect(figures).toHaveLength(7);
    expect(figures).not.toContain("0");
    expect(open.complaints).toEqual([]);
  });
});

describe("one page", () => {
  let open: OpenPage;

  beforeAll(async () => {
    open = await openPage(`${site.url}${TESTBED}`);
    await open.page.waitForFunction(() => globalThis.testbed !== undefined);
  });

  afterAll(async () => {
    await open[Symbol.asyncDispose]();
  });

  test("is cross-origin isolated", async () => {
    expect(await open.page.evaluate(() => crossOriginIsolated)).toBe(true);
  });

  test.each(cases().map((one) => [one.name, one] as const))(
    "prints what Linux printed: %s",
    async (name, one) => {
      const { stderr, broken, ...result } = await open.page.evaluate(
        (wanted) => globalThis.testbed.run(wanted),
        name,
      );
      const conforms = formatTranscript(result) === expected(one) && broken === 0;
      const reason = known[name];
      if (reason !== undefined)
        return expect(conforms, `passes, but status.json says: ${reason}`).toBe(false);
      expect(formatTranscript(result), stderr).toBe(expected(one));
      expect(broken).toBe(0);
    },
  );
});
