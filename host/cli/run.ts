// run — `quire run`: compiles the file if need be, runs it in a machine, and ends with its status.
import { resolve } from "node:path";
import { SpawnError } from "../errors.ts";
import { boot, type Machine } from "../machine.ts";
import { type BootOptions, parseDuration } from "../options.ts";
import type { ExitStatus, Process } from "../process.ts";
import type { DirectoryMount } from "../protocol.ts";
import { signalNumber } from "../signals.ts";
import { type RunCommand, UsageError } from "./options.ts";
import { ProgramError, programBytes, programName } from "./program.ts";
import { statisticsTable } from "./statistics.ts";
import { connect } from "./stdio.ts";

const NOT_EXECUTABLE = 126;
const NOT_FOUND = 127;
const SIGNAL_BASE = 128;
const FAILURE = 125;
const ENOENT = 2;

/** "HOST::GUEST" or "HOST::GUEST::ro". */
function parseMount(text: string): DirectoryMount {
  const [host, guest, mode, ...more] = text.split("::");
  if (!host || !guest?.startsWith("/") || more.length > 0 || (mode !== undefined && mode !== "ro")) {
    throw new UsageError(`--dir: not HOST::GUEST[::ro]: ${text}`);
  }
  return { host: resolve(host), guest, readOnly: mode === "ro" };
}

/** "NAME=VALUE", or "NAME" for the caller's own. */
function parseEnvironment(list: readonly string[]): Record<string, string> {
  const env: Record<string, string> = { PATH: "/bin:/usr/bin" };
  for (const text of list) {
    const at = text.indexOf("=");
    if (at === 0) throw new UsageError(`--env: not NAME=VALUE: ${text}`);
    const name = at < 0 ? text : text.slice(0, at);
    const value = at < 0 ? process.env[text] : text.slice(at + 1);
    if (value !== undefined) env[name] = value;
  }
  return env;
}

function bootOptions(command: RunCommand): BootOptions {
  const { cpus, memory, stack, timeout } = command;
  return {
    env: parseEnvironment(command.env),
    mounts: command.dirs.map(parseMount),
    ...(cpus === undefined ? {} : { cpus }),
    ...(memory === undefined ? {} : { memory }),
    ...(stack === undefined ? {} : { stack }),
    ...(timeout === undefined ? {} : { timeout: parseDuration(timeout, "--timeout") }),
    ...(command.trace ? { trace: (line: string) => void process.stderr.write(`${line}\n`) } : {}),
  };
}

/** The caller's ^C goes to the process; a second one ends us. */
function forwardInterrupt(child: Process): void {
  let isInterrupted = false;
  process.on("SIGINT", () => {
    if (isInterrupted) process.exit(SIGNAL_BASE + signalNumber("SIGINT"));
    isInterrupted = true;
    child.kill("SIGINT");
  });
}

function statusOf({ code, signal }: ExitStatus): number {
  return signal === null ? (code ?? FAILURE) : SIGNAL_BASE + signalNumber(signal);
}

async function runIn(machine: Machine, path: string, command: RunCommand): Promise<number> {
  const child = await machine.spawn(path, command.args, {
    terminal: [process.stdin.isTTY === true, process.stdout.isTTY === true, process.stderr.isTTY === true],
  });
  forwardInterrupt(child);
  await connect(child);
  const status = await child.exit;
  if (command.stats) process.stderr.write(statisticsTable(machine.statistics()));
  return statusOf(status);
}

/** Says what is wrong with the file; the status a shell would give. */
function refuse(file: string, error: unknown): number {
  if (!(error instanceof SpawnError) && !(error instanceof ProgramError)) throw error;
  const reason = error instanceof SpawnError ? error.message.slice(error.path.length + 2) : error.message;
  process.stderr.write(`quire: ${file}: ${reason}\n`);
  return error.errno === ENOENT ? NOT_FOUND : NOT_EXECUTABLE;
}

/** Runs the file and resolves with the exit status for our own process. */
export async function runFile(command: RunCommand): Promise<number> {
  const options = bootOptions(command);
  const loading = programBytes(command.file);
  loading.catch(() => {});
  await using machine = await boot({
    ...options,
    onMessage: (line) => void process.stderr.write(`${line}\n`),
  });
  const path = `/bin/${programName(command.file)}`;
  try {
    await machine.load(path, await loading);
    return await runIn(machine, path, command);
  } catch (error) {
    return refuse(command.file, error);
  }
}
