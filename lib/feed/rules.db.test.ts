import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";

await freshDatabase();
let feedId = "";
beforeAll(async () => {
  const feed = {
    url: "https://tides.example/feed",
    outlet: { name: "Tide Bulletin" },
    title: "Tides",
    kind: "rss",
  };
  ({ feedId } = (await runDeskWrite(db(), await makeViewer(db()), "add-feed", feed)) as { feedId: string });
});
afterAll(() => db().$disconnect());

const feed = (set: string) => db().$executeRawUnsafe(`UPDATE feed SET ${set} WHERE id = '${feedId}'`);
const entry = (columns: string, values: string) =>
  db().$executeRawUnsafe(
    `INSERT INTO feed_item (id, feed_id, key, title, summary, fingerprint, ${columns})
     VALUES (gen_random_uuid(), '${feedId}', gen_random_uuid()::text, 't', 's', 'f', ${values})`,
  );

describe("a feed", () => {
  it.each([
    ["url = 'ftp://tides.example/feed'", /feed_url_web/],
    ["title = ' '", /feed_title_said/],
    ["interval_seconds = 60", /feed_interval/],
    ["problem = 'no answer'", /feed_problem_dated/],
    ["failures = -1", /feed_failures/],
  ])("refuses %s", (set, why) => expect(feed(set)).rejects.toThrow(why));
  it("takes a problem with its date", () =>
    expect(feed("problem = 'no answer', problem_at = now()")).resolves.toBe(1));
});

describe("an entry", () => {
  it.each([
    ["state, done_at", "'waiting', now()", /feed_item_settled/],
    ["state", "'done'", /feed_item_settled/],
    ["state, done_at", "'failed', now()", /feed_item_reason/],
    ["state, problem", "'waiting', 'none'", /feed_item_reason/],
    ["state, done_at, content", "'done', now(), '<p>'", /feed_item_content/],
    ["state, url", "'waiting', 'javascript:x'", /feed_item_url_web/],
  ])("refuses %s = %s", (columns, values, why) => expect(entry(columns, values)).rejects.toThrow(why));
  it("takes one that waits, and one that came to nothing with why and when", async () => {
    await expect(entry("state", "'waiting'")).resolves.toBe(1);
    await expect(entry("state, problem, done_at", "'refused', 'a wall', now()")).resolves.toBe(1);
  });
  it("stands once in its feed", () =>
    expect(
      db().$executeRawUnsafe(
        "INSERT INTO feed_item (id, feed_id, key, title, summary, fingerprint, state) SELECT gen_random_uuid(), feed_id, key, 't', 's', 'f', 'waiting' FROM feed_item LIMIT 1",
      ),
    ).rejects.toThrow(/feed_item_feed_id_key/));
});

it("has an index for what the clock asks, and one for what waits", async () => {
  const rows = await db().$queryRaw<{ indexdef: string }[]>`
    SELECT indexdef FROM pg_indexes WHERE indexname IN ('feed_due', 'feed_item_waiting') ORDER BY indexname`;
  expect(rows.map(({ indexdef }) => indexdef.split(" USING ")[1])).toEqual([
    "btree (next_at) WHERE (state = 'active'::feed_state)",
    "btree (feed_id) WHERE (state = 'waiting'::feed_item_state)",
  ]);
});
