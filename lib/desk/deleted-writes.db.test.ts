import { afterAll, describe, expect, it } from "vitest";
import { articleInput } from "#prisma/seed/factories.ts";
import type { DetectedStatement } from "../attribution/statement.ts";
import { db, type Prisma } from "../db.server.ts";
import { DESK_WRITES, type DeskInput, type DeskWrite } from "./actions.server.ts";
import {
  deletedMeanwhile,
  desk,
  editor,
  everythingOn,
  read,
  refusal,
  undoDeletion,
  type Whole,
  wholeArticle,
} from "./testing-deleted.ts";
import { readTexts } from "./texts.server.ts";

afterAll(() => db().$disconnect());

const statement = async ({ statementId }: Whole) => {
  const { version } = await db().statement.findUniqueOrThrow({ where: { id: statementId } });
  return { statementId, version };
};
async function openSuggestion({ articleId }: Whole) {
  const row = await db().suggestion.findFirstOrThrow({ where: { articleId, state: "open" } });
  return { suggestionId: row.id, version: row.version };
}
async function waiting({ articleId }: Whole) {
  const { id, version } = await db().reanchoring.findFirstOrThrow({ where: { articleId, state: "open" } });
  return { reanchoringId: id, version };
}
const seen = async ({ articleId }: Whole) => ({ articleId, lastSeq: (await read(articleId)).lastSeq });
async function signOffAll(made: Whole) {
  await desk("leave-statement", await waiting(made));
  await desk("sign-off", await seen(made));
}
const inStory =
  (title: string) =>
  async ({ articleId }: Whole) =>
    void (await desk("place-in-story", { articleId, to: { title: `${title} ${articleId}` } }));
async function members({ articleId }: Whole) {
  const rows = await db().storyMember.findMany({ where: { articleId, state: "accepted" } });
  return rows.map(({ id, version }) => ({ memberId: id, version }));
}
/** The engine takes the open suggestion for one of a chain of mentions. */
async function chained(made: Whole) {
  const { suggestionId: id } = await openSuggestion(made);
  const row = await db().suggestion.findUniqueOrThrow({ where: { id } });
  const actor = { name: "The mayor", reason: "the same words", chain: 0 };
  const detected = { ...(row.detected as unknown as DetectedStatement), actor };
  await db().suggestion.update({
    where: { id },
    data: { detected: detected as unknown as Prisma.InputJsonValue },
  });
}

interface Refused<W extends DeskWrite> {
  /** What has to be decided on the article before it is deleted. */
  readonly before?: (made: Whole) => Promise<void>;
  readonly input: (made: Whole) => Promise<DeskInput<W>>;
}

const OF_ACTORS = "records of actors: an article's statements keep theirs";
const OF_FEEDS = "feeds: what they bring is met by the deletion when it arrives";
const OF_JOBS = "jobs: what they do to an article is refused when it is done";
const OF_STORIES = "the story as a whole: places of deleted articles in it go with it, unseen";
/**
 * Every write of the desk: with an input that a deleted article refuses, or why it is none of an article's. A write that
 * is not here fails the test: whoever adds one says which of the two it is.
 */
