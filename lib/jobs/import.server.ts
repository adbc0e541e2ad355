import type { Db } from "../db.server.ts";
import { recordsOfUpload } from "../import/records.server.ts";
import { runImport } from "../import/run.server.ts";
import type { JobData } from "../queue/names.ts";

/** Brings an uploaded file in, from where it was left. */
export async function importFile(
  client: Db,
  { importId }: JobData<"import">,
  signal: AbortSignal,
): Promise<void> {
  // Paused and told to go on before this job has ended: no other is sent while it runs, so it goes on itself.
  for (let ended = "paused"; ended === "paused"; ) {
    const row = await client.import.findUnique({ where: { id: importId } });
    // One that broke off is tried again.
    if (!row || !["waiting", "running", "failed"].includes(row.state)) return;
    const records = recordsOfUpload(client, row);
    ended = await runImport(client, { importId, records, signal, goesOnBy: "worker" });
    if (ended === "ended") signal.throwIfAborted();
  }
}
