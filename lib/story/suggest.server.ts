import { z } from "zod";
import { PREPARED, Prisma, type Tx } from "../db.server.ts";
import { proposeStory, type StoryCandidate } from "../matching/story/propose.ts";
import { storyReason } from "../matching/story/reason.ts";
import { WINDOW_DAYS } from "../matching/story/score.ts";
import { storyTerms } from "../matching/story/terms.ts";
import { consideredTerms, FOUND_BY, type StoryVector, storyVector } from "../matching/story/vector.ts";
import { newId } from "../new-id.ts";
import { UNDETERMINED } from "../text/direction.ts";
import { lockStories } from "./state.server.ts";

/** Version of what makes features: stored with them. */
export const STORY_ENGINE = "story/1";

export interface StorySeeker {
  readonly articleId: string;
  readonly headline: string;
  /** Text of its current revision. */
  readonly text: string;
  /** As published, in its own words: "2024-06-30T10:41". Without a day in it, the day it came in counts. */
  readonly date: string | null;
  readonly broughtInAt: Date;
  readonly outlet: string;
  /** BCP 47 base; null: unknown. */
  readonly language: string | null;
  readonly sample: boolean;
}

/** Each of these bounds the work for one article, however many are on record. */
const BOUNDS = {
  /** Articles of the window that are counted. */
  counted: 10_000,
  /** Articles about one term that are counted, and that are candidates by it. */
  perTerm: 200,
  /** Articles compared, and members of their stories. */
  candidates: 40,
  members: 12,
} as const;
const DAY_MS = 86_400_000;
/** Weights are stored in ten-thousandths. */
const UNIT = 10_000;

/**
 * Stores what an article is about and proposes its story: one on record, or a new one with another article. Nothing
 * where it has a story already, was told apart, or is like none. In the transaction that brings the article in, last:
 * of two articles that come at once, the later one sees the earlier.
 * @returns the id of the story it was proposed for
 */
export async function suggestStory(tx: Tx, seeker: StorySeeker): Promise<string | null> {
  const language = seeker.language ?? UNDETERMINED;
  const terms = storyTerms({ ...seeker, language });
  const considered = consideredTerms(terms, language);
  const day = dayOf(seeker);
  await lockStories(tx);
  const window = { day, language, sample: seeker.sample, articleId: seeker.articleId };
  const counts = await windowCounts(
    tx,
    window,
    considered.map(({ hash }) => hash),
  );
  const vector = storyVector(considered, counts);
  const candidates = vector.hashes.length === 0 ? [] : await candidatesFor(tx, window, vector);
  const proposal = proposeStory({ vector, language, day }, candidates, counts.articles);
  if (!proposal) {
    await tx.$executeRaw`${PREPARED}${featureInsert(window, vector)}`;
    return null;
  }
  const { like, likeness, score } = proposal;
  const reason = storyReason(likeness, terms);
  const storyId = proposal.storyId ?? newId();
  const { articleId, sample } = seeker;
  const own = { storyId, articleId, score, reason, sample };
  await tx.$executeRaw`${PREPARED}
    WITH feature AS (${featureInsert(window, vector)})
    ${proposal.storyId === null ? newStory(storyId, { ...own, articleId: like.articleId }) : Prisma.empty}
    ${memberInsert(own)}`;
  return storyId;
}

interface Window {
  readonly articleId: string;
  readonly language: string;
  readonly sample: boolean;
  /** In days since 1970. */
  readonly day: number;
}

function dayOf({ date, broughtInAt }: StorySeeker): number {
  const dated = date !== null && /^\d{4}-\d{2}-\d{2}/.test(date) ? Date.parse(date.slice(0, 10)) : null;
  const at = dated ?? broughtInAt.getTime();
  return Math.floor(at / DAY_MS);
}

/** From the year 1 to 9999: beyond, a day is written otherwise than PostgreSQL reads it. */
const CALENDAR = { first: -719_162, last: 2_932_896 } as const;
const dateText = (day: number) =>
  new Date(Math.min(CALENDAR.last, Math.max(CALENDAR.first, day)) * DAY_MS).toISOString().slice(0, 10);
const boundsOf = ({ day }: Window) => [dateText(day - WINDOW_DAYS), dateText(day + WINDOW_DAYS)] as const;

async function windowCounts(tx: Tx, window: Window, hashes: readonly number[]) {
  const [from, to] = boundsOf(window);
  const rows = await tx.$queryRaw<{ term: number | null; articles: number }[]>`${PREPARED}
    SELECT NULL AS term, count(*)::int AS articles FROM (
      SELECT 1 FROM story_feature
      WHERE language = ${window.language} AND day BETWEEN ${from}::date AND ${to}::date AND sample = ${window.sample}
      LIMIT ${BOUNDS.counted}) near
    UNION ALL
    SELECT asked.term, found.articles FROM unnest(${hashes}::int[]) AS asked(term)
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS articles FROM (
        SELECT 1 FROM story_term t
        WHERE t.term = asked.term AND t.day BETWEEN ${from}::date AND ${to}::date AND t.article_id <> ${window.articleId}::uuid
        LIMIT ${BOUNDS.perTerm}) near
    ) found WHERE found.articles > 0`;
  const about = new Map(rows.map(({ term, articles }) => [term, articles]));
  return { articles: about.get(null) ?? 0, about: (hash: number) => about.get(hash) ?? 0 };
}

