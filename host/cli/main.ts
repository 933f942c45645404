#!/usr/bin/env node
// main — the command `quire`. Simple code, so that an old Node says what it lacks, not a syntax error.
import * as nodeModule from "node:module";

const USAGE_STATUS = 2;
const FAILURE_STATUS = 125;

/** The compile cache makes every later start quicker; old Nodes have none. */
function enableCache(): void {
  const { enableCompileCache } = nodeModule as { enableCompileCache?: () => unknown };
  enableCompileCache?.();
}

function complain(error: unknown): number {
  const message = error instanceof Error ? error.message : String(error);
  const { name, code } = error as { name?: unknown; code?: unknown };
  const isUsage = name === "UsageError" || code === "EINVAL";
  process.stderr.write(`quire: ${message.replace(/^quire: /, "")}\n`);
  if (isUsage) process.stderr.write("Try: quire help\n");
  return isUsage ? USAGE_STATUS : FAILURE_STATUS;
}

async function main(argv: readonly string[]): Promise<number> {
  const { helpText, parseCommand } = await import("./options.ts");
  const command = parseCommand(argv);
  if (command.verb === "help") {
    process.stdout.write(helpText(command.topic));
    return 0;
  }
  if (command.verb === "version") return (await import("./version.ts")).printVersion();
  const { requireFeatures } = await import("../platform/features.ts");
  requireFeatures();
  if (command.verb === "cc") return (await import("./cc.ts")).runCc([...command.args]);
  if (command.verb === "run") return (await import("./run.ts")).runFile(command.run);
  return (await import("./demo.ts")).runDemo();
}

/** Ends the process once everything written has been taken. */
function leave(status: number): void {
  process.exitCode = status;
  process.stdout.write("", () => process.stderr.write("", () => process.exit(status)));
}

enableCache();
main(process.argv.slice(2)).then(leave, (error: unknown) => leave(complain(error)));
