import { afterAll, describe, expect, it } from "vitest";
import { dueArticles, noteLook } from "../article/watch.server.ts";
import { claimCandidates } from "../claim/candidates.server.ts";
import { db, inTransaction, Prisma } from "../db.server.ts";
import { refetchArticle } from "../jobs/refetch-article.server.ts";
import {
  bring,
  deletedMeanwhile,
  desk,
  editor,
  everythingOn,
  read,
  refusal,
  undoDeletion,
  wholeArticle,
} from "./testing-deleted.ts";
import { readTexts } from "./texts.server.ts";

afterAll(() => db().$disconnect());

describe("a deleted article", () => {
  it("keeps a statement that was added first, and comes back with it", async () => {
    const made = await wholeArticle();
    const { revision, version } = await read(made.articleId);
    const add = {
      revisionId: revision.id,
      actor: { name: "Mara First", kind: "person" },
      spans: { content: [{ start: 0, end: 12 }] },
    };
    const { statementId } = await desk<{ statementId: string }>("add-statement", add);
    await desk("delete-article", { articleId: made.articleId, version, reason: "Twice on record" });
    expect((await read(made.articleId)).statements.map(({ id }) => id)).toContain(statementId);
    await undoDeletion(made);
    expect((await read(made.articleId)).statements.map(({ id }) => id)).toContain(statementId);
  });

  it.each(["url", "feed", "bulk"] as const)(
    "is met by %s with another text, and stays as it is",
    async (source) => {
      const made = await wholeArticle();
      const come = (hour: number) => bring(made.url, ["The bridge was taken away."], hour, source);
      await expect(deletedMeanwhile(made, () => come(11))).resolves.toMatchObject({ outcome: "deleted" });
      const deleted = await everythingOn(made);
      expect(await come(12)).toMatchObject({ articleId: made.articleId, outcome: "deleted" });
      await refetchArticle(db(), made, new AbortController().signal);
      expect(await everythingOn(made)).toEqual(deleted);
      await undoDeletion(made);
      expect(await come(13)).toMatchObject({ outcome: "revised" });
    },
  );

  it("is looked at no more, and again once it is back on record", async () => {
    const made = await wholeArticle();
    await db().articleWatch.update({
      where: { articleId: made.articleId },
      data: { nextAt: new Date(2024, 6, 1) },
    });
    const isDue = async () => (await dueArticles(db(), 100)).includes(made.articleId);
    expect(await isDue()).toBe(true);
    const { version } = await read(made.articleId);
    await desk("delete-article", { articleId: made.articleId, version, reason: "Twice on record" });
    expect(await isDue()).toBe(false);
    const noted = { changed: false, problem: "The page is gone." };
    await inTransaction(db(), (tx) => noteLook(tx, made.articleId, noted));
    await undoDeletion(made);
    expect(await isDue()).toBe(true);
  });

  it("lends its wording to no claim that is offered", async () => {
    const made = await wholeArticle();
    const offered = async () =>
      (await claimCandidates(db(), editor, "The swing bridge will open in May", null, 100)).find(
        ({ id }) => id === made.claimId,
      );
    expect(await offered()).toMatchObject({ outlets: 1 });
    const { version } = await read(made.articleId);
    await desk("delete-article", { articleId: made.articleId, version, reason: "Twice on record" });
    expect(await offered()).toMatchObject({ outlets: 0 });
  });

  it("is deleted again by undoing the undo, and brought back again", async () => {
    const made = await wholeArticle();
    const { version } = await read(made.articleId);
    await desk("delete-article", { articleId: made.articleId, version, reason: "Twice on record" });
    for (const deleted of [false, true, false]) {
      await desk("undo", { seq: (await read(made.articleId)).lastSeq });
      expect((await read(made.articleId)).deletedReason !== null).toBe(deleted);
    }
  });

  it("goes with its story: merged, undone, and back on record in the story it was in", async () => {
    const made = await wholeArticle();
    const to = { title: `First ${made.articleId}` };
    const placed = await desk<{ storyId: string; seq: string }>("place-in-story", {
      articleId: made.articleId,
      to,
    });
    const { storyId } = placed;
    const into = await db().story.create({ data: { title: "Second" } });
    const { version } = await read(made.articleId);
    await desk("delete-article", { articleId: made.articleId, version, reason: "Twice on record" });
    // What was decided of its own place is not undone without it.
    await expect(desk("undo", { seq: placed.seq })).rejects.toEqual(refusal(made));
    const story = await db().story.findUniqueOrThrow({ where: { id: storyId } });
    const { seq } = await desk<{ seq: string }>("merge-stories", {
      storyId,
      version: story.version,
      intoId: into.id,
      intoVersion: into.version,
    });
    await undoDeletion(made);
    expect((await read(made.articleId)).story?.title).toBe("Second");
    const again = await read(made.articleId);
    await desk("delete-article", {
      articleId: made.articleId,
      version: again.version,
      reason: "Twice on record",
    });
    await desk("undo", { seq });
    await desk("undo", { seq: (await read(made.articleId)).lastSeq });
    expect((await read(made.articleId)).story?.title).toBe(story.title);
  });
});

it("no public view holds anything of a deleted article; all of it is there again once that is undone", async () => {
  const made = await wholeArticle();
  const [change] = (await readTexts(db(), editor, made.articleId)).changes;
  await desk("judge-outlet-change", {
    outletChangeId: change?.id,
    version: change?.version,
    state: "confirmed",
  });
  const { id, version: waits } = await db().reanchoring.findFirstOrThrow({
    where: { articleId: made.articleId, state: "open" },
  });
  await desk("leave-statement", { reanchoringId: id, version: waits });
  await desk("sign-off", { articleId: made.articleId, lastSeq: (await read(made.articleId)).lastSeq });
  const { attributedToId } = await db().statement.findUniqueOrThrow({ where: { id: made.statementId } });
  const marks = [made.articleId, made.statementId, made.claimId, attributedToId, made.url.slice(-12)];
  const views = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.views
    WHERE table_schema = 'public' AND table_name LIKE 'published\\_%' ORDER BY 1`;
  const holding = async () => {
    const found: string[] = [];
    for (const { name } of views) {
      const rows = await db().$queryRaw<unknown[]>`
        SELECT 1 FROM ${Prisma.raw(name)} v WHERE to_jsonb(v)::text LIKE ANY (${marks.map((mark) => `%${mark}%`)}) LIMIT 1`;
      if (rows.length > 0) found.push(name);
    }
    return found;
  };
  const before = await holding();
  for (const noun of [
    "article",
    "statement",
    "span",
    "stance",
    "claim",
    "actor",
    "alias",
    "address",
    "change",
    "place",
  ])
    expect(before).toContain(`published_${noun}`);
  const { version } = await read(made.articleId);
  await desk("delete-article", { articleId: made.articleId, version, reason: "Twice on record" });
  expect(await holding()).toEqual([]);
  await undoDeletion(made);
  expect(await holding()).toEqual(before);
});
