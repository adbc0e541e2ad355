/**
 * A thousand feeds polled: npx node scripts/bench-feeds.ts [feeds, 1000 by default]. In a PostgreSQL of its own, through the
 * real way out to the web, from a site on this machine whose every feed is a host of its own (127.0.x.y). One in fifty is
 * broken, drips, never ends, is gone or carries a bomb. One at a time is the baseline, on
 * the first 200; then all, two and eight at a time (a worker polls eight). Each run begins anew; a second pass over the feeds, where nothing has changed, follows the last.
 */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { migrateDeploy } from "../lib/database/migrate.ts";
import { startThrowawayCluster } from "../lib/database/throwaway.ts";
import { openDb } from "../lib/db.server.ts";
import { completeEnv } from "../lib/env.ts";
import { pollFeed } from "../lib/jobs/poll-feed.server.ts";

const FEEDS = Number(process.argv[2] ?? 1_000);
const AT_ONCE = [1, 2, 8];
/** One at a time takes long: a part of the feeds says how long. */
const BASELINE = Math.min(FEEDS, 200);
const ITEMS = 30;
/** Of every 200 feeds these are poison: each of the site's tricks once. */
const TRICKS = ["broken", "drip", "endless", "missing", "gone", "bomb", "page"] as const;
type Kind = (typeof TRICKS)[number] | "good";
const kindOf = (n: number): Kind => TRICKS[n % Math.ceil(Math.min(200, FEEDS))] ?? "good";
const hostOf = (n: number) => `127.0.${Math.floor(n / 250)}.${(n % 250) + 2}`;

function serve(): void {
  const server = createServer((request, response) => {
    const [, kind = "", n = "0"] = /^\/(\w+)\/(\d+)$/.exec(request.url ?? "") ?? [];
    answer(kind as Kind | "", Number(n), request.headers["if-none-match"], response);
  });
  server.listen(0, "0.0.0.0", () => parentPort?.postMessage((server.address() as AddressInfo).port));
}

function answer(kind: Kind | "", n: number, known: string | undefined, response: ServerResponse): void {
  const etag = `"${n}"`;
  if (kind === "" || kind === "missing") return void response.writeHead(404).end();
  if (kind === "gone") return void response.writeHead(410).end();
  if (known === etag) return void response.writeHead(304, { etag }).end();
  response.writeHead(200, { "content-type": kind === "page" ? "text/html" : "application/rss+xml", etag });
  const whole = feedOf(n);
  if (kind === "good") response.end(whole);
  else if (kind === "page") response.end("<!doctype html><title>Under repair</title>");
  else if (kind === "broken") response.end("<rss version='2.0'><channel><title>Tide");
  else if (kind === "bomb") response.end(`<!DOCTYPE rss [${laughs}]>${whole.replaceAll("harbour", "&l30;")}`);
  else {
    const piece = kind === "drip" ? "<" : whole;
    const timer = setInterval(() => response.write(piece), kind === "drip" ? 1_000 : 1);
    response.on("close", () => clearInterval(timer));
  }
}

const laughs = Array.from({ length: 31 }, (_, n) => `<!ENTITY l${n} "${`&l${n - 1};`.repeat(10)}">`).join("");

function feedOf(n: number): string {
  const items = Array.from(
    { length: ITEMS },
    (
      _,
      at,
    ) => `<item><guid isPermaLink="false">${n}-${at}</guid><title>Note ${at} of the harbour at quay ${n}</title>
    <link>http://${hostOf(n)}/notes/${at}</link><pubDate>Sun, ${(at % 28) + 1} Jun 2024 10:41:00 +0200</pubDate>
    <description>&lt;p&gt;${"The harbour office told the boats at the outer pier when the water turns. ".repeat(8)}&lt;/p&gt;</description></item>`,
  );
  return `<rss version="2.0"><channel><title>Harbour notes ${n}</title><link>http://${hostOf(n)}/</link>${items.join("")}</channel></rss>`;
}

