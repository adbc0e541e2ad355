import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articleInput, makeViewer } from "#prisma/seed/factories.ts";
import type { NewArticle } from "../article/schema.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db, inTransaction } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { ingest } from "../desk/ingest.server.ts";
import { readStories, type ShownStory } from "./read.server.ts";
import { suggestStory } from "./suggest.server.ts";

await freshDatabase();
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(() => db().$disconnect());

/** Words that no other test's articles have, so that each test has its event to itself. */
let events = 0;
const SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu za".split(" ");
const syllable = (number: number) => SYLLABLES[number % 16];
const madeUp = (event: number, at: number) =>
  `${syllable(event)}${syllable(at)}${syllable(at + event)}${syllable(Math.floor(event / 16))}x`;

type Event = readonly string[];
const newEvent = (): Event => {
  const event = ++events;
  return Array.from({ length: 16 }, (_, at) => madeUp(event, at));
};

const COMMON = "and the that which from have been with they would this about there their when what".split(
  " ",
);

/** A report on an event, as one of several outlets writes it. */
function report(event: Event, outlet: string, over: Partial<NewArticle> = {}) {
  return articleInput({
    outlet: { name: outlet },
    headline: `${event.slice(0, 4).join(" ")}, says ${outlet}`,
    paragraphs: [
      // Words that everybody uses say which language it is, and nothing of the event.
      event.map((word, at) => `${word} ${COMMON[at]}`).join(" "),
      `${outlet} was told of ${event.slice(8).join(" ")}.`,
    ],
    another: true,
    ...over,
  });
}

const bring = (input: NewArticle, viewer = editor) =>
  inTransaction(db(), (tx) => ingest(tx, viewer, input)).then(({ articleId }) => articleId);
const desk = <T = { seq: string; storyId: string }>(
  name: string,
  input: unknown,
  viewer: Viewer | null = editor,
) => runDeskWrite(db(), viewer, name, input) as Promise<T>;
const refusedAs = (code: string) => expect.objectContaining({ code });

const stories = () => readStories(db(), editor, { most: 500 });
async function storyOf(articleId: string): Promise<ShownStory | undefined> {
  const { proposed, decided } = await stories();
  return [...proposed, ...decided].find(({ members }) =>
    members.some((member) => member.articleId === articleId),
  );
}
async function member(articleId: string) {
  const found = (await storyOf(articleId))?.members.find((one) => one.articleId === articleId);
  if (!found) throw new Error("The article is in no story.");
  return found;
}
const seen = async (articleId: string) => {
  const { id, version } = await member(articleId);
  return { memberId: id, version };
};
const judge = async (state: "accepted" | "rejected", ...articles: string[]) =>
  desk("judge-story-members", { members: await Promise.all(articles.map(seen)), state });

/** Two reports on one event, which are proposed as a story. */
async function pair(event = newEvent()) {
  const one = await bring(report(event, "Bridge Courier"));
  const two = await bring(report(event, "Quay Gazette"));
  const story = await storyOf(one);
  if (!story) throw new Error("No story was proposed.");
  return { event, one, two, story };
}

