import { afterAll, beforeAll, expect, it } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";

await freshDatabase();
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(() => db().$disconnect());

it("a feed that is saved as it stands is no decision, and its door answers without a number", async () => {
  const desk = (name: string, input: unknown) => runDeskWrite(db(), editor, name, input);
  const { feedId } = (await desk("add-feed", {
    url: "https://tides.example/feed",
    outlet: { name: "Tide Bulletin" },
    title: "Tides",
    kind: "rss",
  })) as { feedId: string };
  const before = await db().feed.findUniqueOrThrow({ where: { id: feedId } });
  const decisions = await db().decision.count();
  const { version } = before;
  const same = { feedId, version, title: " Tides ", outlet: { name: "tide bulletin" } };
  expect(await desk("edit-feed", same)).toEqual({ feedId });
  expect(await db().feed.findUniqueOrThrow({ where: { id: feedId } })).toEqual(before);
  expect(await db().decision.count()).toBe(decisions);
  expect(await desk("edit-feed", { ...same, title: "High tides" })).toMatchObject({
    seq: expect.any(String),
  });
});
