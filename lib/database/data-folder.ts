import { createHash, randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { OnRecordError } from "../errors.ts";
import { SHARED_FOLDER } from "./binaries.ts";
import { postgresUser, runsAsRoot, type SystemUser, userPasses } from "./system-user.ts";

/** On Record's own folder: keys, the embedded PostgreSQL's files and its log. */
export interface DataFolder {
  readonly path: string;
  /** Who PostgreSQL runs as, and whose its files are; undefined: the user of this process. */
  readonly postgresUser: SystemUser | undefined;
}

/**
 * Opens (and makes, if need be) the data folder: the one that `requested` names, else `data` in the project. Run as
 * root in a project that PostgreSQL's user can't enter, it is a folder below /var/lib/on-record instead, and
 * `data/location` says which, for ever after.
 * @throws OnRecordError "unusable" with one line when the folder can't be made, written or entered
 */
export function openDataFolder(
  requested: string | undefined,
  project: string,
  shared = SHARED_FOLDER,
): DataFolder {
  const folder = openKeyFolder(requested, project);
  if (!runsAsRoot()) return { path: folder, postgresUser: undefined };
  const user = ownerOfCluster(folder) ?? postgresUser();
  chmodSync(folder, 0o711); // PostgreSQL's user passes through to its own part and can't look around.
  if (userPasses(user, "-x", folder)) return { path: folder, postgresUser: user };
  if (requested !== undefined || existsSync(path.join(folder, "cluster"))) {
    throw new OnRecordError(
      "unusable",
      `PostgreSQL can't run as root, and the system user ${user.name} can't enter ${folder}: make it and the folders above it enterable, or set ON_RECORD_DATA to another folder such as ${shared}/data.`,
    );
  }
  const elsewhere = path.join(
    shared,
    `data-${createHash("sha256").update(project).digest("hex").slice(0, 12)}`,
  );
  makeWritable(elsewhere);
  chmodSync(elsewhere, 0o711);
  writeFileSync(path.join(folder, "location"), `${elsewhere}\n`);
  return { path: elsewhere, postgresUser: user };
}

/** The same folder for an On Record whose database is elsewhere: only keys are kept in it. @returns its path */
export function openKeyFolder(requested: string | undefined, project: string): string {
  const inProject = path.join(project, "data");
  const folder = requested ?? movedTo(inProject) ?? inProject;
  makeWritable(folder);
  return folder;
}

/**
 * Reads a secret of the data folder, making one on first use: 256 random bits, in a file only its owner may read.
 */
export function secretIn(folder: string, name: "password" | "secret"): string {
  const file = path.join(folder, name);
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}

function movedTo(inProject: string): string | undefined {
  const file = path.join(inProject, "location");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
}

function makeWritable(folder: string): void {
  try {
    mkdirSync(path.dirname(folder), { recursive: true });
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    for (const own of ["password", "secret", "cluster"]) {
      const file = path.join(folder, own);
      if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
    }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new OnRecordError(
      "unusable",
      `The data folder ${folder} can't be written by this user (${reason}): mend its permissions, or set ON_RECORD_DATA to a folder of yours.`,
    );
  }
}

/** Files made by a normal user before stay that user's when root starts On Record later. */
function ownerOfCluster(folder: string): SystemUser | undefined {
  const cluster = path.join(folder, "cluster");
  if (!existsSync(cluster)) return undefined;
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? undefined : { name: `number ${uid}`, uid, gid };
}