describe("what is proposed", () => {
  it("is a story of two articles, titled by the earlier, with reasons; a third is proposed for it", async () => {
    const { event, one, two, story } = await pair();
    expect(story.members.map(({ articleId, state }) => ({ articleId, state }))).toEqual(
      expect.arrayContaining([
        { articleId: one, state: "suggested" },
        { articleId: two, state: "suggested" },
      ]),
    );
    expect(story.title).toContain("Bridge Courier");
    expect((await member(two)).reason).toMatch(/^shares \w+x, .*; the same day$/);
    const three = await bring(report(event, "Mole Herald", { publishedAt: "2024-07-04" }));
    expect((await storyOf(three))?.id).toBe(story.id);
    expect((await member(three)).reason).toContain("2 days apart");
  });

  it("is nothing for another event, or the same words a month later", async () => {
    const { event } = await pair();
    expect(await storyOf(await bring(report(newEvent(), "Bridge Courier")))).toBeUndefined();
    const later = await bring(report(event, "Mole Herald", { publishedAt: "2024-08-20" }));
    expect(await storyOf(later)).toBeUndefined();
  });

  it("is nothing with an article that was deleted", async () => {
    const event = newEvent();
    const one = await bring(report(event, "Bridge Courier"));
    await desk("delete-article", { articleId: one, version: 1, reason: "a test page" });
    const two = await bring(report(event, "Quay Gazette"));
    expect(await db().storyMember.count({ where: { articleId: { in: [one, two] } } })).toBe(0);
  });

  it("is one story when four articles look for theirs at once", async () => {
    const event = newEvent();
    const outlets = ["Bridge Courier", "Quay Gazette", "Mole Herald", "Pier Post"];
    const made = await Promise.all(outlets.map((outlet) => bring(report(event, outlet))));
    // As if none had looked yet.
    const where = { articleId: { in: made } };
    await db().storyMember.deleteMany({ where });
    await db().storyFeature.deleteMany({ where });
    await Promise.all(
      made.map((articleId, at) =>
        inTransaction(db(), async (tx) => {
          const { headline, currentRevision } = await tx.article.findUniqueOrThrow({
            where: { id: articleId },
            include: { currentRevision: { select: { text: true } } },
          });
          await suggestStory(tx, {
            articleId,
            headline,
            text: currentRevision?.text ?? "",
            date: "2024-07-02",
            broughtInAt: new Date(),
            language: "en",
            outlet: outlets[at] ?? "",
            sample: false,
          });
        }),
      ),
    );
    const found = await Promise.all(made.map(storyOf));
    expect(new Set(found.map((story) => story?.id)).size).toBe(1);
    expect(found[0]?.members).toHaveLength(4);
  });

  it("is found by index: a term row for each of the strongest, gone and made anew with the features", async () => {
    const { one } = await pair();
    const terms = () => db().storyTerm.count({ where: { articleId: one } });
    const stored = await db().storyFeature.findUniqueOrThrow({ where: { articleId: one } });
    expect(stored.terms.length).toBeGreaterThan(24);
    expect(await terms()).toBe(24);
    await db().storyFeature.update({ where: { articleId: one }, data: { terms: [1, 2], weights: [7, 7] } });
    expect(await terms()).toBe(2);
    await db().storyFeature.delete({ where: { articleId: one } });
    expect(await terms()).toBe(0);
  });
});

