import { afterAll, expect, it } from "vitest";
import { makeArticle, makeViewer } from "#prisma/seed/factories.ts";
import { publishedParts } from "../actor/published.server.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { readDeskArticle } from "../desk/article.server.ts";
import { countStatements, publishedStatements, statementMonths } from "../statement/published.server.ts";
import { searchStatements } from "./published.server.ts";
import { readSearch } from "./query.ts";

await freshDatabase();
afterAll(() => db().$disconnect());
const editor = await makeViewer(db(), "editor");
const desk = <T = unknown>(name: string, input: unknown) =>
  runDeskWrite(db(), editor, name, input) as Promise<T>;

interface Named {
  id: string;
  name: string;
}

const add = (name: string, partOf: Named | null = null) =>
  desk<Named>("add-actor", { name, kind: "governmentBody", partOfId: partOf?.id ?? null });

async function publish(speaker: Named): Promise<void> {
  const article = await makeArticle(db(), editor);
  await desk("add-statement", {
    revisionId: article.revisionId,
    actor: { id: speaker.id },
    spans: { content: [article.span("every crossing")] },
  });
  const { lastSeq } = await readDeskArticle(db(), editor, article.articleId);
  await desk("sign-off", { articleId: article.articleId, lastSeq });
}

const search = (params: Record<string, string>) => searchStatements(readSearch(params).query);
const merge = (actor: Named, into: Named) =>
  desk<{ seq: string }>("merge-actors", { actorId: actor.id, version: 2, intoId: into.id, intoVersion: 2 });

const government = await add("Norland Government");
/** Nothing public is attributed to it: it only lies between. */
const ministry = await add("Norland Ministry of Tides", government);
const fleet = await add("Norland Tide Fleet", ministry);
const office = await add("Norland Chart Office", government);
await publish(government);
await publish(fleet);
await publish(fleet);
await publish(office);

it("an actor's parts are all public ones below it, by however many steps", async () => {
  expect(await publishedParts([government.id])).toMatchObject([
    { name: "Norland Chart Office", slug: "norland-chart-office", statements: 1 },
    { name: "Norland Tide Fleet", statements: 2 },
  ]);
  expect(await publishedParts([fleet.id])).toEqual([]);
  expect(await publishedParts([])).toEqual([]);
});

it("with its parts, a search includes their statements and says whose they are", async () => {
  const alone = await search({ actor: "Norland Government" });
  expect(alone).toMatchObject({ total: 1, meant: [{ name: "Norland Government" }] });
  expect(alone.parts.map(({ name }) => name)).toEqual(["Norland Chart Office", "Norland Tide Fleet"]);
  const together = await search({ actor: "norland government", parts: "yes" });
  expect(together.total).toBe(4);
  expect(together.actors.map(({ name, count }) => [name, count])).toEqual([
    ["Norland Tide Fleet", 2],
    ["Norland Chart Office", 1],
    ["Norland Government", 1],
  ]);
  expect(together.found.map(({ statement }) => statement.actor.name)).toContain("Norland Tide Fleet");
  expect((await search({ actor: "Norland Government", parts: "maybe" })).total).toBe(1);
  expect((await search({ parts: "yes", words: "crossing" })).total).toBe(4);
});

it("a whole that an editor made and nobody quotes is not told, not even by its parts", async () => {
  expect(await search({ actor: "Norland Ministry of Tides", parts: "yes" })).toMatchObject({
    total: 0,
    meant: [],
    parts: [],
  });
});

it("a packaged whole that nobody quotes leads to its parts", async () => {
  const whole = await db().actor.create({
    data: {
      key: "test:league",
      name: "Harbour League",
      kind: "organisation",
      aliases: { create: { name: "Harbour League", folded: "harbour league", kind: "name" } },
    },
  });
  const council = await add("League Council", whole);
  await publish(council);
  expect(await search({ actor: "Harbour League" })).toMatchObject({
    total: 0,
    meant: [],
    parts: [{ name: "League Council" }],
  });
  expect(await search({ actor: "Harbour League", parts: "yes" })).toMatchObject({
    total: 1,
    meant: [{ name: "Harbour League" }],
  });
});

it("an actor's page reads them together: the statements, how many, and when", async () => {
  const actors = [government, fleet, office].map(({ id }) => id);
  expect(await countStatements({ actors })).toBe(4);
  expect(await publishedStatements({ actors }, { number: 1, size: 9 })).toHaveLength(4);
  expect(await statementMonths(actors)).toEqual([{ month: "2024-07", count: 4 }]);
});

it("records that are merged are one, whole or part, and a circle that a merge closes ends", async () => {
  const [again, below] = [await add("Government of Norland"), await add("Norland Tide Pilots", fleet)];
  const survey = await add("Norland Survey", again);
  await publish(survey);
  await publish(below);
  const { seq } = await merge(again, government);
  const names = async (of: Named) => (await publishedParts([of.id])).map(({ name }) => name);
  expect(await names(government)).toEqual([
    "Norland Chart Office",
    "Norland Survey",
    "Norland Tide Fleet",
    "Norland Tide Pilots",
  ]);
  await desk("undo", { seq });
  expect(await names(government)).not.toContain("Norland Survey");
  // What a merged record is part of, the one that stands for it is part of.
  const alone = await add("Hydrographers of the North");
  await publish(alone);
  const { seq: led } = await merge(office, alone);
  expect(await names(government)).toEqual([
    "Hydrographers of the North",
    "Norland Tide Fleet",
    "Norland Tide Pilots",
  ]);
  await desk("undo", { seq: led });
  // The government is merged into one of its own parts' parts.
  await merge(government, below);
  expect(await names(below)).toEqual(["Norland Chart Office", "Norland Tide Fleet"]);
  expect(await names(fleet)).toEqual(["Norland Chart Office", "Norland Tide Pilots"]);
});
