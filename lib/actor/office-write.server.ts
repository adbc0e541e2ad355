import type { z } from "zod";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import { recordDecision } from "../decision/write.server.ts";
import { OnRecordError } from "../errors.ts";
import { parse } from "../parse.ts";
import {
  lockOffice,
  type OfficeState,
  officeState,
  setOfficeState,
  type TenureState,
} from "./office-state.server.ts";
import { namesOfActors } from "./read.server.ts";
import { NewOffice, OfficeEdit, OfficeWithdrawal } from "./schema.ts";
import { dayRange, tenureClash } from "./tenure.ts";
import { chooseActor } from "./write.server.ts";

/**
 * Adds an office of a body with who held it. Returns its id. `key`: of a list that was brought in.
 * @throws OnRecordError "unusable" where two would hold it at the same time, or the body can have none.
 */
export async function addOffice(
  tx: Tx,
  viewer: Viewer | null,
  input: NewOffice,
  key: string | null = null,
): Promise<{ officeId: string }> {
  allow(viewer, "decide");
  const { bodyId, title, aliases, tenures } = parse(NewOffice, input);
  const body = await tx.actor.findUnique({
    where: { id: bodyId },
    select: { name: true, kind: true, sample: true },
  });
  if (!body) throw new OnRecordError("missing", "That body is not on record any more.");
  if (body.kind === "person" || body.kind === "unnamedSource")
    throw new OnRecordError(
      "unusable",
      `${body.name} is no body: an office belongs to one that others can hold.`,
    );
  const sample = viewer.sample;
  const office = await tx.office.create({ data: { key, bodyId, title, sample } });
  const state = await checkedState(tx, viewer, { bodyId, title, aliases }, tenures, sample);
  await setOfficeState(tx, office.id, state);
  await recordDecision(tx, {
    viewer,
    action: "add",
    sample,
    summary: `added office ${title}, ${body.name}`,
    before: [{ noun: "office", id: office.id, state: null }],
    after: [{ noun: "office", id: office.id, state: officeState(await lockOffice(tx, office.id)) }],
  });
  return { officeId: office.id };
}

/**
 * Corrects an office: title, other titles, who held it and when, all together.
 * @throws OnRecordError "conflict" with both sides on a stale version, "unusable" where two would hold it at once.
 */
export async function editOffice(tx: Tx, viewer: Viewer | null, input: OfficeEdit): Promise<void> {
  allow(viewer, "decide");
  const { officeId, version, title, aliases, tenures } = parse(OfficeEdit, input);
  const row = await lockOffice(tx, officeId);
  const before = officeState(row);
  await checkVersion(tx, row.version, version, before, { title, aliases, tenures: tenures.map(shown) });
  if (row.withdrawn)
    throw new OnRecordError("conflict", "This office was taken off the record. Undo that first.");
  const after = await checkedState(tx, viewer, { bodyId: row.bodyId, title, aliases }, tenures, row.sample);
  await setOfficeState(tx, officeId, after);
  await recordDecision(tx, {
    viewer,
    action: "edit",
    sample: row.sample,
    summary: `corrected office ${title}, ${row.body.name}`,
    before: [{ noun: "office", id: officeId, state: before }],
    after: [{ noun: "office", id: officeId, state: after }],
  });
}

/** Takes an office off the record: its title and holders stay in the history. */
export async function withdrawOffice(tx: Tx, viewer: Viewer | null, input: OfficeWithdrawal): Promise<void> {
  allow(viewer, "decide");
  const { officeId, version } = parse(OfficeWithdrawal, input);
  const row = await lockOffice(tx, officeId);
  const before = officeState(row);
  await checkVersion(tx, row.version, version, before, { withdrawn: true });
  if (row.withdrawn) throw new OnRecordError("conflict", "This office is off the record already.");
  const after: OfficeState = { ...before, tenures: [], withdrawn: true };
  await setOfficeState(tx, officeId, after);
  await recordDecision(tx, {
    viewer,
    action: "retract",
    sample: row.sample,
    summary: `took office ${row.title}, ${row.body.name}, off the record`,
    before: [{ noun: "office", id: officeId, state: before }],
    after: [{ noun: "office", id: officeId, state: after }],
  });
}

type Tenures = z.output<typeof NewOffice>["tenures"];

const shown = ({ holder, from, to }: Tenures[number]) => ({
  ...("id" in holder ? { holderId: holder.id } : { holderId: undefined, holder: holder.name }),
  from,
  to,
});

async function checkVersion(
  tx: Tx,
  now: number,
  version: number,
  theirs: OfficeState,
  yours: { readonly tenures?: readonly { readonly holderId?: string | undefined }[] } & Readonly<
    Record<string, unknown>
  >,
): Promise<void> {
  if (now === version) return;
  const holders = [...(yours.tenures ?? []), ...theirs.tenures].map(({ holderId }) => holderId);
  throw new OnRecordError("conflict", "Someone else has changed this office. Look at both and save again.", {
    yours,
    theirs,
    version: now,
    names: await namesOfActors(tx, holders),
  });
}

/** The state with its holders on record and in order of time. @throws OnRecordError "unusable" that names both of a clash. */
async function checkedState(
  tx: Tx,
  viewer: Viewer,
  office: Pick<OfficeState, "bodyId" | "title" | "aliases">,
  tenures: Tenures,
  sample: boolean,
): Promise<OfficeState> {
  const held: (TenureState & { readonly name: string; readonly at: number })[] = [];
  for (const [at, { holder, from, to }] of tenures.entries()) {
    const { id, name } = await chooseActor(tx, viewer, holder, { sample });
    held.push({ holderId: id, from, to, name, at });
  }
  const clash = tenureClash(held);
  if (clash) {
    const [one, other] = clash.map((at) => held[at]);
    if (one && other)
      throw new OnRecordError(
        "unusable",
        `${one.name} (${dayRange(one)}) and ${other.name} (${dayRange(other)}) would both be ${office.title} at the same time. The day one ends may be the day the next begins.`,
        { clash: [one.at, other.at] },
      );
  }
  const inOrder = held.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return {
    ...office,
    tenures: inOrder.map(({ holderId, from, to }) => ({ holderId, from, to })),
    withdrawn: false,
  };
}
