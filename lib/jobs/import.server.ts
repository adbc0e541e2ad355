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
  if (!row || (row.state !== "waiting" && row.state !== "running")) return;
  const records = recordsOfUpload(client, importId, row.kind);
  const ended = await runImport(client, { importId, records, signal });
  if (ended === "ended") signal.throwIfAborted();
}
