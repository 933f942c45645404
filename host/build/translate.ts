// translate — runs the packaged compiler on one source, with the user's files under their own names.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type FileTree, getFile, type LoadProgress, putFile, runTool, type ToolResult } from "./clang.ts";
import { addIncludes, missingFile, readRegularFile, type SourceFiles } from "./includes.ts";
import { type Command, UsageError } from "./options.ts";
import { llvmFlags, TARGET_FLAGS } from "./target.ts";

/** One translation, as `quire cc` needs it. */
export interface Translation extends ToolResult {
  readonly output: Uint8Array<ArrayBuffer> | undefined;
  readonly dependencies: Uint8Array<ArrayBuffer> | undefined;
  readonly args: string[];
}

/** The name of standard input among the files; includes are relative to the directory of the call. */
const STDIN = "/dev/stdin";

/** Reads a source and everything it may include. Throws UsageError when it is missing. */
export function readSource(command: Command, source: string, cwd: string): SourceFiles {
  const files: SourceFiles = new Map();
  if (source !== "-") {
    const bytes = readRegularFile(resolve(cwd, source));
    if (bytes === undefined) throw new UsageError(missingFile(resolve(cwd, source), source));
    files.set(resolve(cwd, source), bytes);
  } else {
    files.set(STDIN, new Uint8Array(readFileSync(0)));
  }
  for (const name of command.preIncludes) {
    const bytes = readRegularFile(resolve(cwd, name));
    if (bytes !== undefined) files.set(resolve(cwd, name), bytes);
  }
  addIncludes(files, command.includes);
  return files;
}

/** Where the user's root directory appears to the compiler, whose own /usr would hide theirs. */
const HOST = "/host";

/**
 * The user's files as the compiler sees them: by an overlay, under their own absolute names and, for relative
 * ones, below HOST. (The tools' file system knows no ".."; the overlay does. The driver, which looks whether
 * the input exists, and the assembler see no overlay.)
 */
function sourceTree(files: SourceFiles, input: string, cwd: string): FileTree {
  const tree: FileTree = {};
  const roots = [...files].flatMap(([path, bytes], index) => {
    const contents = { type: "file", "external-contents": `/user/${index}` };
    putFile(tree, contents["external-contents"], bytes);
    return [HOST + path, path].map((name) => ({ name, ...contents }));
  });
  const overlay = { version: 0, "case-sensitive": true, "use-external-names": false, roots };
  putFile(tree, "/overlay.json", JSON.stringify(overlay));
  putFile(tree, `${HOST}${cwd}/.directory`, "");
  const asked = input.startsWith("/") ? input : `${HOST}${cwd}/${input}`;
  const source = files.get(resolve(cwd, input.startsWith(`${HOST}/`) ? input.slice(HOST.length) : input));
  if (source !== undefined) putFile(tree, asked.replaceAll(/\/\.\.?(?=\/)/g, ""), source);
  return tree;
}

/** Where the library's headers are. In C++ libc++'s come first: they wrap those of C. */
const HEADERS = [
  ...["-c-isystem", "/quire/include"],
  ...["-cxx-isystem", "/usr/include/c++/v1", "-cxx-isystem", "/quire/include"],
];

/** The compiler's arguments for one source. */
export function clangArgs(command: Command, source: string, cwd: string, color: boolean): string[] {
  const stage = {
    preprocess: ["-E"],
    assembly: ["-S"],
    object: ["-c"],
    program: ["-c"],
    syntax: ["-fsyntax-only"],
  };
  const language = command.language === undefined ? [] : ["-x", command.language];
  // As GCC, keep a malloc whose result is not used: whether it fails is something a program may ask.
  const builtins = ["-fno-builtin-malloc", "-fno-builtin-calloc", "-fno-builtin-realloc"];
  const wantsDependencies = command.compilerFlags.some((flag) => flag === "-MD" || flag === "-MMD");
  return [
    "clang",
    // What is of no use for a source, say assembly, is none of the user's concern.
    "--start-no-unused-arguments",
    ...[...TARGET_FLAGS, ...stage[command.stage], "-O2", "-matomics"],
    ...HEADERS.flatMap((word) => ["-Xclang", word]),
    ...["-ivfsoverlay", "/overlay.json", "-working-directory", HOST + cwd, `-ffile-prefix-map=${HOST}/=/`],
    ...builtins,
    ...llvmFlags(command.compilerFlags),
    "--end-no-unused-arguments",
    ...(color ? ["-fcolor-diagnostics"] : []),
    ...command.compilerFlags,
    ...(wantsDependencies ? ["-MF", "/out.d"] : []),
    ...language,
    ...[source, "-o", "/out"],
  ];
}

/** Removes HOST from what the compiler wrote. */
function withoutHost(text: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const decoded = new TextDecoder().decode(text);
  return decoded.includes(HOST) ? new TextEncoder().encode(decoded.replaceAll(`${HOST}/`, "/")) : text;
}

/**
 * Runs the compiler on one source, as far as command.stage says.
 * @param files what readSource found for it
 */
export async function translate(
  command: Command,
  source: string,
  cwd: string,
  files: SourceFiles,
  options: { library: FileTree; color: boolean; progress?: LoadProgress },
): Promise<Translation> {
  // An absolute input is looked up below HOST too: below /usr the driver would not find it.
  const input = source.startsWith("/") ? HOST + source : source;
  const tree: FileTree = { ...options.library, ...sourceTree(files, input, cwd) };
  const args = clangArgs(command, input, cwd, options.color);
  const stdin = source === "-" ? files.get(STDIN) : undefined;
  const result = await runTool(args, tree, options.progress, stdin);
  const dependencies = getFile(result.files, "out.d");
  return {
    ...result,
    stderr: withoutHost(result.stderr),
    output: getFile(result.files, "out"),
    dependencies: dependencies === undefined ? undefined : withoutHost(dependencies),
    args,
  };
}
