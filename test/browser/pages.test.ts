// pages — in Chromium: the demo page shows every example, and every conformance case prints what Linux printed.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cases, expected, formatTranscript } from "../conformance/list.ts";
import { type OpenPage, openPage } from "./driver.ts";
import { exampleNames } from "./programs.ts";
import { type Site, serve } from "./server.ts";
import { buildSite, DEMO, SITE, TESTBED } from "./site.ts";

let site: Site;

beforeAll(async () => {
  await buildSite();
  site = await serve(SITE);
});

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

  test.each(cases())("prints what Linux printed: $name", async (one) => {
    const run = await open.page.evaluate(async (name) => {
      const program = (await globalThis.testbed?.sitePrograms())?.find(
        (candidate) => candidate.name === name,
      );
      if (program === undefined) throw new Error(`${name} is not on the site`);
      return globalThis.testbed?.runProgram(program);
    }, one.name);
    expect(run).toBeDefined();
    if (run === undefined) return;
    expect(formatTranscript(run)).toBe(expected(one));
    expect(run.broken).toBe(0);
  });
});
