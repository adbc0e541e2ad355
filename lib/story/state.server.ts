import { PREPARED, type Tx } from "../db.server.ts";
import type { State } from "../decision/subject.ts";
import { OnRecordError } from "../errors.ts";

/** What decisions change of a story. */
export interface StoryState extends State {
  readonly title: string;
  readonly withdrawn: boolean;
}

/** What decisions change of an article's place in a story; story and article say which place it is. */
export interface MemberState extends State {
  readonly storyId: string;
  readonly articleId: string;
  readonly state: "suggested" | "accepted" | "rejected" | "removed";
}

/** Stories are proposed and decided one at a time: until the transaction ends. */
export async function lockStories(tx: Tx): Promise<void> {
  await tx.$executeRaw`${PREPARED}SELECT pg_advisory_xact_lock(hashtext('on-record story'))`;
}

/** A story for the rest of the transaction. @throws OnRecordError "missing". */
export async function lockStory(tx: Tx, storyId: string) {
  await lockStories(tx);
  const story = await tx.story.findUnique({ where: { id: storyId } });
  if (!story) throw new OnRecordError("missing", "That story is not on record any more.");
  return story;
}
export type StoryRow = Awaited<ReturnType<typeof lockStory>>;

export const storyState = ({ title, withdrawn }: Pick<StoryRow, "title" | "withdrawn">): StoryState => ({
  title,
  withdrawn,
});

/** Sets the story's state and counts its version up. */
export async function setStoryState(tx: Tx, storyId: string, { title, withdrawn }: StoryState) {
  await tx.story.update({
    where: { id: storyId },
    data: { title, withdrawn, version: { increment: 1 } },
  });
}

const NAMED = {
  story: { select: { title: true, withdrawn: true, sample: true } },
  article: { select: { headline: true, sample: true } },
} as const;

/** An article's place in a story for the rest of the transaction. @throws OnRecordError "missing". */
export async function lockMember(tx: Tx, memberId: string) {
  await lockStories(tx);
  const member = await tx.storyMember.findUnique({ where: { id: memberId }, include: NAMED });
  if (!member) throw new OnRecordError("missing", "That article is not in the story any more.");
  return member;
}
export type MemberRow = Awaited<ReturnType<typeof lockMember>>;

export const memberState = ({
  storyId,
  articleId,
  state,
}: Pick<MemberRow, "storyId" | "articleId" | "state">): MemberState => ({ storyId, articleId, state });

/** Sets the state of a place and counts its version up. */
export async function setMemberState(tx: Tx, memberId: string, { state }: Pick<MemberState, "state">) {
  await tx.storyMember.update({ where: { id: memberId }, data: { state, version: { increment: 1 } } });
}

/** @throws OnRecordError "conflict" with both sides when the article is accepted in another story. */
export async function checkAcceptedNowhereElse(
  tx: Tx,
  articleId: string,
  { id, title }: Pick<StoryRow, "id" | "title">,
): Promise<void> {
  const there = await tx.storyMember.findFirst({
    where: { articleId, state: "accepted", storyId: { not: id } },
    include: NAMED,
  });
  if (there)
    throw inTheWay(
      { article: there.article.headline, story: title, state: "accepted" },
      there,
      `“${there.article.headline}” is in the story “${there.story.title}” already. Move it from there.`,
    );
}

/** What stands in the way of a decision on an article's place: both sides, and the words for the person. */
export function inTheWay(yours: Readonly<Record<string, string>>, there: MemberRow, words: string) {
  const { id: memberId, version, state, article, story } = there;
  return new OnRecordError("conflict", words, {
    yours,
    theirs: { memberId, version, state, article: article.headline, story: story.title },
  });
}
