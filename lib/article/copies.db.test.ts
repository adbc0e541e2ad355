import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeStatement, makeViewer } from "#prisma/seed/factories.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db, inTransaction } from "../db.server.ts";
import { removeSample } from "../desk/sample.server.ts";
import { signOff } from "../desk/sign-off.server.ts";
import { undo } from "../desk/undo.server.ts";
import { HARBOUR, ORCHARD } from "../matching/copy/testing-texts.ts";
import { readCopies } from "./copies.server.ts";
import { copyCandidates } from "./copy-candidates.server.ts";
import { publishedCopies } from "./published-copies.server.ts";
import { bringPage, groupOf, marked, type Printed } from "./testing-copies.ts";
import { deleteArticle } from "./write.server.ts";

await freshDatabase();
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(() => db().$disconnect());

const bring = (printed: Printed, viewer = editor) => bringPage(viewer, printed);
const membersOf = async (articleId: string) =>
  ((await readCopies(db(), editor, articleId))?.members ?? []).map((member) => member.articleId).sort();

describe("copies", () => {
  it("of one text in five outlets, brought in at once, are five articles and one group", async () => {
    const text = marked(HARBOUR, "q");
    const ids = await Promise.all(
      ["Alder", "Birch", "Cedar", "Elm", "Fir"].map((name) =>
        bring({ outlet: `${name} Gazette`, paragraphs: text }),
      ),
    );
    expect(new Set(ids).size).toBe(5);
    const groups = await Promise.all(ids.map(groupOf));
    expect(groups[0]).not.toBeNull();
    expect(new Set(groups).size).toBe(1);
    expect(await db().copyGroup.count({ where: { id: { in: groups.flatMap((id) => id ?? []) } } })).toBe(1);
    expect(await membersOf(ids[0] ?? "")).toEqual(ids.slice(1).sort());
  });

  it("are no copies where texts have nothing, or one paragraph, in common", async () => {
    const text = marked(HARBOUR, "w");
    const one = await bring({ outlet: "Quay Post", paragraphs: text });
    const other = await bring({
      outlet: "Mole Post",
      paragraphs: [...marked(ORCHARD, "w"), ...text.slice(0, 1)],
    });
    expect([await groupOf(one), await groupOf(other)]).toEqual([null, null]);
    expect(await readCopies(db(), editor, other)).toBeNull();
  });

  it("of texts too short for news are not looked for", async () => {
    const short = ["The pier is closed today, the council said."];
    const ids = [
      await bring({ outlet: "Short Post", paragraphs: short }),
      await bring({ outlet: "Brief Post", paragraphs: short }),
    ];
    expect(await db().copyText.count({ where: { articleId: { in: ids } } })).toBe(0);
    expect(await readCopies(db(), editor, ids[0] ?? "")).toBeNull();
  });

  it("joined by a new article become one group, and the older one stays", async () => {
    const text = marked(HARBOUR, "e");
    const [head, tail] = [text.slice(0, 3), text.slice(3)];
    const first = await bring({ outlet: "Head Post", paragraphs: head });
    await bring({ outlet: "Head Mail", paragraphs: head });
    const last = await bring({ outlet: "Tail Post", paragraphs: tail });
    await bring({ outlet: "Tail Mail", paragraphs: tail });
    const [older, younger] = [await groupOf(first), await groupOf(last)];
    expect(older).not.toBe(younger);
    const whole = await bring({ outlet: "Whole Post", paragraphs: text });
    expect([await groupOf(whole), await groupOf(last)]).toEqual([older, older]);
    expect(await db().copyGroup.findUnique({ where: { id: younger ?? "" } })).toBeNull();
    expect(await membersOf(whole)).toHaveLength(4);
  });

  it("that have nothing in common but the text they were cut from are one group, brought in at once too", async () => {
    const text = marked(HARBOUR, "r");
    const whole = await bring({ outlet: "Whole Mail", paragraphs: text });
    const cuts = await Promise.all(
      [0, 2, 4].map((at) => bring({ outlet: `Cut ${at} Post`, paragraphs: text.slice(at, at + 2) })),
    );
    const group = await groupOf(whole);
    expect(group).not.toBeNull();
    expect(await Promise.all(cuts.map(groupOf))).toEqual(cuts.map(() => group));
  });

  it("whose text the outlet changes leave the group, which falls apart without them, and join another", async () => {
    const text = marked(HARBOUR, "t");
    const url = "https://bridge.example/pier";
    const head = await bring({ outlet: "Changing Head", paragraphs: text.slice(0, 3) });
    const bridge = await bring({ outlet: "Changing Bridge", paragraphs: text, url });
    const tail = await bring({ outlet: "Changing Tail", paragraphs: text.slice(3) });
    const group = await groupOf(head);
    expect([await groupOf(bridge), await groupOf(tail)]).toEqual([group, group]);
    const orchard = marked(ORCHARD, "t");
    const elsewhere = await bring({ outlet: "Orchard Post", paragraphs: orchard });
    expect(await bring({ outlet: "Changing Bridge", paragraphs: orchard, url })).toBe(bridge);
    expect([await groupOf(head), await groupOf(tail)]).toEqual([null, null]);
    expect(await db().copyGroup.findUnique({ where: { id: group ?? "" } })).toBeNull();
    expect(await groupOf(bridge)).not.toBeNull();
    expect(await membersOf(elsewhere)).toEqual([bridge]);
    // Taken back: it is where it was.
    await bring({ outlet: "Changing Bridge", paragraphs: text, url });
    expect(await membersOf(bridge)).toEqual([head, tail].sort());
    expect(await groupOf(elsewhere)).toBeNull();
    // Nearly nothing left.
    await bring({ outlet: "Changing Bridge", paragraphs: ["This article was withdrawn."], url });
    expect(await db().copyText.findUnique({ where: { articleId: bridge } })).toBeNull();
    expect(await groupOf(head)).toBeNull();
  });

  it("keep, of every text, the keys it has now", async () => {
    const text = marked(HARBOUR, "k");
    const url = "https://keys.example/pier";
    const articleId = await bring({ outlet: "Key Post", paragraphs: text, url });
    await bring({ outlet: "Key Post", paragraphs: marked(ORCHARD, "k"), url });
    const { number, keys } = await db().copyText.findUniqueOrThrow({ where: { articleId } });
    const spread = await db().copyKey.findMany({ where: { number }, orderBy: { key: "asc" } });
    expect(spread.map(({ key }) => key)).toEqual(keys);
  });
});

