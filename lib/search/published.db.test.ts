import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeArticle, makeStatement, makeViewer } from "#prisma/seed/factories.ts";
import { publishedActor, publishedActors, publishedAliases } from "../actor/published.server.ts";
import { currentAddress, listedAddresses } from "../address/published.server.ts";
import { publishedArticle } from "../article/published.server.ts";
import type { Viewer } from "../auth/viewer.ts";
import { publishedClaims, withLeads } from "../claim/published.server.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { readDeskArticle } from "../desk/article.server.ts";
import { publishedOutlet, publishedOutlets } from "../outlet/published.server.ts";
import { countStatements, publishedStatements, statementMonths } from "../statement/published.server.ts";
import { front } from "./front.server.ts";
import { searchStatements } from "./published.server.ts";
import { readSearch } from "./query.ts";

await freshDatabase();
const ALL = { number: 1, size: 100 };
let editor: Viewer;
let articleId: string;
let statementId: string;

const desk = (name: string, input: unknown) => runDeskWrite(db(), editor, name, input);
const signOff = async (id: string) =>
  desk("sign-off", { articleId: id, lastSeq: (await readDeskArticle(db(), editor, id)).lastSeq });
const search = (fields: Record<string, string>) => searchStatements(readSearch(fields).query);
const slugOf = async (noun: "articleId" | "actorId" | "outletId" | "claimId", id: string) =>
  (await db().address.findFirstOrThrow({ where: { [noun]: id, current: true } })).slug;

beforeAll(async () => {
  editor = await makeViewer(db());
  const article = await makeArticle(db(), editor, { outlet: { name: "Quay Gazette", kind: "newspaper" } });
  await makeStatement(db(), editor, article);
  articleId = article.articleId;
  const statement = await db().statement.findFirstOrThrow({ where: { articleId } });
  statementId = statement.id;
  await desk("tie-claim", {
    statementId,
    version: statement.version,
    claim: { sentence: "The night boat of the ferry line loses money." },
    stance: "asserts",
  });
});
afterAll(() => db().$disconnect());

/** Everything a public page can read, as one text. */
async function allThatIsPublic(): Promise<string> {
  const actor = await db().actor.findFirstOrThrow({ where: { name: "Ines Halloran" } });
  const outlet = await db().outlet.findFirstOrThrow({ where: { name: "Quay Gazette" } });
  return JSON.stringify([
    await front(),
    await publishedClaims(ALL),
    await publishedActors(ALL),
    await publishedOutlets(ALL),
    await publishedStatements("newest", ALL),
    await publishedStatements({ actor: actor.id }, ALL),
    await publishedStatements({ article: articleId }, ALL),
    await publishedStatements({ outlet: outlet.id }, ALL),
    await publishedAliases(actor.id),
    await statementMonths([actor.id]),
    await publishedActor(await slugOf("actorId", actor.id)),
    await publishedOutlet(await slugOf("outletId", outlet.id)),
    await publishedArticle(await slugOf("articleId", articleId)),
    await currentAddress("actor", await slugOf("actorId", actor.id)),
    await listedAddresses(100),
    await search({ words: "crossing" }),
    await search({ actor: "Ines Halloran" }),
  ]);
}

describe("before an editor signs off", () => {
  it("nothing can be read, by any way", async () => {
    const found = await allThatIsPublic();
    expect(found).not.toMatch(/Halloran|Quay|night boat|crossing/i);
    expect(await countStatements("newest")).toBe(0);
  });
});

