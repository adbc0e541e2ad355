import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articleInput, makeArticle, makeStatement, makeViewer } from "#prisma/seed/factories.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { findOutlets } from "../outlet/read.server.ts";
import { searchStatements } from "../search/published.server.ts";
import { readSearch } from "../search/query.ts";
import { runDeskWrite } from "./actions.server.ts";
import { readDeskArticle } from "./article.server.ts";

await freshDatabase();
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(() => db().$disconnect());

const desk = (name: string, input: unknown) => runDeskWrite(db(), editor, name, input);
const refusedAs = (code: string) => expect.objectContaining({ code });
const pasted = (outlet: string, headline: string) => ({
  ...articleInput({
    outlet: { name: outlet },
    headline,
    paragraphs: ["The pier is closed, the council said."],
  }),
  url: null,
});

describe("what only the database can see is a conflict, said in words", () => {
  it("moving an article to an outlet that has the same text already", async () => {
    const one = (await desk("ingest", pasted("Quay Gazette", "The pier closes"))) as { articleId: string };
    await desk("ingest", pasted("Mole Gazette", "The pier closes"));
    const { version } = await readDeskArticle(db(), editor, one.articleId);
    const edit = {
      articleId: one.articleId,
      version,
      headline: "The pier closes",
      byline: null,
      publishedAt: null,
    };
    await expect(
      desk("edit-article", { ...edit, outlet: { name: "Mole Gazette" }, zone: null, url: null }),
    ).rejects.toEqual(refusedAs("conflict"));
  });

  it("two articles given one address at once: one gets it", async () => {
    const made = await Promise.all(
      [1, 2, 3, 4].map(
        (n) => desk("ingest", pasted("Racing Gazette", `The race ${n}`)) as Promise<{ articleId: string }>,
      ),
    );
    const outcomes = await Promise.allSettled(
      made.map(({ articleId }) =>
        desk("edit-article", {
          articleId,
          version: 1,
          outlet: { name: "Racing Gazette" },
          headline: "The race",
          url: "https://gazette.example/race",
        }),
      ),
    );
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refused).toEqual([refusedAs("conflict"), refusedAs("conflict"), refusedAs("conflict")]);
  });

  it("one decision undone many times at once is undone once, also one that changed nothing", async () => {
    const article = await makeArticle(db(), editor);
    const { statementId } = await makeStatement(db(), editor, article, "Undo Halloran");
    await desk("correct-statement", { statementId, version: 1 });
    const { lastSeq: seq } = await readDeskArticle(db(), editor, article.articleId);
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => desk("undo", { seq })));
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refused).toHaveLength(4);
    for (const reason of refused) expect(reason).toEqual(refusedAs("conflict"));
    expect(await db().decision.count({ where: { undoes: BigInt(seq) } })).toBe(1);
  });
});

describe("names are compared as names, not as patterns", () => {
  it("an outlet called with a sign of a pattern is an outlet of its own", async () => {
    await desk("ingest", pasted("Fjord Letter", "The fjord opens"));
    const { articleId } = (await desk("ingest", pasted("Fjord%", "The fjord closes"))) as {
      articleId: string;
    };
    expect((await readDeskArticle(db(), editor, articleId)).outlet.name).toBe("Fjord%");
    const again = (await desk("ingest", pasted("FJORD LETTER", "The fjord waits"))) as { articleId: string };
    expect((await readDeskArticle(db(), editor, again.articleId)).outlet.name).toBe("Fjord Letter");
    expect((await findOutlets(db(), editor, "d%")).map(({ name }) => name)).toEqual(["Fjord%"]);
    expect(await findOutlets(db(), editor, "_")).toEqual([]);
  });
});

