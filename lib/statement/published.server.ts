import { z } from "zod";
import type { PublicationDate } from "../article/publication-date.ts";
import {
  STATEMENT_KINDS,
  STATEMENT_MODES,
  type StatementKind,
  type StatementMode,
} from "../attribution/statement.ts";
import { Prisma } from "../db.server.ts";
import { Named, type Page, readRow, readRows } from "../read-rows.server.ts";
import { cueWords, type Passage, PUBLIC_WORDS, publicPassage, wordsOf } from "./passage.ts";
import { STANCES, type Stance } from "./stance.ts";
import { sourceLink } from "./text-fragment.ts";

/** What the public reads of one statement. */
export interface PublicStatement {
  readonly id: string;
  readonly kind: StatementKind;
  /** "attributedView" is never shown as "said". */
  readonly mode: StatementMode;
  readonly sample: boolean;
  readonly actor: Named;
  /** Relays between outlet and speaker, outermost first. */
  readonly via: readonly Named[];
  /** `primary`: it publishes its own words, such as a ministry's site or a press release. */
  readonly outlet: Named & { readonly primary: boolean };
  readonly article: {
    readonly slug: string;
    readonly headline: string;
    readonly published: PublicationDate | null;
    readonly revision: number;
    readonly sha256: string;
  };
  /** The outlet's words that introduce the passage ("denied that"); null without words, as in "X – Y". */
  readonly cue: string | null;
  readonly passage: Passage;
  /** The passage in its source, where the article has an address. */
  readonly source: string | null;
  readonly claims: readonly { readonly slug: string; readonly sentence: string; readonly stance: Stance }[];
}

/** What leads to a list of statements. One of them is always named: a filter left out can't widen the list. */
export type StatementLead =
  | { readonly actor: string }
  | { readonly relay: string }
  | { readonly article: string }
  | { readonly claim: string }
  | { readonly outlet: string }
  | "newest";

const StatementRow = z.object({
  id: z.string(),
  kind: z.enum(STATEMENT_KINDS),
  mode: z.enum(STATEMENT_MODES),
  sample: z.boolean(),
  actor: Named,
  outlet: Named.extend({ primary: z.boolean() }),
  via: z.array(Named),
  slug: z.string(),
  headline: z.string(),
  local: z.string().nullable(),
  zone: z.string().nullable(),
  canonical_url: z.string().nullable(),
  revision_number: z.number(),
  sha256: z.string(),
  cue: z.string().nullable(),
  pieces: z.array(z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() })),
  claims: z.array(z.object({ slug: z.string(), sentence: z.string(), stance: z.enum(STANCES) })),
});

/** One row for each statement, with all a page shows of it. */
const SELECT = Prisma.sql`
  SELECT st.id, st.kind::text, st.mode::text, st.sample,
    json_build_object('name', a.name, 'slug', a.slug) AS actor,
    json_build_object('name', o.name, 'slug', o.slug, 'primary', o.kind = 'primary') AS outlet,
    ar.slug, ar.headline, ar.canonical_url, ar.revision_number, ar.sha256, ar.published_zone AS zone,
    to_char(ar.published_local, CASE ar.published_precision WHEN 'minute' THEN 'YYYY-MM-DD"T"HH24:MI'
      WHEN 'day' THEN 'YYYY-MM-DD' WHEN 'month' THEN 'YYYY-MM' ELSE 'YYYY' END) AS local,
    (SELECT json_agg(json_build_object('exact', sp.exact, 'prefix', sp.prefix, 'suffix', sp.suffix) ORDER BY sp.start)
       FROM published_span sp WHERE sp.statement_id = st.id AND sp.role = 'content') AS pieces,
    (SELECT string_agg(sp.exact, ' … ' ORDER BY sp.start) FROM published_span sp
       WHERE sp.statement_id = st.id AND sp.role = 'cue') AS cue,
    coalesce((SELECT json_agg(json_build_object('name', ra.name, 'slug', ra.slug) ORDER BY r.position)
       FROM published_relay r JOIN published_actor ra ON ra.id = r.actor_id WHERE r.statement_id = st.id), '[]') AS via,
    coalesce((SELECT json_agg(json_build_object('slug', c.slug, 'sentence', c.sentence, 'stance', x.kind) ORDER BY c.sentence)
       FROM published_stance x JOIN published_claim c ON c.id = x.claim_id WHERE x.statement_id = st.id), '[]') AS claims
  FROM published_statement st
  JOIN published_actor a ON a.id = st.attributed_to_id
  JOIN published_article ar ON ar.id = st.article_id
  JOIN published_outlet o ON o.id = st.outlet_id`;