describe("after it", () => {
  beforeAll(() => signOff(articleId));

  it("the statement is there with what a page shows of it, and no more of the text", async () => {
    const [statement] = await publishedStatements({ article: articleId }, ALL);
    expect(statement).toMatchObject({
      id: statementId,
      kind: "direct",
      mode: "said",
      cue: "said",
      actor: { name: "Ines Halloran", slug: "ines-halloran" },
      outlet: { name: "Quay Gazette", slug: "quay-gazette", primary: false },
      article: { published: { local: "2024-07-02T08:30", zone: null }, revision: 1 },
      passage: {
        parts: [{ of: "speaker", text: "The night boat loses money on every crossing," }],
        clipped: false,
      },
      claims: [{ sentence: "The night boat of the ferry line loses money.", stance: "asserts" }],
    });
    expect(statement?.source).toMatch(/^https:\/\/courier\.example\/.*#:~:text=The%20night%20boat/);
    expect(await allThatIsPublic()).not.toMatch(/autumn|Timetable|as pasted/);
  });

  it("a claim is led by its statement and counts its outlets", async () => {
    const [led] = await withLeads(await publishedClaims(ALL));
    expect(led).toMatchObject({
      stance: "asserts",
      claim: { outlets: 1 },
      outlets: [{ slug: "quay-gazette" }],
    });
    expect(led?.lead.id).toBe(statementId);
  });

  it("an address of before leads to the one of now, and only to its own noun", async () => {
    const { id, version } = await db().actor.findFirstOrThrow({ where: { name: "Ines Halloran" } });
    await desk("edit-actor", {
      actorId: id,
      version,
      name: "Ines Maren Halloran",
      kind: "person",
      aliases: ["Ines Halloran"],
    });
    expect(await publishedActor("ines-halloran")).toBeNull();
    expect(await currentAddress("actor", "ines-halloran")).toEqual({
      slug: "ines-maren-halloran",
      sample: false,
    });
    expect(await currentAddress("claim", "ines-halloran")).toBeNull();
    expect(await currentAddress("actor", "nobody")).toBeNull();
  });

  it("an actor nobody has quoted in public is missing like one that doesn't exist", async () => {
    const other = await makeArticle(db(), editor);
    await makeStatement(db(), editor, other, "Unheard Person");
    expect(await publishedActor("unheard-person")).toBeNull();
    expect(await currentAddress("actor", "unheard-person")).toBeNull();
  });

  it("what is no sample is listed for search engines", async () => {
    expect(await listedAddresses(100)).toContainEqual({
      noun: "claim",
      slug: expect.stringContaining("night-boat"),
    });
  });
});

describe("search", () => {
  it("finds by words of the statement, in another form of the word, and says which words it meant", async () => {
    const { found, total, outlets, years } = await search({ words: "boats losing" });
    expect(total).toBe(1);
    expect(found[0]?.hits).toEqual(expect.arrayContaining(["boat", "loses"]));
    expect(outlets).toMatchObject([{ slug: "quay-gazette", count: 1 }]);
    expect(years).toMatchObject([{ name: "2024", count: 1 }]);
  });

  it("never looks at words of the article beside the statement", async () => {
    expect((await search({ words: "council" })).total).toBe(0);
  });

  it("finds an actor by any of its names and by how a name begins", async () => {
    for (const name of ["Ines Halloran", "INES MAREN HALLORAN", "hallo"]) {
      const { total, meant } = await search({ actor: name });
      expect([name, total, meant.map((actor) => actor.name)]).toEqual([name, 1, ["Ines Maren Halloran"]]);
    }
    expect(await search({ actor: "Nobody At All" })).toMatchObject({ total: 0, meant: [] });
  });

  it("takes both days in", async () => {
    expect((await search({ from: "2024-07-02", to: "2024-07-02" })).total).toBe(1);
    expect((await search({ from: "2024-07-03" })).total).toBe(0);
    expect((await search({ to: "2024-07-01" })).total).toBe(0);
  });

  it("narrows by outlet", async () => {
    expect((await search({ outlet: "quay-gazette", words: "crossing" })).total).toBe(1);
    expect((await search({ outlet: "another", words: "crossing" })).total).toBe(0);
  });

  it.each(["'", '"', "\\", "%", "_", ":*", "a & | ! b", "the", "<b>", "-", '"" - or', "$1", "💬"])(
    "answers %s without an error",
    async (text) => {
      const fields = [{ words: text }, { actor: text }, { outlet: text }, { words: text, actor: text }];
      for (const field of fields) expect((await search(field)).total).toBe(0);
    },
  );
});
