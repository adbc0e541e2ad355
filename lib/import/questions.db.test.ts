import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, expect, it, vi } from "vitest";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import type { ImportRecord } from "./record.ts";
import { runImport } from "./run.server.ts";

await freshDatabase();
afterAll(() => db().$disconnect());

async function* records(articles: readonly object[]): AsyncGenerator<ImportRecord> {
  for (const [at, article] of articles.entries())
    yield { number: at + 1, position: at + 1, excerpt: "", held: { kind: "article", article } };
}

async function bringIn(articles: readonly object[]): Promise<void> {
  const identity = randomUUID();
  const { id } = await db().import.create({ data: { kind: "jsonl", name: "list", identity, sizeBytes: 1n } });
  const signal = new AbortController().signal;
  await runImport(db(), { importId: id, records: records(articles), signal, goesOnBy: "person" });
}

const article = (at: number, title = `Canal notice ${at}`) => ({
  url: `https://canal.example/${at}`,
  outlet: "Canal Gazette",
  title,
  text: `“Gate ${at} will hold until spring,” said Ilse Varn, who runs the canal. Barges pass gate ${at} on day ${at * 7} of the year.`,
});

it("a new article is a handful of questions to the database, and each is planned once for a connection", async () => {
  await bringIn([article(1)]);
  const asked = vi.spyOn(pg.Client.prototype, "query");
  await bringIn(Array.from({ length: 20 }, (_, at) => article(at + 2)));
  const queries = asked.mock.calls.map(
    ([query]) => query as unknown as string | { text: string; name?: string },
  );
  asked.mockRestore();
  const texts = queries.map((query) => (typeof query === "string" ? { text: query } : query));
  expect(texts.filter(({ text }) => text.includes("INSERT INTO article "))).toHaveLength(20);
  // What a run begins and ends with is some 50 for all lines together.
  expect(texts.length / 20).toBeLessThan(18);
  const unnamed = Map.groupBy(
    texts.filter(({ name, text }) => !name && !/^(BEGIN|COMMIT)/.test(text)),
    ({ text }) => text,
  );
  for (const [text, often] of unnamed) expect(often.length, text).toBeLessThan(10);
});

it("articles of one headline that come at once have an address each", async () => {
  const title = "The gates are closed for the winter";
  await bringIn(Array.from({ length: 12 }, (_, at) => article(100 + at, title)));
  const addresses = await db().address.findMany({
    where: { article: { headline: title }, current: true },
    select: { slug: true },
  });
  const base = "canal-gazette-the-gates-are-closed-for-the-winter";
  expect(addresses.map(({ slug }) => slug).toSorted()).toEqual(
    [base, ...Array.from({ length: 11 }, (_, at) => `${base}-${at + 2}`)].toSorted(),
  );
});