function featureInsert({ articleId, language, sample, day }: Window, vector: StoryVector): Prisma.Sql {
  const weights = vector.weights.map((weight) => Math.round(weight * UNIT));
  return Prisma.sql`
    INSERT INTO story_feature AS f (article_id, language, day, terms, weights, engine, sample)
    VALUES (${articleId}::uuid, ${language}, ${dateText(day)}::date, ${[...vector.hashes]}::int[], ${weights}::smallint[],
      ${STORY_ENGINE}, ${sample})
    ON CONFLICT (article_id) DO UPDATE SET language = excluded.language, day = excluded.day, terms = excluded.terms,
      weights = excluded.weights, engine = excluded.engine, sample = excluded.sample`;
}

const Row = z.object({
  article_id: z.string(),
  language: z.string(),
  day: z.int(),
  terms: z.array(z.int()),
  weights: z.array(z.int()),
  story_id: z.string().nullable(),
});

/**
 * Articles of the window that share one of its strongest terms, the most first, and the others of their stories; none for
 * an article that has its story. Not those an editor told it apart from: stories it was rejected from, others of a story
 * that was no story.
 */
async function candidatesFor(tx: Tx, window: Window, { hashes, weights }: StoryVector) {
  const [from, to] = boundsOf(window);
  const rows = await tx.$queryRaw`${PREPARED}
    WITH mine AS (
      SELECT * FROM unnest(${hashes.slice(0, FOUND_BY)}::int[], ${weights.slice(0, FOUND_BY)}::float8[]) AS m(term, weight)
    ), hits AS (
      SELECT near.article_id, sum(mine.weight ^ 2) AS weight FROM mine CROSS JOIN LATERAL (
        SELECT t.article_id FROM story_term t
        WHERE t.term = mine.term AND t.day BETWEEN ${from}::date AND ${to}::date
        ORDER BY t.day DESC LIMIT ${BOUNDS.perTerm}) near
      WHERE near.article_id <> ${window.articleId}::uuid AND NOT EXISTS (
        SELECT 1 FROM story_member own JOIN story s ON s.id = own.story_id
        WHERE own.article_id = ${window.articleId}::uuid AND own.state IN ('suggested', 'accepted') AND NOT s.withdrawn)
      GROUP BY near.article_id ORDER BY weight DESC, near.article_id LIMIT ${BOUNDS.candidates}
    ), stories AS (
      SELECT DISTINCT m.story_id FROM hits JOIN story_member m ON m.article_id = hits.article_id
      JOIN story s ON s.id = m.story_id
      WHERE m.state IN ('suggested', 'accepted') AND NOT s.withdrawn
    ), members AS (
      SELECT m.article_id, m.story_id FROM stories CROSS JOIN LATERAL (
        SELECT * FROM story_member m WHERE m.story_id = stories.story_id AND m.state IN ('suggested', 'accepted')
        ORDER BY m.created_at DESC LIMIT ${BOUNDS.members}) m
    ), compared AS (
      SELECT article_id, story_id FROM members
      UNION ALL
      SELECT article_id, NULL FROM hits WHERE NOT EXISTS (SELECT 1 FROM members WHERE members.article_id = hits.article_id)
    )
    SELECT f.article_id::text, f.language, f.day - '1970-01-01'::date AS day, f.terms, f.weights, c.story_id::text
    FROM compared c JOIN story_feature f ON f.article_id = c.article_id JOIN article a ON a.id = c.article_id
    WHERE a.deleted_reason IS NULL AND f.sample = ${window.sample} AND f.day BETWEEN ${from}::date AND ${to}::date
      AND NOT EXISTS (
        SELECT 1 FROM story_member own JOIN story s ON s.id = own.story_id
        WHERE own.article_id = ${window.articleId}::uuid AND own.state = 'rejected'
          AND (own.story_id = c.story_id OR EXISTS (
            SELECT 1 FROM story_member other
            WHERE other.story_id = own.story_id AND other.article_id = c.article_id
              AND (other.state <> 'rejected' OR s.withdrawn) AND other.state <> 'removed')))`;
  return z
    .array(Row)
    .parse(rows)
    .map(
      (row): StoryCandidate => ({
        articleId: row.article_id,
        storyId: row.story_id,
        language: row.language,
        day: row.day,
        vector: { hashes: row.terms, weights: row.weights.map((weight) => weight / UNIT) },
      }),
    );
}

interface Proposed {
  readonly storyId: string;
  readonly articleId: string;
  readonly score: number;
  readonly reason: string;
  readonly sample: boolean;
}

/** A new story of another article, which is proposed for it as well. Its title is that article's headline. */
const newStory = (storyId: string, other: Proposed): Prisma.Sql => Prisma.sql`,
  new_story AS (
    INSERT INTO story (id, title, sample) SELECT ${storyId}::uuid, left(headline, 300), sample
    FROM article WHERE id = ${other.articleId}::uuid
  ), other_member AS (${memberInsert(other)})`;

const memberInsert = ({ storyId, articleId, score, reason, sample }: Proposed): Prisma.Sql => Prisma.sql`
  INSERT INTO story_member AS m (id, story_id, article_id, state, score, reason, sample)
  VALUES (${newId()}::uuid, ${storyId}::uuid, ${articleId}::uuid, 'suggested', ${score}::float8, ${reason}, ${sample})
  -- Removed by an undo: it may be proposed again.
  ON CONFLICT (story_id, article_id) DO UPDATE
  SET state = 'suggested', score = excluded.score, reason = excluded.reason, version = m.version + 1`;
