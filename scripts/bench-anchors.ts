/** npx node scripts/bench-anchors.ts [EDITS]: anchors carried through generated edits, beside anchoring by quote. */
import { byQuote } from "./anchors/by-quote.ts";
import { EDIT_KINDS } from "./anchors/edits.ts";
import { COMBINED, judgeCarriers, ours, type Tally, total } from "./anchors/judge.ts";

const SEED = 20_261_126;

/**
 * A Markdown table: wrong silent anchors; how many of those that had to stand by themselves do; and of those that could
 * be left to an editor as well.
 */
export async function benchAnchors(edits = 2_000): Promise<string> {
  const both = judgeCarriers({ ours, byQuote }, edits, SEED);
  const share = (part: number, all: number) => (all === 0 ? "–" : ((100 * part) / all).toFixed(2));
  const row = (name: string, a: Tally, b: Tally) =>
    `| ${name} | ${a.edits} | ${a.anchors} | ${a.wrong} | ${a.hadToStand} | ${share(a.stood, a.hadToStand)} | ` +
    `${a.mayStand} | ${share(a.chose, a.mayStand)} | ${b.wrong} | ${share(b.stood, b.hadToStand)} |`;
  const rows = ([...EDIT_KINDS, COMBINED] as const).flatMap((kind) => {
    const [a, b] = [both.ours.get(kind), both.byQuote.get(kind)];
    return a && b ? [row(kind, a, b)] : [];
  });
  return [
    "| edit | edits | anchors | wrong silent | must stand | of them do (%) | may stand | of them do (%) | by quote: wrong silent | of those that must, do (%) |",
    "|---|---|---|---|---|---|---|---|---|---|",
    ...rows,
    row("**all**", total(both.ours), total(both.byQuote)),
  ].join("\n");
}

if (import.meta.main) console.log(await benchAnchors(Number(process.argv[2] ?? 2_000)));
