// assembly — formats and checks AssemblyScript, whose decorators on functions no TypeScript parser accepts.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ROOT, type Source, sources } from "./sources.ts";

const DECORATOR =
  /^(\s*)@((?:inline|lazy|global|final|unsafe|unmanaged|external|operator)\b(?:\([^)\n]*\))?)/gm;
const MASK = /\/\*@([^*\n]*)\*\//g;
const CONFIG = {
  formatter: { indentStyle: "space", indentWidth: 2, lineWidth: 110 },
  assist: { enabled: false },
  linter: {
    rules: {
      preset: "recommended",
      // Two spellings of one equality; unsigned and signed numbers; classes that are layouts.
      suspicious: { noDoubleEquals: "off", noConstEnum: "off" },
      style: {
        noNonNullAssertion: "off",
        useConst: "off",
        useImportType: "off",
        useExponentiationOperator: "off",
      },
      complexity: { useOptionalChain: "off", noStaticOnlyClass: "off", useArrowFunction: "off" },
      correctness: { noUnusedVariables: "off", noUnusedFunctionParameters: "off" },
    },
  },
};

function assemblyFiles(): readonly Source[] {
  return sources().filter((source) => {
    const isAssembly = source.path.startsWith("assembly/") || source.path.startsWith("guests/");
    return isAssembly && source.path.endsWith(".ts") && !source.generated;
  });
}

/** Runs the formatter over masked copies; what it says, and the text it would write of each file. */
function runMasked(files: readonly Source[], write: boolean): { said: string; texts: string[] } {
  const folder = mkdtempSync(join(tmpdir(), "quire-format-"));
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text.replace(DECORATOR, "$1/*@$2*/"));
    }
    cpSync(join(ROOT, "package.json"), join(folder, "package.json"));
    writeFileSync(
      join(folder, "biome.json"),
      JSON.stringify({ ...CONFIG, files: { includes: ["**/*.ts"] } }),
    );
    const biome = join(ROOT, "node_modules/@biomejs/biome/bin/biome");
    const flags = write ? ["--write"] : ["--diagnostic-level=warn", "--error-on-warnings"];
    const args = [biome, "check", ...flags, ...new Set(files.map(({ path }) => path.split("/")[0] ?? path))];
    const result = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    const texts = files.map(({ path }) => readFileSync(join(folder, path), "utf8").replace(MASK, "@$1"));
    return { said: result.status === 0 ? "" : `${result.stdout}${result.stderr}`.slice(0, 4_000), texts };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What formatter and linter have against the AssemblyScript sources; empty when nothing. */
export function checkAssembly(): string {
  return runMasked(assemblyFiles(), false).said;
}

function main(write: boolean): number {
  const files = assemblyFiles();
  const { said, texts } = runMasked(files, write);
  if (said !== "") console.error(said);
  if (!write) return said === "" ? 0 : 1;
  for (const [index, { path, text }] of files.entries()) {
    const formatted = texts[index] ?? text;
    if (formatted === text) continue;
    writeFileSync(join(ROOT, path), formatted);
    console.log(path);
  }
  return said === "" ? 0 : 1;
}

if (import.meta.main) process.exitCode = main(process.argv.includes("--write"));
