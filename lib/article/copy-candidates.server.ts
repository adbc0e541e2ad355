import { PREPARED, Prisma, type Reader } from "../db.server.ts";
import { type CopyLikeness, compareCopies, copyText, WORTH_COMPARING } from "../matching/copy/compare.ts";
import type { Signature } from "../matching/copy/signature.ts";
import { type Agency, isAgency } from "./copy-credits.server.ts";

/** What keeps the search short however many articles there are. */
export interface Bounds {
  /** Of each key, so many of the texts that hold it are looked at: the earliest on record. */
  readonly holders: number;
  /** A key that more different texts than this hold tells nothing: a set phrase, or an outlet's boilerplate. */
  readonly differentTexts: number;
}
const BOUNDS: Bounds = { holders: 30, differentTexts: 12 };
/** Texts that are read and compared, the likeliest first. */
const COMPARED = 20;

export interface Candidate {
  readonly articleId: string;
  readonly revisionId: string;
}

/** Whose copies are looked for. */
export interface Sought {
  readonly signature: Signature;
  /** The sample newsroom and the real one hold no copies of each other. */
  readonly sample: boolean;
  /** The article itself, where it is on record. */
  readonly articleId: string | null;
}

/**
 * Texts on record that may be copies, by the keys they share, the likeliest first. However many articles there are and
 * however common a phrase is, at most 30 holders of each key are looked at. All reprints of one text count as one there,
 * so that a text that two hundred outlets carry is found, and a line under every article of one outlet is passed over.
 */
export async function copyCandidates(
  reader: Reader,
  sought: Sought,
  bounds = BOUNDS,
): Promise<readonly Candidate[]> {
  return reader.$queryRaw<Candidate[]>`
    SELECT article_id AS "articleId", revision_id AS "revisionId" FROM (${candidates(sought, bounds)}) c ORDER BY place`;
}

function candidates(
  { signature, sample, articleId }: Sought,
  { holders, differentTexts }: Bounds,
): Prisma.Sql {
  const keys = [...signature.keys];
  return Prisma.sql`
    WITH held AS MATERIALIZED (
      SELECT k.key, h.number
      FROM unnest(${keys}::int[]) AS k(key)
      CROSS JOIN LATERAL (
        SELECT c.number FROM copy_key c WHERE c.key = k.key ORDER BY c.number LIMIT ${holders}
      ) h
    ), holder AS MATERIALIZED (
      SELECT t.*
      FROM (SELECT DISTINCT number FROM held) n
      -- OFFSET 0 keeps this a look-up for each number, whatever the planner thinks of their count.
      CROSS JOIN LATERAL (
        SELECT number, article_id, revision_id, cardinality(keys) AS keys, coalesce(group_id, article_id) AS text
        FROM copy_text
        WHERE number = n.number AND sample = ${sample} AND article_id IS DISTINCT FROM ${articleId}::uuid OFFSET 0
      ) t
    ), rated AS (
      SELECT key, count(DISTINCT text) <= ${differentTexts} AS telling FROM held JOIN holder USING (number) GROUP BY key
    ), told AS (
      SELECT number, count(*) AS shared FROM held JOIN rated USING (key) WHERE telling GROUP BY number
    ), own AS (SELECT ${keys.length}::int - count(*) FILTER (WHERE NOT telling) AS keys FROM rated)
    SELECT article_id, revision_id,
      row_number() OVER (ORDER BY shared::float8 / least(holder.keys, own.keys) DESC, number) AS place
    FROM told JOIN holder USING (number) CROSS JOIN own
    WHERE shared >= ${WORTH_COMPARING}::float8 * least(holder.keys, own.keys)
    ORDER BY place LIMIT ${COMPARED}`;
}

export interface FoundCopy extends Candidate {
  /** The sought text comes first in it. */
  readonly likeness: CopyLikeness;
}

/** The texts on record that are copies of this one, by their words. */
export async function findCopies(
  reader: Reader,
  sought: Sought & { readonly text: string },
): Promise<readonly FoundCopy[]> {
  return (await findCopiesAndAgencies(reader, sought)).copies;
}

/** The same, and whom texts may be credited to, as it is at the same moment. */
export async function findCopiesAndAgencies(
  reader: Reader,
  { text, ...sought }: Sought & { readonly text: string },
): Promise<{ readonly copies: readonly FoundCopy[]; readonly agencies: readonly Agency[] }> {
  const rows = await reader.$queryRaw<
    { id: string; name: string; revisionId: string | null; text: string | null }[]
  >`${PREPARED}
    SELECT c.article_id AS id, '' AS name, c.revision_id AS "revisionId", r.text, c.place
    FROM (${candidates(sought, BOUNDS)}) c JOIN revision r ON r.id = c.revision_id
    UNION ALL SELECT id, name, NULL, NULL, 0 FROM outlet WHERE ${isAgency(sought.sample)}
    ORDER BY place`;
  const agencies = rows.filter(({ revisionId }) => revisionId === null);
  if (agencies.length === rows.length) return { copies: [], agencies };
  const own = copyText(text);
  const copies = rows.flatMap(({ id: articleId, revisionId, text }) => {
    if (revisionId === null) return [];
    const likeness = compareCopies(own, copyText(text ?? ""));
    return likeness.verdict === "copy" ? [{ articleId, revisionId, likeness }] : [];
  });
  return { copies, agencies };
}
