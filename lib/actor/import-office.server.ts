import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { foldName } from "./fold.ts";
import type { ListedEntry } from "./import.ts";
import { lockOffice, officeState, type TenureState } from "./office-state.server.ts";
import { addOffice, editOffice } from "./office-write.server.ts";

type OfficeEntry = ListedEntry["entry"]["offices"][number];

/**
 * Adds an office of a list, or completes the one on record: titles and holders it lacks, and ends that were open. What it
 * says otherwise stays. Returns whether anything was changed.
 */
export async function bringOffice(
  tx: Tx,
  viewer: Viewer,
  bodyId: string,
  entry: OfficeEntry,
  holderOf: (reference: string) => Promise<string>,
): Promise<boolean> {
  const listed: TenureState[] = [];
  for (const { holder, from, to } of entry.tenures)
    listed.push({ holderId: await holderOf(holder), from, to });
  const known = await findOffice(tx, bodyId, entry);
  if (!known) {
    const other =
      entry.key === null
        ? null
        : await tx.office.findUnique({ where: { key: entry.key }, include: { body: true } });
    if (other)
      throw new OnRecordError(
        "invalid",
        `the office key ${entry.key} is that of ${other.title}, ${other.body.name}`,
      );
    const tenures = listed.map(inputOf);
    await addOffice(tx, viewer, { bodyId, title: entry.title, aliases: entry.aliases, tenures }, entry.key);
    return true;
  }
  const { title, aliases, tenures, withdrawn } = officeState(await lockOffice(tx, known.id));
  // An editor took it off the record: no list brings it back.
  if (withdrawn) return false;
  const titles = entry.aliases.filter((alias) => alias !== title && !aliases.includes(alias));
  const ended = tenures.map((tenure) => ({
    ...tenure,
    to: tenure.to ?? sameTenure(listed, tenure)?.to ?? null,
  }));
  const more = listed.filter((tenure) => !sameTenure(tenures, tenure));
  if (titles.length === 0 && more.length === 0 && ended.every(({ to }, at) => to === tenures[at]?.to))
    return false;
  await editOffice(tx, viewer, {
    officeId: known.id,
    version: known.version,
    title,
    aliases: [...aliases, ...titles],
    tenures: [...ended, ...more].map(inputOf),
  });
  return true;
}

const inputOf = ({ holderId, from, to }: TenureState) => ({ holder: { id: holderId }, from, to });

/** The same holder from the same day. */
const sameTenure = (among: readonly TenureState[], { holderId, from }: TenureState) =>
  among.find((tenure) => tenure.holderId === holderId && tenure.from === from);

async function findOffice(tx: Tx, bodyId: string, { key, title }: OfficeEntry) {
  const ofBody = await tx.office.findMany({
    where: { bodyId },
    select: { id: true, key: true, title: true, version: true },
  });
  return (
    ofBody.find((office) => key !== null && (office.key === key || office.id === key)) ??
    ofBody.find((office) => foldName(office.title) === foldName(title))
  );
}
