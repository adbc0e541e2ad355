import type { Viewer } from "../auth/viewer.ts";
import { type Db, inTransaction, type Tx } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { addImport, addPiece, pauseImport, resumeImport, stopImport } from "./write.server.ts";

const WRITES = { add: addImport, pause: pauseImport, resume: resumeImport, stop: stopImport } as const;

/** Runs one write of imports in a transaction of its own. @throws OnRecordError "missing" for an unknown name. */
export async function runImportWrite(
  client: Db,
  viewer: Viewer | null,
  name: string,
  input: unknown,
): Promise<unknown> {
  if (!Object.hasOwn(WRITES, name)) throw new OnRecordError("missing", `There is no action ${name}.`);
  const write = WRITES[name as keyof typeof WRITES] as (
    tx: Tx,
    viewer: Viewer | null,
    input: unknown,
  ) => Promise<unknown>;
  return inTransaction(client, (tx) => write(tx, viewer, input));
}

/** Takes one piece of an upload in a transaction of its own. */
export function takePiece(client: Db, viewer: Viewer | null, piece: Parameters<typeof addPiece>[2]) {
  return inTransaction(client, (tx) => addPiece(tx, viewer, piece));
}
