// pipe — pipe2.
import { O_CLOEXEC, O_NONBLOCK, O_RDONLY, O_WRONLY } from "../abi/constants";
import { EINVAL, ENFILE } from "../abi/errno";
import { descriptorClose, descriptorPut } from "../fs/descriptor";
import { KIND_PIPE, OpenFile, fileCreate, fileDrop } from "../fs/file";
import { Pipe, pipeAttach, pipeCreate, pipeDetach } from "../ipc/pipe";
import { copyOut } from "../mm/usercopy";
import { Process } from "../task/process";
import { current, currentSpace, scratch } from "../task/thread";

export function sysPipe2(fds: i32, flags: i32): i32 {
  if ((flags & ~(O_CLOEXEC | O_NONBLOCK)) != 0) return -EINVAL;
  const process = changetype<Process>(current().process);
  const pipe = pipeCreate();
  if (pipe == null) return -ENFILE;
  pipeAttach(pipe, false); // ours, so that failure below frees it once
  const result = pipeDescriptors(process, pipe, fds, flags);
  pipeDetach(pipe, false);
  return result;
}

function pipeDescriptors(process: Process, pipe: Pipe, fds: i32, flags: i32): i32 {
  const cloexec = (flags & O_CLOEXEC) != 0;
  const status = flags & O_NONBLOCK;
  const readEnd = pipePut(
    process,
    fileCreate(KIND_PIPE, changetype<usize>(pipe), O_RDONLY | status),
    cloexec,
  );
  if (readEnd < 0) return readEnd;
  const writeEnd = pipePut(
    process,
    fileCreate(KIND_PIPE, changetype<usize>(pipe), O_WRONLY | status),
    cloexec,
  );
  if (writeEnd < 0) {
    descriptorClose(process, readEnd);
    return writeEnd;
  }
  store<i32>(scratch(), readEnd);
  store<i32>(scratch() + 4, writeEnd);
  const error = copyOut(currentSpace(), fds, scratch(), 8);
  if (error < 0) {
    descriptorClose(process, readEnd);
    descriptorClose(process, writeEnd);
  }
  return error;
}

function pipePut(process: Process, file: OpenFile | null, cloexec: bool): i32 {
  if (file == null) return -ENFILE;
  const fd = descriptorPut(process, file, 0, cloexec);
  if (fd < 0) fileDrop(file);
  return fd;
}