describe("accept and reject", () => {
  it("accepts all at once, and an undo proposes them again", async () => {
    const { one, two, story } = await pair();
    const { seq } = await judge("accepted", one, two);
    expect((await stories()).decided.map(({ id }) => id)).toContain(story.id);
    expect((await member(one)).state).toBe("accepted");
    await desk("undo", { seq });
    expect((await stories()).proposed.map(({ id }) => id)).toContain(story.id);
    expect((await member(two)).state).toBe("suggested");
  });

  it("remembers a rejection: another text of the article is not proposed for that story again", async () => {
    const { event, one, two } = await pair();
    await judge("accepted", one);
    await judge("rejected", two);
    await bring(
      report(event, "Quay Gazette", {
        url: null,
        revisionOf: two,
        paragraphs: [...report(event, "Quay Gazette").paragraphs, "The bridge will open in May."],
      }),
    );
    expect(await storyOf(two)).toBeUndefined();
    expect((await storyOf(one))?.members).toHaveLength(1);
  });

  it("is not called as an article that has left it; a name that an editor gave stays", async () => {
    const { event, one, two, story } = await pair();
    const three = await bring(report(event, "Mole Herald"));
    await judge("accepted", three);
    const title = async () => (await db().story.findUniqueOrThrow({ where: { id: story.id } })).title;
    expect(await title()).toContain("Bridge Courier");
    const { seq } = await judge("rejected", one);
    expect(await title()).toContain("Mole Herald");
    await desk("undo", { seq });
    expect(await title()).toContain("Bridge Courier");
    await desk("move-story-members", { members: [await seen(one)], to: { title: "Another thing" } });
    expect(await title()).toContain("Mole Herald");
    const { version } = (await storyOf(three)) ?? {};
    await desk("rename-story", { storyId: story.id, version, title: "The lamp" });
    await judge("rejected", two);
    await judge("rejected", three);
    expect(await title()).toBe("The lamp");
  });

  it("takes an accepted article out, and an undo puts it back", async () => {
    const { one, two } = await pair();
    await judge("accepted", one, two);
    const { seq } = await judge("rejected", two);
    expect(await storyOf(two)).toBeUndefined();
    await desk("undo", { seq });
    expect((await member(two)).state).toBe("accepted");
  });

  it("refuses a stale version, showing both sides, and stores none of the others", async () => {
    const { one, two } = await pair();
    const [staleOne, two1] = [await seen(one), await seen(two)];
    await judge("rejected", one);
    await expect(
      desk("judge-story-members", { members: [two1, staleOne], state: "accepted" }),
    ).rejects.toMatchObject({
      code: "conflict",
      detail: { yours: { state: "accepted" }, theirs: { state: "rejected", version: 2 } },
    });
    expect((await db().storyMember.findUniqueOrThrow({ where: { id: two1.memberId } })).state).toBe(
      "suggested",
    );
  });

  it("refuses readers and the signed-out, and input that makes no sense", async () => {
    const { one, two, story } = await pair();
    const reader = await makeViewer(db(), "reader");
    const members = [await seen(one)];
    const title = "Bridge";
    for (const [name, input] of [
      ["judge-story-members", { members, state: "accepted" }],
      ["move-story-members", { members, to: { title } }],
      ["place-in-story", { articleId: two, to: { id: story.id } }],
      ["rename-story", { storyId: story.id, version: 1, title }],
      ["merge-stories", { storyId: story.id, version: 1, intoId: story.id, intoVersion: 1 }],
      ["withdraw-story", { storyId: story.id, version: 1 }],
    ] as const) {
      await expect(desk(name, input, reader)).rejects.toEqual(refusedAs("forbidden"));
      await expect(desk(name, input, null)).rejects.toEqual(refusedAs("signedOut"));
    }
    await expect(readStories(db(), null)).rejects.toEqual(refusedAs("signedOut"));
    await expect(desk("judge-story-members", { members: [], state: "accepted" })).rejects.toEqual(
      refusedAs("invalid"),
    );
    await expect(
      desk("merge-stories", { storyId: story.id, version: 1, intoId: story.id, intoVersion: 1 }),
    ).rejects.toEqual(refusedAs("invalid"));
  });
});

