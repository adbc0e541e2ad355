import { afterAll, beforeAll, expect, it } from "vitest";
import { articleInput, makeArticle, makeStatement, makeViewer } from "#prisma/seed/factories.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { type Subject, sameState } from "../decision/subject.ts";
import { OnRecordError } from "../errors.ts";
import { runDeskWrite } from "./actions.server.ts";
import { readDeskArticle } from "./article.server.ts";

await freshDatabase();
const editors: Viewer[] = [];
beforeAll(async () => {
  for (let n = 0; n < 4; n++) editors.push(await makeViewer(db(), "editor"));
});
afterAll(() => db().$disconnect());

const editor = (n: number): Viewer => editors[n % editors.length] as Viewer;
const desk = <T>(name: string, input: unknown, n = 0) =>
  runDeskWrite(db(), editor(n), name, input) as Promise<T>;

/** Every refusal is one that a person understands: nothing failed on our side. */
function expectAnswers(outcomes: readonly PromiseSettledResult<unknown>[]): number {
  const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  for (const reason of refused) {
    expect(reason).toBeInstanceOf(OnRecordError);
    expect(["conflict", "missing", "unusable"]).toContain(reason.code);
  }
  return outcomes.length - refused.length;
}

/** What each record is now is what the last decision that touched it says. */
async function expectHistoryTellsAll(articleId: string): Promise<void> {
  const { history, statements, suggestions } = await readDeskArticle(db(), editor(0), articleId);
  const last = new Map<string, Subject>();
  const chain = new Map<string, Subject["state"]>();
  for (const { before, after } of [...history].reverse()) {
    for (const { id, noun, state } of before) {
      if (noun === "claim" || noun === "actor") continue;
      const known = chain.get(id);
      // Each decision began where the one before it ended: no write was lost.
      if (known && state) expect(sameState(known, state), `${noun} ${id}`).toBe(true);
    }
    for (const subject of after) {
      last.set(subject.id, subject);
      chain.set(subject.id, subject.state);
    }
  }
  for (const { id } of statements) {
    const row = await db().statement.findUniqueOrThrow({
      where: { id },
      include: { relays: { orderBy: { position: "asc" } }, stances: true },
    });
    const state = last.get(id)?.state;
    expect(state).toMatchObject({
      anchorId: row.anchorId,
      kind: row.kind,
      attributedToId: row.attributedToId,
      withdrawn: row.withdrawn,
      via: row.relays.map((relay) => relay.actorId),
      stances: Object.fromEntries(row.stances.map((stance) => [stance.claimId, stance.kind])),
    });
  }
  for (const { id, state } of suggestions.filter((row) => row.state !== "open"))
    expect(last.get(id)?.state).toMatchObject({ state });
}

it("twenty writers of different kinds on one article: each decision is whole, in turn, and in the history", async () => {
  const article = await makeArticle(db(), editor(0));
  const { articleId, revisionId } = article;
  const { statementId } = await makeStatement(db(), editor(0), article, "Race Halloran");
  const open = await readDeskArticle(db(), editor(0), articleId);
  const [suggestion] = open.suggestions;
  if (!suggestion) throw new Error("no suggestion to race for");
  const accept = {
    suggestionId: suggestion.id,
    version: suggestion.version,
    actor: { name: "Racer", kind: "person" },
  };
  const tie = (sentence: string) => ({ statementId, version: 1, claim: { sentence }, stance: "asserts" });
  const outcomes = await Promise.allSettled([
    ...[0, 1, 2].map((n) => desk("accept-suggestion", accept, n)),
    ...[3, 4].map((n) =>
      desk("reject-suggestion", { suggestionId: suggestion.id, version: suggestion.version }, n),
    ),
    ...[5, 6, 7].map((n) => desk("tie-claim", tie(`The night boat makes a loss, version ${n}.`), n)),
    ...[8, 9].map((n) => desk("correct-statement", { statementId, version: 1, kind: "mixed" }, n)),
    ...[10, 11].map((n) => desk("withdraw-statement", { statementId, version: 1 }, n)),
    ...[12, 13, 14].map((n) => desk("sign-off", { articleId, lastSeq: open.lastSeq }, n)),
    ...[15, 16].map((n) =>
      desk(
        "add-statement",
        {
          revisionId,
          actor: { name: `Harbour Council ${n}`, kind: "governmentBody" },
          spans: { content: [article.span("it would look at the figures")] },
        },
        n,
      ),
    ),
    ...[17, 18].map((n) =>
      desk(
        "edit-article",
        {
          articleId,
          version: open.version,
          outlet: { id: open.outlet.id },
          headline: `Raced ${n}`,
          publishedAt: open.publishedAt,
          url: open.canonicalUrl,
        },
        n,
      ),
    ),
    desk("undo", { seq: open.lastSeq }, 19),
  ]);
  // One decides the suggestion, two add, one edits the article at least, one changes or withdraws the statement.
  expect(expectAnswers(outcomes)).toBeGreaterThanOrEqual(5);
  const succeeded = (from: number, to: number) =>
    outcomes.slice(from, to).filter((outcome) => outcome.status === "fulfilled").length;
  expect(succeeded(0, 5)).toBe(1);
  expect(succeeded(5, 12)).toBeLessThanOrEqual(1);
  expect(succeeded(15, 17)).toBe(2);
  expect(succeeded(17, 19)).toBeLessThanOrEqual(1);
  await expectHistoryTellsAll(articleId);
  const signed = await db().signOff.findMany({ where: { articleId }, include: { statements: true } });
  for (const { statements } of signed) expect(statements.length).toBeGreaterThan(0);
}, 60_000);

