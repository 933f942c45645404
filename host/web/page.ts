// page — the demo: a card for each example program, its output as it comes, and what the kernel did.
import type { Statistics } from "../index.ts";
import { type ProgramRun, runProgram, type SiteProgram, sitePrograms } from "./program.ts";

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text = "",
  className = "",
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

/** What the first line of a source says after the dash. */
function title(source: string): string {
  const text = /^\/\/ .*? — (.*)$/m.exec(source)?.[1] ?? "";
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function endingText({ code, signal, milliseconds }: ProgramRun): string {
  return `${signal === null ? `exit ${code}` : signal} · ${milliseconds.toFixed(0)} ms`;
}

/** The card of one program; the function runs it. */
function card(program: SiteProgram): { readonly root: HTMLElement; readonly run: () => Promise<Statistics> } {
  const root = element("article");
  const head = element("header");
  const ending = element("span", "", "ending");
  const button = element("button", "Run");
  const screen = element("pre");
  const details = element("details");
  const source = program.source ?? "";
  head.append(element("h2", program.name), ending, button);
  details.append(element("summary", "Source"), element("pre", source));
  root.append(head, element("p", title(source)), details, screen);
  const run = async (): Promise<Statistics> => {
    button.disabled = true;
    screen.textContent = "";
    ending.textContent = "running…";
    ending.className = "ending";
    try {
      const result = await runProgram(program, (text) => screen.append(text));
      ending.textContent = endingText(result);
      ending.classList.add(result.code === 0 ? "good" : "bad");
      return result.statistics;
    } catch (error) {
      ending.textContent = "failed";
      ending.classList.add("bad");
      screen.append(error instanceof Error ? error.message : String(error));
      throw error;
    } finally {
      button.disabled = false;
    }
  };
  button.addEventListener("click", () => void run().catch(() => undefined));
  return { root, run };
}

const FIGURES: readonly (readonly [label: string, key: keyof Statistics, combine: "sum" | "max"])[] = [
  ["Processes", "processes", "sum"],
  ["System calls", "syscalls", "sum"],
  ["Bytes from programs", "bytesIn", "sum"],
  ["Bytes to programs", "bytesOut", "sum"],
  ["Page faults", "faults", "sum"],
  ["Most frames of 4 KiB in use", "framesPeak", "max"],
  ["Switches between processes", "switches", "sum"],
];

/** One row each: summed over the machines, or the greatest of them. */
function showFigures(all: readonly Statistics[]): void {
  const rows = FIGURES.map(([label, key, combine]) => {
    const values = all.map((statistics) => statistics[key]);
    const value = combine === "sum" ? values.reduce((a, b) => a + b, 0) : Math.max(...values);
    const row = element("tr");
    row.append(element("th", label), element("td", Math.round(value).toLocaleString("en")));
    return row;
  });
  byId("figures").replaceChildren(...rows);
  byId("kernel").hidden = false;
}

async function main(): Promise<void> {
  const programs = (await sitePrograms()).filter(({ source }) => source !== undefined);
  const cards = programs.map(card);
  byId("programs").replaceChildren(...cards.map(({ root }) => root));
  const stacks = "Suspending" in WebAssembly;
  const kind = stacks ? "any number of processes on each worker" : "one process on each worker";
  byId("engine").textContent = `${navigator.hardwareConcurrency} processors; ${kind}.`;
  const all = byId("all") as HTMLButtonElement;
  const runAll = async (): Promise<void> => {
    all.disabled = true;
    const figures: Statistics[] = [];
    for (const { run } of cards) figures.push(await run());
    showFigures(figures);
    all.disabled = false;
    document.body.dataset.state = "done";
  };
  const attempt = (): void => {
    runAll().catch((error: unknown) => {
      all.disabled = false;
      document.body.dataset.state = "failed";
      console.error(error);
    });
  };
  all.addEventListener("click", attempt);
  attempt();
}

main().catch((error: unknown) => {
  byId("engine").textContent = error instanceof Error ? error.message : String(error);
  document.body.dataset.state = "failed";
});