describe("the desk's reading", () => {
  it("says what is shared, and which is likely the earliest and why", async () => {
    const text = marked(HARBOUR, "y");
    const gazette = await bring({
      outlet: "Reading Gazette",
      byline: "Reading Wire",
      publishedAt: "2024-07-02T08:00",
      paragraphs: text.slice(0, 4),
    });
    const mail = await bring({ outlet: "Reading Mail", publishedAt: "2024-07-02T09:00", paragraphs: text });
    expect(await readCopies(db(), editor, mail)).toMatchObject({
      earliest: { id: gazette, by: "time" },
      members: [
        {
          articleId: gazette,
          outlet: "Reading Gazette",
          published: { local: "2024-07-02T08:00", zone: "UTC" },
        },
      ],
    });
    await bring({ outlet: "Reading Wire", kind: "agency", paragraphs: ["Another matter altogether."] });
    const wire = await bring({ outlet: "Reading Wire", kind: "agency", paragraphs: text });
    const other = await bring({ outlet: "Reading Courier", byline: "Reading Wire", paragraphs: text });
    const read = await readCopies(db(), editor, other);
    expect(read?.earliest).toEqual({
      id: wire,
      by: "credit",
      // One of them came before the agency was on record.
      reason: "2 of 3 other texts credit Reading Wire",
    });
    const cut = read?.members.find(({ articleId }) => articleId === gazette);
    expect(cut?.shared).toBeGreaterThan(0.9);
    expect(cut?.reason).toMatch(/of the shorter text’s wording/);
    expect(await db().copyGroup.findUniqueOrThrow({ where: { id: read?.groupId ?? "" } })).toMatchObject({
      earliestId: wire,
    });
  });

  it("is for the desk", () =>
    expect(readCopies(db(), null, randomUUID())).rejects.toMatchObject({ code: "signedOut" }));

  it("names what a long text holds whole, without taking them for one text", async () => {
    const [item = ""] = marked(HARBOUR, "u");
    const round = Array.from(
      { length: 60 },
      (_, n) => `Item ${n} of the evening round-up names no harbour ${n}.`,
    );
    const short = await bring({ outlet: "Item Post", paragraphs: [item] });
    const long = await bring({ outlet: "Round Post", paragraphs: [...round, item] });
    expect(await groupOf(long)).toBeNull();
    expect(await readCopies(db(), editor, short)).toMatchObject({
      groupId: null,
      members: [],
      passages: [{ articleId: long }],
    });
  });
});

