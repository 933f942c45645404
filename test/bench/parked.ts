// parked — memory of processes that sleep in one kernel: resident bytes, their flat memory included.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { compile } from "./programs.ts";
import { type Aim, median, type Row, rowOf } from "./row.ts";

const LIMIT_MS = 120_000;
/** What lives in a machine besides: the program that forks the others. Init is not counted. */
const OTHERS = 1;

interface Parking {
  readonly rss: number;
  readonly live: number;
}

/** A machine of `memory` that has booked the flat memory of `count` processes; what they do not touch costs
 *  nothing. */
function park(wasm: string, count: number, memory: string): Parking {
  const script = join(import.meta.dirname, "parking.ts");
  const args = [script, wasm, String(count), memory];
  const run = spawnSync(process.execPath, args, { encoding: "utf8", timeout: LIMIT_MS });
  if (run.status !== 0)
    throw new Error(`${count} parked processes: ${run.signal ?? run.status} ${run.stderr}`);
  const parking = JSON.parse(run.stdout) as Parking;
  if (parking.live < count + OTHERS) throw new Error(`${parking.live} processes live, not ${count + OTHERS}`);
  return parking;
}

/** Resident kilobytes (1,000 bytes) that each of `count` sleeping processes adds, measured `rounds` times. */
export function measureParked(aim: Aim, count: number, memory: string, rounds: number): Row {
  const { wasm } = compile("parked");
  const bare = median(Array.from({ length: 3 }, () => park(wasm, 0, memory).rss));
  const pairs = Array.from({ length: rounds }, () => {
    return { native: null, quire: (park(wasm, count, memory).rss - bare) / count / 1000 };
  });
  return rowOf(aim, pairs);
}
