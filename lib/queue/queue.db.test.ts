import { randomUUID } from "node:crypto";
import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../database/testing.ts";
import { db, inTransaction } from "../db.server.ts";
import { enqueue, enqueueAll } from "./enqueue.server.ts";
import { QUEUES } from "./names.ts";

const url = await freshDatabase();

const waiting = () =>
  db().$queryRaw<{ name: string; key: string; data: unknown }[]>`
    SELECT name, singleton_key AS key, data FROM pgboss.job WHERE state = 'created' ORDER BY name, singleton_key`;

describe("what the migrations build is what pg-boss works on", () => {
  const boss = new PgBoss({ connectionString: url, migrate: false, supervise: false, schedule: false });
  boss.on("error", () => undefined);
  beforeAll(async () => void (await boss.start()));
  afterAll(() => boss.stop({ graceful: false }));

  it("nothing is missing, nothing differs", async () => {
    expect(await boss.detectSchemaDrift()).toMatchObject({ ok: true });
    expect(await boss.schemaVersion()).toBe(46);
  });

  it.each(QUEUES)("the queue $name has its numbers", async ({ name, options }) => {
    // A queue or number that is new needs a migration: SELECT pgboss.create_queue(name, options), or an UPDATE.
    expect(await boss.getQueue(name)).toMatchObject(options);
  });
});

describe("a job", () => {
  it("is there if and only if what needs it is", async () => {
    const feedId = randomUUID();
    await expect(
      inTransaction(db(), async (tx) => {
        await enqueue(tx, "poll-feed", { feedId });
        throw new Error("Something else went wrong.");
      }),
    ).rejects.toThrow(/went wrong/);
    expect(await waiting()).toEqual([]);
    await inTransaction(db(), (tx) => enqueue(tx, "poll-feed", { feedId }));
    expect(await waiting()).toEqual([{ name: "poll-feed", key: feedId, data: { feedId } }]);
  });

  it("waits once, however often it is sent, and beside others of its name", async () => {
    await db().$executeRaw`DELETE FROM pgboss.job`;
    const [one = "", other = ""] = [randomUUID(), randomUUID()].sort();
    await Promise.all(
      Array.from({ length: 8 }, () =>
        inTransaction(db(), (tx) => enqueue(tx, "feed-item", { feedItemId: one })),
      ),
    );
    await inTransaction(db(), (tx) =>
      enqueueAll(tx, "feed-item", [{ feedItemId: one }, { feedItemId: other }]),
    );
    expect((await waiting()).map(({ key }) => key)).toEqual([one, other]);
  });

  it("that runs by the clock is sent once in a stretch, also when it has ended", async () => {
    await db().$executeRaw`DELETE FROM pgboss.job`;
    const send = () => inTransaction(db(), (tx) => enqueue(tx, "poll-feeds", {}, { onceInSeconds: 3_600 }));
    await send();
    await db().$executeRaw`UPDATE pgboss.job SET state = 'completed', completed_on = now()`;
    await send();
    expect(await waiting()).toEqual([]);
  });

  it("with other data than it takes is refused", async () => {
    await expect(
      inTransaction(db(), (tx) => enqueue(tx, "poll-feed", { feedId: "no id" })),
    ).rejects.toMatchObject({ code: "invalid" });
  });
});
