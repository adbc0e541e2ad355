/**
 * How long likely duplicates take with many actors: npx node scripts/bench-duplicates.ts [actors, 20000 by default].
 * In a PostgreSQL of its own, gone afterwards. Names are made from syllables, so that given names and words of bodies
 * repeat as they do in life; one actor in fifty is made twice, spelled otherwise.
 */
import pg from "pg";
import { foldName } from "../lib/actor/fold.ts";
import { migrateDeploy } from "../lib/database/migrate.ts";
import { startThrowawayCluster } from "../lib/database/throwaway.ts";
import { openDb } from "../lib/db.server.ts";

const ACTORS = Number(process.argv[2] ?? 20_000);
const BATCH = 500;
const RUNS = 9;
const GIVEN = 800;
const SURNAMES = 12_000;

let state = 20_241_124;
/** The same figures on every machine. */
function random(below: number): number {
  state = (state * 48_271) % 2_147_483_647;
  return state % below;
}

const ONSETS = "b br c ch d dr f g gr h j k kl l m n p pr qu r s st t tr v w z".split(" ");
const VOWELS = "a e i o u ai ea io".split(" ");
const ENDS = "n r s l m nd rt th ck x".split(" ").concat("", "", "");
const pick = (list: readonly string[]) => list[random(list.length)] ?? "";

function word(): string {
  const syllables = Array.from({ length: 2 + random(2) }, () => pick(ONSETS) + pick(VOWELS));
  const made = syllables.join("") + pick(ENDS);
  return made.charAt(0).toUpperCase() + made.slice(1);
}

const given = Array.from({ length: GIVEN }, word);
const surnames = Array.from({ length: SURNAMES }, word);
/** Some are far more frequent than others. */
const often = (list: readonly string[]) =>
  list[Math.floor((random(10_000) / 10_000) ** 2 * list.length)] ?? "";

function person(): readonly string[] {
  const [first, last] = [often(given), often(surnames)];
  return [
    `${first} ${last}`,
    ...(random(3) === 0 ? [`${first} ${often(given)} ${last}`] : []),
    ...(random(4) === 0 ? [last] : []),
  ];
}

function body(): readonly string[] {
  const place = often(surnames);
  const field = often(given);
  return [`Ministry of ${field} of ${place}`, `${place} ${field} Ministry`];
}

/** The same actor as somebody else would write it. */
function again([name = ""]: readonly string[]): readonly string[] {
  const words = name.split(" ");
  if (words.length !== 2) return [name.toUpperCase()];
  const [first = "", last = ""] = words;
  const ways = [
    `${first.charAt(0)}. ${last}`,
    `${last} ${first}`,
    `${first} ${last.replace(/[aeiou]/, "a")}`,
    `${first} ${last}t`,
  ];
  return [pick(ways)];
}

const cluster = await startThrowawayCluster("bench");
const client = new pg.Client(cluster.url);
const db = openDb(cluster.url);
try {
  await migrateDeploy(cluster.url);
  await client.connect();
  const { readDuplicates } = await import("../lib/actor/duplicates.server.ts");
  const records = Array.from({ length: ACTORS }, () => (random(5) < 3 ? person() : body()));
  for (let n = 0; n < ACTORS; n += 50) records[n] = again(records[(n + 1) % ACTORS] ?? []);
  const began = performance.now();
  let names = 0;
  for (let at = 0; at < records.length; at += BATCH) {
    const batch = records
      .slice(at, at + BATCH)
      .map((own) => ({ id: crypto.randomUUID(), names: [...new Set(own)] }));
    await client.query(
      `INSERT INTO actor (id, name, kind) SELECT id, name, 'person' FROM json_to_recordset($1) AS r(id uuid, name text)`,
      [JSON.stringify(batch.map(({ id, names: [name] }) => ({ id, name })))],
    );
    const aliases = batch.flatMap(({ id, names: own }) =>
      own.map((name) => ({ id, name, folded: foldName(name) })),
    );
    names += aliases.length;
    await client.query(
      `INSERT INTO alias (id, actor_id, name, folded, kind)
       SELECT gen_random_uuid(), id, name, folded, 'name' FROM json_to_recordset($1) AS r(id uuid, name text, folded text)`,
      [JSON.stringify(aliases)],
    );
  }
  const filled = performance.now() - began;
  await client.query("ANALYZE");
  const viewer = {
    userId: "bench",
    name: "bench",
    email: "bench@example.org",
    role: "reader",
    sample: false,
  } as const;
  const times: number[] = [];
  let found = 0;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    found = (await readDuplicates(db, viewer)).found;
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const { rows } = await client.query<{ pairs: number }>("SELECT count(*)::int AS pairs FROM alias_likeness");
  console.log(
    [
      `${ACTORS} actors, ${names} names, ${rows[0]?.pairs} names alike`,
      `a name comes in: ${(filled / names).toFixed(2)} ms on average, with its pairs`,
      `the page's read: median ${times[Math.floor(RUNS / 2)]?.toFixed(0)} ms, worst ${times.at(-1)?.toFixed(0)} ms of ${RUNS}; ${found} pairs judged likely`,
    ].join("\n"),
  );
} finally {
  await db.$disconnect();
  await client.end();
  await cluster.stop();
}
