// testbed — what the browser ring calls inside the page: runs conformance cases, one machine for all.
import { boot, type Machine } from "../../../host/index.ts";
import { bytesOf, type SiteBinary, sitePrograms } from "../../../host/web/program.ts";
import { type Result, runCase } from "../../conformance/run.ts";

export interface Testbed {
  /** Runs the case of that name. `broken`: the kernel's first broken invariant after it, 0 when none is. */
  run(name: string): Promise<Result & { readonly broken: number }>;
}

declare global {
  var testbed: Testbed;
}

/** A case still running then has hung: the runner itself kills its program sooner. */
const LIMIT_MS = 25_000;

let machine: Machine | undefined;
const programs = await sitePrograms();

async function fetchModule({ name, wasm }: SiteBinary) {
  return { name, module: await bytesOf(wasm) };
}

function hung(name: string): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`${name} did not end in ${LIMIT_MS} ms`)), LIMIT_MS);
  });
}

async function run(name: string): Promise<Result & { readonly broken: number }> {
  const program = programs.find((candidate) => candidate.name === name);
  if (program === undefined) throw new Error(`${name} is not on the site`);
  const { args, stdin } = program;
  const { module } = await fetchModule(program);
  const others = await Promise.all(program.programs.map(fetchModule));
  machine ??= await boot({ cpus: 2, memory: "128M" });
  try {
    const running = runCase(machine, { name, args, stdin, module, programs: others });
    const result = await Promise.race([running, hung(name)]);
    return { ...result, broken: machine.check() };
  } catch (error) {
    // A case that broke its machine must not break the next one.
    await machine.destroy();
    machine = undefined;
    throw error;
  }
}

globalThis.testbed = { run };
