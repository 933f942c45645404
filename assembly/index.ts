// index — all doors of the kernel: what the host calls, and what a guest's imports are bound to.
import { Cpu, cpuAt } from "./task/cpu";
import { cpuWaitNext } from "./task/wait";
import { threadFree } from "./task/process";
import { Thread } from "./task/thread";
import { Space } from "./mm/space";
import { Machine, machine, machineWord } from "./mm/layout";
import { Pipe } from "./ipc/pipe";
import { currentCpu } from "./lib/host";
import { requestFinish, requestNext } from "./fs/request";
import { processEnd } from "./sys/life";
import {
  bootMachine,
  bufferAlloc,
  bufferFree,
  hostDrop,
  hostKill,
  hostPlace,
  hostPoll,
  hostSpawn,
  hostStream,
  hostStreamClose,
  hostStreamRead,
  hostStreamWrite,
  threadFlatBook,
  threadMakeReady,
} from "./sys/host";
import { machineCheck, processInspect, statisticOf } from "./sys/inspect";
import { traceBoot, traceTake } from "./sys/trace";

// What a guest calls.
import { trapCatch } from "./sys/trap";
export {
  fault,
  fork,
  forkBegin,
  grow,
  handled,
  handler,
  notify,
  raise,
  resumed,
  room,
  safepoint,
  trap,
  wait32,
  wait64,
} from "./sys/trap";
export { forkBeginTraced, forkTraced, trapTraced } from "./sys/trace";

// What the host calls; ARCHITECTURE.md tells each.
export function boot(bytes: u32, cpus: i32, capacity: i32, limit: i32): i32 {
  return bootMachine(bytes, cpus, capacity, limit);
}

export function cpuBell(cpu: i32): usize {
  return changetype<usize>(cpuAt(cpu));
}
export function cpuCount(): i32 {
  return machine().cpus;
}
export function cpuWait(): usize {
  return cpuWaitNext(changetype<Cpu>(cpuAt(currentCpu)));
}

export function threadReady(t: usize): void {
  threadMakeReady(changetype<Thread>(t));
}
export function threadCpu(t: usize): i32 {
  return changetype<Thread>(t).cpu;
}
export function threadImage(t: usize): i32 {
  return changetype<Thread>(t).image;
}
export function threadPid(t: usize): i32 {
  return changetype<Thread>(t).tid;
}
export function threadPgdir(t: usize): usize {
  return changetype<Space>(changetype<Thread>(t).space).directory;
}
export function threadAttn(t: usize): usize {
  return t + offsetof<Thread>("attention");
}
export function threadRecords(t: usize): u32 {
  return changetype<Thread>(t).records;
}
export function threadUnwind(t: usize): i32 {
  return changetype<Thread>(t).unwind;
}
export function threadInKernel(t: usize): i32 {
  return changetype<Thread>(t).inKernel;
}
export function threadFlat(t: usize, pages: i32, guard: u32): i32 {
  return threadFlatBook(changetype<Thread>(t), pages, guard);
}
export function threadCatch(t: usize, signal: i32): i32 {
  return trapCatch(changetype<Thread>(t), signal);
}
export function threadTrap(t: usize, signal: i32): void {
  processEnd(changetype<Thread>(t), signal);
}
export function threadReap(t: usize): void {
  threadFree(changetype<Thread>(t));
}

export function hostAlloc(n: u32): usize {
  return bufferAlloc(n);
}
export function hostFree(ka: usize, n: u32): void {
  bufferFree(ka, n);
}
export function hostBell(): usize {
  return machineWord(offsetof<Machine>("hostBell"));
}
export function serverBell(): usize {
  return machineWord(offsetof<Machine>("serverBell"));
}
export function requestWait(): usize {
  return requestNext();
}
export function requestDone(ka: usize): void {
  requestFinish(ka);
}

export function processSpawn(image: i32, args: usize, cwd: usize, cwdLen: i32): i32 {
  return hostSpawn(image, args, cwd, cwdLen);
}
export function processStream(t: usize, fd: i32, hostReads: i32, flags: i32): i32 {
  return hostStream(changetype<Thread>(t), fd, hostReads, flags);
}
export function processOpen(t: usize): i32 {
  return hostPlace(changetype<Thread>(t));
}
export function processDrop(t: usize): void {
  hostDrop(changetype<Thread>(t));
}
export function processPoll(pid: i32): i32 {
  return hostPoll(pid);
}
export function processKill(pid: i32, signal: i32): i32 {
  return hostKill(pid, signal);
}

export function streamRead(pipe: usize, ka: usize, n: i32): i32 {
  return hostStreamRead(changetype<Pipe>(pipe), ka, n);
}
export function streamWrite(pipe: usize, ka: usize, n: i32): i32 {
  return hostStreamWrite(changetype<Pipe>(pipe), ka, n);
}
export function streamClose(pipe: usize): void {
  hostStreamClose(changetype<Pipe>(pipe));
}

export function inspectProcess(i: i32, ka: usize): i32 {
  return processInspect(i, ka);
}
export function statistic(id: i32): f64 {
  return statisticOf(id);
}
export function check(): i32 {
  return machineCheck();
}
export function traceStart(): void {
  traceBoot();
}
export function traceNext(ka: usize): i32 {
  return traceTake(ka);
}
