// mount — which driver serves a path: the one mounted at its longest prefix.
import { ENAMETOOLONG, ENOENT } from "../abi/errno.ts";
import { type Driver, Errno } from "./driver.ts";

const PATH_MAX = 4096;
const NAME_MAX = 255;

/** A path on its driver. */
export interface Place {
  readonly driver: Driver;
  /** Below the mount point, without slashes at its ends; "" is the mount point itself. */
  readonly path: string;
  /** The path ended in a slash or a dot: it must name a directory. */
  readonly mustBeDirectory: boolean;
}

/** The names of an absolute path, "." and ".." resolved, never above the root. Throws an Errno. */
export function pathNames(path: string): string[] {
  if (path === "") throw new Errno(ENOENT);
  if (path.length >= PATH_MAX) throw new Errno(ENAMETOOLONG);
  const names: string[] = [];
  for (const name of path.split("/")) {
    if (name.length > NAME_MAX) throw new Errno(ENAMETOOLONG);
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return names;
}

interface Mount {
  readonly names: readonly string[];
  readonly driver: Driver;
}

export class MountTable {
  readonly #mounts: Mount[] = [];

  /** Mounts a driver at an absolute path, over whatever was there. */
  add(path: string, driver: Driver): void {
    this.#mounts.unshift({ names: pathNames(path), driver }); // the sort keeps this order among equals
    this.#mounts.sort((a, b) => b.names.length - a.names.length);
  }

  /** Where an absolute path leads. */
  find(path: string): Place {
    const names = pathNames(path);
    const mount = this.#mounts.find((m) => m.names.every((name, i) => names[i] === name));
    if (mount === undefined) throw new Errno(ENOENT);
    return {
      driver: mount.driver,
      path: names.slice(mount.names.length).join("/"),
      mustBeDirectory: /(^|\/)\.{0,2}$/.test(path),
    };
  }
}
