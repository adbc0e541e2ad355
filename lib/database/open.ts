import path from "node:path";
import type { Env } from "../env.ts";
import { OnRecordError } from "../errors.ts";
import { claimDataFolder, holderOf } from "./claim.ts";
import { runningCluster, startCluster } from "./cluster.ts";
import { type DataFolder, openDataFolder, openKeyFolder } from "./data-folder.ts";
import { checkServer } from "./server.ts";

/** A database ready for use. */
export interface OpenDatabase {
  readonly url: string;
  /** Folder with On Record's keys. */
  readonly keys: string;
  /** Where On Record answers now, if it runs on this database here. */
  readonly runsAt: string | null;
  /** Stops what opening started; a server that ran before goes on running. */
  close(): Promise<void>;
}

/** The project's own folder. */
export const PROJECT = path.resolve(import.meta.dirname, "../..");

/**
 * Opens the database a command works on: the one DATABASE_URL names, else the embedded one, which is started for
 * the duration if On Record isn't running.
 * @throws OnRecordError with one line when it can't be reached or started
 */
export async function openDatabase(settings: Pick<Env, "databaseUrl" | "dataFolder">): Promise<OpenDatabase> {
  if (settings.databaseUrl !== undefined) {
    await checkServer(settings.databaseUrl);
    const keys = openKeyFolder(settings.dataFolder, PROJECT);
    return { url: settings.databaseUrl, keys, runsAt: null, close: async () => {} };
  }
  const folder = openDataFolder(settings.dataFolder, PROJECT);
  const holder = holderOf(folder.path);
  if (holder) return { ...inUse(folder), runsAt: holder.url };
  const giveBack = claimDataFolder(folder.path);
  try {
    const cluster = await startCluster(folder);
    const close = async () => {
      await cluster.stop();
      giveBack();
    };
    return { url: cluster.url, keys: folder.path, runsAt: null, close };
  } catch (error) {
    giveBack();
    throw error;
  }
}

function inUse(folder: DataFolder) {
  const url = runningCluster(folder);
  if (url !== undefined) return { url, keys: folder.path, close: async () => {} };
  throw new OnRecordError("conflict", "On Record is just starting or stopping: try again in a moment.");
}
