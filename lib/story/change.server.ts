import type { z } from "zod";
import { openArticle } from "../article/state.server.ts";
import type { Tx } from "../db.server.ts";
import type { Subject } from "../decision/subject.ts";
import { OnRecordError } from "../errors.ts";
import type { StoryChoice } from "./schema.ts";
import {
  inTheWay,
  lockMember,
  lockStories,
  lockStory,
  type MemberRow,
  type MemberState,
  memberState,
  type StoryRow,
  type StoryState,
  setMemberState,
  setStoryState,
  storyState,
} from "./state.server.ts";

type Placed = Pick<MemberRow, "score" | "reason">;
const BY_HAND: Placed = { score: null, reason: null };
/** Which of two states of one article in two stories holds when they become one. */
const RANK = { removed: 0, suggested: 1, rejected: 2, accepted: 3 } as const;

/** A story that was proposed is called as its earliest article is. */
const LONGEST_TITLE = 300;
const titleBy = ({ article }: MemberRow) => article.headline.slice(0, LONGEST_TITLE);

/** Before and after of everything one decision touches, gathered while it is done. */
export class Touched {
  readonly before: Subject[] = [];
  readonly after: Subject[] = [];
  private readonly tx: Tx;

  constructor(tx: Tx) {
    this.tx = tx;
  }

  private note(noun: "story" | "storyMember", id: string, before: Subject["state"], after: Subject["state"]) {
    this.before.push({ noun, id, state: before });
    this.after.push({ noun, id, state: after });
  }

  async story(row: StoryRow, state: StoryState): Promise<void> {
    await setStoryState(this.tx, row.id, state);
    this.note("story", row.id, storyState(row), state);
  }

  async newStory(title: string, sample: boolean): Promise<StoryRow> {
    const row = await this.tx.story.create({ data: { title, sample } });
    this.note("story", row.id, null, storyState(row));
    return row;
  }

  async member(row: MemberRow, state: MemberState["state"]): Promise<void> {
    await setMemberState(this.tx, row.id, { state });
    this.note("storyMember", row.id, memberState(row), memberState({ ...row, state }));
  }

  /** Puts an article into a story; where it has a place there already, the stronger state holds. */
  async place(
    storyId: string,
    articleId: string,
    state: MemberState["state"],
    { score, reason }: Placed = BY_HAND,
  ): Promise<void> {
    const there = await this.tx.storyMember.findUnique({
      where: { storyId_articleId: { storyId, articleId } },
    });
    if (there && RANK[there.state] >= RANK[state]) return;
    if (there) {
      await setMemberState(this.tx, there.id, { state });
      this.note("storyMember", there.id, memberState(there), memberState({ ...there, state }));
      return;
    }
    const { sample } = await this.tx.article.findUniqueOrThrow({
      where: { id: articleId },
      select: { sample: true },
    });
    const row = await this.tx.storyMember.create({
      data: { storyId, articleId, state, score, reason, sample },
    });
    this.note("storyMember", row.id, null, memberState(row));
  }

  /** Stories that are called as an article that has just left them are called as one that is in them, if any is. */
  async retitle(left: readonly MemberRow[]): Promise<void> {
    for (const storyId of new Set(left.map((row) => row.storyId))) {
      const story = await lockStory(this.tx, storyId);
      if (!left.some((row) => row.storyId === storyId && titleBy(row) === story.title)) continue;
      const members = await this.membersOf(storyId);
      const named =
        members.find(({ state }) => state === "accepted") ??
        members.find(({ state }) => state === "suggested");
      if (named) await this.story(story, { title: titleBy(named), withdrawn: story.withdrawn });
    }
  }

  /** All places in a story that mean something. */
  membersOf(storyId: string): Promise<MemberRow[]> {
    return this.tx.storyMember.findMany({
      where: { storyId, state: { not: "removed" } },
      orderBy: { id: "asc" },
      include: {
        story: { select: { title: true, withdrawn: true, sample: true } },
        article: { select: { headline: true, sample: true } },
      },
    });
  }
}

interface Seen {
  readonly memberId: string;
  readonly version: number;
}

/**
 * Places as an editor saw them.
 * @throws OnRecordError "conflict" with both sides when one changed meanwhile, or when its article was deleted
 */
export async function seenMembers(
  tx: Tx,
  members: readonly Seen[],
  wanted: string,
): Promise<readonly MemberRow[]> {
  await openArticlesOf(tx, members);
  await lockStories(tx);
  const rows: MemberRow[] = [];
  for (const { memberId, version } of members) {
    const row = await lockMember(tx, memberId);
    if (row.version !== version || row.story.withdrawn)
      throw inTheWay(
        { article: row.article.headline, story: row.story.title, state: wanted },
        row,
        `Someone else has decided on “${row.article.headline}” meanwhile. Look again.`,
      );
    rows.push(row);
  }
  return rows;
}

/** Articles before stories, as whoever brings one in, and in one order: so that no two writers block each other. */
async function openArticlesOf(tx: Tx, members: readonly Seen[]): Promise<void> {
  const rows = await tx.storyMember.findMany({
    where: { id: { in: members.map(({ memberId }) => memberId) } },
    distinct: "articleId",
    orderBy: { articleId: "asc" },
    select: { articleId: true },
  });
  for (const { articleId } of rows) await openArticle(tx, articleId);
}

/** A story as an editor saw it. @throws OnRecordError "conflict" with both sides when it changed meanwhile. */
export async function seenStory(
  tx: Tx,
  storyId: string,
  version: number,
  yours: Readonly<Record<string, unknown>>,
): Promise<StoryRow> {
  const row = await lockStory(tx, storyId);
  if (row.version !== version || row.withdrawn)
    throw new OnRecordError(
      "conflict",
      row.withdrawn
        ? `“${row.title}” is no story any more. Look again.`
        : "Someone else has changed this story meanwhile. Look at both and decide again.",
      { yours, theirs: { ...storyState(row), story: row.title, version: row.version } },
    );
  return row;
}

/** The story an editor chose: one on record, or a new one by its title. */
export async function chooseStory(
  tx: Tx,
  choice: z.output<typeof StoryChoice>,
  sample: boolean,
  touched: Touched,
): Promise<StoryRow> {
  if ("title" in choice) return touched.newStory(choice.title, sample);
  const story = await lockStory(tx, choice.id);
  if (story.withdrawn)
    throw new OnRecordError("conflict", `“${story.title}” is no story any more. Choose another.`, {
      yours: { story: choice.id },
      theirs: { ...storyState(story), story: story.title },
    });
  return story;
}
