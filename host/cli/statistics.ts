// statistics — what the kernel did, as a short table.
import type { Statistics } from "../inspect.ts";

function bytes(count: number): string {
  if (count < 10 * 1024) return `${count} B`;
  return count < 10 * 1024 ** 2 ? `${Math.round(count / 1024)} KiB` : `${Math.round(count / 1024 ** 2)} MiB`;
}

/** Lines of a table, the last with a newline. */
export function statisticsTable(s: Statistics): string {
  const rows: readonly (readonly [string, string])[] = [
    ["processes", String(s.processes)],
    ["system calls", String(s.syscalls)],
    ["copied user to kernel", bytes(s.bytesIn)],
    ["copied kernel to user", bytes(s.bytesOut)],
    ["page faults", String(s.faults)],
    ["frames used / peak", `${s.framesUsed} / ${s.framesPeak} of ${s.framesTotal}`],
    ["switches", String(s.switches)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}\n`).join("");
}
