;; flat — the core's door to the current process's flat memory: a second memory, which AssemblyScript cannot name.
;; Merged into the kernel by host/build/kernel.ts.
(module
  (import "kernel" "memory" (memory $phys 1 65536 shared))
  (import "env" "flat" (memory $flat 0 65536 shared))
  (func (export "flatSize") (result i32) (memory.size $flat))
  (func (export "flatGrow") (param $pages i32) (result i32) (memory.grow $flat (local.get $pages)))
  (func (export "flatIn") (param $ka i32) (param $ua i32) (param $n i32)
    (memory.copy $phys $flat (local.get $ka) (local.get $ua) (local.get $n)))
  (func (export "flatOut") (param $ua i32) (param $ka i32) (param $n i32)
    (memory.copy $flat $phys (local.get $ua) (local.get $ka) (local.get $n)))
  (func (export "flatZero") (param $ua i32) (param $n i32)
    (memory.fill $flat (local.get $ua) (i32.const 0) (local.get $n))))
