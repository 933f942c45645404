// kernel — the two imports every system call goes through.

@external("kern", "trap") declare function kernTrap(
  nr: i32,
  a0: i32,
  a1: i32,
  a2: i32,
  a3: i32,
  a4: i32,
  a5: i32,
): i32;

@external("kern", "fork") declare function kernFork(flags: i32): i32;

/** System call nr: at least 0, an address, or a negative errno above -4096. */
export function trap(
  nr: i32,
  a0: i32 = 0,
  a1: i32 = 0,
  a2: i32 = 0,
  a3: i32 = 0,
  a4: i32 = 0,
  a5: i32 = 0,
): i32 {
  return kernTrap(nr, a0, a1, a2, a3, a4, a5);
}

/** Only a program that calls this pays for fork. */
export function trapFork(flags: i32): i32 {
  return kernFork(flags);
}
