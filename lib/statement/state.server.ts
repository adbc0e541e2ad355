import type { StanceKind } from "../../prisma/generated/enums.ts";
import { openArticle } from "../article/state.server.ts";
import type { StatementKind, StatementMode } from "../attribution/statement.ts";
import type { Tx } from "../db.server.ts";
import type { State } from "../decision/subject.ts";
import { OnRecordError } from "../errors.ts";

/** What decisions change of a statement. */
export interface StatementState extends State {
  readonly anchorId: string;
  readonly kind: StatementKind;
  readonly mode: StatementMode;
  readonly attributedToId: string;
  readonly withdrawn: boolean;
  /** Actors of the relays, outermost first. */
  readonly via: readonly string[];
  /** Claim id to stance. */
  readonly stances: { readonly [claimId: string]: StanceKind };
}

/** A statement for the rest of the transaction. @throws OnRecordError "missing". */
export async function lockStatement(tx: Tx, statementId: string) {
  await tx.$queryRaw`SELECT 1 FROM statement WHERE id = ${statementId}::uuid FOR NO KEY UPDATE`;
  const statement = await tx.statement.findUnique({
    where: { id: statementId },
    include: {
      relays: { orderBy: { position: "asc" }, include: { actor: { select: { name: true } } } },
      stances: true,
      article: true,
      attributedTo: true,
    },
  });
  if (!statement) throw new OnRecordError("missing", "That statement is not on record.");
  return statement;
}

/**
 * A statement with its article, both held: the article first, as everywhere, so that no two writers block each other.
 * @throws OnRecordError "missing".
 */
export async function openStatement(tx: Tx, statementId: string) {
  const found = await tx.statement.findUnique({ where: { id: statementId }, select: { articleId: true } });
  if (!found) throw new OnRecordError("missing", "That statement is not on record.");
  const article = await openArticle(tx, found.articleId);
  return { article, row: await lockStatement(tx, statementId) };
}

export type StatementRow = Awaited<ReturnType<typeof lockStatement>>;

export function statementState(row: StatementRow): StatementState {
  return {
    anchorId: row.anchorId,
    kind: row.kind,
    mode: row.mode,
    attributedToId: row.attributedToId,
    withdrawn: row.withdrawn,
    via: row.relays.map((relay) => relay.actorId),
    stances: Object.fromEntries(row.stances.map((stance) => [stance.claimId, stance.kind])),
  };
}

/** @throws OnRecordError "conflict" with both sides when someone decided in between, or the statement is withdrawn. */
export function checkStatement(row: StatementRow, version: number, yours: unknown): void {
  if (row.version !== version)
    throw new OnRecordError(
      "conflict",
      "Someone else has changed this statement. Look at both and decide again.",
      {
        yours,
        theirs: statementState(row),
        version: row.version,
      },
    );
  if (row.withdrawn)
    throw new OnRecordError("conflict", "This statement was taken back. Undo that first.", {
      theirs: statementState(row),
    });
}

/** Sets the statement's state, relays and stances with it, and counts its version up. */
export async function setStatementState(tx: Tx, statementId: string, state: StatementState): Promise<void> {
  const { via, stances, ...columns } = state;
  await tx.statement.update({ where: { id: statementId }, data: { ...columns, version: { increment: 1 } } });
  await tx.relay.deleteMany({ where: { statementId } });
  await tx.relay.createMany({ data: via.map((actorId, position) => ({ statementId, position, actorId })) });
  await tx.stance.deleteMany({ where: { statementId } });
  await tx.stance.createMany({
    data: Object.entries(stances).map(([claimId, kind]) => ({ statementId, claimId, kind })),
  });
}
