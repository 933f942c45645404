// mount — paths find their driver, and a host directory's jail holds.
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EACCES, EFBIG, ENAMETOOLONG, ENOENT } from "../../host/abi/errno.ts";
import { errnoOf } from "../../host/vfs/driver.ts";
import { hostDriver, Jail } from "../../host/vfs/hostdir.ts";
import { memoryDriver } from "../../host/vfs/memfs.ts";
import { MountTable, pathNames } from "../../host/vfs/mount.ts";

/** The errno a call fails with; undefined when it does not. */
function failure(f: () => unknown): number | undefined {
  try {
    f();
  } catch (error) {
    return errnoOf(error);
  }
  return undefined;
}

describe("a path", () => {
  test("is taken apart, dots and double slashes resolved, never above the root", () => {
    expect(pathNames("/a//b/./c/../d/")).toEqual(["a", "b", "d"]);
    expect(pathNames("/../../etc")).toEqual(["etc"]);
    expect(pathNames("/")).toEqual([]);
  });

  test("that is empty or too long is refused", () => {
    expect(failure(() => pathNames(""))).toBe(ENOENT);
    expect(failure(() => pathNames(`/${"n".repeat(256)}`))).toBe(ENAMETOOLONG);
    expect(failure(() => pathNames("/n".repeat(2048)))).toBe(ENAMETOOLONG);
    expect(pathNames(`/${"n".repeat(255)}`)).toHaveLength(1);
  });

  test("goes to the driver mounted at its longest prefix, by whole names", () => {
    const [root, data, deep] = [memoryDriver({}), memoryDriver({}), memoryDriver({})];
    const mounts = new MountTable();
    mounts.add("/", root);
    mounts.add("/data", data);
    mounts.add("/data/deep", deep);
    expect(mounts.find("/database")).toMatchObject({ driver: root, path: "database" });
    expect(mounts.find("/data")).toMatchObject({ driver: data, path: "" });
    expect(mounts.find("/data/x/y")).toMatchObject({ driver: data, path: "x/y" });
    expect(mounts.find("/data/deep/z")).toMatchObject({ driver: deep, path: "z" });
    expect(mounts.find("/data/deep/../../etc/motd")).toMatchObject({ driver: root, path: "etc/motd" });
  });

  test("goes to the driver that was mounted last where two are mounted", () => {
    const [root, first, second] = [memoryDriver({}), memoryDriver({}), memoryDriver({})];
    const mounts = new MountTable();
    mounts.add("/", root);
    mounts.add("/data", first);
    mounts.add("/data", second);
    expect(mounts.find("/data/x").driver).toBe(second);
    mounts.add("/", first);
    expect(mounts.find("/etc").driver).toBe(first);
    expect(mounts.find("/data/x").driver).toBe(second);
  });

  test("must be a directory when it ends in a slash or a dot", () => {
    const mounts = new MountTable();
    mounts.add("/", memoryDriver({}));
    const ends = ["/a/", "/a/.", "/a/..", "/a", "/a/b.", "/"];
    expect(ends.map((path) => mounts.find(path).mustBeDirectory)).toEqual([
      true,
      true,
      true,
      false,
      false,
      true,
    ]);
  });
});

describe("a file in memory", () => {
  test("grows to a limit, not until the worker has no memory left", () => {
    const driver = memoryDriver({});
    const fd = driver.open("tmp/large", 0o102, 0o644);
    const bytes = new Uint8Array(8).fill(1);
    for (const position of [2 ** 30, 2 ** 35, 2 ** 52]) {
      expect(failure(() => driver.write(fd, bytes, position))).toBe(EFBIG);
      expect(failure(() => driver.truncate(fd, position + 1))).toBe(EFBIG);
    }
    expect(driver.write(fd, new Uint8Array(0), 2 ** 35)).toBe(0);
    expect(driver.fstat(fd).size).toBe(0n);
    expect(driver.write(fd, bytes, 0)).toBe(8);
  });
});

describe("the jail of a host directory", () => {
  let outside = "";
  let inside = "";
  beforeAll(() => {
    outside = fs.mkdtempSync(join(tmpdir(), "quire-jail-"));
    inside = join(outside, "inside");
    fs.mkdirSync(join(inside, "sub"), { recursive: true });
    fs.writeFileSync(join(outside, "secret"), "secret");
    fs.writeFileSync(join(inside, "file"), "file");
    fs.mkdirSync(`${inside}-twin`);
    fs.writeFileSync(`${inside}-twin/file`, "twin");
    fs.symlinkSync("../secret", join(inside, "up"));
    fs.symlinkSync(join(outside, "secret"), join(inside, "absolute"));
    fs.symlinkSync("..", join(inside, "parent"));
    fs.symlinkSync(`${inside}-twin`, join(inside, "twin"));
    fs.symlinkSync("../not-there", join(inside, "dangling"));
    fs.symlinkSync("file", join(inside, "good"));
    fs.symlinkSync(join(inside, "sub"), join(inside, "good-absolute"));
  });
  afterAll(() => fs.rmSync(outside, { recursive: true }));

  test("lets links lead to what lies inside", () => {
    const jail = new Jail(inside, fs);
    expect(jail.locate("good", true)).toBe(join(inside, "file"));
    expect(jail.locate("good-absolute/new", true)).toBe(join(inside, "sub", "new"));
    expect(jail.locate("", true)).toBe(inside);
  });

  test.each(["up", "absolute", "parent", "parent/secret", "twin", "twin/file"])(
    "refuses to follow %s",
    (path) => {
      expect(failure(() => new Jail(inside, fs).locate(path, true))).toBe(EACCES);
    },
  );

  test("does not create a file through a link that leads to nothing outside", () => {
    const driver = hostDriver(fs, inside, false, 2);
    expect(failure(() => driver.open("dangling", 0o101, 0o644))).toBe(ENOENT);
    expect(fs.existsSync(join(outside, "not-there"))).toBe(false);
  });

  test("shows a link itself when asked not to follow, and removes it alone", () => {
    const driver = hostDriver(fs, inside, false, 2);
    fs.symlinkSync("../secret", join(inside, "to-remove"));
    expect(driver.stat("to-remove", false).isSymbolicLink()).toBe(true);
    driver.unlink("to-remove");
    expect(fs.readFileSync(join(outside, "secret"), "utf8")).toBe("secret");
  });

  test("opens files and directories only", () => {
    const driver = hostDriver(fs, inside, false, 2);
    const fd = driver.open("file", 0, 0);
    const bytes = new Uint8Array(10);
    expect(driver.read(fd, bytes, 1)).toBe(3);
    driver.close(fd);
    const device = hostDriver(fs, "/dev", false, 3);
    expect(failure(() => device.open("null", 2, 0))).toBe(EACCES);
  });
});
