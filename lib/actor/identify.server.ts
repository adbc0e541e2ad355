import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import type { State } from "../decision/subject.ts";
import { recordDecision } from "../decision/write.server.ts";
import { OnRecordError } from "../errors.ts";
import { parse } from "../parse.ts";
import { IdentificationWithdrawal, NewIdentification } from "./identify-schema.ts";
import { lockActor } from "./state.server.ts";
import { chooseActor } from "./write.server.ts";

/** What decisions change of an identification. */
export interface IdentificationState extends State, Identification {}

interface Identification {
  readonly unnamedId: string;
  readonly actorId: string;
  readonly url: string;
  readonly title: string;
  readonly date: string | null;
  readonly note: string | null;
  readonly withdrawn: boolean;
}

/** An identification for the rest of the transaction. @throws OnRecordError "missing". */
export async function lockIdentification(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM identification WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.identification.findUnique({
    where: { id },
    include: { unnamed: { select: { name: true } }, actor: { select: { name: true } } },
  });
  if (!row) throw new OnRecordError("missing", "That identification is not on record.");
  return row;
}

export function identificationState(row: Identification): IdentificationState {
  const { unnamedId, actorId, url, title, date, note, withdrawn } = row;
  return { unnamedId, actorId, url, title, date, note, withdrawn };
}

/** Sets the identification's state and counts its version up. */
export async function setIdentificationState(tx: Tx, id: string, state: IdentificationState): Promise<void> {
  await tx.identification.update({ where: { id }, data: { ...state, version: { increment: 1 } } });
}

/**
 * Says who an unnamed source was, by a published source. No merge: its statements stay attributed to the unnamed source.
 * Two sources may name two persons; both are shown with their source. Returns the identification's id.
 * @throws OnRecordError "unusable" where it is no unnamed source, "conflict" where the same source says it already.
 */
export async function identify(
  tx: Tx,
  viewer: Viewer | null,
  input: NewIdentification,
): Promise<{ identificationId: string }> {
  allow(viewer, "decide");
  const { actor: choice, ...said } = parse(NewIdentification, input);
  const unnamed = await lockActor(tx, said.unnamedId);
  if (unnamed.kind !== "unnamedSource")
    throw new OnRecordError("unusable", `${unnamed.name} is no unnamed source: it is known who that is.`);
  const chosen = "id" in choice ? await tx.actor.findUnique({ where: { id: choice.id } }) : choice;
  if (chosen?.kind === "unnamedSource")
    throw new OnRecordError("unusable", "An unnamed source can't be identified as another unnamed source.");
  const actor = await chooseActor(tx, viewer, choice, { sample: unnamed.sample });
  const known = await tx.identification.findFirst({
    where: { unnamedId: unnamed.id, actorId: actor.id, url: said.url, withdrawn: false },
  });
  if (known)
    throw new OnRecordError("conflict", `This source stands here already for ${actor.name}.`, {
      theirs: identificationState(known),
    });
  const row = await tx.identification.create({
    data: { ...said, actorId: actor.id, sample: unnamed.sample },
  });
  await recordDecision(tx, {
    viewer,
    action: "link",
    sample: unnamed.sample,
    summary: `identified “${unnamed.name}” as ${actor.name}, by ${said.title}`,
    before: [{ noun: "identification", id: row.id, state: null }],
    after: [{ noun: "identification", id: row.id, state: identificationState(row) }],
  });
  return { identificationId: row.id };
}

/** Takes an identification back; it stays in the history. @throws OnRecordError "conflict" on a stale version. */
export async function withdrawIdentification(
  tx: Tx,
  viewer: Viewer | null,
  input: IdentificationWithdrawal,
): Promise<void> {
  allow(viewer, "decide");
  const { identificationId, version } = parse(IdentificationWithdrawal, input);
  const row = await lockIdentification(tx, identificationId);
  const before = identificationState(row);
  if (row.version !== version || row.withdrawn)
    throw new OnRecordError("conflict", "Someone else has changed this identification. Look again.", {
      yours: { withdrawn: true },
      theirs: before,
      version: row.version,
    });
  const after = { ...before, withdrawn: true };
  await setIdentificationState(tx, row.id, after);
  await recordDecision(tx, {
    viewer,
    action: "unlink",
    sample: row.sample,
    summary: `no longer identified: “${row.unnamed.name}” as ${row.actor.name}`,
    before: [{ noun: "identification", id: row.id, state: before }],
    after: [{ noun: "identification", id: row.id, state: after }],
  });
}
