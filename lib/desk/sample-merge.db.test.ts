import { afterAll, expect, it } from "vitest";
import { makeArticle, makeViewer } from "#prisma/seed/factories.ts";
import { canonicalId } from "../actor/canonical.server.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runDeskWrite } from "./actions.server.ts";

await freshDatabase();
afterAll(() => db().$disconnect());
const editor = await makeViewer(db(), "editor");
const admin = await makeViewer(db(), "admin");
const sampleDesk = await makeViewer(db(), "editor", true);

const desk = <T = unknown>(name: string, input: unknown, viewer = editor) =>
  runDeskWrite(db(), viewer, name, input) as Promise<T>;
const add = async (name: string, sample: boolean, partOfId: string | null = null) =>
  (await desk<{ id: string }>("add-actor", { name, kind: "person", partOfId }, sample ? sampleDesk : editor))
    .id;
const merge = (actorId: string, intoId: string) =>
  desk<{ mergeId: string; seq: string }>("merge-actors", { actorId, version: 2, intoId, intoVersion: 2 });
const isThere = async (id: string) => (await db().actor.count({ where: { id, sample: false } })) === 1;

async function quote(actorId: string): Promise<string> {
  const article = await makeArticle(db(), editor);
  const { statementId } = await desk<{ statementId: string }>("add-statement", {
    revisionId: article.revisionId,
    actor: { id: actorId },
    spans: { content: [article.span("every crossing")] },
  });
  return statementId;
}

it("the sample newsroom leaves merges with real records whole, and takes its own along", async () => {
  await makeArticle(db(), sampleDesk, { outlet: { name: "Sample Gazette", kind: "newspaper" } });
  const real = await add("Real One", false);
  const gone = await add("Sample merged into a real one", true);
  await merge(gone, real);

  const stays = await add("Sample that a real one leads to", true);
  const staysToo = await add("Sample that leads on", true);
  const whole = await add("Sample whole of what stays", true);
  const led = await add("Real Two", false);
  const { mergeId } = await merge(led, stays);
  await db().actor.update({ where: { id: staysToo }, data: { partOfId: whole } });
  await merge(stays, staysToo);
  await quote(led);

  const quoted = await add("Sample that real work quotes", true);
  const statementId = await quote(quoted);
  const { mergeId: kept } = await merge(quoted, real);

  const [one, two] = [await add("Sample pair one", true), await add("Sample pair two", true)];
  await merge(one, two);
  const apart = await add("Sample apart", true);
  await desk("distinguish-actors", { oneId: apart, otherId: real });
  await desk("distinguish-actors", { oneId: quoted, otherId: led });

  await desk("remove-sample", undefined, admin);

  expect(await isThere(gone)).toBe(false);
  for (const id of [real, led, stays, staysToo, whole, quoted]) expect(await isThere(id)).toBe(true);
  for (const id of [one, two, apart]) expect(await db().actor.count({ where: { id } })).toBe(0);
  expect(await canonicalId(db(), led)).toBe(staysToo);
  expect(await canonicalId(db(), quoted)).toBe(real);
  expect(await db().actorMerge.count()).toBe(3);
  expect(await db().actorMerge.count({ where: { sample: true } })).toBe(0);
  expect(await db().actorDistinction.findMany()).toMatchObject([{ sample: false }]);
  expect(await db().statement.findUniqueOrThrow({ where: { id: statementId } })).toMatchObject({
    attributedToId: quoted,
  });
  // What stays can still be split, also where its decision went with the sample newsroom.
  await desk("split-actors", { mergeId, version: 1 });
  await desk("split-actors", { mergeId: kept, version: 1 });
  expect(await canonicalId(db(), led)).toBe(led);
  expect(await canonicalId(db(), quoted)).toBe(quoted);
});
