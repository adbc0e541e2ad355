import { beforeAll, describe, expect, it, vi } from "vitest";
import { findUser, listUsers } from "#lib/auth/user.server.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { tieClaim } from "#lib/claim/write.server.ts";
import { anotherDatabase, freshDatabase } from "#lib/database/testing.ts";
import { type Db, db, inTransaction, openDb } from "#lib/db.server.ts";
import { readDeskArticle } from "#lib/desk/article.server.ts";
import { ingest } from "#lib/desk/ingest.server.ts";
import { removeSample } from "#lib/desk/sample.server.ts";
import { signOff } from "#lib/desk/sign-off.server.ts";
import { addStatement } from "#lib/statement/write.server.ts";
import { loadPackagedAuthority } from "./authority.ts";
import { SAMPLE_ACTORS } from "./newsroom/actors.ts";
import { SAMPLE_ARTICLES } from "./newsroom/articles.ts";
import { SAMPLE_CLAIMS } from "./newsroom/claims.ts";
import { SAMPLE_OUTLETS } from "./newsroom/outlets.ts";
import { seedSampleNewsroom } from "./newsroom.ts";

// Each load is more than a thousand queries: on a busy machine that is longer than the usual limit.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
await freshDatabase();
const failing = openDb(await anotherDatabase(), 2);

/** Rows of every table: all of them, and those with the sample flag. */
async function rowCounts(client: Db): Promise<Record<string, { all: number; sample: number }>> {
  const tables = await client.$queryRaw<{ name: string; flagged: boolean }[]>`
    SELECT t.table_name AS name, bool_or(c.column_name = 'sample') AS flagged
    FROM information_schema.tables t JOIN information_schema.columns c USING (table_schema, table_name)
    WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE' GROUP BY t.table_name`;
  const counts: Record<string, { all: number; sample: number }> = {};
  for (const { name, flagged } of tables) {
    const count = async (where: string) => {
      const [row] = await client.$queryRawUnsafe<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM "${name}" ${where}`,
      );
      return row?.n ?? 0;
    };
    counts[name] = { all: await count(""), sample: flagged ? await count("WHERE sample") : 0 };
  }
  return counts;
}

async function makeUser(client: Db, role: "admin" | "editor"): Promise<Viewer> {
  const user = { name: `The ${role}`, email: `${role}@example.org`, role } as const;
  await client.user.create({ data: { ...user, id: role } });
  return { ...user, userId: role, sample: false };
}

const titles = (rows: { headline: string }[]) => rows.map(({ headline }) => headline).sort();

describe("the sample newsroom", () => {
  beforeAll(async () => {
    await loadPackagedAuthority();
    await seedSampleNewsroom();
  });

  it("is public in all that was decided, and waits with the rest", async () => {
    const planned = SAMPLE_ARTICLES.filter(({ inbox }) => !inbox);
    const articles = await db().$queryRaw<
      { headline: string }[]
    >`SELECT headline FROM published_article WHERE sample`;
    expect(titles(articles)).toEqual(titles(planned));
    const open = await db().article.findMany({ where: { suggestions: { some: { state: "open" } } } });
    expect(titles(open)).toEqual(titles(SAMPLE_ARTICLES.filter(({ inbox }) => inbox)));
    const statements = await db().$queryRaw<
      { id: string }[]
    >`SELECT id FROM published_statement WHERE sample`;
    expect(statements).toHaveLength(planned.reduce((sum, { statements }) => sum + statements.length, 0));
  });

  it("stands on record as it was planned", async () => {
    for (const { url, inbox, statements } of SAMPLE_ARTICLES) {
      const stored = await db().statement.findMany({
        where: { article: { canonicalUrl: url } },
        include: { stances: true, relays: true, attributedTo: true, anchor: { include: { spans: true } } },
      });
      expect(stored, url).toHaveLength(inbox ? 0 : statements.length);
      for (const statement of stored) {
        const content = statement.anchor.spans
          .filter(({ role }) => role === "content")
          .sort((a, b) => a.position - b.position)
          .map(({ exact }) => exact);
        const plan = statements.find((one) => one.content.join() === content.join());
        expect(plan, content.join()).toBeDefined();
        expect(statement).toMatchObject({ kind: plan?.kind, mode: plan?.mode });
        expect(statement.stances.map(({ kind }) => kind)).toEqual(plan?.stances.map(({ kind }) => kind));
        expect(statement.relays).toHaveLength(plan?.via.length ?? -1);
      }
    }
  });

  it("fills the public claims, actors and outlets", async () => {
    const claims = await db().$queryRaw<
      { sentence: string; outlets: number }[]
    >`SELECT * FROM published_claim`;
    expect(claims.map(({ sentence }) => sentence).sort()).toEqual(Object.values(SAMPLE_CLAIMS).sort());
    expect(claims.filter(({ outlets }) => outlets >= 5).length).toBeGreaterThanOrEqual(3);
    const denied = await db().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM published_stance WHERE kind = 'denies'`;
    expect(denied[0]?.n).toBeGreaterThan(0);
    const outlets = await db().$queryRaw<{ name: string }[]>`SELECT name FROM published_outlet`;
    const speaking = new Set(
      SAMPLE_ARTICLES.filter(({ inbox }) => !inbox).map(({ outlet }) => SAMPLE_OUTLETS[outlet].name),
    );
    expect(new Set(outlets.map(({ name }) => name))).toEqual(speaking);
    expect(await db().actor.count({ where: { sample: true } })).toBe(Object.keys(SAMPLE_ACTORS).length);
  });

  it("is signed by nobody who could sign in", async () => {
    const users = await db().user.findMany({ include: { sessions: true, accounts: true } });
    expect(users).toMatchObject([{ name: "Sample desk", sample: true, sessions: [], accounts: [] }]);
    expect(users[0]?.disabledAt).not.toBeNull();
    expect(await listUsers()).toEqual([]);
    await expect(findUser(users[0]?.email ?? "")).rejects.toMatchObject({ code: "missing" });
  });

  it("is loaded once", async () => {
    const before = await rowCounts(db());
    expect(await seedSampleNewsroom()).toEqual({ seeded: false, articles: 0 });
    expect(await rowCounts(db())).toEqual(before);
  });
});

