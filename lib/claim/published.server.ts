import { z } from "zod";
import { Prisma } from "../db.server.ts";
import { Named, type Page, readRow, readRows } from "../read-rows.server.ts";
import { type PublicStatement, statementsById } from "../statement/published.server.ts";
import { STANCES, type Stance } from "../statement/stance.ts";

const Claim = z.object({
  id: z.string(),
  slug: z.string(),
  sentence: z.string(),
  sample: z.boolean(),
  statements: z.number(),
  articles: z.number(),
  outlets: z.number(),
});
/** What the public reads of a claim. The three counts are computed over public statements. */
export type PublicClaim = z.output<typeof Claim>;

const CLAIM = Prisma.sql`SELECT c.id, c.slug, c.sentence, c.sample, c.statements, c.articles, c.outlets FROM published_claim c`;

/** The public claim at a current address, or null. */
export async function publishedClaim(slug: string): Promise<PublicClaim | null> {
  return readRow(Claim, Prisma.sql`${CLAIM} WHERE c.slug = ${slug}`);
}

/** Public claims, the latest signed off first. */
export async function publishedClaims(page: Page): Promise<readonly PublicClaim[]> {
  return readRows(
    Claim,
    Prisma.sql`${CLAIM} ORDER BY c.latest_signed_off_at DESC, c.slug LIMIT ${page.size} OFFSET ${(page.number - 1) * page.size}`,
  );
}

/** How many claims are public. */
export async function countClaims(): Promise<number> {
  const row = await readRow(
    z.object({ count: z.number() }),
    Prisma.sql`SELECT count(*)::int AS count FROM published_claim`,
  );
  return row?.count ?? 0;
}

/** Claims signed off in the week before the latest sign-off, those with most outlets first. */
export async function mostReportedClaims(limit: number): Promise<readonly PublicClaim[]> {
  return readRows(
    Claim,
    Prisma.sql`${CLAIM} WHERE c.latest_signed_off_at >= (SELECT max(signed_off_at) FROM published_article) - interval '7 days'
      ORDER BY c.outlets DESC, c.statements DESC, c.latest_signed_off_at DESC, c.slug LIMIT ${limit}`,
  );
}

/** A claim with the one statement that stands for it in a list, and the way it took. */
export interface LedClaim {
  readonly claim: PublicClaim;
  readonly lead: PublicStatement;
  readonly stance: Stance;
  /** Relays named by the outlets. */
  readonly relays: readonly Named[];
  /** Outlets in the order of their first article; undated ones last. */
  readonly outlets: readonly (Named & { readonly primary: boolean })[];
}

const LeadRow = z.object({ claim_id: z.string(), statement_id: z.string(), stance: z.enum(STANCES) });
const TravelRow = z.object({
  claim_id: z.string(),
  relays: z.array(Named),
  outlets: z.array(Named.extend({ primary: z.boolean() })),
});

/**
 * Puts beside each claim the statement that leads it (asserted before denied, quoted before indirect, said before
 * an attributed view, then the earliest, then the fullest) and the outlets it went through.
 */
export async function withLeads(claims: readonly PublicClaim[]): Promise<readonly LedClaim[]> {
  const ids = claims.map((claim) => claim.id);
  if (ids.length === 0) return [];
  const [leads, travels] = await Promise.all([leadsOf(ids), travelsOf(ids)]);
  const statements = await statementsById(leads.map((lead) => lead.statement_id));
  return claims.flatMap((claim) => {
    const lead = leads.find((row) => row.claim_id === claim.id);
    const statement = statements.find((row) => row.id === lead?.statement_id);
    const travel = travels.find((row) => row.claim_id === claim.id);
    // Unpublished between two reads: it isn't shown any more.
    if (!lead || !statement || !travel) return [];
    return [{ claim, lead: statement, stance: lead.stance, relays: travel.relays, outlets: travel.outlets }];
  });
}

async function leadsOf(claimIds: readonly string[]) {
  return readRows(
    LeadRow,
    Prisma.sql`SELECT DISTINCT ON (x.claim_id) x.claim_id, x.statement_id, x.kind::text AS stance
      FROM published_stance x JOIN published_statement st ON st.id = x.statement_id
      WHERE x.claim_id = ANY(${claimIds}::uuid[])
      ORDER BY x.claim_id, array_position(ARRAY['asserts', 'relays', 'questions', 'denies'], x.kind::text),
        st.mode = 'attributedView', array_position(ARRAY['direct', 'mixed', 'indirect'], st.kind::text),
        st.published_local::date NULLS LAST, least(length(st.words), 120) DESC, st.id`,
  );
}

async function travelsOf(claimIds: readonly string[]) {
  return readRows(
    TravelRow,
    Prisma.sql`SELECT ids.claim_id,
      coalesce((SELECT json_agg(json_build_object('name', r.name, 'slug', r.slug) ORDER BY r.name) FROM (
        SELECT DISTINCT a.name, a.slug FROM published_stance x
        JOIN published_relay pr ON pr.statement_id = x.statement_id JOIN published_actor a ON a.id = pr.actor_id
        WHERE x.claim_id = ids.claim_id) r), '[]') AS relays,
      coalesce((SELECT json_agg(json_build_object('name', f.name, 'slug', f.slug, 'primary', f."primary") ORDER BY f.first NULLS LAST, f.name) FROM (
        SELECT o.name, o.slug, o.kind = 'primary' AS "primary", min(st.published_local) AS first FROM published_stance x
        JOIN published_statement st ON st.id = x.statement_id JOIN published_outlet o ON o.id = st.outlet_id
        WHERE x.claim_id = ids.claim_id GROUP BY o.name, o.slug, o.kind) f), '[]') AS outlets
      FROM unnest(${claimIds}::uuid[]) AS ids(claim_id)`,
  );
}

const ActorClaim = z.object({
  slug: z.string(),
  sentence: z.string(),
  stance: z.enum(STANCES),
  statements: z.number(),
  outlets: z.number(),
});
export type ActorClaim = z.output<typeof ActorClaim>;

/** The claims an actor's public statements stand to, with how; the counts are of this actor's statements. */
export async function claimsOfActor(actorId: string): Promise<readonly ActorClaim[]> {
  return readRows(
    ActorClaim,
    Prisma.sql`SELECT c.slug, c.sentence, x.kind::text AS stance, count(*)::int AS statements,
        count(DISTINCT st.outlet_id)::int AS outlets
      FROM published_stance x
      JOIN published_statement st ON st.id = x.statement_id
      JOIN published_claim c ON c.id = x.claim_id
      WHERE st.attributed_to_id = ${actorId}::uuid
      GROUP BY c.slug, c.sentence, x.kind ORDER BY max(st.published_local) DESC NULLS LAST, c.sentence`,
  );
}
