// signalfd — a descriptor from which pending signals are read.
import { O_CLOEXEC, O_NONBLOCK, O_RDWR, SFD_CLOEXEC, SFD_NONBLOCK } from "../abi/constants";
import { EBADF, EINVAL, ENOMEM } from "../abi/errno";
import { descriptorFile } from "../fs/descriptor";
import { KIND_SIGNALFD } from "../fs/file";
import { SignalSet, signalSetCreate } from "../fs/signalfd";
import { copyIn } from "../mm/usercopy";
import { UNSTOPPABLE } from "../task/action";
import { Process } from "../task/process";
import { current, currentSpace, scratch } from "../task/thread";
import { filePut } from "./fd";

const SET_BYTES: i32 = 8;

export function sysSignalfd4(fd: i32, mask: i32, size: i32, flags: i32): i32 {
  if (size != SET_BYTES) return -EINVAL;
  const error = copyIn(currentSpace(), scratch(), mask, SET_BYTES);
  if (error < 0) return error;
  const set = load<i64>(scratch()) & ~UNSTOPPABLE;
  if ((flags & ~(SFD_CLOEXEC | SFD_NONBLOCK)) != 0) return -EINVAL;
  if (fd != -1) return maskChange(fd, set);
  const made = signalSetCreate(set);
  if (made == null) return -ENOMEM;
  const status = O_RDWR | (flags & O_NONBLOCK);
  return filePut(KIND_SIGNALFD, changetype<usize>(made), status, (flags & O_CLOEXEC) != 0);
}

function maskChange(fd: i32, set: i64): i32 {
  const file = descriptorFile(changetype<Process>(current().process), fd);
  if (file == null) return -EBADF;
  if (file.kind != KIND_SIGNALFD) return -EINVAL;
  changetype<SignalSet>(file.object).set = set;
  return fd;
}
