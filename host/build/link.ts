// link — wasm-ld with our start file and library in front of the sysroot's.
import { basename, resolve } from "node:path";
import { type FileTree, getFile, putFile, runTool, type ToolResult } from "./clang.ts";
import { missingFile, readRegularFile } from "./includes.ts";
import { type Command, UsageError } from "./options.ts";

/** One thing to link: an object or archive with its bytes, or a library of the sysroot by -lname. */
export type LinkInput = { readonly name: string; readonly bytes: Uint8Array } | { readonly option: string };

/** The first page is never mapped, so that NULL and a stack overflow fault; the C stack ends above it. */
const GUARD_BYTES = 4096;
const STACK_BYTES = 256 * 1024;
/** SIG_IGN is the pointer 1: no function may have that address. */
const TABLE_BASE = 2;
const SYSROOT = "/usr/lib/wasm32-wasip1";
const BUILTINS = "/usr/lib/wasm32-unknown-wasip1/libclang_rt.builtins.a";

/** libNAME.a along the -L directories, or the option itself for the sysroot to answer. */
export function findLibrary(option: string, directories: readonly string[]): LinkInput {
  const file = `lib${option.slice(2)}.a`;
  for (const directory of directories) {
    const bytes = readRegularFile(resolve(directory, file));
    if (bytes !== undefined) return { name: file, bytes };
  }
  return { option };
}

/** An object or archive of the user's. Throws UsageError when it is missing. */
export function readObject(path: string, cwd: string): LinkInput {
  const bytes = readRegularFile(resolve(cwd, path));
  if (bytes === undefined) throw new UsageError(missingFile(resolve(cwd, path), path));
  return { name: path, bytes };
}

/** The linker's arguments; `names` are the inputs. */
export function linkerArgs(command: Command, names: string[]): string[] {
  const startFile = command.startFiles ? ["/quire/lib/crt1.o"] : [];
  const libraries = command.standardLibraries ? ["/quire/lib/libquire.a", "-lc", "-lsetjmp", BUILTINS] : [];
  const stripping = command.strip ? ["--strip-all"] : command.debug ? [] : ["--strip-debug"];
  return [
    ...["wasm-ld", "-m", "wasm32", "--stack-first", "-z", `stack-size=${STACK_BYTES + GUARD_BYTES}`],
    ...[`--table-base=${TABLE_BASE}`, ...stripping, "-L", SYSROOT],
    ...[...startFile, ...names, ...libraries, ...command.linkerFlags, "-o", "/out.wasm"],
  ];
}

/** wasm-ld's words with the names the user knows. */
function renamed(text: Uint8Array, shown: Map<string, string>): Uint8Array<ArrayBuffer> {
  let message = new TextDecoder().decode(text);
  for (const [name, original] of shown) message = message.replaceAll(name, original);
  return new TextEncoder().encode(message);
}

/** Links `inputs` in order into a program. `bytes` is undefined when the linker failed. */
export async function link(
  command: Command,
  inputs: readonly LinkInput[],
  library: FileTree,
): Promise<ToolResult & { bytes: Uint8Array<ArrayBuffer> | undefined; args: string[] }> {
  const tree: FileTree = { ...library };
  const shown = new Map<string, string>();
  const names = inputs.map((input, index) => {
    if ("option" in input) return input.option;
    const name = `/input${index}/${basename(input.name)}`;
    putFile(tree, name, input.bytes);
    shown.set(name, input.name);
    return name;
  });
  const args = linkerArgs(command, names);
  const result = await runTool(args, tree);
  const bytes = result.status === 0 ? getFile(result.files, "out.wasm") : undefined;
  return { ...result, stderr: renamed(result.stderr, shown), bytes, args };
}
