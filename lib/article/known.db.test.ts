import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { freshDatabase } from "../database/testing.ts";
import { db, type Tx } from "../db.server.ts";
import { addressKey, canonicalUrl } from "./canonical-url.ts";
import { findKnown } from "./known.server.ts";
import { sha256 } from "./raw.server.ts";

await freshDatabase();
afterAll(() => db().$disconnect());

const ARTICLES = 3_000;

/** An outlet whose articles came without addresses, as many as an archive has. */
async function archive(): Promise<string> {
  const { id } = await db().outlet.create({ data: { name: "Lock Gazette", kind: "newspaper" } });
  await db().$executeRaw`
    INSERT INTO article (id, outlet_id, headline, first_sha256)
    SELECT gen_random_uuid(), ${id}::uuid, 'Lock ' || n, encode(sha256(convert_to('Lock ' || n || ' opens.', 'UTF8')), 'hex')
    FROM generate_series(1, ${ARTICLES}::int) n`;
  await db().$executeRaw`
    INSERT INTO revision (id, article_id, number, text, sha256, parts, raw, extractor, cause)
    SELECT gen_random_uuid(), id, 1, headline || ' opens.', first_sha256, '[]', convert_to('Lock', 'UTF8'), 'paste/1', 'first'
    FROM article`;
  await db().$executeRaw`ANALYZE article, revision`;
  return id;
}

/** Rows of articles and revisions that the transaction has read. */
async function rowsRead(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ read: number }[]>`
    SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int AS read
    FROM pg_stat_xact_user_tables WHERE relname IN ('article', 'revision')`;
  return row?.read ?? 0;
}

it("a text is found among all of its outlet, with or without an address, by reading only what is like it", async () => {
  const outletId = await archive();
  const read = await db().$transaction(async (tx) => {
    const before = await rowsRead(tx);
    const known = { outletId, sha256: sha256(new TextEncoder().encode("Lock 700 opens.")) };
    expect(await findKnown(tx, { ...known, url: null })).toMatchObject({ kind: "seen" });
    expect(await findKnown(tx, { ...known, url: "https://lock.example/700" })).toMatchObject({
      kind: "seen",
    });
    const unknown = { outletId, sha256: sha256(new TextEncoder().encode("Lock 0 opens.")) };
    expect(await findKnown(tx, { ...unknown, url: null })).toEqual({ kind: "new" });
    return (await rowsRead(tx)) - before;
  });
  expect(read).toBeLessThan(100);
});

it("the database knows an address by what the program knows it by", async () => {
  const path = fc.constantFrom("", "/", "//", "/a", "/a/", "/a//", "/a?b=/", "/a/?b=c/", "/?", "/www.a/");
  const address = fc
    .tuple(fc.constantFrom("http://", "https://"), fc.constantFrom("", "www.", "www.www."), path)
    .map(([scheme, www, rest]) => canonicalUrl(`${scheme}${www}lock.example${rest}`) ?? "");
  const any = fc.webUrl({ withQueryParameters: true }).map((url) => canonicalUrl(url) ?? "");
  const urls = fc.sample(fc.oneof(address, any), 1_000);
  const rows = await db().$queryRaw<{ key: string }[]>`
    SELECT address_key(url) AS key FROM unnest(${urls}::text[]) WITH ORDINALITY u(url, n) ORDER BY n`;
  expect(rows.map(({ key }) => key)).toEqual(urls.map(addressKey));
});
