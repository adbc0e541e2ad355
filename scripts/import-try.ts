import { storedAuthority } from "#lib/actor/authority.server.ts";
import { operator } from "#lib/auth/operator.server.ts";
import { db } from "#lib/db.server.ts";
import { OnRecordError } from "#lib/errors.ts";
import { bringInRecord, siteToAsk } from "#lib/import/bring-in-record.server.ts";
import type { ImportRecord } from "#lib/import/record.ts";

const MOST_SHOWN = 20;

/** Ends the transaction in which a line came in: nothing of it stays. */
class OnlyTried extends Error {}

/**
 * Brings each line in and takes it back: what it says is what would become of the file. Nothing is fetched.
 * @throws OnRecordError "unusable" where nothing would come in
 */
export async function tryFile(
  records: AsyncIterable<ImportRecord>,
  outlet: string | undefined,
): Promise<string> {
  const viewer = await operator(db());
  const ways = {
    viewer,
    authority: await storedAuthority(db()),
    outlet: outlet === undefined ? null : ({ name: outlet, kind: "other" } as const),
    signal: new AbortController().signal,
    also: async () => {
      throw new OnlyTried();
    },
  };
  const counts = { good: 0, fetched: 0, leftOut: 0 };
  const problems: string[] = [];
  let bad = 0;
  for await (const { number, held } of records) {
    const problem = await problemWith(held);
    if (problem === undefined) continue;
    bad += 1;
    if (problems.length < MOST_SHOWN) problems.push(`  line ${number}: ${problem}`);
  }
  async function problemWith(held: ImportRecord["held"]): Promise<string | undefined> {
    if (held.kind === "bad") return held.problem;
    if (held.kind === "leftOut") counts.leftOut += 1;
    else if (siteToAsk(held) !== null) counts.fetched += 1;
    else
      try {
        await bringInRecord(db(), held, ways);
      } catch (error) {
        if (!(error instanceof OnlyTried)) return error instanceof Error ? error.message : String(error);
        counts.good += 1;
      }
    return undefined;
  }
  const words = [
    `Can be brought in: ${counts.good}; would have to be fetched: ${counts.fetched}; bad: ${bad}; without a page: ${counts.leftOut}. Nothing was stored.`,
    ...problems,
    ...(bad > problems.length ? [`  and ${bad - problems.length} more`] : []),
  ].join("\n");
  if (counts.good + counts.fetched === 0) throw new OnRecordError("unusable", words);
  return words;
}
