import { z } from "zod";
import { Prisma } from "../db.server.ts";
import { readRows } from "../read-rows.server.ts";

const ChangeRow = z.object({
  before_number: z.number(),
  after_number: z.number(),
  seen_before: z.date(),
  seen_after: z.date(),
});

/** A change of its text by the outlet that an editor confirmed. Nobody saw when it was: it lies between two moments. */
export interface PublicChange {
  readonly before: number;
  readonly after: number;
  readonly seenBefore: Date;
  readonly seenAfter: Date;
}

/** What an editor confirmed that the outlet changed in this public article, the earliest first. */
export async function publishedChanges(articleId: string): Promise<readonly PublicChange[]> {
  const rows = await readRows(
    ChangeRow,
    Prisma.sql`SELECT before_number, after_number, seen_before, seen_after FROM published_change
      WHERE article_id = ${articleId}::uuid ORDER BY seen_after, id`,
  );
  return rows.map((row) => ({
    before: row.before_number,
    after: row.after_number,
    seenBefore: row.seen_before,
    seenAfter: row.seen_after,
  }));
}
