import { randomUUID } from "node:crypto";
import { z } from "zod";
import { articleState, openArticle, setArticleState } from "../article/state.server.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import { recordDecision } from "../decision/write.server.ts";
import { OnRecordError } from "../errors.ts";
import { parse } from "../parse.ts";

/** `lastSeq`: number of the latest decision the editor has seen on this article. */
export const SignOffInput = z
  .object({ articleId: z.uuid(), lastSeq: z.string().regex(/^\d{1,18}$/) })
  .strict();
export type SignOffInput = z.input<typeof SignOffInput>;

/**
 * Signs the article off: freezes its data and its list of (statement, anchor), which is public from now on.
 * @throws OnRecordError "conflict" when decisions were made that the editor has not seen, "unusable" without statements.
 */
export async function signOff(
  tx: Tx,
  viewer: Viewer | null,
  input: SignOffInput,
): Promise<{ signOffId: string }> {
  allow(viewer, "decide");
  const { articleId, lastSeq } = parse(SignOffInput, input);
  const article = await openArticle(tx, articleId);
  await checkSeen(tx, articleId, lastSeq);
  const statements = await tx.statement.findMany({
    where: { articleId, withdrawn: false },
    include: {
      relays: { include: { actor: { select: { name: true } } } },
      attributedTo: { select: { name: true } },
      stances: true,
      anchor: {
        include: {
          spans: { where: { role: { in: ["content", "relay"] } }, orderBy: { position: "asc" } },
          revision: { select: { language: true } },
        },
      },
    },
  });
  if (statements.length === 0)
    throw new OnRecordError(
      "unusable",
      "Nothing to sign off yet: accept or add at least one statement first.",
    );
  const { currentRevisionId: revisionId } = article;
  if (revisionId === null) throw new OnRecordError("missing", "That article is not on record.");
  await checkPlaced(tx, articleId);
  checkProved(statements);
  const before = articleState(article);
  const signOffId = randomUUID();
  const after = { ...before, signOffId };
  const seq = await recordDecision(tx, {
    viewer,
    action: "signOff",
    article,
    summary: `signed off ${statements.length} ${statements.length === 1 ? "statement" : "statements"}`,
    before: [{ noun: "article", id: articleId, state: before }],
    after: [{ noun: "article", id: articleId, state: after }],
  });
  const { sample } = article;
  await tx.signOff.create({
    data: {
      id: signOffId,
      articleId,
      revisionId,
      decisionSeq: seq,
      outletId: article.outletId,
      headline: article.headline,
      byline: article.byline,
      canonicalUrl: article.canonicalUrl,
      publishedLocal: article.publishedLocal,
      publishedPrecision: article.publishedPrecision,
      publishedZone: article.publishedZone,
      publishedSource: article.publishedSource,
      sample,
    },
  });
  await tx.signedStatement.createMany({
    data: statements.map((statement) => ({
      signOffId,
      statementId: statement.id,
      anchorId: statement.anchorId,
      kind: statement.kind,
      mode: statement.mode,
      attributedToId: statement.attributedToId,
      words: statement.anchor.spans
        .filter(({ role }) => role === "content")
        .map(({ exact }) => exact)
        .join(" … "),
      language: statement.anchor.revision.language,
      sample,
    })),
  });
  await tx.signedRelay.createMany({
    data: statements.flatMap(({ relays }) =>
      relays.map(({ statementId, position, actorId }) => ({
        signOffId,
        statementId,
        position,
        actorId,
        sample,
      })),
    ),
  });
  await tx.signedStance.createMany({
    data: statements.flatMap(({ stances }) =>
      stances.map(({ statementId, claimId, kind }) => ({ signOffId, statementId, claimId, kind, sample })),
    ),
  });
  await setArticleState(tx, articleId, after);
  return { signOffId };
}

/** Takes an article out of the public rooms again; what was signed stays in the history. */
export async function retract(tx: Tx, viewer: Viewer | null, input: SignOffInput): Promise<void> {
  allow(viewer, "decide");
  const { articleId, lastSeq } = parse(SignOffInput, input);
  const article = await openArticle(tx, articleId);
  await checkSeen(tx, articleId, lastSeq);
  const before = articleState(article);
  if (before.signOffId === null) throw new OnRecordError("conflict", "This article is not public.");
  const after = { ...before, signOffId: null };
  await setArticleState(tx, articleId, after);
  await recordDecision(tx, {
    viewer,
    action: "retract",
    article,
    summary: "took the article out of the public pages",
    before: [{ noun: "article", id: articleId, state: before }],
    after: [{ noun: "article", id: articleId, state: after }],
  });
}

/** Nobody signs off what the outlet may not say any more. */
async function checkPlaced(tx: Tx, articleId: string): Promise<void> {
  const waiting = await tx.reanchoring.count({
    where: { articleId, state: "open", statement: { withdrawn: false } },
  });
  if (waiting === 0) return;
  throw new OnRecordError(
    "unusable",
    `The text was changed: ${waiting} ${waiting === 1 ? "statement waits" : "statements wait"} for your look. Say where each stands now, then sign off.`,
    { waiting },
  );
}

interface Relayed {
  readonly attributedTo: { readonly name: string };
  readonly relays: readonly { readonly position: number; readonly actor: { readonly name: string } }[];
  readonly anchor: { readonly spans: readonly { readonly role: string; readonly position: number }[] };
}

/** Nobody signs off that words were passed on by somebody whom no words of the text name. */
function checkProved(statements: readonly Relayed[]): void {
  const unproved = statements.flatMap(({ attributedTo, relays, anchor }) =>
    relays
      .filter(
        ({ position }) => !anchor.spans.some((span) => span.role === "relay" && span.position === position),
      )
      .map(({ actor }) => `${attributedTo.name} via ${actor.name}`),
  );
  if (unproved.length === 0) return;
  throw new OnRecordError(
    "unusable",
    `No words of the present text prove who passed this on: ${unproved.join("; ")}. Correct the statement: mark the words that say it, or take the relay out. Then sign off.`,
    { unproved },
  );
}

async function checkSeen(tx: Tx, articleId: string, lastSeq: string): Promise<void> {
  const newer = await tx.decision.findMany({
    where: { articleId, seq: { gt: BigInt(lastSeq) } },
    orderBy: { seq: "asc" },
    include: { user: { select: { name: true } } },
  });
  if (newer.length === 0) return;
  const list = newer.map((row) => ({ seq: String(row.seq), by: row.user.name, summary: row.summary }));
  throw new OnRecordError(
    "conflict",
    "Decisions were made on this article since you looked. See them, then sign off.",
    {
      newer: list,
    },
  );
}
