import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db, inTransaction } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { pollSoon } from "../feed/state.server.ts";
import { runImportWrite, takePiece } from "../import/actions.server.ts";
import type { Handlers } from "./handlers.server.ts";
import { startWorker, type Worker } from "./run.server.ts";
import { sendUnfinished } from "./unfinished.server.ts";

const url = await freshDatabase();
let editor: Viewer;
let worker: Worker | undefined;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterEach(async () => {
  await worker?.stop();
});
afterAll(() => db().$disconnect());

/** Nothing is looked for while the worker runs: what is done again was sent when its job had ended. */
const start = async (handlers: Handlers) => {
  worker = await startWorker({ url, client: db(), handlers, unfinished: {} });
};
const sooner = (what: () => Promise<void>) => vi.waitFor(what, { timeout: 20_000, interval: 50 });
const jobs = (name: string) =>
  db().$queryRaw<{ state: string }[]>`SELECT state::text FROM pgboss.job WHERE name = ${name}`;

it("an import that is told to go on in the moment its job ends is sent again", async () => {
  const mark = randomUUID();
  const bytes = new Uint8Array(Buffer.from("{}"));
  const wanted = { kind: "jsonl", name: mark, sizeBytes: bytes.length, identity: mark };
  const { importId } = (await runImportWrite(db(), editor, "add", wanted)) as { importId: string };
  await takePiece(db(), editor, { importId, number: 0, bytes });
  let runs = 0;
  await start({
    import: async (client) => {
      runs += 1;
      if (runs > 1) await client.import.update({ where: { id: importId }, data: { state: "done" } });
      else for (const write of ["pause", "resume"]) await runImportWrite(client, editor, write, { importId });
    },
  });
  await sooner(async () =>
    expect(await jobs("import")).toEqual([{ state: "completed" }, { state: "completed" }]),
  );
  expect(runs).toBe(2);
});

it("an entry of a feed that is to be tried again in the moment its job ends is sent again", async () => {
  const feed = await makeFeed();
  const { id } = await db().feedItem.create({
    data: { feedId: feed.id, key: "1", title: "High", summary: "", fingerprint: "", state: "waiting" },
  });
  const failed = { state: "failed", problem: "The page is gone.", doneAt: new Date() } as const;
  let runs = 0;
  await sendUnfinished(db());
  await start({
    "feed-item": async (client) => {
      runs += 1;
      await client.feedItem.update({ where: { id }, data: failed });
      if (runs === 1) await runDeskWrite(client, editor, "try-feed-item", { feedItemId: id });
    },
  });
  await sooner(async () =>
    expect(await jobs("feed-item")).toEqual([{ state: "completed" }, { state: "completed" }]),
  );
  expect(runs).toBe(2);
});

it("a feed that is asked for in the moment its poll ends is read again at once, not by the clock", async () => {
  const feed = await makeFeed();
  let runs = 0;
  await inTransaction(db(), (tx) => pollSoon(tx, feed.id));
  await start({
    "poll-feed": async (client, { feedId }) => {
      runs += 1;
      const later = new Date(Date.now() + 3_600_000);
      await client.feed.update({ where: { id: feedId }, data: { nextAt: later } });
      if (runs === 1) await runDeskWrite(client, editor, "poll-feed-now", { feedId });
    },
  });
  await sooner(async () =>
    expect(await jobs("poll-feed")).toEqual([{ state: "completed" }, { state: "completed" }]),
  );
  expect(runs).toBe(2);
});

async function makeFeed() {
  const outlet = await db().outlet.create({ data: { name: `Tide ${randomUUID()}`, kind: "newspaper" } });
  return db().feed.create({
    data: {
      url: `https://tide.example/${randomUUID()}`,
      outletId: outlet.id,
      title: "Tide",
      kind: "rss",
      addedBy: editor.userId,
    },
  });
}
