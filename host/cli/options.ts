// options — the command line's verbs and options: one table, from which parsing and help are made.
import { type ParseArgsConfig, parseArgs } from "node:util";

/** The command line is wrong: exit status 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

interface OptionRow {
  readonly name: string;
  /** What its value is called; a switch when absent. */
  readonly value?: string;
  readonly multiple?: boolean;
  readonly text: string;
}

/** Options of `quire run`, before FILE. */
const RUN_OPTIONS: readonly OptionRow[] = [
  { name: "cpus", value: "N", text: "run on N workers (as many as there are processors, at most 8)" },
  { name: "memory", value: "SIZE", text: "physical memory of the machine, e.g. 64M (512M)" },
  { name: "dir", value: "HOST::GUEST[::ro]", multiple: true, text: "put a directory into the machine" },
  { name: "env", value: "NAME[=VALUE]", multiple: true, text: "set, or hand on, an environment variable" },
  { name: "timeout", value: "TIME", text: "kill everything after e.g. 5s, 300ms" },
  { name: "stack", value: "SIZE", text: "stack of each program for calls, e.g. 4M (about 1M)" },
  { name: "stats", text: "print what the kernel did, on standard error" },
  { name: "trace", text: "print every system call, on standard error" },
  { name: "help", text: "show this help" },
];

interface VerbRow {
  readonly name: string;
  readonly usage: string;
  readonly text: string;
  readonly example: string;
}

const VERBS: readonly VerbRow[] = [
  {
    name: "run",
    usage: "quire [run] [OPTION...] FILE [ARG...]",
    text: "Run a program: .wasm, .c (compiled, cached) or .ts (AssemblyScript). Its exit status is ours.",
    example: "quire run --dir .::/data --timeout 5s hello.c -v",
  },
  {
    name: "cc",
    usage: "quire cc [-c] [-o OUT] [-O0..3] [-g] [-I DIR] [-D NAME] [-l LIB] [-L DIR] FILE...",
    text: "Compile and link C programs for the machine.",
    example: "quire cc -O2 -o prog.wasm main.c util.c",
  },
  { name: "demo", usage: "quire demo", text: "Run the example programs.", example: "quire demo" },
  { name: "help", usage: "quire help [VERB]", text: "Show help.", example: "quire help run" },
  { name: "version", usage: "quire version", text: "Print the version.", example: "quire version" },
];

/** Everything `quire run` was asked to do. */
export interface RunCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly cpus: number | undefined;
  readonly memory: string | undefined;
  readonly dirs: readonly string[];
  readonly env: readonly string[];
  readonly timeout: string | undefined;
  readonly stack: string | undefined;
  readonly stats: boolean;
  readonly trace: boolean;
}

export type Command =
  | { readonly verb: "run"; readonly run: RunCommand }
  | { readonly verb: "cc"; readonly args: readonly string[] }
  | { readonly verb: "demo" | "version" }
  | { readonly verb: "help"; readonly topic: string | undefined };

function parserOptions(rows: readonly OptionRow[]): NonNullable<ParseArgsConfig["options"]> {
  return Object.fromEntries(
    rows.map(({ name, value, multiple = false }) => [
      name,
      { type: value === undefined ? ("boolean" as const) : ("string" as const), multiple },
    ]),
  );
}

/** Splits at the first word that is no option: everything from there on belongs to the program. */
function splitAtFile(argv: readonly string[]): [own: string[], rest: string[]] {
  const { tokens } = parseArgs({
    args: [...argv],
    options: parserOptions(RUN_OPTIONS),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const first = tokens.find((token) => token.kind === "positional" || token.kind === "option-terminator");
  if (first === undefined) return [[...argv], []];
  const from = first.kind === "positional" ? first.index : first.index + 1;
  return [argv.slice(0, first.index), argv.slice(from)];
}

function count(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(text)) throw new UsageError(`--${name}: not a positive number: ${text}`);
  return Number(text);
}

function strictly(own: string[]) {
  try {
    return parseArgs({ args: own, options: parserOptions(RUN_OPTIONS), strict: true }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split(/\.\s/)[0] ?? "") : String(error));
  }
}

function parseRun(argv: readonly string[]): Command {
  const [own, [file, ...args]] = splitAtFile(argv);
  const values = strictly(own);
  if (values.help === true) return { verb: "help", topic: "run" };
  if (file === undefined) throw new UsageError("no FILE to run");
  const text = (name: string) => values[name] as string | undefined;
  const list = (name: string) => (values[name] as string[] | undefined) ?? [];
  return {
    verb: "run",
    run: {
      file,
      args,
      cpus: count(text("cpus"), "cpus"),
      memory: text("memory"),
      dirs: list("dir"),
      env: list("env"),
      timeout: text("timeout"),
      stack: text("stack"),
      stats: values.stats === true,
      trace: values.trace === true,
    },
  };
}

/** Understands the words after `quire`. Throws UsageError. */
export function parseCommand(argv: readonly string[]): Command {
  const [first, ...rest] = argv;
  if (first === undefined || first === "--help" || first === "-h") return { verb: "help", topic: undefined };
  if (first === "--version" || first === "version") return { verb: "version" };
  if (first === "help") return { verb: "help", topic: rest[0] };
  if (first === "cc") return { verb: "cc", args: rest };
  if (first === "demo") return rest.includes("--help") ? { verb: "help", topic: "demo" } : { verb: "demo" };
  return parseRun(first === "run" ? rest : argv);
}

/** Help on everything, or on one verb. Throws UsageError for a verb there is not. */
export function helpText(topic: string | undefined): string {
  const verbs = topic === undefined ? VERBS : VERBS.filter(({ name }) => name === topic);
  if (verbs.length === 0) throw new UsageError(`no such command: ${topic}`);
  const blocks = verbs.map(({ usage, text, example }) => `${usage}\n  ${text}\n  Example: ${example}\n`);
  if (topic === undefined || topic === "run") blocks.push(optionHelp());
  return blocks.join("\n");
}

function optionHelp(): string {
  const left = RUN_OPTIONS.map(({ name, value }) => `  --${name}${value === undefined ? "" : ` ${value}`}`);
  const width = Math.max(...left.map((text) => text.length)) + 2;
  const lines = RUN_OPTIONS.map(({ text }, i) => `${(left[i] ?? "").padEnd(width)}${text}`);
  return `Options of run, before FILE:\n${lines.join("\n")}\n`;
}
