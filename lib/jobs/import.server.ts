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
  const row = await client.import.findUnique({ where: { id: importId } });
  // One that broke off is tried again.
  if (!row || !["waiting", "running", "failed"].includes(row.state)) return;
  const records = recordsOfUpload(client, row);
  const ended = await runImport(client, { importId, records, signal, goesOnBy: "worker" });
  if (ended === "ended") signal.throwIfAborted();
}
