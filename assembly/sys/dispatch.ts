// dispatch — generated from abi/syscalls.tbl by host/build/gen.ts; do not edit.
import { ENOSYS } from "../abi/errno";
import { sysExecve, sysArgsSizes, sysArgsGet, sysSpawn } from "./exec";
import {
  sysDup,
  sysDup3,
  sysFcntl,
  sysIoctl,
  sysClose,
  sysLseek,
  sysRead,
  sysWrite,
  sysReadv,
  sysWritev,
  sysPread64,
  sysPwrite64,
  sysFstat,
} from "./fd";
import {
  sysGetcwd,
  sysMkdirat,
  sysUnlinkat,
  sysFaccessat,
  sysChdir,
  sysOpenat,
  sysFstatat,
  sysUmask,
} from "./file";
import { sysBrk, sysMunmap, sysMmap, sysMprotect, sysMsync } from "./mm";
import { sysPipe2 } from "./pipe";
import {
  sysExit,
  sysExitGroup,
  sysWaitid,
  sysSchedYield,
  sysSetpgid,
  sysGetpgid,
  sysGetsid,
  sysSetsid,
  sysGetpid,
  sysGetppid,
  sysGetuid,
  sysGeteuid,
  sysGetgid,
  sysGetegid,
  sysGettid,
  sysWait4,
} from "./proc";
import { sysShmget, sysShmctl, sysShmat, sysShmdt } from "./shm";
import {
  sysKill,
  sysTkill,
  sysTgkill,
  sysSigaltstack,
  sysRtSigsuspend,
  sysRtSigaction,
  sysRtSigprocmask,
  sysRtSigpending,
  sysRtSigtimedwait,
  sysRtSigqueueinfo,
  sysRtTgsigqueueinfo,
} from "./signal";
import { sysSignalfd4 } from "./signalfd";
import {
  sysNanosleep,
  sysClockGettime,
  sysClockGetres,
  sysClockNanosleep,
  sysUname,
  sysGetrandom,
  sysSysconf,
} from "./time";
import {
  sysGetitimer,
  sysSetitimer,
  sysTimerCreate,
  sysTimerGettime,
  sysTimerGetoverrun,
  sysTimerSettime,
  sysTimerDelete,
} from "./timer";
import { sysTimerfdCreate, sysTimerfdSettime, sysTimerfdGettime } from "./timerfd";

/** Calls the function of system call nr; its result, or -ENOSYS when there is none. */
export function dispatch(nr: i32, a0: i32, a1: i32, a2: i32, a3: i32, a4: i32, a5: i32): i32 {
  switch (nr) {
    case 17:
      return sysGetcwd(a0, a1);
    case 23:
      return sysDup(a0);
    case 24:
      return sysDup3(a0, a1, a2);
    case 25:
      return sysFcntl(a0, a1, a2);
    case 29:
      return sysIoctl(a0, a1, a2);
    case 34:
      return sysMkdirat(a0, a1, a2);
    case 35:
      return sysUnlinkat(a0, a1, a2);
    case 48:
      return sysFaccessat(a0, a1, a2, a3);
    case 49:
      return sysChdir(a0);
    case 56:
      return sysOpenat(a0, a1, a2, a3);
    case 57:
      return sysClose(a0);
    case 59:
      return sysPipe2(a0, a1);
    case 62:
      return sysLseek(a0, a1, a2, a3, a4);
    case 63:
      return sysRead(a0, a1, a2);
    case 64:
      return sysWrite(a0, a1, a2);
    case 65:
      return sysReadv(a0, a1, a2);
    case 66:
      return sysWritev(a0, a1, a2);
    case 67:
      return sysPread64(a0, a1, a2, a3, a4);
    case 68:
      return sysPwrite64(a0, a1, a2, a3, a4);
    case 74:
      return sysSignalfd4(a0, a1, a2, a3);
    case 79:
      return sysFstatat(a0, a1, a2, a3);
    case 80:
      return sysFstat(a0, a1);
    case 85:
      return sysTimerfdCreate(a0, a1);
    case 86:
      return sysTimerfdSettime(a0, a1, a2, a3);
    case 87:
      return sysTimerfdGettime(a0, a1);
    case 93:
      return sysExit(a0);
    case 94:
      return sysExitGroup(a0);
    case 95:
      return sysWaitid(a0, a1, a2, a3);
    case 101:
      return sysNanosleep(a0, a1);
    case 102:
      return sysGetitimer(a0, a1);
    case 103:
      return sysSetitimer(a0, a1, a2);
    case 107:
      return sysTimerCreate(a0, a1, a2);
    case 108:
      return sysTimerGettime(a0, a1);
    case 109:
      return sysTimerGetoverrun(a0);
    case 110:
      return sysTimerSettime(a0, a1, a2, a3);
    case 111:
      return sysTimerDelete(a0);
    case 113:
      return sysClockGettime(a0, a1);
    case 114:
      return sysClockGetres(a0, a1);
    case 115:
      return sysClockNanosleep(a0, a1, a2, a3);
    case 124:
      return sysSchedYield();
    case 129:
      return sysKill(a0, a1);
    case 130:
      return sysTkill(a0, a1);
    case 131:
      return sysTgkill(a0, a1, a2);
    case 132:
      return sysSigaltstack(a0, a1, a2);
    case 133:
      return sysRtSigsuspend(a0, a1);
    case 134:
      return sysRtSigaction(a0, a1, a2);
    case 135:
      return sysRtSigprocmask(a0, a1, a2, a3);
    case 136:
      return sysRtSigpending(a0, a1);
    case 137:
      return sysRtSigtimedwait(a0, a1, a2, a3);
    case 138:
      return sysRtSigqueueinfo(a0, a1, a2);
    case 154:
      return sysSetpgid(a0, a1);
    case 155:
      return sysGetpgid(a0);
    case 156:
      return sysGetsid(a0);
    case 157:
      return sysSetsid();
    case 160:
      return sysUname(a0);
    case 166:
      return sysUmask(a0);
    case 172:
      return sysGetpid();
    case 173:
      return sysGetppid();
    case 174:
      return sysGetuid();
    case 175:
      return sysGeteuid();
    case 176:
      return sysGetgid();
    case 177:
      return sysGetegid();
    case 178:
      return sysGettid();
    case 194:
      return sysShmget(a0, a1, a2);
    case 195:
      return sysShmctl(a0, a1, a2);
    case 196:
      return sysShmat(a0, a1, a2);
    case 197:
      return sysShmdt(a0);
    case 214:
      return sysBrk(a0);
    case 215:
      return sysMunmap(a0, a1);
    case 221:
      return sysExecve(a0, a1, a2);
    case 222:
      return sysMmap(a0, a1, a2, a3, a4, a5);
    case 226:
      return sysMprotect(a0, a1, a2);
    case 227:
      return sysMsync(a0, a1, a2);
    case 240:
      return sysRtTgsigqueueinfo(a0, a1, a2, a3);
    case 260:
      return sysWait4(a0, a1, a2, a3);
    case 278:
      return sysGetrandom(a0, a1, a2);
    case 500:
      return sysArgsSizes(a0);
    case 501:
      return sysArgsGet(a0);
    case 502:
      return sysSpawn(a0, a1, a2, a3);
    case 503:
      return sysSysconf(a0);
    default:
      return -ENOSYS;
  }
}
