import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeEach, expect, test } from "vitest";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { FEED_TYPES } from "./content-type.ts";
import { createManners, type Manners } from "./polite-fetch.server.ts";
import { factsOf, reasonOf } from "./refusal.ts";
import { createFetcher } from "./safe-fetch.server.ts";
import { forgetTurns, sharedTurns } from "./site-turn.server.ts";
import { reaching, startSite } from "./testing.ts";

await freshDatabase();

/** What the site says to a page that is asked for, and when it had how many visitors. */
let answer: {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly ms: number;
};
let here = 0;
let mostHere = 0;
const site = await startSite(async (request, response) => {
  if (request.url === "/robots.txt") return response.writeHead(404).end();
  here += 1;
  mostHere = Math.max(mostHere, here);
  await sleep(answer.ms);
  here -= 1;
  return response
    .writeHead(answer.status, { "content-type": "application/rss+xml", ...answer.headers })
    .end("<rss/>");
});
afterAll(async () => {
  await site.close();
  await db().$disconnect();
});
beforeEach(async () => {
  answer = { status: 200, headers: {}, ms: 0 };
  mostHere = 0;
  await db().siteTurn.deleteMany();
});

/** One more process: what it remembers is its own, the database is all they share. */
const process = (lease?: number): Manners =>
  createManners(createFetcher(reaching(site)), sharedTurns(db, lease));
const read = ({ politeFetch }: Manners, path = "/feed") =>
  politeFetch(`http://paper.test:${site.port}${path}`, { accepts: FEED_TYPES });
const byHand = ({ fetchByHand }: Manners, path = "/page") =>
  fetchByHand(`http://www.paper.test:${site.port}${path}`, { accepts: FEED_TYPES });
const pages = () => site.hits.filter((path) => path !== "/robots.txt").length;

async function why(work: Promise<unknown>) {
  const [outcome] = await Promise.allSettled([work]);
  return outcome.status === "rejected"
    ? { reason: reasonOf(outcome.reason), ...factsOf(outcome.reason) }
    : { reason: null };
}

test("one visit at a time to a site, however many processes visit it", async () => {
  answer = { ...answer, ms: 30 };
  const all = [process(), process(), process()];
  const before = pages();
  await Promise.all(all.flatMap((one) => [read(one), byHand(one), read(one, "/other")]));
  expect(pages() - before).toBe(9);
  expect(mostHere).toBe(1);
});

test("a site that asks one process for time is left alone by the others, and after a restart", async () => {
  answer = { ...answer, status: 503, headers: { "retry-after": "120" } };
  const first = process();
  expect(await why(read(first))).toMatchObject({ reason: "busy", status: 503 });
  const before = site.hits.length;
  for (const one of [process(), process()])
    for (const said of [await why(read(one)), await why(byHand(one))]) {
      expect(said).toMatchObject({ reason: "busy" });
      expect(said).toHaveProperty("retryAfter", expect.closeTo(119, -1));
    }
  expect(site.hits).toHaveLength(before);
  answer = { ...answer, status: 200, headers: {} };
  await db().$executeRaw`UPDATE site_turn SET busy_until = now()`;
  expect(await why(read(process()))).toEqual({ reason: null });
});

test("a process that died holds nobody up for longer than its lease", async () => {
  const dead = await sharedTurns(db, 1).take("paper.test", 0, 1);
  expect(dead.taken).toBe(true);
  const turns = sharedTurns(db);
  expect(await turns.take("paper.test", 0, 0)).toEqual({ taken: false, busyFor: null });
  const heir = await turns.take("paper.test", 0, 20);
  expect(heir.taken).toBe(true);
  // Should it have been asleep only: what it gives back is not the heir's turn.
  if (dead.taken) await dead.end(null);
  expect(await turns.take("paper.test", 0, 0)).toEqual({ taken: false, busyFor: null });
});

test("whoever waits in vain is told to come again, and has taken nothing", async () => {
  const turns = sharedTurns(db);
  const held = await turns.take("paper.test", 0, 1);
  expect(await turns.take("paper.test", 0, 0.4)).toEqual({ taken: false, busyFor: null });
  if (held.taken) await held.end(null);
  expect((await turns.take("paper.test", 0, 0)).taken).toBe(true);
});

test("a Crawl-delay counts from any process's last visit", async () => {
  const turns = sharedTurns(db);
  const first = await turns.take("paper.test", 0, 1);
  if (first.taken) await first.end(null);
  expect(await turns.take("paper.test", 5, 0)).toEqual({ taken: false, busyFor: null });
  expect((await turns.take("paper.test", 1, 10)).taken).toBe(true);
  const [row] = await db().$queryRaw<{ waited: boolean }[]>`
    SELECT held_until - interval '20 seconds' >= ended_at + interval '1 second' AS waited FROM site_turn`;
  expect(row).toEqual({ waited: true });
});

test("sites with nothing left to remember are forgotten, others are not", async () => {
  await db().$executeRaw`
    INSERT INTO site_turn (site, holder, held_until, ended_at, busy_until) VALUES
      ('old.test', NULL, NULL, now() - interval '2 hours', NULL),
      ('dead.test', gen_random_uuid(), now() - interval '2 hours', NULL, NULL),
      ('busy.test', NULL, NULL, now() - interval '2 hours', now() + interval '1 hour'),
      ('here.test', gen_random_uuid(), now() + interval '5 seconds', now() - interval '2 hours', NULL)`;
  expect(await forgetTurns(db())).toBe(2);
  expect((await db().siteTurn.findMany({ orderBy: { site: "asc" } })).map(({ site }) => site)).toEqual([
    "busy.test",
    "here.test",
  ]);
});
