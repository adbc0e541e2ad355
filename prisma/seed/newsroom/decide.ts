import type { Viewer } from "#lib/auth/viewer.ts";
import { tieClaim } from "#lib/claim/write.server.ts";
import type { Tx } from "#lib/db.server.ts";
import { readDeskArticle } from "#lib/desk/article.server.ts";
import type { DeskArticle, DeskStatement, DeskSuggestion } from "#lib/desk/desk-article.ts";
import { signOff } from "#lib/desk/sign-off.server.ts";
import {
  acceptSuggestion,
  addStatement,
  correctStatement,
  rejectSuggestion,
} from "#lib/statement/write.server.ts";
import type { ActorKey } from "./actors.ts";
import { type ClaimKey, SAMPLE_CLAIMS } from "./claims.ts";
import type { LocatedArticle, LocatedStatement } from "./locate.ts";
import { matchPassages } from "./match.ts";

/** What the seed works with: who signs, and the records that plans name by key. */
export interface SampleDesk {
  readonly viewer: Viewer;
  readonly actors: ReadonlyMap<ActorKey, string>;
  /** Claims on record; filled as they are made. */
  readonly claims: Map<ClaimKey, string>;
}

interface Pair {
  readonly located: LocatedStatement;
  readonly suggestion: DeskSuggestion | undefined;
}

/** Pairs what was planned with what the engine suggests. */
function pairStatements(located: LocatedArticle, desk: DeskArticle): readonly Pair[] {
  const matches = matchPassages(
    located.text,
    located.statements.map(({ content }) => content),
    desk.suggestions.map(({ content }) => content),
  );
  return located.statements.map((statement, n) => {
    const match = matches[n];
    return { located: statement, suggestion: match === undefined ? undefined : desk.suggestions[match] };
  });
}

/** Decides one article as planned, the way an editor does: each suggestion, each claim, and the sign-off. */
export async function decideArticle(
  tx: Tx,
  sample: SampleDesk,
  articleId: string,
  located: LocatedArticle,
): Promise<void> {
  const { viewer } = sample;
  const desk = await readDeskArticle(tx, viewer, articleId);
  const pairs = pairStatements(located, desk);
  const met = new Set(pairs.map(({ suggestion }) => suggestion?.id));
  const made: (readonly [string, LocatedStatement])[] = [];
  for (const pair of pairs) made.push([await makeStatement(tx, sample, desk, pair), pair.located]);
  for (const { id, version } of desk.suggestions.filter((suggestion) => !met.has(suggestion.id)))
    await rejectSuggestion(tx, viewer, { suggestionId: id, version });
  const { statements } = await readDeskArticle(tx, viewer, articleId);
  for (const [id, statement] of made) {
    await correctRelays(tx, sample, statementOf(statements, id), statement);
    await tieClaims(tx, sample, id, statement);
  }
  const { lastSeq } = await readDeskArticle(tx, viewer, articleId);
  await signOff(tx, viewer, { articleId, lastSeq });
}

/** Accepts the suggestion, set right where it isn't, or adds the statement by hand. Returns its id. */
async function makeStatement(tx: Tx, sample: SampleDesk, desk: DeskArticle, pair: Pair): Promise<string> {
  const { located, suggestion } = pair;
  const { actor, kind, mode } = located.planned;
  const decided = {
    actor: { id: idOf(sample, actor) },
    kind,
    mode,
    spans: { speaker: [...located.speaker], cue: [...located.cue], content: [...located.content] },
  };
  if (suggestion) {
    const { id, version } = suggestion;
    const accepted = await acceptSuggestion(tx, sample.viewer, { suggestionId: id, version, ...decided });
    return accepted.statementId;
  }
  const via = relaysOf(sample, located);
  const added = await addStatement(tx, sample.viewer, { revisionId: desk.revision.id, via, ...decided });
  return added.statementId;
}

async function correctRelays(
  tx: Tx,
  sample: SampleDesk,
  statement: DeskStatement,
  located: LocatedStatement,
): Promise<void> {
  const via = relaysOf(sample, located);
  const stored = statement.via.map(({ id, proof }) => ({ actor: { id }, proof }));
  if (JSON.stringify(stored) === JSON.stringify(via)) return;
  const { id: statementId, version } = statement;
  await correctStatement(tx, sample.viewer, { statementId, version, via });
}

async function tieClaims(tx: Tx, sample: SampleDesk, statementId: string, located: LocatedStatement) {
  for (const { claim, kind: stance } of located.planned.stances) {
    const { version } = await tx.statement.findUniqueOrThrow({ where: { id: statementId } });
    const known = sample.claims.get(claim);
    const choice = known === undefined ? { sentence: SAMPLE_CLAIMS[claim] } : { id: known };
    const { claimId } = await tieClaim(tx, sample.viewer, { statementId, version, claim: choice, stance });
    sample.claims.set(claim, claimId);
  }
}

function relaysOf(sample: SampleDesk, { via }: LocatedStatement) {
  return via.map(({ actor, proof }) => ({ actor: { id: idOf(sample, actor) }, proof }));
}

function statementOf(statements: readonly DeskStatement[], id: string): DeskStatement {
  const found = statements.find((statement) => statement.id === id);
  if (!found) throw new Error(`statement ${id} is not in the article it was made in`);
  return found;
}

function idOf({ actors }: SampleDesk, key: ActorKey): string {
  const id = actors.get(key);
  if (id === undefined) throw new Error(`actor ${key} of the sample newsroom is not on record`);
  return id;
}