describe("removing the sample newsroom", () => {
  it("takes every sample row away; the authority stays, and so does a claim that real work is tied to", async () => {
    const packaged = await db().alias.findMany({
      where: { actor: { key: { not: null } } },
      orderBy: { id: "asc" },
    });
    const editor = await makeUser(db(), "editor");
    const admin = await makeUser(db(), "admin");
    const claim = await db().claim.findFirstOrThrow({ where: { sentence: SAMPLE_CLAIMS.seagrassEntered } });
    const actor = await db().actor.findFirstOrThrow({ where: { name: SAMPLE_ACTORS.harbourBoard.name } });
    const article = {
      outlet: { name: "Eel Bay Echo" },
      headline: "Board speaks of seagrass",
      paragraphs: ["No vessel entered the meadow, the Harbour Board said."],
      raw: "Board speaks of seagrass",
      publishedAt: "2024-07-05",
    };
    const articleId = await inTransaction(db(), async (tx) => {
      const ingested = await ingest(tx, editor, article);
      const { revision } = await readDeskArticle(tx, editor, ingested.articleId);
      const start = revision.text.indexOf("No vessel");
      const spans = { content: [{ start, end: revision.text.indexOf(", the") }] };
      const { statementId } = await addStatement(tx, editor, {
        revisionId: revision.id,
        spans,
        actor: { id: actor.id },
      });
      await tieClaim(tx, editor, { statementId, version: 1, claim: { id: claim.id }, stance: "denies" });
      const { lastSeq } = await readDeskArticle(tx, editor, ingested.articleId);
      await signOff(tx, editor, { articleId: ingested.articleId, lastSeq });
      return ingested.articleId;
    });

    await expect(inTransaction(db(), (tx) => removeSample(tx, editor))).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await inTransaction(db(), (tx) => removeSample(tx, admin))).toEqual({
      articles: SAMPLE_ARTICLES.length,
    });

    const left = Object.entries(await rowCounts(db())).filter(([, { sample }]) => sample > 0);
    expect(left).toEqual([]);
    expect(await db().article.findMany({ select: { id: true } })).toEqual([{ id: articleId }]);
    const claims = await db().$queryRaw<object[]>`SELECT id, sample, outlets FROM published_claim`;
    expect(claims).toEqual([{ id: claim.id, sample: false, outlets: 1 }]);
    const actors = await db().$queryRaw<object[]>`SELECT id, sample FROM published_actor`;
    expect(actors).toEqual([{ id: actor.id, sample: false }]);
    expect(
      await db().alias.findMany({ where: { actor: { key: { not: null } } }, orderBy: { id: "asc" } }),
    ).toEqual(packaged);
  });

  it("lets it be loaded again", async () => {
    expect(await seedSampleNewsroom()).toEqual({ seeded: true, articles: SAMPLE_ARTICLES.length });
  });
});

describe("a sample newsroom that can't be loaded", () => {
  it("leaves nothing behind", async () => {
    await loadPackagedAuthority(failing);
    const editor = await makeUser(failing, "editor");
    // The last article's address is on record with another text, so the last step fails.
    const last = SAMPLE_ARTICLES.at(-1);
    const text = { headline: "Another text", paragraphs: ["Nothing of it."], raw: "", url: last?.url ?? "" };
    await inTransaction(failing, (tx) => ingest(tx, editor, { outlet: { name: "Eel Bay Echo" }, ...text }));
    const before = await rowCounts(failing);
    await expect(seedSampleNewsroom(failing)).rejects.toMatchObject({ code: "conflict" });
    expect(await rowCounts(failing)).toEqual(before);
    await failing.$disconnect();
  });
});
