// compile — compiles a .c or .ts file for `quire run`, telling a terminal how far it is.
import { ENOEXEC } from "../abi/errno.ts";
import type { CompileStep } from "../build/cc.ts";
import { ProgramError } from "./program.ts";
import { wantsColor } from "./stdio.ts";

/** Shows one line on a terminal's standard error, replacing the one before; nothing elsewhere. */
function progressLine(): { show(text: string): void; clear(): void } {
  const { stderr } = process;
  if (stderr.isTTY !== true) return { show: () => {}, clear: () => {} };
  return {
    show: (text) => void stderr.write(`\r\x1b[K${text.slice(0, (stderr.columns || 80) - 1)}`),
    clear: () => void stderr.write("\r\x1b[K"),
  };
}

/** "quire: compile a.c (0/1)"; how much of the compiler is loaded, in percent. */
function progressText({ phase, what, done, total }: CompileStep): string {
  const part = phase === "load" ? `${Math.floor((100 * done) / total)}%` : `${done}/${total}`;
  return `quire: ${phase} ${what} (${part})`;
}

/** The compiler's own words, then the reason. */
function refuse(error: unknown): never {
  const { diagnostics } = error as { diagnostics?: Uint8Array };
  if (diagnostics === undefined) throw error;
  process.stderr.write(diagnostics);
  throw new ProgramError(ENOEXEC, "does not compile");
}

async function compileC(file: string): Promise<Uint8Array> {
  const { compile } = await import("../build/cc.ts");
  const line = progressLine();
  try {
    return await compile({
      args: [file],
      color: wantsColor(),
      warn: (text) => void process.stderr.write(text),
      progress: (step) => line.show(progressText(step)),
    });
  } catch (error) {
    line.clear();
    return refuse(error);
  } finally {
    line.clear();
  }
}

async function compileAssemblyScript(file: string): Promise<Uint8Array> {
  const { compileAs } = await import("../build/as.ts");
  const line = progressLine();
  line.show(`quire: compile ${file}`);
  try {
    return await compileAs(file);
  } catch (error) {
    line.clear();
    return refuse(error);
  } finally {
    line.clear();
  }
}

/** The module a source compiles to. Throws ProgramError; the compiler's words go to standard error. */
export function compileFile(file: string): Promise<Uint8Array> {
  return file.endsWith(".c") ? compileC(file) : compileAssemblyScript(file);
}
