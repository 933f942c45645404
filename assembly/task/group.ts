// group — process groups that nobody of their session controls from outside: orphaned ones.
import { SIGCONT, SIGHUP } from "../abi/constants";
import { Process, STOPPED, ZOMBIE, initProcess, processAfter } from "./process";
import { signalPost } from "./signal";

// Conditions of everything here: treeLock.

/** Is `parent` of another group of the session, so that it controls p's group? */
function controls(parent: Process, p: Process): bool {
  return parent.pgid != p.pgid && parent.sid == p.sid;
}

/** Is there no member besides `leaving` whose parent controls the group? A process that the host started is
 *  controlled: its embedder plays the shell. */
function isOrphanedWithout(pgid: i32, leaving: Process | null): bool {
  let next = processAfter(0);
  while (next != null) {
    const p: Process = next;
    next = processAfter(p.pid);
    if (p.pgid != pgid || p == leaving || p.state == ZOMBIE || p.parent == 0) continue;
    const parent = changetype<Process>(p.parent);
    if (parent == initProcess() ? p.hostWaits != 0 : controls(parent, p)) return false;
  }
  return true;
}

export function isOrphaned(pgid: i32): bool {
  return isOrphanedWithout(pgid, null);
}

function hasStopped(pgid: i32): bool {
  let p = processAfter(0);
  while (p != null && (p.pgid != pgid || p.state != STOPPED)) p = processAfter(p.pid);
  return p != null;
}

/** `p` exits, or lost `parent`, which exits: when that orphans its group and members are stopped, they get
 *  SIGHUP and SIGCONT. */
export function groupLeave(p: Process, parent: Process, leaving: Process | null): void {
  const pgid = p.pgid;
  if (!controls(parent, p) || !isOrphanedWithout(pgid, leaving) || !hasStopped(pgid)) return;
  let next = processAfter(0);
  while (next != null) {
    const member: Process = next;
    next = processAfter(member.pid);
    if (member.pgid != pgid) continue;
    signalPost(member, SIGHUP, 0);
    signalPost(member, SIGCONT, 0);
  }
}
