import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Cluster, startCluster } from "./cluster.ts";
import { openDataFolder } from "./data-folder.ts";
import { PROJECT } from "./open.ts";

/**
 * Starts a cluster for tests in a temporary folder, which is gone after `stop`. It doesn't wait for the disk.
 * @param name part of the folder's name
 */
export async function startThrowawayCluster(name: string): Promise<Cluster> {
  const root = mkdtempSync(path.join(tmpdir(), `on-record-${name}-`));
  // Run as root, PostgreSQL's own user must come through.
  chmodSync(root, 0o711);
  try {
    const cluster = await startCluster(openDataFolder(path.join(root, "data"), PROJECT), { throwaway: true });
    return {
      ...cluster,
      stop: async () => {
        await cluster.stop();
        rmSync(root, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(root, { recursive: true, force: true });
    throw error;
  }
}