async function bench(): Promise<void> {
  const cluster = await startThrowawayCluster("bench-feeds");
  const client = openDb(cluster.url, 20);
  const site = new Worker(new URL(import.meta.url), { argv: process.argv.slice(2) });
  try {
    const port = await new Promise<number>((resolve) => site.once("message", resolve));
    const fetchLoopback = Array.from({ length: FEEDS }, (_, n) => ({ address: hostOf(n), port }));
    completeEnv({ databaseUrl: cluster.url, fetchLoopback, logLevel: "error" });
    await migrateDeploy(cluster.url);
    const ids = await addFeeds(client, port);
    console.log(
      `${FEEDS} feeds of ${ITEMS} entries (${Math.round(feedOf(0).length / 1_024)} kB), one in ${Math.round(FEEDS / poison())} is poison`,
    );
    console.log("at once  feeds     all     polls/s   good ones done   entries   most memory");
    for (const atOnce of AT_ONCE) {
      const some = atOnce === 1 ? ids.slice(0, BASELINE) : ids;
      await begin(client);
      await report(client, atOnce, some.length, await pollAll(client, some, atOnce));
    }
    await client.$executeRaw`UPDATE feed SET next_at = now()`;
    const good = ids.filter((_, n) => kindOf(n) === "good");
    const { seconds } = await pollAll(client, good, AT_ONCE.at(-1) ?? 1);
    console.log(
      `nothing new (304), ${AT_ONCE.at(-1)} at once: ${(good.length / seconds).toFixed(0)} polls/s`,
    );
  } finally {
    await site.terminate();
    await client.$disconnect();
    await cluster.stop();
  }
}

const poison = () =>
  Array.from({ length: FEEDS }, (_, n) => kindOf(n)).filter((kind) => kind !== "good").length;

async function addFeeds(client: ReturnType<typeof openDb>, port: number): Promise<readonly string[]> {
  const user = await client.user.create({ data: { id: "bench", name: "Bench", email: "bench@example.org" } });
  const outlet = await client.outlet.create({ data: { name: "Harbour Notes", kind: "other" } });
  const rows = Array.from({ length: FEEDS }, (_, n) => ({
    id: crypto.randomUUID(),
    url: `http://${hostOf(n)}:${port}/${kindOf(n)}/${n}`,
    outletId: outlet.id,
    title: `Harbour notes ${n}`,
    kind: "rss" as const,
    addedBy: user.id,
  }));
  await client.feed.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

/** As if no feed had ever been read, and no site been asked. */
async function begin(client: ReturnType<typeof openDb>): Promise<void> {
  await client.$executeRaw`DELETE FROM pgboss.job`;
  await client.$executeRaw`TRUNCATE feed_item`;
  await client.$executeRaw`
    UPDATE feed SET state = 'active', polled_at = NULL, etag = NULL, body_sha256 = NULL, failures = 0, problem = NULL,
      problem_at = NULL, next_at = now()`;
  delete (globalThis as { onRecordManners?: unknown }).onRecordManners;
}

interface Run {
  readonly seconds: number;
  /** When the last feed without fault was done. */
  readonly good: number;
  readonly memory: number;
}

async function pollAll(
  client: ReturnType<typeof openDb>,
  ids: readonly string[],
  atOnce: number,
): Promise<Run> {
  const never = new AbortController().signal;
  const began = performance.now();
  const since = () => (performance.now() - began) / 1_000;
  let [next, good, memory] = [0, 0, 0];
  const sampler = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage().rss);
  }, 100);
  const lane = async () => {
    while (next < ids.length) {
      const n = next++;
      await pollFeed(client, { feedId: ids[n] ?? "" }, never);
      if (kindOf(n) === "good") good = since();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  clearInterval(sampler);
  return { seconds: since(), good, memory };
}

async function report(
  client: ReturnType<typeof openDb>,
  atOnce: number,
  feeds: number,
  run: Run,
): Promise<void> {
  const entries = await client.feedItem.count();
  const wrong = await client.feed.count({ where: { problem: { not: null }, url: { contains: "/good/" } } });
  const silent = await client.feed.count({
    where: {
      problem: null,
      OR: [{ polledAt: { not: null } }, { failures: { gt: 0 } }],
      url: { not: { contains: "/good/" } },
      NOT: { url: { contains: "/bomb/" } },
    },
  });
  console.log(
    [
      String(atOnce).padStart(7),
      String(feeds).padStart(7),
      `${run.seconds.toFixed(1)} s`.padStart(8),
      (feeds / run.seconds).toFixed(1).padStart(9),
      `${run.good.toFixed(1)} s`.padStart(15),
      String(entries).padStart(11),
      `${Math.round(run.memory / 1_048_576)} MB`.padStart(10),
    ].join(""),
  );
  const readable = Array.from({ length: feeds }, (_, n) => kindOf(n)).filter(
    (kind) => kind === "good" || kind === "bomb",
  );
  if (wrong > 0 || silent > 0 || entries !== readable.length * ITEMS)
    throw new Error(`${wrong} good feeds harmed, ${silent} bad ones unseen, ${entries} entries`);
}

if (isMainThread) {
  await bench();
  // The job queue's own connection would keep it running.
  process.exit();
} else serve();
