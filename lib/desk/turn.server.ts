import { randomUUID } from "node:crypto";
import type { Turn } from "../article/arrive.server.ts";
import { articleState, lockArticle, setArticleState } from "../article/state.server.ts";
import type { Part } from "../attribution/statement.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Prisma, Tx } from "../db.server.ts";
import type { Subject } from "../decision/subject.ts";
import { recordDecision } from "../decision/write.server.ts";
import { readAnchor, writeAnchor } from "../statement/anchor.server.ts";
import { reanchoringState } from "../statement/reanchoring.server.ts";
import { asBefore, carriable, type RelayProofs } from "../statement/relay-proofs.ts";
import { lockStatement, setStatementState, statementState } from "../statement/state.server.ts";
import { type Carried, carryAll, type Meant } from "../text/anchor/carry.ts";
import { CodePointIndex } from "../text/code-points.ts";
import { suggestInTurn } from "./suggest-in-turn.server.ts";

const CAUSE_WORDS = {
  first: "first text",
  outletChange: "another text at the outlet",
  reExtraction: "read anew by another version of the extractor",
  editorCleaning: "an editor’s cleaning",
} as const;

/** Before and after of everything one decision touches, gathered while it is done. */
interface Touched {
  readonly before: Subject[];
  readonly after: Subject[];
}

/**
 * Makes another revision the article's current one. Every statement is looked for in it: where its words stand, it gets
 * another anchor; where they do not simply stand, it waits for an editor at the anchor it has. The engine suggests what
 * is new. One decision, which can be undone.
 */
export async function turnTo(tx: Tx, viewer: Viewer, turn: Turn): Promise<void> {
  const { article } = turn;
  const revision = await tx.revision.findUniqueOrThrow({ where: { id: turn.toRevisionId } });
  const touched: Touched = { before: [], after: [] };
  const counts = await carryStatements(tx, article, revision, touched);
  const before = articleState(article);
  await setArticleState(tx, article.id, {
    ...before,
    currentRevisionId: revision.id,
    headline: await headlineAfter(tx, article, revision),
  });
  const current = await lockArticle(tx, article.id);
  touched.before.unshift({ noun: "article", id: article.id, state: before });
  touched.after.unshift({ noun: "article", id: article.id, state: articleState(current) });
  const suggested = await suggestInTurn(tx, current, revision);
  touched.before.push(...suggested.before);
  touched.after.push(...suggested.after);
  await recordDecision(tx, {
    viewer,
    action: "revise",
    article,
    summary: `revision ${revision.number}, ${CAUSE_WORDS[turn.cause]}: ${counts}`,
    ...touched,
  });
}

const NAMES = { name: true, kind: true, aliases: { select: { name: true } } } as const;
const NAMED = { select: { ...NAMES, canonical: { select: { canonical: { select: NAMES } } } } } as const;
type Named = Prisma.ActorGetPayload<typeof NAMED>;

/** Whom a statement was given to, by all their names; an unnamed source has none, and may be anybody the text names. */
function meantBy(statement: {
  readonly attributedTo: Named;
  readonly relays: readonly { readonly actor: Named }[];
}): Meant {
  const records = [statement.attributedTo, ...statement.relays.map(({ actor }) => actor)].map((actor) => ({
    kind: actor.kind,
    names: namesOf(actor, actor.canonical?.canonical),
  }));
  if (records.some(({ kind }) => kind === "unnamedSource")) return { names: [], persons: false };
  return {
    names: records.map(({ names }) => names),
    persons: records.every(({ kind }) => kind === "person"),
  };
}

/** Those of the record it was given to, and of the one that stands for that now. */
const namesOf = (...records: readonly (Pick<Named, "name" | "aliases"> | undefined)[]) => [
  ...new Set(records.flatMap((one) => (one ? [one.name, ...one.aliases.map((alias) => alias.name)] : []))),
];

interface RevisionText {
  readonly id: string;
  readonly text: string;
}

