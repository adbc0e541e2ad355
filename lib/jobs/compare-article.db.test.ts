import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import { composeText } from "../article/compose.ts";
import { readCopies } from "../article/copies.server.ts";
import { sha256 } from "../article/raw.server.ts";
import { bringPage, groupOf, marked } from "../article/testing-copies.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { HARBOUR, ORCHARD } from "../matching/copy/testing-texts.ts";
import { readJobs } from "../queue/read.server.ts";
import { compareArticle } from "./compare-article.server.ts";
import { startWorker, type Worker } from "./run.server.ts";
import { UNFINISHED } from "./unfinished.server.ts";

const url = await freshDatabase();
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(() => db().$disconnect());

const TIMES = { publishedPrecision: "minute", publishedZone: "UTC", publishedSource: "text" } as const;

/** An article as versions before copies and stories stored it: no keys, no features, no language. */
async function storedBefore(
  name: string,
  paragraphs: readonly string[],
  at: { readonly published?: Date; readonly came?: Date } = {},
): Promise<string> {
  const found = await db().outlet.findFirst({ where: { name } });
  const { id: outletId } = found ?? (await db().outlet.create({ data: { name, kind: "newspaper" } }));
  const { text, parts } = composeText({ headline: "From the coast", standfirst: null, paragraphs });
  const { published, came } = at;
  const { id: articleId } = await db().article.create({
    data: {
      outletId,
      headline: "From the coast",
      firstSha256: sha256(Buffer.from(text)),
      ...(published === undefined ? {} : { ...TIMES, publishedLocal: published }),
      ...(came === undefined ? {} : { createdAt: came }),
    },
  });
  const { id } = await db().revision.create({
    data: {
      articleId,
      number: 1,
      text,
      parts: parts.map((part) => ({ ...part })),
      sha256: sha256(Buffer.from(text)),
      raw: Buffer.from(text),
      extractor: "paste/1",
      cause: "first",
    },
  });
  await db().article.update({ where: { id: articleId }, data: { currentRevisionId: id } });
  return articleId;
}

const waiting = async () => (await UNFINISHED["compare-article"]?.(db()))?.map(({ articleId }) => articleId);
const compare = (articleId: string) => compareArticle(db(), { articleId });
/** All that is computed of articles, as it stands. */
const computed = async () => ({
  texts: await db().copyText.findMany({ orderBy: { articleId: "asc" } }),
  pairs: await db().copyPair.findMany({ orderBy: [{ oneId: "asc" }, { otherId: "asc" }] }),
  groups: await db().copyGroup.findMany({ orderBy: { id: "asc" } }),
  features: await db().storyFeature.findMany({ orderBy: { articleId: "asc" } }),
  members: await db().storyMember.findMany({ orderBy: { id: "asc" } }),
});
const storiesOf = async (articleId: string) =>
  (await db().storyMember.findMany({ where: { articleId } })).map(({ storyId }) => storyId);

