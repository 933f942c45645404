// imports — what a CPU's core instances import from the host: those of every thread, and the CPU's own three.
import { type CoreImports, coreImports, type HostOptions, hostFunctions } from "../core.ts";

/** What only a CPU can do. */
export interface CpuFunctions {
  suspend: unknown;
  start(thread: number): number;
  fork(child: number, low: number): number;
}

/** The import object of this CPU's core instances. */
export function cpuImports(options: HostOptions, own: CpuFunctions): CoreImports {
  const host = hostFunctions(options);
  return coreImports(options, {
    ...host,
    suspend: own.suspend,
    start: (thread) => own.start(thread >>> 0),
    fork: (child, low) => own.fork(child >>> 0, low >>> 0),
  });
}
