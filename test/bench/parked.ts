// parked — memory of processes that sleep in one kernel: resident bytes, their flat memory included.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { compile } from "./programs.ts";
import { type Aim, type Row, rowOf } from "./row.ts";

/** A machine that books the flat memory of so many processes; what they do not touch costs nothing. */
const MEMORY = "3.9G";
const LIMIT_MS = 120_000;
/** What lives in a machine besides: the program that forks the others. Init is not counted. */
const OTHERS = 1;

interface Parking {
  readonly rss: number;
  readonly live: number;
}

function park(wasm: string, count: number): Parking {
  const script = join(import.meta.dirname, "parking.ts");
  const args = [script, wasm, String(count), MEMORY];
  const run = spawnSync(process.execPath, args, { encoding: "utf8", timeout: LIMIT_MS });
  if (run.status !== 0)
    throw new Error(`${count} parked processes: ${run.signal ?? run.status} ${run.stderr}`);
  const parking = JSON.parse(run.stdout) as Parking;
  if (parking.live < count + OTHERS) throw new Error(`${parking.live} processes live, not ${count + OTHERS}`);
  return parking;
}

/** Resident kilobytes (1,000 bytes) that each of `count` sleeping processes adds, measured `rounds` times. */
export function measureParked(aim: Aim, count: number, rounds: number): Row {
  const { wasm } = compile("parked");
  const pairs = Array.from({ length: rounds }, () => {
    const bare = park(wasm, 0);
    return { native: null, quire: (park(wasm, count).rss - bare.rss) / count / 1000 };
  });
  return rowOf(aim, pairs);
}
