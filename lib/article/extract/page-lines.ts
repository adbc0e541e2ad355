import type { CleanedLine, LineRole } from "../cleaned.ts";
import type { Body } from "./body.ts";
import type { Headline } from "./headline.ts";
import type { Page } from "./page.ts";

/** How far behind the body what was left out is shown, in blocks. */
const BEHIND = 60;

interface Chosen {
  readonly headline: Headline;
  readonly body: Body;
  /** Positions of the blocks that are the standfirst. */
  readonly standfirst: readonly number[];
  /** Positions of the blocks that are paragraphs. */
  readonly kept: readonly number[];
  /** The paragraphs, where they stand elsewhere than in the page's blocks. */
  readonly elsewhere: readonly string[] | null;
}

/** The page between its title and some way behind the body, line by line: what was kept as what, what was left out, and why. */
export function pageLines(page: Page, chosen: Chosen): CleanedLine[] {
  const { headline, body, standfirst, kept, elsewhere } = chosen;
  const lines: CleanedLine[] = [];
  const add = (text: string, role: LineRole, reason: string) =>
    lines.push({ line: lines.length, text, role, reason });
  if (headline.text !== null) add(headline.text, "headline", "the page’s title");
  for (const text of elsewhere ?? []) add(text, "paragraph", "stands in the page’s data");
  const own = [...standfirst, ...kept].sort((a, b) => a - b);
  const first = own[0] ?? 0;
  const last = own.at(-1) ?? 0;
  const shown = headline.shown;
  const from = shown !== null && shown.to <= first ? shown.to : first;
  const roles = new Map<number, LineRole>([
    ...kept.map((at) => [at, "paragraph"] as const),
    ...standfirst.map((at) => [at, "standfirst"] as const),
  ]);
  for (const [at, block] of page.blocks.blocks.slice(from, last + BEHIND + 1).entries()) {
    const role = elsewhere === null ? roles.get(from + at) : undefined;
    if (role === "paragraph") add(block.text, role, "paragraph of the article");
    else if (role === "standfirst") add(block.text, role, "stands between the headline and the body");
    else add(block.text, "dropped", reasonOf(body, from + at, first, roles));
  }
  return lines;
}

function reasonOf(body: Body, at: number, first: number, roles: ReadonlyMap<number, LineRole>): string {
  const said = body.reasons.get(at) ?? body.reasonFor(at);
  if (said !== null) return said;
  if (roles.has(at)) return "the page’s data has the article’s whole text";
  return at < first ? "above the article’s paragraphs" : "behind the end of the article";
}