it("writers of two articles that share claims and actors, in opposite orders, don't block each other for good", async () => {
  const made = await Promise.all([makeArticle(db(), editor(0)), makeArticle(db(), editor(1))]);
  const actors = await Promise.all(
    ["Crossing One", "Crossing Two"].map((name) =>
      desk<{ id: string }>("add-actor", { name, kind: "person" }),
    ),
  );
  const statements = await Promise.all(
    made.map((article, n) => makeStatement(db(), editor(n), article, `Crosser ${n}`)),
  );
  const claims: string[] = [];
  const [first] = statements;
  if (!first) throw new Error("nothing made");
  for (const [n, sentence] of ["The first boat is lost.", "The second boat is lost."].entries())
    claims.push(
      (
        await desk<{ claimId: string }>("tie-claim", {
          statementId: first.statementId,
          version: n + 1,
          claim: { sentence },
          stance: "asserts",
        })
      ).claimId,
    );
  for (let round = 0; round < 6; round++) {
    const outcomes = await Promise.allSettled(
      made.flatMap((article, n) => {
        const order = n === 0 ? [0, 1] : [1, 0];
        const inOrder = <T>(list: readonly T[]) => order.map((i) => list[i] as T);
        const [speaker, relay] = inOrder(actors.map(({ id }) => ({ id })));
        const proof = article.span("said");
        return [
          desk("add-statement", {
            revisionId: article.revisionId,
            actor: speaker,
            spans: { content: [article.span("every crossing")] },
            via: [{ actor: relay, proof }],
          }),
          desk("add-statement", {
            revisionId: article.revisionId,
            actor: relay,
            spans: { content: [article.span("every crossing")] },
            via: [{ actor: speaker, proof }],
          }),
          ...inOrder(claims).map(async (id) => {
            const { statementId } = statements[n] as { statementId: string };
            const { version } = await db().statement.findUniqueOrThrow({ where: { id: statementId } });
            return desk("tie-claim", { statementId, version, claim: { id }, stance: "denies" }, n);
          }),
        ];
      }),
    );
    expectAnswers(outcomes);
    // Adding never meets a stale version: it always succeeds.
    for (const n of [0, 1, 4, 5]) expect(outcomes[n]).toMatchObject({ status: "fulfilled" });
  }
  for (const { articleId } of made) await expectHistoryTellsAll(articleId);
}, 120_000);

it("twice is once, also at once: forty pastes of one article with a new outlet are one article", async () => {
  const input = { ...articleInput({ outlet: { name: "Twice Gazette" }, headline: "Once only" }), url: null };
  const saved = await Promise.all(
    Array.from({ length: 40 }, (_, n) => desk<{ articleId: string; added: boolean }>("ingest", input, n)),
  );
  expect(new Set(saved.map(({ articleId }) => articleId)).size).toBe(1);
  expect(saved.filter(({ added }) => added)).toHaveLength(1);
  expect(await db().outlet.count({ where: { name: "Twice Gazette" } })).toBe(1);
}, 60_000);
