import { type Db, PREPARED, type Reader, type Tx } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import type { ImportRecord } from "./record.ts";

export type ImportOutcome = "added" | "seen" | "revised" | "otherText" | "deleted" | "leftOut" | "bad";

export interface LineNote {
  readonly outcome: ImportOutcome;
  readonly articleId?: string;
  readonly problem?: string;
}

/** The file is being brought in by another process as well, which was faster with this line. */
export class TwiceAtOnce extends OnRecordError {
  constructor() {
    super("conflict", "This file is being brought in by another process at this moment.");
  }
}

/**
 * Notes what became of a line, in the transaction that does it. That one does not wait for the disk: it and all before it
 * are written there soon, in order, and what a power cut takes is done again, the line and its note together.
 * @throws TwiceAtOnce for a line that is done
 */
export async function noteLine(
  tx: Reader,
  importId: string,
  { number, position, excerpt }: ImportRecord,
  { outcome, articleId, problem }: LineNote,
  workedMs: number,
): Promise<void> {
  const counted = (one: ImportOutcome) => (one === outcome ? 1 : 0);
  const count = await tx.$executeRaw`${PREPARED}
    WITH line AS (
      INSERT INTO import_line (import_id, number, outcome, article_id, problem, excerpt)
      SELECT ${importId}::uuid, ${number}::int, ${outcome}::import_outcome, ${articleId ?? null}::uuid,
        ${stored(problem?.slice(0, 500))}, ${stored(excerpt)}
      FROM set_config('synchronous_commit', 'off', true)
      ON CONFLICT DO NOTHING RETURNING 1
    )
    UPDATE import SET
      lines = greatest(lines, ${number}::int), position = greatest(position, ${BigInt(position)}::bigint),
      worked_ms = worked_ms + ${BigInt(workedMs)}::bigint,
      added = added + ${counted("added")}::int, seen = seen + ${counted("seen")}::int,
      revised = revised + ${counted("revised")}::int, other_text = other_text + ${counted("otherText")}::int,
      deleted = deleted + ${counted("deleted")}::int, left_out = left_out + ${counted("leftOut")}::int,
      bad = bad + ${counted("bad")}::int
    WHERE id = ${importId}::uuid AND EXISTS (SELECT 1 FROM line)`;
  if (count === 0) throw new TwiceAtOnce();
}

/** As PostgreSQL takes it. */
const stored = (text: string | undefined): string | null =>
  text?.replaceAll("\u0000", "").toWellFormed() ?? null;

/**
 * Which lines were done by earlier runs. Of the last `ahead` that were noted, the first tells how far all are: nothing
 * begins so far ahead of a line that is not done.
 */
export async function linesDone(
  client: Db | Tx,
  importId: string,
  ahead: number,
): Promise<(number: number) => boolean> {
  const last = await client.importLine.findMany({
    where: { importId },
    orderBy: { number: "desc" },
    take: ahead,
    select: { number: true },
  });
  const noted = new Set(last.map(({ number }) => number));
  const allBefore = last.length < ahead ? 0 : Math.min(...noted);
  return (number) => number < allBefore || noted.has(number);
}
