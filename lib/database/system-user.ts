import { spawnSync } from "node:child_process";
import { childEnvironment } from "../env.ts";
import { OnRecordError } from "../errors.ts";

/** A user of the operating system. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The user PostgreSQL runs as when On Record runs as root, which PostgreSQL refuses: `postgres` where the system
 * has it, else a user `on-record`, made on first use.
 * @throws OnRecordError "unusable" when there is none and none can be made
 */
export function postgresUser(): SystemUser {
  const found = findUser("postgres") ?? findUser("on-record") ?? createUser("on-record");
  if (found) return found;
  throw new OnRecordError(
    "unusable",
    "PostgreSQL can't run as root and no other user could be made: start On Record as a normal user, add a system user named postgres, or set DATABASE_URL.",
  );
}

/** Looks a user up by name. */
export function findUser(name: string): SystemUser | undefined {
  const id = (flag: string) => spawnSync("id", [flag, name], { encoding: "utf8" });
  const [uid, gid] = [id("-u"), id("-g")];
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function createUser(name: string): SystemUser | undefined {
  // The first is on most systems, the second on Alpine and other small ones.
  spawnSync("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    name,
  ]);
  if (!findUser(name)) spawnSync("adduser", ["-S", "-D", "-H", name]);
  return findUser(name);
}

/** Whether `user` passes a test of the shell (see test(1)) on a path; only root may ask for another user. */
export function userPasses(user: SystemUser, test: "-x" | "-r", path: string): boolean {
  const asked = spawnSync("/bin/sh", ["-c", 'test "$1" "$2"', "sh", test, path], {
    uid: user.uid,
    gid: user.gid,
    cwd: "/",
  });
  return asked.status === 0;
}

/** How to spawn one of PostgreSQL's programs: as `user` (undefined: as this process), whatever the locale here. */
export function runAs(user: SystemUser | undefined, cwd: string) {
  const forget = { PGDATA: undefined, PGPORT: undefined, PGOPTIONS: undefined };
  return {
    cwd,
    env: childEnvironment({ LC_ALL: "C", LANG: "C", ...forget }),
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  };
}