const NEWEST_FIRST = Prisma.sql`st.published_local DESC NULLS LAST, st.signed_off_at DESC, st.id`;

function condition(lead: StatementLead): Prisma.Sql {
  if (lead === "newest") return Prisma.sql`true`;
  if ("actor" in lead) return Prisma.sql`st.attributed_to_id = ${lead.actor}::uuid`;
  if ("article" in lead) return Prisma.sql`st.article_id = ${lead.article}::uuid`;
  if ("outlet" in lead) return Prisma.sql`st.outlet_id = ${lead.outlet}::uuid`;
  if ("relay" in lead)
    return Prisma.sql`st.id IN (SELECT statement_id FROM published_relay WHERE actor_id = ${lead.relay}::uuid)`;
  return Prisma.sql`st.id IN (SELECT statement_id FROM published_stance WHERE claim_id = ${lead.claim}::uuid)`;
}

function orderOf(lead: StatementLead): Prisma.Sql {
  const inText = Prisma.sql`(SELECT min(start) FROM published_span sp WHERE sp.statement_id = st.id AND sp.role = 'content'), st.id`;
  if (lead === "newest") return NEWEST_FIRST;
  if ("article" in lead) return inText;
  return "claim" in lead ? Prisma.sql`st.published_local NULLS LAST, st.article_id, ${inText}` : NEWEST_FIRST;
}

/**
 * Public statements, the latest published first; those of a claim from the earliest on, article by article; those of
 * one article in the order of its text.
 */
export async function publishedStatements(
  lead: StatementLead,
  page: Page,
): Promise<readonly PublicStatement[]> {
  const rows = await readRows(
    StatementRow,
    Prisma.sql`${SELECT} WHERE ${condition(lead)} ORDER BY ${orderOf(lead)} LIMIT ${page.size} OFFSET ${(page.number - 1) * page.size}`,
  );
  return rows.map(statementOf);
}

/** How many public statements a list has on all its pages. */
export async function countStatements(lead: StatementLead): Promise<number> {
  const query = Prisma.sql`SELECT count(*)::int AS count FROM published_statement st WHERE ${condition(lead)}`;
  return (await readRow(z.object({ count: z.number() }), query))?.count ?? 0;
}

/** Public statements by their ids, in the order of `ids`; one that is not public is left out. */
export async function statementsById(ids: readonly string[]): Promise<readonly PublicStatement[]> {
  if (ids.length === 0) return [];
  const rows = await readRows(
    StatementRow,
    Prisma.sql`${SELECT} WHERE st.id = ANY(${ids}::uuid[]) ORDER BY array_position(${ids}::uuid[], st.id)`,
  );
  return rows.map(statementOf);
}

const MonthRow = z.object({ month: z.string(), count: z.number() });
export type MonthCount = z.output<typeof MonthRow>;

/** How many statements of an actor were published in each month that has one ("2024-06"), earliest first. */
export async function statementMonths(actorId: string): Promise<readonly MonthCount[]> {
  return readRows(
    MonthRow,
    Prisma.sql`SELECT to_char(published_local, 'YYYY-MM') AS month, count(*)::int AS count FROM published_statement
      WHERE attributed_to_id = ${actorId}::uuid AND published_precision <> 'year' GROUP BY 1 ORDER BY 1`,
  );
}

function statementOf(row: z.output<typeof StatementRow>): PublicStatement {
  const cue = cueWords(row.cue);
  const passage = publicPassage(row.pieces, row.kind, PUBLIC_WORDS - wordsOf(cue ?? "").length);
  return {
    id: row.id,
    kind: row.kind,
    mode: row.mode,
    sample: row.sample,
    actor: row.actor,
    via: row.via,
    outlet: row.outlet,
    article: {
      slug: row.slug,
      headline: row.headline,
      published: row.local === null ? null : { local: row.local, zone: row.zone },
      revision: row.revision_number,
      sha256: row.sha256,
    },
    cue,
    passage,
    source: row.canonical_url === null ? null : sourceLink(row.canonical_url, passage),
    claims: row.claims,
  };
}
