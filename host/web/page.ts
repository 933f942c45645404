// page — the demo: a card for each example program, its output as it comes, and what the kernel did.
import type { Machine, Statistics } from "../index.ts";
import { type ProgramRun, runProgram, type SiteProgram, siteMachine, sitePrograms } from "./program.ts";

/** Where the machine's log goes: the screen of the program that runs. */
let screenNow: HTMLElement | undefined;

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

interface Card {
  readonly root: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly run: () => Promise<void>;
}

/** The card of one program; `run` runs it. */
function card(machine: Machine, program: SiteProgram): Card {
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
  const run = async (): Promise<void> => {
    screen.textContent = "";
    screenNow = screen;
    ending.textContent = "running…";
    ending.className = "ending";
    try {
      const result = await runProgram(machine, program, (text) => screen.append(text));
      ending.textContent = endingText(result);
      ending.classList.add(result.code === 0 ? "good" : "bad");
    } catch (error) {
      ending.textContent = "failed";
      ending.classList.add("bad");
      screen.append(error instanceof Error ? error.message : String(error));
      throw error;
    }
  };
  return { root, button, run };
}

const FIGURES: readonly (readonly [label: string, key: keyof Statistics])[] = [
  ["Processes", "processes"],
  ["System calls", "syscalls"],
  ["Bytes from programs", "bytesIn"],
  ["Bytes to programs", "bytesOut"],
  ["Page faults", "faults"],
  ["Most frames of 4 KiB in use", "framesPeak"],
  ["Switches between processes", "switches"],
];

function showFigures(statistics: Statistics): void {
  const rows = FIGURES.map(([label, key]) => {
    const row = element("tr");
    row.append(element("th", label), element("td", Math.round(statistics[key]).toLocaleString("en")));
    return row;
  });
  byId("figures").replaceChildren(...rows);
  byId("kernel").hidden = false;
}

/** Runs cards one after the other, while every button is off; the page's state says how it went. */
async function runCards(machine: Machine, cards: readonly Card[], all: readonly Card[]): Promise<void> {
  const buttons = [byId("all") as HTMLButtonElement, ...all.map(({ button }) => button)];
  for (const button of buttons) button.disabled = true;
  let state = "done";
  for (const { run } of cards) {
    await run().catch((error: unknown) => {
      console.error(error);
      state = "failed";
    });
  }
  showFigures(machine.statistics());
  document.body.dataset.state = state;
  for (const button of buttons) button.disabled = false;
}

async function main(): Promise<void> {
  const machine = await siteMachine((line) => screenNow?.append(`${line}\n`));
  const programs = (await sitePrograms()).filter(({ source }) => source !== undefined);
  const cards = programs.map((program) => card(machine, program));
  byId("programs").replaceChildren(...cards.map(({ root }) => root));
  const kind = "Suspending" in WebAssembly ? "any number of processes on each" : "one process on each";
  byId("engine").textContent = `One kernel, two workers of this page, ${kind}.`;
  for (const one of cards) one.button.addEventListener("click", () => void runCards(machine, [one], cards));
  byId("all").addEventListener("click", () => void runCards(machine, cards, cards));
  await runCards(machine, cards, cards);
}

main().catch((error: unknown) => {
  byId("engine").textContent = error instanceof Error ? error.message : String(error);
  document.body.dataset.state = "failed";
});
