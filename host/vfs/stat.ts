// stat — a file's state as the kernel wants it: struct kstat in physical memory.
import * as abi from "../abi/structs.ts";
import type { Stats } from "./driver.ts";

const BLOCK_BYTES = 512n;
const SECOND = 1_000_000_000n;

/** Writes a kstat at `ka`. Numbers that exceed their field are cut. */
export function writeStat(view: DataView, ka: number, dev: number, stats: Stats): void {
  const put32 = (offset: number, value: bigint) =>
    view.setUint32(ka + offset, Number(value & 0xffffffffn), true);
  const put64 = (offset: number, value: bigint) => view.setBigInt64(ka + offset, value, true);
  const blocks = stats.isFile() ? (stats.size + BLOCK_BYTES - 1n) / BLOCK_BYTES : 0n;
  put64(abi.KSTAT_ST_DEV, BigInt(dev));
  put64(abi.KSTAT_ST_INO, stats.ino);
  put32(abi.KSTAT_ST_MODE, stats.mode);
  put32(abi.KSTAT_ST_NLINK, stats.nlink);
  put32(abi.KSTAT_ST_UID, stats.uid);
  put32(abi.KSTAT_ST_GID, stats.gid);
  put64(abi.KSTAT_ST_RDEV, 0n);
  put64(abi.KSTAT_ST_SIZE, stats.size);
  put32(abi.KSTAT_ST_BLKSIZE, 4096n);
  put32(abi.KSTAT_ST_BLOCKS, blocks);
  put64(abi.KSTAT_ST_ATIME_SEC, stats.atimeNs / SECOND);
  put32(abi.KSTAT_ST_ATIME_NSEC, stats.atimeNs % SECOND);
  put64(abi.KSTAT_ST_MTIME_SEC, stats.mtimeNs / SECOND);
  put32(abi.KSTAT_ST_MTIME_NSEC, stats.mtimeNs % SECOND);
  put64(abi.KSTAT_ST_CTIME_SEC, stats.ctimeNs / SECOND);
  put32(abi.KSTAT_ST_CTIME_NSEC, stats.ctimeNs % SECOND);
}