const WRITES: { readonly [W in DeskWrite]: Refused<W> | string } = {
  ingest: {
    input: async ({ articleId, url }) =>
      articleInput({
        url,
        revisionOf: articleId,
        outlet: { name: "Bridge Gazette" },
        paragraphs: ["The bridge stays shut."],
      }),
  },
  "edit-article": {
    input: async ({ articleId, url }) => {
      const { version, outlet } = await read(articleId);
      return { articleId, version, outlet: { id: outlet.id }, headline: "Another headline", url };
    },
  },
  "delete-article": {
    input: async ({ articleId }) => {
      const { version } = await read(articleId);
      return { articleId, version, reason: "Once more" };
    },
  },
  "look-again": { input: async ({ articleId }) => ({ articleId }) },
  "place-statement": { input: waiting },
  "leave-statement": { input: waiting },
  "judge-outlet-change": {
    input: async ({ articleId }) => {
      const [change] = (await readTexts(db(), editor, articleId)).changes;
      return { outletChangeId: change?.id ?? "", version: change?.version ?? 0, state: "confirmed" };
    },
  },
  "accept-suggestion": {
    input: async (made) => ({
      ...(await openSuggestion(made)),
      actor: { name: "Odran Pell", kind: "person" },
    }),
  },
  "reject-suggestion": { input: openSuggestion },
  "add-statement": {
    input: async ({ articleId }) => ({
      revisionId: (await read(articleId)).revision.id,
      actor: { name: "Mara Added", kind: "person" },
      spans: { content: [{ start: 0, end: 12 }] },
    }),
  },
  "correct-statement": { input: async (made) => ({ ...(await statement(made)), kind: "mixed" }) },
  "withdraw-statement": { input: statement },
  "reassign-chain": {
    before: chained,
    input: async (made) => ({
      articleId: made.articleId,
      members: [await openSuggestion(made)],
      actor: { name: "Another Mayor", kind: "person" },
    }),
  },
  "suggest-again": { input: async ({ articleId }) => ({ articleId }) },
  "tie-claim": {
    input: async (made) => ({
      ...(await statement(made)),
      claim: { sentence: "The swing bridge stays shut." },
      stance: "denies",
    }),
  },
  "untie-claim": { input: async (made) => ({ ...(await statement(made)), claimId: made.claimId }) },
  "judge-story-members": {
    before: inStory("Judged"),
    input: async (made) => ({ members: await members(made), state: "rejected" }),
  },
  "move-story-members": {
    before: inStory("Moved"),
    input: async (made) => ({ members: await members(made), to: { title: `Moved to ${made.articleId}` } }),
  },
  "place-in-story": {
    input: async ({ articleId }) => ({ articleId, to: { title: `Placed ${articleId}` } }),
  },
  "sign-off": {
    before: async (made) => void (await desk("leave-statement", await waiting(made))),
    input: seen,
  },
  retract: { before: signOffAll, input: seen },
  undo: {
    input: async ({ articleId }) => {
      const { seq } = await db().decision.findFirstOrThrow({ where: { articleId, action: "link" } });
      return { seq: String(seq) };
    },
  },
  "edit-claim": "claims: they stand whoever says them",
  "add-actor": OF_ACTORS,
  "edit-actor": OF_ACTORS,
  "add-office": OF_ACTORS,
  "edit-office": OF_ACTORS,
  "withdraw-office": OF_ACTORS,
  identify: OF_ACTORS,
  "withdraw-identification": OF_ACTORS,
  "merge-actors": OF_ACTORS,
  "split-actors": OF_ACTORS,
  "distinguish-actors": OF_ACTORS,
  "retract-distinction": OF_ACTORS,
  "rename-story": OF_STORIES,
  "merge-stories": OF_STORIES,
  "withdraw-story": OF_STORIES,
  "add-feed": OF_FEEDS,
  "edit-feed": OF_FEEDS,
  "pause-feed": OF_FEEDS,
  "resume-feed": OF_FEEDS,
  "remove-feed": OF_FEEDS,
  "poll-feed-now": OF_FEEDS,
  "try-feed-item": OF_FEEDS,
  "replay-job": OF_JOBS,
  "discard-job": OF_JOBS,
  "remove-sample": "the whole sample newsroom, deleted articles of it too",
};
const REFUSED = Object.entries(WRITES).flatMap(([name, how]) =>
  typeof how === "string" ? [] : [[name as DeskWrite, how as Refused<DeskWrite>] as const],
);

describe("a deleted article", () => {
  it("is known to every write of the desk", () => {
    expect(Object.keys(WRITES).toSorted()).toEqual(DESK_WRITES.toSorted());
  });

  it.each(REFUSED)(
    "refuses %s, also one that came while it was deleted, until that is undone",
    async (name, how) => {
      const made = await wholeArticle();
      await how.before?.(made);
      const early = await how.input(made);
      await expect(deletedMeanwhile(made, () => desk(name, early))).rejects.toEqual(refusal(made));
      const deleted = await everythingOn(made);
      await expect(desk(name, await how.input(made))).rejects.toEqual(refusal(made));
      expect(await everythingOn(made)).toEqual(deleted);
      await undoDeletion(made);
      // The same again is done: nothing but the deletion was in the way.
      await expect(desk(name, await how.input(made))).resolves.not.toThrow();
    },
  );
});
