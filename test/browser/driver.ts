// driver — opens a page of the site in the machine's Chromium and gathers what goes wrong in it.
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "./chromium.ts";

export interface OpenPage extends AsyncDisposable {
  readonly page: Page;
  /** Uncaught errors and console errors of the page and its workers so far. */
  readonly complaints: readonly string[];
}

async function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("no Chromium found; install it, or name it in $CHROMIUM");
  return chromium.launch({ executablePath, headless: true, args: ["--no-sandbox"] });
}

/** Opens `url` in a browser of its own, which ends when the page is disposed. */
export async function openPage(url: string): Promise<OpenPage> {
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.stack ?? error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(url);
  return { page, complaints, [Symbol.asyncDispose]: () => browser.close() };
}
