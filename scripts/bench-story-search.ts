/**
 * How long an article's story takes to find among many: npx node scripts/bench-story-search.ts [articles ...]
 * (10000 and 100000 by default). In a PostgreSQL of its own, gone afterwards. Articles are spread over two years; their
 * words are drawn as words of texts are, few often and many seldom.
 */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { migrateDeploy } from "../lib/database/migrate.ts";
import { startThrowawayCluster } from "../lib/database/throwaway.ts";
import { openDb } from "../lib/db.server.ts";
import { hashOf } from "../lib/matching/story/terms.ts";
import { suggestStory } from "../lib/story/suggest.server.ts";

const SIZES = process.argv.slice(2).map(Number);
const DAYS = 730;
const FIRST_DAY = "2024-01-01";
const VOCABULARY = 60_000;
const TERMS = 24;
const RUNS = 40;
const WORDS = 400;

let state = 20_241_126;
/** The same figures on every machine. */
function random(): number {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
}
const LETTERS = "bcdfghjklmnprstvwz";
/** A word for each rank, none of them English. */
const word = (rank: number) =>
  `q${[...rank.toString(18)].map((digit) => LETTERS[Number.parseInt(digit, 18)]).join("")}a`;
const rank = () => Math.floor(VOCABULARY ** random());

/** Articles with terms, without texts: what the search looks at. */
async function fill(client: pg.Client, articles: number): Promise<void> {
  await client.query("ALTER TABLE story_feature DISABLE TRIGGER USER");
  await client.query("CREATE TEMP TABLE vocabulary (rank int PRIMARY KEY, hash int NOT NULL)");
  const ranks = Array.from({ length: VOCABULARY }, (_, at) => at + 1);
  await client.query("INSERT INTO vocabulary SELECT * FROM unnest($1::int[], $2::int[])", [
    ranks,
    ranks.map((at) => hashOf(`en ${word(at)}`) & ~1),
  ]);
  await client.query("INSERT INTO outlet (id, name, kind) VALUES ($1, 'Bench Courier', 'newspaper')", [
    randomUUID(),
  ]);
  await client.query(
    `INSERT INTO article (id, outlet_id, headline, first_sha256)
     SELECT uuidv7(), (SELECT id FROM outlet), 'Bench', md5(n::text) FROM generate_series(1, $1) AS n`,
    [articles],
  );
  await client.query(
    `INSERT INTO story_feature (article_id, language, day, terms, weights, engine)
     SELECT a.id, 'en', $1::date + floor(random() * $2)::int, t.terms, array_fill(2000::smallint, ARRAY[cardinality(t.terms)]), 'bench'
     FROM article a JOIN (
       SELECT id, array_agg(DISTINCT v.hash) AS terms FROM (
         SELECT a.id, floor(power($4::float8, random()))::int AS rank FROM article a CROSS JOIN generate_series(1, $3)
       ) drawn JOIN vocabulary v ON v.rank = drawn.rank GROUP BY id
     ) t ON t.id = a.id`,
    [FIRST_DAY, DAYS, TERMS, VOCABULARY],
  );
  await client.query(
    "INSERT INTO story_term SELECT unnest(terms), day, article_id FROM story_feature ON CONFLICT DO NOTHING",
  );
  await client.query("ALTER TABLE story_feature ENABLE TRIGGER USER");
  await client.query("VACUUM ANALYZE");
}

const day = (at: number) => new Date(Date.parse(FIRST_DAY) + at * 86_400_000).toISOString().slice(0, 10);

async function measure(articles: number): Promise<readonly number[]> {
  const cluster = await startThrowawayCluster("bench");
  const client = new pg.Client(cluster.url);
  const db = openDb(cluster.url);
  try {
    await migrateDeploy(cluster.url);
    await client.connect();
    await fill(client, articles);
    const { id: outletId } = await db.outlet.findFirstOrThrow();
    const times: number[] = [];
    for (let run = 0; run <= RUNS; run++) {
      const text = Array.from({ length: WORDS }, () => word(rank())).join(" ");
      await db.$transaction(async (tx) => {
        const { id } = await tx.article.create({
          data: { outletId, headline: "Bench", firstSha256: randomUUID() },
        });
        const seeker = {
          articleId: id,
          broughtInAt: new Date(),
          headline: text.slice(0, 60),
          text,
          outlet: "Bench Courier",
        };
        const began = performance.now();
        await suggestStory(tx, { ...seeker, date: day(60 + run * 15), language: "en", sample: false });
        // The first run opens what all others use.
        if (run > 0) times.push(performance.now() - began);
      });
    }
    return times.sort((a, b) => a - b);
  } finally {
    await db.$disconnect();
    await client.end();
    await cluster.stop();
  }
}

const medians: { articles: number; median: number }[] = [];
console.log("| articles on record | in a window of 15 days | median ms | 95 % ms |\n|---|---|---|---|");
for (const articles of SIZES.length > 0 ? SIZES : [10_000, 100_000]) {
  const times = await measure(articles);
  const [median, slow] = [0.5, 0.95].map((share) => times[Math.floor(times.length * share)] ?? 0) as [
    number,
    number,
  ];
  medians.push({ articles, median });
  console.log(
    `| ${articles} | ${Math.round((articles * 15) / DAYS)} | ${median.toFixed(1)} | ${slow.toFixed(1)} |`,
  );
}
const [first, last] = [medians[0], medians.at(-1)];
if (first && last && first !== last)
  console.log(
    `\nGrowth exponent ${(Math.log(last.median / first.median) / Math.log(last.articles / first.articles)).toFixed(2)}`,
  );