describe("the search", () => {
  it("passes over an outlet's boilerplate, and still finds a text that many carry", async () => {
    const notice = marked(ORCHARD, "b").slice(0, 2);
    const ids: string[] = [];
    for (let n = 0; n < 14; n++)
      ids.push(
        await bring({
          outlet: "Notice Post",
          paragraphs: [...marked(HARBOUR, `n${n}`).slice(0, 4), ...notice],
        }),
      );
    expect(await Promise.all(ids.map(groupOf))).toEqual(ids.map(() => null));
    const keysOf = async (articleId: string) =>
      (await db().copyText.findUniqueOrThrow({ where: { articleId } })).keys;
    const among = (keys: readonly number[]) =>
      copyCandidates(db(), { signature: { keys, runs: 100 }, sample: false, articleId: null });
    const all = await Promise.all(ids.map(keysOf));
    const notices = (all[0] ?? []).filter((key) => all.every((keys) => keys.includes(key)));
    expect(notices.length).toBeGreaterThan(0);
    expect(await among(notices)).toEqual([]);
    expect(await among(all[0] ?? [])).toContainEqual(expect.objectContaining({ articleId: ids[0] }));
    const carried = marked(HARBOUR, "c");
    const carriers: string[] = [];
    for (let n = 0; n < 14; n++) carriers.push(await bring({ outlet: `Carrier ${n}`, paragraphs: carried }));
    expect(await among(await keysOf(carriers[0] ?? ""))).toHaveLength(14);
    expect(new Set(await Promise.all(carriers.map(groupOf))).size).toBe(1);
  }, 60_000);
});

describe("the public", () => {
  it("reads of copies only what is signed off, on both sides, in the text that was signed", async () => {
    const said =
      "“The night boat loses money on every crossing,” said Ines Halloran, who runs the ferry line.";
    const text = [...marked(HARBOUR, "p"), said];
    const url = "https://public.example/pier";
    const one = await bring({
      outlet: "Public Post",
      paragraphs: text,
      publishedAt: "2024-07-02T08:00",
      url,
    });
    const other = await bring({ outlet: "Public Mail", paragraphs: text, publishedAt: "2024-07-02T09:00" });
    const sign = async (articleId: string) => {
      const { id: revisionId, text: whole } = await db().revision.findFirstOrThrow({ where: { articleId } });
      const span = (words: string) => {
        const start = whole.indexOf(words);
        return { start, end: start + words.length };
      };
      await makeStatement(db(), editor, { articleId, revisionId, text: whole, span });
      const { seq } = await db().decision.findFirstOrThrow({
        where: { articleId },
        orderBy: { seq: "desc" },
      });
      await inTransaction(db(), (tx) => signOff(tx, editor, { articleId, lastSeq: String(seq) }));
    };
    await sign(one);
    expect(await publishedCopies(one)).toEqual({ others: [], earliest: false });
    await sign(other);
    expect(await publishedCopies(one)).toMatchObject({
      others: [{ outlet: { name: "Public Mail" } }],
      earliest: true,
    });
    expect(await publishedCopies(other)).toMatchObject({ others: [{ earliest: true }], earliest: false });
    const { version } = await db().article.findUniqueOrThrow({ where: { id: one } });
    const { seq } = await inTransaction(db(), (tx) =>
      deleteArticle(tx, editor, { articleId: one, version, reason: "brought in by mistake" }),
    );
    expect(await publishedCopies(other)).toEqual({ others: [], earliest: false });
    await inTransaction(db(), (tx) => undo(tx, editor, { seq }));
    expect(await publishedCopies(other)).toMatchObject({ others: [{ earliest: true }], earliest: false });
    await bring({
      outlet: "Public Post",
      paragraphs: [...text, "One paragraph more, that nobody has signed off yet."],
      url,
    });
    expect(await membersOf(one)).toEqual([other]);
    expect(await publishedCopies(other)).toEqual({ others: [], earliest: false });
  });
});

describe("the sample newsroom", () => {
  it("has copies of its own, and takes them with it", async () => {
    const sampler = await makeViewer(db(), "admin", true);
    const text = marked(HARBOUR, "s");
    const real = await bring({ outlet: "Real Post", paragraphs: text });
    const [one] = [
      await bring({ outlet: "Sample Post", paragraphs: text }, sampler),
      await bring({ outlet: "Sample Mail", paragraphs: text }, sampler),
    ];
    expect(await groupOf(one)).not.toBeNull();
    expect(await groupOf(real)).toBeNull();
    const { number } = await db().copyText.findUniqueOrThrow({ where: { articleId: one } });
    const before = await db().copyText.count({ where: { sample: false } });
    await inTransaction(db(), (tx) => removeSample(tx, { ...editor, role: "admin" }));
    expect(await db().copyText.count()).toBe(before);
    expect(await db().copyGroup.count({ where: { sample: true } })).toBe(0);
    expect(await db().copyKey.count({ where: { number } })).toBe(0);
  });
});
