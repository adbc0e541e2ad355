import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeEach, expect, test } from "vitest";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { FEED_TYPES } from "./content-type.ts";
import { createHostTurns } from "./host-turn.server.ts";
import { createManners, type Manners } from "./polite-fetch.server.ts";
import { factsOf, reasonOf } from "./refusal.ts";
import { createFetcher } from "./safe-fetch.server.ts";
import { forgetTurns, type SharedTurn, type SharedTurnOptions, sharedTurns } from "./site-turn.server.ts";
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
const process = (): Manners => createManners(createFetcher(reaching(site)), sharedTurns(db));
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

/** One asker's turns at one site. */
const asker = () => {
  const turns = sharedTurns(db);
  return (options: Partial<SharedTurnOptions> = {}) =>
    turns.take("paper.test", { gap: 0, patience: 0, ...options });
};
async function taken(turn: Promise<SharedTurn>) {
  const found = await turn;
  if (found.outcome !== "taken") throw new Error(`The turn was not taken: ${found.outcome}.`);
  return found;
}
const outcomeOf = async (turn: Promise<SharedTurn>) => (await turn).outcome;

test("a process that died holds nobody up for longer than its lease", async () => {
  const dead = await taken(asker()());
  const ask = asker();
  expect(await outcomeOf(ask())).toBe("givenUp");
  await db().$executeRaw`UPDATE site_turn SET held_until = now()`;
  await taken(ask());
  // Should it have been asleep only: what it gives back is not the heir's turn.
  await dead.end(null);
  expect(await outcomeOf(ask())).toBe("givenUp");
});

test("whoever waits in vain is told to come again, and has taken nothing", async () => {
  const ask = asker();
  const held = await taken(ask());
  expect(await outcomeOf(ask({ patience: 0.4 }))).toBe("givenUp");
  await held.end(null);
  await db().$executeRaw`UPDATE site_turn SET wanted_until = now()`;
  await taken(ask());
});

test("whoever waits goes before one who has just had his turn, and keeps nobody out when he asks no more", async () => {
  const [busyOne, editor] = [asker(), asker()];
  const first = await taken(busyOne());
  const waiting = taken(editor({ patience: 20 }));
  await expect.poll(() => db().siteTurn.count({ where: { wantedBy: { not: null } } })).toBe(1);
  await first.end(null);
  expect(await outcomeOf(busyOne())).toBe("givenUp");
  const second = await waiting;
  await second.end(null);
  await (await taken(busyOne())).end(null);

  const again = await taken(busyOne());
  await editor({ patience: 0.4 });
  await again.end(null);
  await db().$executeRaw`UPDATE site_turn SET wanted_until = now()`;
  await taken(busyOne());
});

test("a Crawl-delay counts from any process's last visit, and keeps out nobody who has none", async () => {
  const ask = asker();
  await (await taken(ask())).end(null);
  expect(await ask({ gap: 5, patience: 20 })).toMatchObject({
    outcome: "tooSoon",
    seconds: expect.closeTo(0, 0),
  });
  const one = createHostTurns(sharedTurns(db));
  const at = new URL("https://www.paper.test/");
  const order: string[] = [];
  await Promise.all([
    one.take(at, async () => order.push("with a delay"), { gap: 3, patience: 20 }),
    one.take(at, async () => order.push("without"), { patience: 20 }),
  ]);
  expect(order).toEqual(["without", "with a delay"]);
});

test("whoever is stopped waits no longer, here or there", async () => {
  const held = await taken(asker()());
  const one = createHostTurns(sharedTurns(db));
  const stop = new AbortController();
  const wait = () =>
    one.take(new URL("https://paper.test/"), async () => "visited", { patience: 3_000, signal: stop.signal });
  const both = Promise.allSettled([wait(), wait()]);
  await expect.poll(() => db().siteTurn.count({ where: { wantedBy: { not: null } } })).toBe(1);
  stop.abort(new Error("Paused."));
  for (const end of await both) expect(end).toMatchObject({ reason: { message: "Paused." } });
  // They did not wait until it was theirs.
  expect(await outcomeOf(asker()())).toBe("givenUp");
  await held.end(null);
});

test("what was read is not lost where the turn can't be given back", async () => {
  const turns = createHostTurns({
    take: async () => ({ outcome: "taken", end: () => Promise.reject(new Error("The database is away.")) }),
  });
  const at = new URL("https://paper.test/");
  expect(await turns.take(at, async () => "read", { patience: 1 })).toBe("read");
  await expect(turns.take(at, () => Promise.reject(new Error("No page.")), { patience: 1 })).rejects.toThrow(
    "No page.",
  );
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
