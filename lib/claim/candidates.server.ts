import { canonicalId } from "../actor/canonical.server.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";
import { likeness } from "../matching/likeness.ts";

/** A claim on record that a passage may state, with the reason it is offered. */
export interface ClaimCandidate {
  readonly id: string;
  readonly sentence: string;
  readonly slug: string;
  readonly outlets: number;
  /** 0 to 1. */
  readonly score: number;
  /** "shares “crossed the red line” with Harbour Wire; same actor". */
  readonly reason: string;
}

interface Wording {
  readonly claim_id: string;
  readonly sentence: string;
  readonly slug: string;
  readonly words: string | null;
  readonly actor_id: string | null;
  readonly outlet: string | null;
}

const SAME_ACTOR = 0.15;
const LEAST = 0.22;
/** Most claims whose wordings are compared word by word. */
const LOOKED_AT = 100;

/**
 * Claims on record that are like the words of a passage, best first. Looks at the claims' sentences and at every
 * wording tied to them, drafts included.
 * @param words content of the passage. @param actorId who speaks, if decided.
 */
export async function claimCandidates(
  reader: Reader,
  viewer: Viewer | null,
  words: string,
  actorId: string | null,
  most = 5,
): Promise<readonly ClaimCandidate[]> {
  allow(viewer, "readDesk");
  const query = words.trim().slice(0, 2_000);
  const speakerId = actorId && (await canonicalId(reader, actorId));
  const rows = await wordingsOf(
    reader,
    query === "" ? await newestClaims(reader, most) : await sharing(reader, query),
  );
  const byClaim = new Map<string, Wording[]>();
  for (const row of rows) byClaim.set(row.claim_id, [...(byClaim.get(row.claim_id) ?? []), row]);
  const scored = [...byClaim.values()].flatMap((wordings) => {
    const [first] = wordings;
    if (!first) return [];
    const best = bestWording(query, wordings);
    const sameActor = speakerId !== null && wordings.some((wording) => wording.actor_id === speakerId);
    // Not capped before the order is made: of two claims with the very words, the one of this speaker comes first.
    const rank = best.score + (sameActor && best.score > 0.1 ? SAME_ACTOR : 0);
    if (query !== "" && rank < LEAST) return [];
    const outlets = new Set(wordings.flatMap((wording) => (wording.outlet ? [wording.outlet] : [])));
    const reason = [best.reason, ...(sameActor ? ["same actor"] : [])].filter(Boolean).join("; ");
    return [
      {
        id: first.claim_id,
        sentence: first.sentence,
        slug: first.slug,
        outlets: outlets.size,
        rank,
        reason,
      },
    ];
  });
  return scored
    .sort((a, b) => b.rank - a.rank || a.id.localeCompare(b.id))
    .slice(0, most)
    .map(({ rank, ...candidate }) => ({ ...candidate, score: Math.min(1, rank) }));
}

async function newestClaims(reader: Reader, most: number): Promise<readonly string[]> {
  const rows = await reader.claim.findMany({ orderBy: [{ createdAt: "desc" }, { id: "asc" }], take: most });
  return rows.map(({ id }) => id);
}

/** Claims that share words with the passage, in their sentence or in a wording tied to them, by the database's rank. */
async function sharing(reader: Reader, query: string): Promise<readonly string[]> {
  const rows = await reader.$queryRaw<{ id: string }[]>`
    WITH asked AS MATERIALIZED (
      SELECT replace(plainto_tsquery('on_record', ${query})::text, ' & ', ' | ')::tsquery AS words
    ), sentences AS (
      SELECT c.id, ts_rank(to_tsvector('on_record', c.sentence), words) AS rank
      FROM claim c, asked WHERE to_tsvector('on_record', c.sentence) @@ words
      ORDER BY rank DESC, c.id LIMIT ${LOOKED_AT}
    ), wordings AS (
      SELECT sp.anchor_id, ts_rank(to_tsvector('on_record', sp.exact), words) AS rank
      FROM span sp, asked WHERE sp.role = 'content' AND to_tsvector('on_record', sp.exact) @@ words
        AND EXISTS (SELECT 1 FROM statement s JOIN stance x ON x.statement_id = s.id WHERE s.anchor_id = sp.anchor_id AND NOT s.withdrawn)
      ORDER BY rank DESC, sp.anchor_id LIMIT ${LOOKED_AT}
    )
    SELECT id FROM (
      SELECT id, rank FROM sentences
      UNION ALL
      SELECT x.claim_id, w.rank FROM wordings w
      JOIN statement s ON s.anchor_id = w.anchor_id JOIN stance x ON x.statement_id = s.id
    ) found GROUP BY id ORDER BY max(rank) DESC, id LIMIT ${LOOKED_AT}`;
  return rows.map(({ id }) => id);
}

/** The claims with their sentences and every wording on record that is tied to them, drafts included. */
function wordingsOf(reader: Reader, claimIds: readonly string[]): Promise<Wording[]> {
  return reader.$queryRaw<Wording[]>`
    SELECT c.id AS claim_id, c.sentence, ad.slug, w.words, k.canonical_id AS actor_id, o.name AS outlet
    FROM claim c
    JOIN address ad ON ad.claim_id = c.id AND ad.current
    LEFT JOIN stance x ON x.claim_id = c.id
    LEFT JOIN statement s ON s.id = x.statement_id AND NOT s.withdrawn
      AND NOT EXISTS (SELECT FROM article d WHERE d.id = s.article_id AND d.deleted_reason IS NOT NULL)
    LEFT JOIN actor_canonical k ON k.actor_id = s.attributed_to_id
    LEFT JOIN article a ON a.id = s.article_id
    LEFT JOIN outlet o ON o.id = a.outlet_id
    LEFT JOIN LATERAL (
      SELECT string_agg(exact, ' … ' ORDER BY position) AS words FROM span WHERE anchor_id = s.anchor_id AND role = 'content'
    ) w ON true
    WHERE c.id = ANY(${claimIds}::uuid[])
    ORDER BY array_position(${claimIds}::uuid[], c.id), s.id`;
}

function bestWording(
  query: string,
  wordings: readonly Wording[],
): { readonly score: number; readonly reason: string } {
  let best = { score: 0, reason: "" };
  for (const { words, sentence, outlet } of wordings) {
    for (const [text, where] of [
      [words ?? "", outlet ? ` with ${outlet}` : ""],
      [sentence, " with the claim's sentence"],
    ] as const) {
      const like = likeness(query, text);
      if (like.score <= best.score) continue;
      best = {
        score: like.score,
        reason: like.run ? `shares “${like.run}”${where}` : `similar words${where && ` as${where.slice(5)}`}`,
      };
    }
  }
  return best;
}