async function carryStatements(
  tx: Tx,
  article: Turn["article"],
  revision: RevisionText & { readonly number: number },
  touched: Touched,
): Promise<string> {
  await supersedeWaiting(tx, article.id, touched);
  const found = await tx.statement.findMany({
    where: { articleId: article.id, withdrawn: false, anchor: { revisionId: { not: revision.id } } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      anchorId: true,
      anchor: { select: { revisionId: true } },
      attributedTo: NAMED,
      relays: { select: { actor: NAMED } },
    },
  });
  let carriedOver = 0;
  // Most stand in one revision; what an editor left behind stands in an earlier one.
  for (const [revisionId, statements] of Map.groupBy(found, ({ anchor }) => anchor.revisionId)) {
    const old = await tx.revision.findUniqueOrThrow({
      where: { id: revisionId },
      select: { text: true },
    });
    const before = [];
    for (const { anchorId } of statements) before.push(await readAnchor(tx, anchorId));
    const anchors = before.map((spans, at) => ({
      ...carriable(spans),
      meant: meantBy(statements[at] as (typeof statements)[number]),
    }));
    const results = carryAll({ oldText: old.text, newText: revision.text, anchors });
    for (const [at, { id }] of statements.entries()) {
      const [carried, anchor] = [results[at], before[at]];
      if (!carried || !anchor) throw new Error("Fewer anchors came back than were carried.");
      if (await place(tx, article, revision, id, carried, anchor.relay, touched)) carriedOver++;
      else await wait(tx, article, revision, id, carried, touched);
    }
  }
  const waiting = found.length - carriedOver;
  return `${counted(carriedOver)} carried over, ${waiting} to look at`;
}

/** Where the words stand as they stood, the statement gets its anchor there. Returns whether they do. */
async function place(
  tx: Tx,
  article: Turn["article"],
  revision: RevisionText,
  statementId: string,
  carried: Carried,
  proofs: RelayProofs,
  touched: Touched,
): Promise<boolean> {
  if ((carried.state !== "exact" && carried.state !== "moved") || !carried.spans) return false;
  const relay = asBefore(carried.spans.relay, proofs);
  if (relay === null) return false;
  const row = await lockStatement(tx, statementId);
  const anchorId = randomUUID();
  await writeAnchor(
    tx,
    { id: anchorId, statementId, articleId: article.id, revision, sample: article.sample },
    { ...carried.spans, relay },
    carried.state,
  );
  const before = statementState(row);
  const after = { ...before, anchorId };
  await setStatementState(tx, statementId, after);
  touched.before.push({ noun: "statement", id: statementId, state: before });
  touched.after.push({ noun: "statement", id: statementId, state: after });
  return true;
}

async function wait(
  tx: Tx,
  article: Turn["article"],
  revision: RevisionText,
  statementId: string,
  carried: Carried,
  touched: Touched,
): Promise<void> {
  const { anchorId } = await tx.statement.findUniqueOrThrow({
    where: { id: statementId },
    select: { anchorId: true },
  });
  const found = carried.state === "exact" || carried.state === "moved" ? "ambiguous" : carried.state;
  const { id } = await tx.reanchoring.create({
    data: {
      statementId,
      articleId: article.id,
      fromAnchorId: anchorId,
      revisionId: revision.id,
      found,
      carried: carried as unknown as Prisma.InputJsonValue,
      reason: carried.reason,
      sample: article.sample,
    },
  });
  touched.before.push({ noun: "reanchoring", id, state: null });
  touched.after.push({ noun: "reanchoring", id, state: reanchoringState({ state: "open" }) });
}

/** What waited for an earlier text waits for it no longer: it is looked for in this one. */
async function supersedeWaiting(tx: Tx, articleId: string, touched: Touched): Promise<void> {
  const open = await tx.reanchoring.findMany({ where: { articleId, state: "open" }, select: { id: true } });
  await tx.reanchoring.updateMany({
    where: { id: { in: open.map(({ id }) => id) } },
    data: { state: "superseded", version: { increment: 1 } },
  });
  for (const { id } of open) {
    touched.before.push({ noun: "reanchoring", id, state: reanchoringState({ state: "open" }) });
    touched.after.push({ noun: "reanchoring", id, state: reanchoringState({ state: "superseded" }) });
  }
}

/** The headline follows the text, unless an editor wrote another one than the text had. */
async function headlineAfter(
  tx: Tx,
  article: Turn["article"],
  revision: { readonly text: string; readonly parts: unknown },
): Promise<string> {
  const before = article.currentRevisionId
    ? await tx.revision.findUnique({
        where: { id: article.currentRevisionId },
        select: { text: true, parts: true },
      })
    : null;
  const now = headlineOf(revision);
  return now !== null && before !== null && headlineOf(before) === article.headline ? now : article.headline;
}

function headlineOf({ text, parts }: { readonly text: string; readonly parts: unknown }): string | null {
  const [first] = parts as readonly Part[];
  return first?.kind === "headline" ? new CodePointIndex(text).slice(first.start, first.end) : null;
}

const counted = (count: number) => `${count} ${count === 1 ? "statement" : "statements"}`;
