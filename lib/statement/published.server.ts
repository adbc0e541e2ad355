import { z } from "zod";
import type { PublicationDate } from "../article/publication-date.ts";
import {
  STATEMENT_KINDS,
  STATEMENT_MODES,
  type StatementKind,
  type StatementMode,
} from "../attribution/statement.ts";
import { Prisma } from "../db.server.ts";
import { type Named, type Page, readRow, readRows } from "../read-rows.server.ts";
import { cueWords, type Passage, PUBLIC_WORDS, publicPassage, wordsOf } from "./passage.ts";
import { readParts, type StatementParts } from "./published-parts.server.ts";
import type { Stance } from "./stance.ts";
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
  /** Of the words, as a BCP 47 tag; "und" or null: nobody can tell. */
  readonly language: string | null;
  /** The earlier revision the words stand in, where the text signed off does not hold them; else null. */
  readonly earlierRevision: number | null;
  /** The passage in its source, where the article has an address; only the source where it no longer holds the words. */
  readonly source: string | null;
  readonly claims: readonly { readonly slug: string; readonly sentence: string; readonly stance: Stance }[];
}

/** What leads to a list of statements. One of them is always named: a filter left out can't widen the list. */
export type StatementLead =
  | { readonly actor: string }
  /** Any of several actors: one with its parts. */
  | { readonly actors: readonly string[] }
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
  article_id: z.string(),
  outlet_id: z.string(),
  attributed_to_id: z.string(),
});

const SELECT = Prisma.sql`
  SELECT st.id, st.kind::text, st.mode::text, st.sample, st.article_id, st.outlet_id, st.attributed_to_id
  FROM published_statement st`;

const NEWEST_FIRST = Prisma.sql`st.published_local DESC NULLS LAST, st.signed_off_at DESC, st.id`;

function condition(lead: StatementLead): Prisma.Sql {
  if (lead === "newest") return Prisma.sql`true`;
  if ("actor" in lead) return Prisma.sql`st.attributed_to_id = ${lead.actor}::uuid`;
  if ("actors" in lead) return Prisma.sql`st.attributed_to_id = ANY(${lead.actors}::uuid[])`;
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
  return statementsOf(rows);
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
  return statementsOf(rows);
}

const MonthRow = z.object({ month: z.string(), count: z.number() });
export type MonthCount = z.output<typeof MonthRow>;

/** How many statements of the actors were published in each month that has one ("2024-06"), earliest first. */
export async function statementMonths(actorIds: readonly string[]): Promise<readonly MonthCount[]> {
  return readRows(
    MonthRow,
    Prisma.sql`SELECT to_char(published_local, 'YYYY-MM') AS month, count(*)::int AS count FROM published_statement
      WHERE attributed_to_id = ANY(${actorIds}::uuid[]) AND published_precision <> 'year' GROUP BY 1 ORDER BY 1`,
  );
}

async function statementsOf(
  rows: readonly z.output<typeof StatementRow>[],
): Promise<readonly PublicStatement[]> {
  if (rows.length === 0) return [];
  const parts = await readParts(rows);
  // One that lost its publication between two reads is left out.
  return rows.flatMap((row) => statementOf(row, parts) ?? []);
}

function statementOf(row: z.output<typeof StatementRow>, parts: StatementParts): PublicStatement | null {
  const actor = parts.actors.get(row.attributed_to_id);
  const outlet = parts.outlets.get(row.outlet_id);
  const article = parts.articles.get(row.article_id);
  const place = parts.places.get(row.id);
  if (!actor || !outlet || !article || !place) return null;
  const spans = Map.groupBy(parts.spans.get(row.id) ?? [], (span) => span.role);
  const cue = cueWords(
    spans
      .get("cue")
      ?.map((span) => span.exact)
      .join(" … ") ?? null,
  );
  const content = spans.get("content") ?? [];
  const passage = publicPassage(content, row.kind, PUBLIC_WORDS - wordsOf(cue ?? "").length);
  const { canonical_url: url, local, zone } = article;
  return {
    id: row.id,
    kind: row.kind,
    mode: row.mode,
    sample: row.sample,
    actor,
    via: unique((parts.relays.get(row.id) ?? []).flatMap((relay) => parts.actors.get(relay.actor_id) ?? [])),
    outlet,
    article: {
      slug: article.slug,
      headline: article.headline,
      published: local === null ? null : { local, zone },
      revision: article.revision_number,
      sha256: article.sha256,
    },
    cue,
    passage,
    language: place.language,
    earlierRevision: place.in_signed_revision ? null : place.revision_number,
    source: url === null || !place.in_signed_revision ? url : sourceLink(url, passage),
    claims: (parts.stances.get(row.id) ?? []).map(({ slug, sentence, stance }) => ({
      slug,
      sentence,
      stance,
    })),
  };
}

/** Two relays that were merged since are one. The parts hold each actor once. */
const unique = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];
