/** npx node scripts/bench-anchors.ts [EDITS]: anchors carried through generated edits, beside anchoring by quote. */
import { pathToFileURL } from "node:url";
import { byQuote } from "./anchors/by-quote.ts";
import { EDIT_KINDS } from "./anchors/edits.ts";
import { judgeCarriers, ours, type Tally, total } from "./anchors/judge.ts";

/** A Markdown table: wrong silent anchors, and how many of those that had to stand by themselves do. */
export async function benchAnchors(edits = 2_000): Promise<string> {
  const both = judgeCarriers({ ours, byQuote }, edits, 20_261_126);
  const cells = (tally: Tally) =>
    `${tally.wrong} | ${tally.hadToStand === 0 ? "–" : ((100 * tally.stood) / tally.hadToStand).toFixed(2)}`;
  const rows = EDIT_KINDS.flatMap((kind) => {
    const [a, b] = [both.ours.get(kind), both.byQuote.get(kind)];
    return a && b ? [`| ${kind} | ${a.edits} | ${a.anchors} | ${cells(a)} | ${cells(b)} |`] : [];
  });
  const [a, b] = [total(both.ours), total(both.byQuote)];
  return [
    "| edit | edits | anchors | wrong silent | stand, of 100 that must | by quote: wrong silent | stand |",
    "|---|---|---|---|---|---|---|",
    ...rows,
    `| **all** | ${a.edits} | ${a.anchors} | **${cells(a).replace(" | ", "** | **")}** | ${cells(b)} |`,
  ].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  console.log(await benchAnchors(Number(process.argv[2] ?? 2_000)));