describe("corrections", () => {
  it("moves an article to a new story and back by undo; it is accepted in one only", async () => {
    const { one, two, story } = await pair();
    await judge("accepted", one, two);
    const { seq, storyId } = await desk("move-story-members", {
      members: [await seen(two)],
      to: { title: "The crack in the bridge" },
    });
    expect(await storyOf(two)).toMatchObject({ id: storyId, title: "The crack in the bridge" });
    await expect(desk("place-in-story", { articleId: two, to: { id: story.id } })).rejects.toMatchObject({
      code: "conflict",
      detail: { theirs: { story: "The crack in the bridge" } },
    });
    const again = await desk("undo", { seq });
    expect((await storyOf(two))?.id).toBe(story.id);
    await desk("undo", { seq: again.seq });
    expect((await storyOf(two))?.id).toBe(storyId);
  });

  it("refuses by the database what no write would do: one article accepted in two stories", async () => {
    const { one } = await pair();
    await judge("accepted", one);
    const other = await db().story.create({ data: { title: "Another" } });
    await expect(
      inTransaction(db(), (tx) =>
        tx.storyMember.create({ data: { storyId: other.id, articleId: one, state: "accepted" } }),
      ),
    ).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("another story") });
  });

  it("refuses to undo a removal when the article has another story by now", async () => {
    const { one, two } = await pair();
    await judge("accepted", one, two);
    const { seq } = await judge("rejected", two);
    await desk("place-in-story", { articleId: two, to: { title: "A story of its own" } });
    await expect(desk("undo", { seq })).rejects.toEqual(refusedAs("conflict"));
    expect((await storyOf(two))?.title).toBe("A story of its own");
  });

  it("renames a story, and refuses the second of two editors", async () => {
    const { story } = await pair();
    const { seq } = await desk("rename-story", { storyId: story.id, version: 1, title: "The bridge" });
    await expect(
      desk("rename-story", { storyId: story.id, version: 1, title: "Some bridge" }),
    ).rejects.toMatchObject({
      code: "conflict",
      detail: { yours: { title: "Some bridge" }, theirs: { title: "The bridge" } },
    });
    await desk("undo", { seq });
    expect((await storyOf(story.members[0]?.articleId ?? ""))?.title).toBe(story.title);
  });

  it("merges two stories with what was decided in each, and an undo parts them exactly", async () => {
    const [here, there] = [await pair(), await pair()];
    await judge("accepted", here.one, here.two);
    await judge("accepted", there.one);
    await judge("rejected", there.two);
    const { seq } = await desk("merge-stories", {
      storyId: there.story.id,
      version: 1,
      intoId: here.story.id,
      intoVersion: 1,
    });
    const merged = await storyOf(here.one);
    expect(merged?.members.map(({ articleId }) => articleId).sort()).toEqual(
      [here.one, here.two, there.one].sort(),
    );
    // What was no report on the one event is none on the other either.
    const rejected = await db().storyMember.findFirst({
      where: { storyId: here.story.id, articleId: there.two },
    });
    expect(rejected?.state).toBe("rejected");
    await expect(
      desk("rename-story", { storyId: there.story.id, version: 2, title: "Too late" }),
    ).rejects.toEqual(refusedAs("conflict"));
    await desk("undo", { seq });
    expect((await storyOf(there.one))?.id).toBe(there.story.id);
    expect((await storyOf(here.one))?.members).toHaveLength(2);
  });

  it("withdraws what is no story: its articles are not proposed together again", async () => {
    const { event, one, two, story } = await pair();
    const { seq } = await desk("withdraw-story", { storyId: story.id, version: 1 });
    expect(await storyOf(one)).toBeUndefined();
    const paragraphs = [...report(event, "Quay Gazette").paragraphs, "More on this later."];
    await bring(report(event, "Quay Gazette", { url: null, revisionOf: two, paragraphs }));
    expect(await storyOf(two)).toBeUndefined();
    await desk("undo", { seq });
    expect((await storyOf(two))?.id).toBe(story.id);
  });
});

describe("the sample newsroom's stories", () => {
  it("go with it; one that a real article was moved into stays, without its sample articles", async () => {
    const sample = await makeViewer(db(), "editor", true);
    const [event, other] = [newEvent(), newEvent()];
    const one = await bring(report(event, "Sample Courier"), sample);
    await bring(report(event, "Sample Gazette"), sample);
    const real = await bring(report(event, "Bridge Courier"));
    expect(await storyOf(real), "real articles are not proposed with sample ones").toBeUndefined();
    const kept = await storyOf(one);
    await desk("place-in-story", { articleId: real, to: { id: kept?.id } });
    const gone = await bring(report(other, "Sample Courier"), sample);
    await bring(report(other, "Sample Gazette"), sample);
    const goneId = (await storyOf(gone))?.id ?? "";
    await desk("remove-sample", undefined, await makeViewer(db(), "admin"));
    expect(await storyOf(real)).toMatchObject({ id: kept?.id, sample: false });
    expect((await storyOf(real))?.members).toHaveLength(1);
    expect(await db().story.findUnique({ where: { id: goneId } })).toBeNull();
    expect(await db().storyFeature.count({ where: { sample: true } })).toBe(0);
    expect(await db().storyTerm.count({ where: { articleId: gone } })).toBe(0);
  });
});
