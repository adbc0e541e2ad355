import { OnRecordError } from "../errors.ts";
import type { Role, Viewer } from "./viewer.ts";

/** The one table of permissions: who may do what. Anyone may read the public pages. */
export const PERMISSIONS = {
  /** See the desk: full texts, suggestions, drafts, history. */
  readDesk: ["admin", "editor", "reader"],
  /** Bring articles in. */
  ingest: ["admin", "editor"],
  /** Accept, reject, add, correct, tie, sign off, undo; edit articles, actors, claims, outlets. */
  decide: ["admin", "editor"],
  /** Replay or discard jobs that failed for good. */
  runJobs: ["admin", "editor"],
  /** Add feeds, say whose they are, pause, poll and remove them. */
  manageFeeds: ["admin", "editor"],
  /** Take the sample newsroom away. */
  removeSample: ["admin"],
  /** Invite, send links, disable. */
  manageUsers: ["admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether the viewer may. */
export function may(viewer: Viewer | null, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  return viewer !== null && roles.includes(viewer.role);
}

/** @throws OnRecordError "signedOut" or "forbidden"; narrows the viewer otherwise. */
export function allow(viewer: Viewer | null, permission: Permission): asserts viewer is Viewer {
  if (viewer === null) throw new OnRecordError("signedOut", "Sign in to do this.");
  if (!may(viewer, permission))
    throw new OnRecordError(
      "forbidden",
      `Your role (${viewer.role}) doesn't allow this. Ask an administrator.`,
    );
}
