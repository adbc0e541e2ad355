import path from "node:path";
import type { Env } from "../env.ts";
import { OnRecordError } from "../errors.ts";
import { claimDataFolder, holderOf } from "./claim.ts";
import { runningCluster, startCluster } from "./cluster.ts";
import { openDataFolder } from "./data-folder.ts";
import { checkServer } from "./server.ts";

/** A database ready for use. */
export interface OpenDatabase {
  readonly url: string;
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
    return { url: settings.databaseUrl, close: async () => {} };
  }
  const folder = openDataFolder(settings.dataFolder, PROJECT);
  if (holderOf(folder.path) !== undefined) {
    const url = runningCluster(folder);
    if (url === undefined)
      throw new OnRecordError("conflict", "On Record is just starting or stopping: try again in a moment.");
    return { url, close: async () => {} };
  }
  const giveBack = claimDataFolder(folder.path);
  try {
    const cluster = await startCluster(folder);
    return {
      url: cluster.url,
      close: async () => {
        await cluster.stop();
        giveBack();
      },
    };
  } catch (error) {
    giveBack();
    throw error;
  }
}
