import { randomUUID } from "node:crypto";
import type pg from "pg";
import { type Candidate, copyCandidates } from "../../lib/article/copy-candidates.server.ts";
import type { Db } from "../../lib/db.server.ts";
import { compareCopies, copyText } from "../../lib/matching/copy/compare.ts";
import { type Signature, signatureOf } from "../../lib/matching/copy/signature.ts";
import { article, fillerKeys, REPRINTS, type SyntheticArticle } from "./synthetic.ts";

/** Originals on record that reprints are looked for. */
const ORIGINALS = 400;
/** Outlets that carry one popular text. */
const POPULAR = 300;
const SEARCHES = 200;
const BASELINE_SEARCHES = 20;
const SCANS = 3;
const BATCH = 2_000;

export interface SizeFigures {
  readonly size: number;
  readonly buildSeconds: number;
  readonly tableMb: number;
  readonly indexMb: number;
  readonly median: number;
  readonly p95: number;
  readonly storing: number;
  readonly uncapped: number;
  readonly scan: number;
  readonly recall: Readonly<Record<string, number>>;
  readonly strangers: number;
}

interface Stored {
  readonly id: string;
  readonly made: SyntheticArticle;
}

/** Fills the tables with so many articles and measures the search for copies of new ones. */
export async function measureSize(client: pg.Client, db: Db, size: number): Promise<SizeFigures> {
  const originals: Stored[] = Array.from({ length: ORIGINALS }, () => ({
    id: randomUUID(),
    made: article(),
  }));
  const popular: Stored = { id: randomUUID(), made: article() };
  const began = performance.now();
  await load(client, size, originals, popular);
  const buildSeconds = (performance.now() - began) / 1_000;
  const { rows } = await client.query<{ table: number; index: number }>(`
    SELECT (pg_table_size('copy_text') + pg_table_size('copy_key'))::float8 / 1e6 AS table,
      (pg_indexes_size('copy_text') + pg_indexes_size('copy_key'))::float8 / 1e6 AS index`);
  const searched = await search(db, originals, popular);
  const some = Array.from({ length: BASELINE_SEARCHES }, () => signed(article().text));
  return {
    size,
    buildSeconds,
    tableMb: rows[0]?.table ?? 0,
    indexMb: rows[0]?.index ?? 0,
    ...searched,
    storing: await timedEach(some, (one) => store(client, one)),
    uncapped: await timedEach(some, (signature) =>
      copyCandidates(db, { signature, sample: false, articleId: null }, UNBOUNDED),
    ),
    scan: await timedEach(some.slice(0, SCANS), (one) =>
      client.query("SELECT article_id FROM copy_text WHERE keys && $1::int[]", [one.keys]),
    ),
  };
}

/** The plain way: every holder of every key. */
const UNBOUNDED = { holders: 2 ** 31 - 1, differentTexts: 2 ** 31 - 1 };

async function load(
  client: pg.Client,
  size: number,
  originals: readonly Stored[],
  popular: Stored,
): Promise<void> {
  await client.query("TRUNCATE copy_text, copy_key CASCADE");
  await client.query("ALTER TABLE copy_text DISABLE TRIGGER copy_text_keys");
  await storeAll(client, size, planted(originals, popular));
  await client.query("ALTER TABLE copy_key DROP CONSTRAINT copy_key_pkey");
  await client.query("INSERT INTO copy_key SELECT unnest(keys), number FROM copy_text");
  await client.query("ALTER TABLE copy_key ADD CONSTRAINT copy_key_pkey PRIMARY KEY (key, number)");
  await client.query("ALTER TABLE copy_text ENABLE TRIGGER copy_text_keys");
  await client.query("VACUUM ANALYZE copy_text, copy_key");
}

interface Row {
  readonly id: string;
  readonly signature: Signature;
  readonly groupId: string | null;
}

function planted(originals: readonly Stored[], popular: Stored): Row[] {
  const group = randomUUID();
  return [
    ...originals.map(({ id, made }) => ({ id, signature: signed(made.text), groupId: null })),
    ...Array.from({ length: POPULAR }, (_, at) => ({
      id: at === 0 ? popular.id : randomUUID(),
      signature: signed(REPRINTS.edited?.(popular.made.body) ?? ""),
      groupId: group,
    })),
  ];
}

/** Planted texts lie evenly among the others. */
async function storeAll(client: pg.Client, size: number, among: Row[]): Promise<void> {
  const every = Math.floor(size / among.length);
  for (let from = 0; from < size; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, size - from) }, (_, at): Row => {
      const next = (from + at) % every === 0 ? among.pop() : undefined;
      const keys = next === undefined ? fillerKeys() : [];
      return next ?? { id: randomUUID(), signature: { runs: keys.length * 12, keys }, groupId: null };
    });
    await client.query(
      `INSERT INTO copy_text (article_id, revision_id, runs, keys, credits, group_id)
       SELECT id, gen_random_uuid(), runs, keys::int[], '{}', "group"
       FROM unnest($1::uuid[], $2::int[], $3::text[], $4::uuid[]) AS t(id, runs, keys, "group")`,
      [
        rows.map(({ id }) => id),
        rows.map(({ signature }) => signature.runs),
        rows.map(({ signature }) => `{${signature.keys.join(",")}}`),
        rows.map(({ groupId }) => groupId),
      ],
    );
  }
}

function signed(text: string): Signature {
  const signature = signatureOf(text);
  if (signature === null) throw new Error("A synthetic text is too short.");
  return signature;
}

/** New articles, reprints among them, looked for as ingestion does. */
async function search(db: Db, originals: readonly Stored[], popular: Stored) {
  const times: number[] = [];
  const recall: Record<string, number> = {};
  let strangers = 0;
  const timed = async (text: string): Promise<readonly Candidate[]> => {
    const signature = signed(text);
    const began = performance.now();
    const found = await copyCandidates(db, { signature, sample: false, articleId: null });
    times.push(performance.now() - began);
    return found;
  };
  for (let warming = 0; warming < 20; warming++) await timed(article().text);
  times.length = 0;
  for (let at = 0; at < SEARCHES; at++) strangers += (await timed(article().text)).length;
  for (const [kind, reprint] of Object.entries(REPRINTS)) {
    let found = 0;
    const some = originals.slice(0, SEARCHES / 4);
    for (const { id, made } of some) {
      const text = reprint(made.body);
      const likeness = compareCopies(copyText(text), copyText(made.text));
      const hit = (await timed(text)).some(({ articleId }) => articleId === id);
      if (hit && likeness.verdict === "copy") found++;
    }
    recall[kind] = found / some.length;
  }
  const carried = await Promise.all([timed(REPRINTS.edited?.(popular.made.body) ?? "")]);
  recall[`carried by ${POPULAR}`] = carried[0]?.length ? 1 : 0;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * times.length)] ?? 0;
  return { median: at(0.5), p95: at(0.95), recall, strangers: strangers / SEARCHES };
}

const store = (client: pg.Client, { runs, keys }: Signature) =>
  client.query(
    "INSERT INTO copy_text (article_id, revision_id, runs, keys, credits) VALUES ($1, $2, $3, $4, '{}')",
    [randomUUID(), randomUUID(), runs, keys],
  );

/** Median in milliseconds. */
async function timedEach<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (const one of all) {
    const began = performance.now();
    await work(one);
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