describe("articles from before copies and stories were looked for", () => {
  let worker: Worker | undefined;
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
  });

  it("are compared with each other and with what came since, once a worker starts", async () => {
    const text = marked(HARBOUR, "a");
    const july = (hour: number) => new Date(Date.UTC(2024, 6, 2, hour));
    const first = await storedBefore("Old Post", text, { published: july(7) });
    const second = await storedBefore("Old Mail", text, { published: july(8) });
    const since = await bringPage(editor, {
      outlet: "New Post",
      paragraphs: text,
      publishedAt: "2024-07-02T09:00",
    });
    const undated = await storedBefore("Old Orchard", marked(ORCHARD, "a"), { came: july(9) });
    const short = await storedBefore("Old Brief", ["The pier is closed today, the council said."]);
    expect(await groupOf(since)).toBeNull();
    expect(await waiting()).toEqual(expect.arrayContaining([first, second, undated, short]));

    worker = await startWorker({ url, client: db() });
    const left = async () => expect(await waiting()).toEqual([]);
    await vi.waitFor(left, { timeout: 20_000, interval: 50 });

    const read = await readCopies(db(), editor, since);
    expect(read?.members.map(({ articleId }) => articleId)).toEqual([first, second]);
    expect(read?.earliest).toMatchObject({ id: first, by: "time" });
    const stories = await Promise.all([first, second, since].map(storiesOf));
    expect(stories[0]).toHaveLength(1);
    expect(new Set(stories.flat()).size).toBe(1);
    // The language is told from the text; a text without a date is of the day on which it came.
    expect(await db().storyFeature.findUniqueOrThrow({ where: { articleId: undated } })).toMatchObject({
      language: "en",
      day: new Date(Date.UTC(2024, 6, 2)),
    });
    expect(await db().copyText.findUnique({ where: { articleId: short } })).toBeNull();
    const done = async () =>
      expect(
        (await readJobs(db(), editor)).kinds.find(({ name }) => name === "compare-article"),
      ).toMatchObject({
        done: 4,
        dead: 0,
      });
    await vi.waitFor(done, { timeout: 20_000, interval: 50 });
  });

  it("are compared once, by however many at a time; whoever goes on finds those that are left", async () => {
    const text = marked(HARBOUR, "b");
    const ids: string[] = [];
    for (const name of ["Twice Post", "Twice Mail", "Twice News"]) ids.push(await storedBefore(name, text));
    const [one = "", two = "", three = ""] = ids;
    await compare(one);
    expect(await waiting()).toEqual([two, three]);
    await Promise.all([compare(two), compare(two), compare(three), compare(three)]);
    expect(await waiting()).toEqual([]);
    expect(new Set(await Promise.all(ids.map(groupOf))).size).toBe(1);
    const before = await computed();
    for (const id of ids) await compare(id);
    expect(await computed()).toEqual(before);
  });

  it("wait while they are deleted; who is sent for one of those, or for one that is gone, does nothing", async () => {
    const deleted = await storedBefore("Waiting Post", marked(HARBOUR, "c"));
    const reason = "brought in by mistake";
    const seen = { articleId: deleted, version: 1, reason };
    const { seq } = (await runDeskWrite(db(), editor, "delete-article", seen)) as { seq: string };
    expect(await waiting()).toEqual([]);
    const before = await computed();
    await compare(deleted);
    await compare("00000000-0000-7000-8000-000000000000");
    expect(await computed()).toEqual(before);
    await runDeskWrite(db(), editor, "undo", { seq });
    expect(await waiting()).toEqual([deleted]);
    await compare(deleted);
    expect(await waiting()).toEqual([]);
  });
});

describe("an article whose date, headline or outlet an editor corrects", () => {
  it("is compared anew, as it is now; undone, as it was", async () => {
    const paragraphs = marked(ORCHARD, "d");
    const articleId = await bringPage(editor, {
      outlet: "Corrected Post",
      paragraphs,
      publishedAt: "2024-07-02T09:00",
    });
    const day = async () =>
      (await db().storyFeature.findUnique({ where: { articleId } }))?.day.toISOString().slice(0, 10) ?? null;
    const sent = async () =>
      (
        await db().$queryRaw<{ article: string }[]>`
          SELECT data->>'articleId' AS article FROM pgboss.job
          WHERE name = 'compare-article' AND state = 'created' AND data->>'articleId' = ${articleId}`
      ).length;
    const correct = async (over: object) => {
      const row = await db().article.findUniqueOrThrow({ where: { id: articleId } });
      const { outletId, headline, version } = row;
      const same = { outlet: { id: outletId }, headline, byline: null, zone: "UTC", url: row.canonicalUrl };
      const input = { articleId, version, publishedAt: "2024-07-02T09:00", ...same, ...over };
      await runDeskWrite(db(), editor, "edit-article", input);
    };
    await correct({ byline: "Odo Fenn" });
    expect([await day(), await sent()]).toEqual(["2024-07-02", 0]);

    await correct({ byline: "Odo Fenn", publishedAt: "2024-08-09T09:00" });
    expect([await day(), await sent()]).toEqual([null, 1]);
    await compare(articleId);
    expect(await day()).toBe("2024-08-09");

    const { seq } = await db().decision.findFirstOrThrow({
      where: { articleId, action: "edit" },
      orderBy: { seq: "desc" },
    });
    await db().$executeRaw`DELETE FROM pgboss.job WHERE name = 'compare-article'`;
    await runDeskWrite(db(), editor, "undo", { seq: String(seq) });
    expect([await day(), await sent()]).toEqual([null, 1]);
    await compare(articleId);
    expect(await day()).toBe("2024-07-02");
  });
});
