import { afterAll, expect, it } from "vitest";
import { makeArticle, makeViewer } from "#prisma/seed/factories.ts";
import { freshDatabase } from "../database/testing.ts";
import { db, inTransaction } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { readDuplicates } from "./duplicates.server.ts";
import { addActor } from "./write.server.ts";

await freshDatabase();
afterAll(() => db().$disconnect());
const editor = await makeViewer(db(), "editor");
const desk = <T = unknown>(name: string, input: unknown) =>
  runDeskWrite(db(), editor, name, input) as Promise<T>;

const add = (name: string, more: object = {}) =>
  desk<{ id: string; name: string }>("add-actor", { name, kind: "person", ...more });

/** The pairs that are put forward, by name, each in the order of the alphabet. */
async function pairs(): Promise<readonly string[]> {
  const found = await readDuplicates(db(), editor);
  return found.pairs.map(({ one, other }) => [one.name, other.name].sort().join(" / "));
}

it("puts forward names in another order, written otherwise, shortened and misspelled, each way they came in", async () => {
  await add("Ottilie Brandvold");
  await add("O. Brandvold");
  await add("Brandvold, Ottilie");
  await add("Ottilie Brandvald");
  await add("Otto Lindqvist");
  await add("Otto Lindkvist");
  await add("Mara Ilves");
  await add("Mara Jane Ilves");
  await add("Nobody Like Her");
  expect((await pairs()).toSorted()).toEqual(
    [
      "Brandvold, Ottilie / Ottilie Brandvold",
      "O. Brandvold / Ottilie Brandvold",
      "Ottilie Brandvald / Ottilie Brandvold",
      "Brandvold, Ottilie / Ottilie Brandvald",
      "Otto Lindkvist / Otto Lindqvist",
      "Mara Ilves / Mara Jane Ilves",
    ].sort(),
  );
});

it("says of each what an editor needs: names, statements, the last of them, reasons; more on it comes first", async () => {
  const thin = await add("Quillon Harte", { description: "a pilot" });
  const full = await add("Quilon Harte", { aliases: ["Captain Harte"] });
  const article = await makeArticle(db(), editor);
  await desk("add-statement", {
    revisionId: article.revisionId,
    actor: { id: full.id },
    spans: { content: [article.span("every crossing")] },
  });
  const { pairs: found } = await readDuplicates(db(), editor);
  expect(found.find(({ one }) => one.id === full.id)).toMatchObject({
    one: {
      names: ["Captain Harte"],
      statements: 1,
      last: { words: "every crossing", outlet: "Test Harbour Courier", published: "2024-07-02" },
    },
    other: { id: thin.id, description: "a pilot", statements: 0, last: null, version: expect.any(Number) },
    reasons: [expect.stringContaining("“Quilon Harte”")],
    cautions: [],
  });
});

it("the same name is found also when two editors made it in the same moment", async () => {
  await Promise.all([add("Sunniva Dahlgren"), add("Sunniva Dahlgren")]);
  expect(await pairs()).toContain("Sunniva Dahlgren / Sunniva Dahlgren");
});

it("the same Wikidata id is found without a name in common", async () => {
  const [a, b] = [await add("Elric Vane"), await add("Tobin Marsh")];
  await db().actor.updateMany({ where: { id: { in: [a.id, b.id] } }, data: { wikidata: "Q999999991" } });
  expect((await pairs())[0]).toBe("Elric Vane / Tobin Marsh");
});

it("neither what is merged nor what is told apart, until that is undone", async () => {
  const pair = "Vendela Aasen / Vendela Aassen";
  const [a, b] = [await add("Vendela Aasen"), await add("Vendela Aassen")];
  const version = async (id: string) => (await db().actor.findUniqueOrThrow({ where: { id } })).version;
  expect(await pairs()).toContain(pair);
  const { seq: apart } = await desk<{ seq: string }>("distinguish-actors", { oneId: a.id, otherId: b.id });
  expect(await pairs()).not.toContain(pair);
  await desk("undo", { seq: apart });
  expect(await pairs()).toContain(pair);
  const { seq: merged } = await desk<{ seq: string }>("merge-actors", {
    actorId: a.id,
    version: await version(a.id),
    intoId: b.id,
    intoVersion: await version(b.id),
  });
  expect(await pairs()).not.toContain(pair);
  await desk("undo", { seq: merged });
  expect(await pairs()).toContain(pair);
});

it("compares the record that stands, with the names of all it stands for", async () => {
  const [kept, gone] = [await add("Harald Ness"), await add("Zebedee Ox")];
  const like = await add("Zebedee Oxx");
  await desk("merge-actors", { actorId: gone.id, version: 2, intoId: kept.id, intoVersion: 2 });
  expect(await pairs()).toContain("Harald Ness / Zebedee Oxx");
  await desk("distinguish-actors", { oneId: like.id, otherId: kept.id });
  expect(await pairs()).not.toContain("Harald Ness / Zebedee Oxx");
});

it("a name that is taken away or changed takes its pairs along", async () => {
  const a = await add("Leif Torvaldsen");
  await add("Leif Torvaldson");
  const pair = "Leif Torvaldsen / Leif Torvaldson";
  expect(await pairs()).toContain(pair);
  await desk("edit-actor", { actorId: a.id, version: 2, name: "Another Man Altogether", aliases: [] });
  expect((await pairs()).filter((words) => words.includes("Torvaldson"))).toEqual([]);
});

it("two packaged records are known to be two; one made here may be one of them", async () => {
  const packaged = (name: string, key: string) =>
    db().actor.create({
      data: {
        key,
        name,
        kind: "organisation",
        aliases: { create: { name, folded: name.toLowerCase(), kind: "name" } },
      },
    });
  await packaged("Northern Tide Board", "test:northern");
  await packaged("Northern Tyde Board", "test:northern-2");
  await add("Tide Board Northern", { kind: "organisation" });
  expect((await pairs()).filter((words) => words.includes("Board")).toSorted()).toEqual([
    "Northern Tide Board / Tide Board Northern",
    "Northern Tyde Board / Tide Board Northern",
  ]);
});

it("a record of a list is put forward too, though it has a key as packaged ones have", async () => {
  for (const [name, key] of [
    ["Signe Hauge", "list-1"],
    ["Signe Haugen", "list-2"],
  ] as const)
    await inTransaction(db(), (tx) => addActor(tx, editor, { name, kind: "person" }, { key }));
  expect(await pairs()).toContain("Signe Hauge / Signe Haugen");
});

it("never unnamed sources, and only for who may see the desk", async () => {
  const article = await makeArticle(db(), editor);
  for (const name of ["a senior pilot", "senior pilots"])
    await desk("add-statement", {
      revisionId: article.revisionId,
      actor: { name, kind: "unnamedSource" },
      spans: { content: [article.span("every crossing")] },
    });
  expect((await pairs()).filter((words) => words.includes("pilot"))).toEqual([]);
  await expect(readDuplicates(db(), null)).rejects.toMatchObject({ code: "signedOut" });
});
