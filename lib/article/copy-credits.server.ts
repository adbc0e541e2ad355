import { Prisma, type Tx } from "../db.server.ts";
import { agencyCredits } from "../matching/copy/credit.ts";

const AGENCIES = ["agency", "stateMedium"] as const;

export interface Agency {
  readonly id: string;
  readonly name: string;
}

/** Whether a row of `outlet` is one that texts are credited to. */
export const isAgency = (sample: boolean): Prisma.Sql =>
  Prisma.sql`outlet.kind = ANY (${[...AGENCIES]}::outlet_kind[]) AND outlet.sample = ${sample}`;

/** Outlets on record that an article's byline or text is credited to. */
export async function creditsOf(
  tx: Tx,
  { byline, sample }: { readonly byline: string | null; readonly sample: boolean },
  text: string,
): Promise<string[]> {
  const agencies = await tx.$queryRaw<Agency[]>`SELECT id, name FROM outlet WHERE ${isAgency(sample)}`;
  return creditedIn({ byline }, text, agencies);
}

/**
 * Reads the credits of other texts anew for the outlet of one among them: they may have come before that agency was on
 * record, or before it was known that this text is its own. Needs the lock of copy groups.
 */
export async function creditOthers(
  tx: Tx,
  outletId: string,
  others: { readonly articleIds: readonly string[]; readonly groupIds: readonly string[] },
): Promise<void> {
  const agency = await tx.outlet.findFirst({ where: { id: outletId, kind: { in: [...AGENCIES] } } });
  if (agency === null) return;
  const texts = await tx.copyText.findMany({
    where: {
      OR: [{ articleId: { in: [...others.articleIds] } }, { groupId: { in: [...others.groupIds] } }],
      article: { outletId: { not: outletId } },
      NOT: { credits: { has: outletId } },
    },
    select: {
      articleId: true,
      article: { select: { byline: true } },
      revision: { select: { text: true } },
    },
  });
  const crediting = texts.filter(
    ({ article, revision }) => creditedIn(article, revision.text, [agency]).length > 0,
  );
  await tx.copyText.updateMany({
    where: { articleId: { in: crediting.map(({ articleId }) => articleId) } },
    data: { credits: { push: outletId } },
  });
}

/** Those of the agencies that an article's byline or text is credited to. */
export const creditedIn = (
  { byline }: { readonly byline: string | null },
  text: string,
  agencies: readonly Agency[],
): string[] => [
  ...agencyCredits(
    { text, byline },
    agencies.map(({ id, name }) => ({ id, names: [name] })),
  ),
];
