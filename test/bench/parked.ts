// parked — memory of a thousand processes that sleep in one kernel: resident bytes, their flat memory included.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { compile } from "./programs.ts";
import { type Aim, type Row, rowOf } from "./row.ts";

const PROCESSES = 1000;
const ROUNDS = 3;
const LIMIT_MS = 120_000;
/** What lives in a machine besides: init and the program that forks the others. */
const OTHERS = 2;

interface Parking {
  readonly rss: number;
  readonly live: number;
}

function park(wasm: string, count: number): Parking {
  const script = join(import.meta.dirname, "parking.ts");
  const args = [script, wasm, String(count)];
  const run = spawnSync(process.execPath, args, { encoding: "utf8", timeout: LIMIT_MS });
  if (run.status !== 0)
    throw new Error(`${count} parked processes: ${run.signal ?? run.status} ${run.stderr}`);
  const parking = JSON.parse(run.stdout) as Parking;
  if (parking.live < count + OTHERS) throw new Error(`${parking.live} processes live, not ${count + OTHERS}`);
  return parking;
}

/** Resident kilobytes (1,000 bytes) that each of a thousand sleeping processes adds. */
export function measureParked(aim: Aim): Row {
  const { wasm } = compile("parked");
  const rounds = Array.from({ length: ROUNDS }, () => {
    const bare = park(wasm, 0);
    return { native: null, quire: (park(wasm, PROCESSES).rss - bare.rss) / PROCESSES / 1000 };
  });
  return rowOf(aim, rounds);
}
