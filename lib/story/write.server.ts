import { openArticle } from "../article/state.server.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import { recordDecision } from "../decision/write.server.ts";
import { parse } from "../parse.ts";
import { chooseStory, seenMembers, seenStory, Touched } from "./change.server.ts";
import { Judgement, StoryMerge, StoryMove, StoryPlacing, StoryRenaming, StoryWithdrawal } from "./schema.ts";
import { checkAcceptedNowhereElse, inTheWay, lockStories, type MemberRow } from "./state.server.ts";

/** A decision on a story, with its number for undo. */
export interface StoryDecided {
  readonly storyId: string;
  readonly seq: string;
}

/**
 * Accepts or rejects that articles are of their stories, all of them or none. A rejected one is never proposed for that
 * story again. @throws OnRecordError "conflict" with both sides when one changed meanwhile or is accepted elsewhere.
 */
export async function judgeStoryMembers(
  tx: Tx,
  viewer: Viewer | null,
  input: Judgement,
): Promise<StoryDecided> {
  allow(viewer, "decide");
  const { members, state } = parse(Judgement, input);
  const rows = await seenMembers(tx, members, state);
  const touched = new Touched(tx);
  for (const row of rows) {
    if (state === "accepted") await checkAcceptedNowhereElse(tx, row.articleId, storyOf(row));
    await touched.member(row, state);
  }
  if (state === "rejected") await touched.retitle(rows);
  return decided(tx, viewer, touched, {
    action: state === "accepted" ? "accept" : "reject",
    rows,
    summary: `${state === "accepted" ? "accepted in" : "not of"} the story “${first(rows).story.title}”: ${headlines(rows)}`,
  });
}

/**
 * Takes articles out of their story and puts them into another one, or a new one: a split where they are several.
 * @throws OnRecordError "conflict" with both sides when one changed meanwhile.
 */
export async function moveStoryMembers(
  tx: Tx,
  viewer: Viewer | null,
  input: StoryMove,
): Promise<StoryDecided> {
  allow(viewer, "decide");
  const { members, to } = parse(StoryMove, input);
  const rows = await seenMembers(tx, members, "moved");
  const touched = new Touched(tx);
  const story = await chooseStory(tx, to, first(rows).story.sample, touched);
  for (const row of rows) {
    if (row.storyId === story.id)
      throw inTheWay({ story: story.title }, row, `“${row.article.headline}” is in that story already.`);
    await touched.member(row, "rejected");
    await checkAcceptedNowhereElse(tx, row.articleId, story);
    await touched.place(story.id, row.articleId, "accepted");
  }
  await touched.retitle(rows);
  return decided(tx, viewer, touched, {
    action: "title" in to ? "split" : "link",
    rows,
    storyId: story.id,
    summary: `moved from the story “${first(rows).story.title}” to “${story.title}”: ${headlines(rows)}`,
  });
}

/** Puts an article into a story by hand. @throws OnRecordError "conflict" when it is accepted in one already. */
export async function placeInStory(
  tx: Tx,
  viewer: Viewer | null,
  input: StoryPlacing,
): Promise<StoryDecided> {
  allow(viewer, "decide");
  const { articleId, to } = parse(StoryPlacing, input);
  const article = await openArticle(tx, articleId);
  await lockStories(tx);
  const touched = new Touched(tx);
  const story = await chooseStory(tx, to, article.sample, touched);
  const there = await tx.storyMember.findFirst({
    where: { articleId, state: "accepted" },
    include: {
      story: { select: { title: true, withdrawn: true, sample: true } },
      article: { select: { headline: true, sample: true } },
    },
  });
  if (there)
    throw inTheWay(
      { article: article.headline, story: story.title, state: "accepted" },
      there,
      `“${article.headline}” is in the story “${there.story.title}” already. Move it from there.`,
    );
  await touched.place(story.id, articleId, "accepted");
  return decided(tx, viewer, touched, {
    action: "link",
    sample: story.sample,
    storyId: story.id,
    summary: `put into the story “${story.title}”: ${article.headline}`,
  });
}

/** Gives a story another title. @throws OnRecordError "conflict" with both sides on a stale version. */
export async function renameStory(
  tx: Tx,
  viewer: Viewer | null,
  input: StoryRenaming,
): Promise<StoryDecided> {
  allow(viewer, "decide");
  const { storyId, version, title } = parse(StoryRenaming, input);
  const story = await seenStory(tx, storyId, version, { title });
  const touched = new Touched(tx);
  await touched.story(story, { title, withdrawn: false });
  return decided(tx, viewer, touched, {
    action: "edit",
    sample: story.sample,
    storyId,
    summary: `renamed the story “${story.title}” to “${title}”`,
  });
}

/**
 * All articles of one story go into another, as they were decided; what was rejected from either stays rejected, unless
 * the other had accepted it. @throws OnRecordError "conflict" with both sides on a stale version.
 */
export async function mergeStories(tx: Tx, viewer: Viewer | null, input: StoryMerge): Promise<StoryDecided> {
  allow(viewer, "decide");
  const { storyId, version, intoId, intoVersion } = parse(StoryMerge, input);
  const story = await seenStory(tx, storyId, version, { merge: intoId });
  const into = await seenStory(tx, intoId, intoVersion, { merge: storyId });
  const touched = new Touched(tx);
  for (const row of await touched.membersOf(storyId)) {
    if (row.state !== "rejected") await touched.member(row, "removed");
    await touched.place(intoId, row.articleId, row.state, row);
  }
  await touched.story(story, { title: story.title, withdrawn: true });
  return decided(tx, viewer, touched, {
    action: "merge",
    sample: story.sample,
    storyId: intoId,
    summary: `merged the story “${story.title}” into “${into.title}”`,
  });
}

/** Says that a story is none: its articles are not proposed together again. @throws OnRecordError "conflict" on a stale version. */
export async function withdrawStory(
  tx: Tx,
  viewer: Viewer | null,
  input: StoryWithdrawal,
): Promise<StoryDecided> {
  allow(viewer, "decide");
  const { storyId, version } = parse(StoryWithdrawal, input);
  const story = await seenStory(tx, storyId, version, { withdrawn: true });
  const touched = new Touched(tx);
  for (const row of await touched.membersOf(storyId))
    if (row.state !== "rejected") await touched.member(row, "rejected");
  await touched.story(story, { title: story.title, withdrawn: true });
  return decided(tx, viewer, touched, {
    action: "retract",
    sample: story.sample,
    storyId,
    summary: `no story: “${story.title}”`,
  });
}

interface Done {
  readonly action: "accept" | "reject" | "split" | "link" | "edit" | "merge" | "retract";
  readonly summary: string;
  readonly rows?: readonly MemberRow[];
  readonly storyId?: string;
  readonly sample?: boolean;
}

async function decided(
  tx: Tx,
  viewer: Viewer,
  { before, after }: Touched,
  done: Done,
): Promise<StoryDecided> {
  const { action, rows = [], storyId = rows[0]?.storyId ?? "", summary } = done;
  const sample = done.sample ?? rows.every((row) => row.story.sample);
  return {
    storyId,
    seq: String(await recordDecision(tx, { viewer, action, sample, summary, before, after })),
  };
}

/** The schema asks for at least one. */
function first(rows: readonly MemberRow[]): MemberRow {
  const [row] = rows;
  if (!row) throw new Error("A decision on no article.");
  return row;
}

const storyOf = ({ storyId, story }: MemberRow) => ({ id: storyId, title: story.title });
const headlines = (rows: readonly MemberRow[]) => rows.map(({ article }) => article.headline).join(" · ");
