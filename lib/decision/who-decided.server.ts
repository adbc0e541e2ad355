import type { Tx } from "../db.server.ts";
import type { Noun } from "./subject.ts";

/** Who decided last on a record, for the other side of a conflict. */
export async function whoDecided(
  tx: Tx,
  noun: Noun,
  id: string,
): Promise<{ readonly by: string | null; readonly at: string | null }> {
  const [last] = await tx.$queryRaw<{ name: string; at: Date }[]>`
    SELECT u.name, d.at FROM decision d JOIN "user" u ON u.id = d.user_id
    WHERE (d.before || d.after) @> jsonb_build_array(jsonb_build_object('noun', ${noun}::text, 'id', ${id}::text))
    ORDER BY d.seq DESC LIMIT 1`;
  return { by: last?.name ?? null, at: last?.at.toISOString() ?? null };
}
