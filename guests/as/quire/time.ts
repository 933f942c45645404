// time — clocks and giving way.
import { SYS_clock_gettime, SYS_nanosleep, SYS_sched_yield } from "./abi";
import { trap } from "./kernel";

/** Nanoseconds of a clock (CLOCK_*), or a negative errno. */
export function clock(id: i32): i64 {
  const time = new StaticArray<i64>(2);
  const error = trap(SYS_clock_gettime, id, <i32>changetype<usize>(time));
  return error < 0 ? error : time[0] * 1000000000 + <i64>(<i32>time[1]);
}

/** Sleeps; 0, or -EINTR. */
export function nanosleep(ns: i64): i32 {
  const time = new StaticArray<i64>(2);
  time[0] = ns / 1000000000;
  time[1] = ns % 1000000000;
  return trap(SYS_nanosleep, <i32>changetype<usize>(time), 0);
}

export function sched_yield(): i32 {
  return trap(SYS_sched_yield);
}