describe("what no text may hold is taken out at every door", () => {
  const BAD = "a\u0000b\ud800c e\u0301";
  const GOOD = "ab\ufffdc \u00e9";
  it("an actor's names, a claim's sentence, an outlet's name, an article's data", async () => {
    const { id } = (await desk("add-actor", {
      name: BAD,
      kind: "person",
      description: BAD,
      aliases: [`x ${BAD}`],
    })) as {
      id: string;
    };
    expect(await db().actor.findUniqueOrThrow({ where: { id } })).toMatchObject({
      name: GOOD,
      description: GOOD,
    });
    await desk("edit-actor", { actorId: id, version: 2, name: `${BAD} 2`, kind: "person" });
    const article = await makeArticle(db(), editor, { outlet: { name: BAD }, byline: BAD, zone: BAD });
    const { statementId } = await makeStatement(db(), editor, article, BAD);
    const { claimId } = (await desk("tie-claim", {
      statementId,
      version: 1,
      claim: { sentence: `The pier is ${BAD}` },
      stance: "asserts",
    })) as { claimId: string };
    await desk("edit-claim", { claimId, version: 1, sentence: `The quay is ${BAD}` });
    expect((await db().claim.findUniqueOrThrow({ where: { id: claimId } })).sentence).toBe(
      `The quay is ${GOOD}`,
    );
    await desk("edit-article", {
      articleId: article.articleId,
      version: 1,
      outlet: { name: BAD },
      headline: BAD,
      byline: BAD,
      publishedAt: "2024",
      zone: BAD,
    });
    expect(await readDeskArticle(db(), editor, article.articleId)).toMatchObject({
      headline: GOOD,
      byline: GOOD,
      zone: GOOD,
      outlet: { name: GOOD },
    });
    await expect(findOutlets(db(), editor, BAD)).resolves.toHaveLength(1);
  });

  it("a search", async () => {
    for (const field of ["words", "actor", "outlet", "from", "to"]) {
      const { query } = readSearch({ [field]: BAD });
      await expect(searchStatements(query)).resolves.toBeDefined();
    }
  });
});

describe("days that PostgreSQL does not know", () => {
  it.each(["0000-01-01", "0000-12-31"])("%s is no day to search for", async (day) => {
    const { query, problems } = readSearch({ from: day, to: day });
    expect(Object.keys(problems)).toEqual(["from", "to"]);
    await expect(searchStatements(query)).resolves.toBeDefined();
  });
  it.each(["0001-01-01", "0099-12-31", "9999-12-31"])("%s is one", async (day) => {
    const { query, problems } = readSearch({ from: day, to: day });
    expect(problems).toEqual({});
    await expect(searchStatements(query)).resolves.toBeDefined();
  });
  it.each(["0000", "0000-05", "0000-05-01T10:00"])("%s is no date of an article", async (publishedAt) => {
    await expect(desk("ingest", articleInput({ publishedAt }))).rejects.toEqual(refusedAs("invalid"));
  });
  it.each(["0001", "0099-05-01", "1066-10-14", "9999-12-31T23:59"])(
    "%s is kept as it is",
    async (publishedAt) => {
      const { articleId } = await makeArticle(db(), editor, { publishedAt });
      expect((await readDeskArticle(db(), editor, articleId)).publishedAt).toBe(publishedAt);
    },
  );
});

describe("undo gives back the address too", () => {
  it("of a claim and of an actor; the other address stays and leads on", async () => {
    const article = await makeArticle(db(), editor);
    const { statementId } = await makeStatement(db(), editor, article, "First Name");
    const { claimId } = (await desk("tie-claim", {
      statementId,
      version: 1,
      claim: { sentence: "The first sentence stands." },
      stance: "asserts",
    })) as { claimId: string };
    const { attributedToId } = await db().statement.findUniqueOrThrow({ where: { id: statementId } });
    const { version } = await db().actor.findUniqueOrThrow({ where: { id: attributedToId } });
    await desk("edit-claim", { claimId, version: 1, sentence: "The second sentence stands." });
    await desk("edit-actor", { actorId: attributedToId, version, name: "Second Name", kind: "person" });
    const last = await db().decision.findMany({ orderBy: { seq: "desc" }, take: 2 });
    for (const { seq } of last) await desk("undo", { seq: String(seq) });
    const addresses = await db().address.findMany({
      where: { OR: [{ claimId }, { actorId: attributedToId }] },
      orderBy: { slug: "asc" },
      select: { slug: true, current: true },
    });
    expect(addresses).toEqual([
      { slug: "first-name", current: true },
      { slug: "second-name", current: false },
      { slug: "the-first-sentence-stands", current: true },
      { slug: "the-second-sentence-stands", current: false },
    ]);
  });
});

it("records without a Latin letter get addresses however many there are", async () => {
  const { id: first } = (await desk("add-actor", { name: "Порт", kind: "organisation" })) as { id: string };
  await db().$executeRaw`
    INSERT INTO address (slug, actor_id, current)
    SELECT 'actor-' || n, ${first}::uuid, false FROM generate_series(2, 12000) n`;
  const { id } = (await desk("add-actor", { name: "Порт", kind: "organisation" })) as { id: string };
  expect((await db().address.findFirstOrThrow({ where: { actorId: id } })).slug).toBe("actor-12001");
});
