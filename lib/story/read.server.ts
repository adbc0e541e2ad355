import { z } from "zod";
import { localDateText, PRECISIONS } from "../article/publication-date.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import { Prisma, type Reader } from "../db.server.ts";

/** An article in a story, as an editor needs it to decide. */
export interface ShownMember {
  readonly id: string;
  readonly version: number;
  readonly articleId: string;
  readonly headline: string;
  /** Of its present text; null: not told. */
  readonly language: string | null;
  readonly outlet: string;
  /** As published: "2024-06-30"; null: undated. */
  readonly published: string | null;
  readonly state: "suggested" | "accepted";
  /** Why a machine proposed it; null: an editor put it there. */
  readonly reason: string | null;
  readonly score: number | null;
}

export interface ShownStory {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly sample: boolean;
  readonly members: readonly ShownMember[];
}

export interface Stories {
  /** With articles that wait for an editor, the newest proposal first. */
  readonly proposed: readonly ShownStory[];
  /** With accepted articles alone, the newest first. */
  readonly decided: readonly ShownStory[];
  /** Whether there are more than were read. */
  readonly more: { readonly proposed: boolean; readonly decided: boolean };
}

/** Proposals that are looked at for the stories they belong to. */
const WAITING = 1_000;

/** Stories on the desk. @throws OnRecordError without permission to see the desk */
export async function readStories(
  reader: Reader,
  viewer: Viewer | null,
  { most = 30 }: { readonly most?: number } = {},
): Promise<Stories> {
  allow(viewer, "readDesk");
  // One article that waits alone is a story no more: the other was rejected or went elsewhere.
  const proposed = await reader.$queryRaw<{ id: string }[]>`
    SELECT waiting.story_id::text AS id FROM (
      SELECT story_id, max(created_at) AS newest FROM (
        SELECT story_id, created_at FROM story_member WHERE state = 'suggested'
        ORDER BY created_at DESC, story_id LIMIT ${WAITING}) newest
      GROUP BY story_id
    ) waiting JOIN story s ON s.id = waiting.story_id
    WHERE NOT s.withdrawn AND (
      SELECT count(*) FROM story_member m JOIN article a ON a.id = m.article_id
      WHERE m.story_id = s.id AND m.state IN ('suggested', 'accepted') AND a.deleted_reason IS NULL) > 1
    ORDER BY waiting.newest DESC, s.id LIMIT ${most + 1}`;
  const decided = await reader.$queryRaw<{ id: string }[]>`
    SELECT s.id::text FROM story s WHERE NOT s.withdrawn
      AND EXISTS (SELECT 1 FROM story_member m JOIN article a ON a.id = m.article_id
                  WHERE m.story_id = s.id AND m.state = 'accepted' AND a.deleted_reason IS NULL)
      AND s.id <> ALL (${proposed.map(({ id }) => id)}::uuid[])
    ORDER BY s.created_at DESC, s.id LIMIT ${most + 1}`;
  const [first, second] = [proposed.slice(0, most), decided.slice(0, most)].map((rows) =>
    rows.map(({ id }) => id),
  ) as [string[], string[]];
  const shown = await shownStories(reader, [...first, ...second]);
  const inOrder = (ids: readonly string[]) => ids.flatMap((id) => shown.get(id) ?? []);
  return {
    proposed: inOrder(first),
    decided: inOrder(second),
    more: { proposed: proposed.length > most, decided: decided.length > most },
  };
}

/** An article with the story it is accepted in, or is proposed for. Null: it is not on record. */
export async function storyOfArticle(
  reader: Reader,
  viewer: Viewer | null,
  articleId: string,
): Promise<{
  readonly articleId: string;
  readonly headline: string;
  readonly language: string | null;
  readonly story: { readonly id: string; readonly title: string; readonly accepted: boolean } | null;
} | null> {
  allow(viewer, "readDesk");
  const article = await reader.article.findUnique({
    where: { id: articleId, deletedReason: null },
    select: { headline: true, currentRevision: { select: { language: true } } },
  });
  if (!article) return null;
  const member = await reader.storyMember.findFirst({
    where: { articleId, state: { in: ["suggested", "accepted"] }, story: { withdrawn: false } },
    // Accepted comes after suggested in the enum.
    orderBy: { state: "desc" },
    select: { state: true, story: { select: { id: true, title: true } } },
  });
  const story = member && { ...member.story, accepted: member.state === "accepted" };
  const { headline, currentRevision } = article;
  return { articleId, headline, language: currentRevision?.language ?? null, story };
}

/** Stories by words of their titles, for the choice of one to move or merge into. At most 8. */
export async function findStories(
  reader: Reader,
  viewer: Viewer | null,
  words: string,
): Promise<readonly { readonly id: string; readonly title: string; readonly version: number }[]> {
  allow(viewer, "readDesk");
  return reader.story.findMany({
    where: {
      withdrawn: false,
      title: { contains: words.trim(), mode: "insensitive" },
      members: { some: { state: { in: ["suggested", "accepted"] } } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: 8,
    select: { id: true, title: true, version: true },
  });
}

const Row = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  sample: z.boolean(),
  member_id: z.string(),
  member_version: z.int(),
  article_id: z.string(),
  headline: z.string(),
  language: z.string().nullable(),
  outlet: z.string(),
  published_local: z.date().nullable(),
  published_precision: z.enum(PRECISIONS).nullable(),
  state: z.enum(["suggested", "accepted"]),
  reason: z.string().nullable(),
  score: z.number().nullable(),
});

async function shownStories(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ShownStory>> {
  const rows = z.array(Row).parse(
    await reader.$queryRaw(Prisma.sql`
      SELECT s.id::text, s.version, s.title, s.sample, m.id::text AS member_id, m.version AS member_version,
        a.id::text AS article_id, a.headline, r.language, o.name AS outlet, a.published_local,
        a.published_precision::text AS published_precision, m.state::text AS state, m.reason, m.score
      FROM story s JOIN story_member m ON m.story_id = s.id JOIN article a ON a.id = m.article_id
      JOIN outlet o ON o.id = a.outlet_id LEFT JOIN revision r ON r.id = a.current_revision_id
      WHERE s.id = ANY (${[...ids]}::uuid[]) AND m.state IN ('suggested', 'accepted') AND a.deleted_reason IS NULL
      ORDER BY a.published_local NULLS LAST, m.created_at, m.id`),
  );
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, members]) => {
      const [first] = members;
      if (!first) return [];
      const { version, title, sample } = first;
      return [[id, { id, version, title, sample, members: members.map(shownMember) }] as const];
    }),
  );
}

function shownMember(row: z.output<typeof Row>): ShownMember {
  const { published_local: local, published_precision: precision } = row;
  return {
    id: row.member_id,
    version: row.member_version,
    articleId: row.article_id,
    headline: row.headline,
    language: row.language,
    outlet: row.outlet,
    published: local && precision ? localDateText(local, precision).slice(0, 10) : null,
    state: row.state,
    reason: row.reason,
    score: row.score,
  };
}
