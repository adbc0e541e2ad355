import type { Reader, Tx } from "../db.server.ts";
import { type Earliest, type GroupMember, likelyEarliest } from "../matching/copy/earliest.ts";
import { planGroups } from "../matching/copy/groups.ts";
import { localDateText } from "./publication-date.ts";

/** Changes of groups come one at a time: two articles may connect the same ones at once. */
export async function lockCopyGroups(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('copy groups', 0))`;
}

/**
 * Puts these texts, and all that are in these groups, into the groups that their pairs make. Groups left without texts
 * go. Needs the lock.
 */
export async function regroup(
  tx: Tx,
  articleIds: readonly string[],
  groupIds: readonly string[],
  sample: boolean,
): Promise<void> {
  const texts = await tx.copyText.findMany({
    where: { OR: [{ articleId: { in: [...articleIds] } }, { groupId: { in: [...groupIds] } }] },
    select: { articleId: true, number: true, group: { select: { id: true, createdAt: true } } },
  });
  const ids = texts.map(({ articleId }) => articleId);
  const pairs = await tx.copyPair.findMany({
    where: { oneText: true, oneId: { in: ids }, otherId: { in: ids } },
    select: { oneId: true, otherId: true },
  });
  const plans = planGroups(
    texts.map(({ articleId, number, group }) => ({ id: articleId, number, group })),
    pairs.map(({ oneId, otherId }) => [oneId, otherId]),
  );
  const before = new Map(texts.map(({ articleId, group }) => [articleId, group?.id ?? null]));
  const grouped = new Set<string>();
  const kept = new Set<string>();
  for (const { members, groupId } of plans) {
    const id = groupId ?? (await tx.copyGroup.create({ data: { earliestReason: "", sample } })).id;
    kept.add(id);
    for (const member of members) grouped.add(member);
    const moved = members.filter((member) => before.get(member) !== id);
    await tx.copyText.updateMany({ where: { articleId: { in: moved } }, data: { groupId: id } });
  }
  const alone = ids.filter((id) => !grouped.has(id) && before.get(id) !== null);
  await tx.copyText.updateMany({ where: { articleId: { in: alone } }, data: { groupId: null } });
  await tx.copyGroup.deleteMany({ where: { id: { in: groupIds.filter((id) => !kept.has(id)) } } });
  for (const id of kept) await judgeEarliest(tx, id);
}

/** Notes which text of the group is likely the earliest, by what is on record now. Needs the lock. */
export async function judgeEarliest(tx: Tx, groupId: string): Promise<void> {
  const { id, reason } = likelyEarliest((await groupTexts(tx, groupId)).map(asMember));
  await tx.copyGroup.update({ where: { id: groupId }, data: { earliestId: id, earliestReason: reason } });
}

/** The texts of a group, with what they share; in the order in which their articles came. */
export async function groupTexts(reader: Reader, groupId: string) {
  const texts = await reader.copyText.findMany({
    where: { groupId },
    orderBy: [{ article: { createdAt: "asc" } }, { articleId: "asc" }],
    include: { article: { include: { outlet: true } }, pairsAsOne: true, pairsAsOther: true },
  });
  const credited = await reader.outlet.findMany({
    where: { id: { in: [...new Set(texts.flatMap(({ credits }) => credits))] } },
    select: { id: true, name: true },
  });
  const names = new Map(credited.map(({ id, name }) => [id, name]));
  return texts.map((text) => ({
    ...text,
    creditedTo: text.credits.flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [{ id, name }];
    }),
  }));
}

type GroupText = Awaited<ReturnType<typeof groupTexts>>[number];

export const earliestOf = (texts: readonly GroupText[]): Earliest => likelyEarliest(texts.map(asMember));

export function publishedOf(article: GroupText["article"]) {
  const { publishedLocal, publishedPrecision, publishedZone } = article;
  return publishedLocal && publishedPrecision
    ? { local: localDateText(publishedLocal, publishedPrecision), zone: publishedZone }
    : null;
}

const asMember = ({ articleId, article, creditedTo, pairsAsOne, pairsAsOther }: GroupText): GroupMember => ({
  id: articleId,
  outlet: { id: article.outletId, name: article.outlet.name },
  credits: creditedTo,
  published: publishedOf(article),
  heldBy: new Map([
    ...pairsAsOne.map(({ otherId, ofOne }) => [otherId, ofOne] as const),
    ...pairsAsOther.map(({ oneId, ofOther }) => [oneId, ofOther] as const),
  ]),
});
