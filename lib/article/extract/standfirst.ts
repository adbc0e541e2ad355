import { tidyLine } from "../clean/paste-line.ts";
import { lineKey } from "../clean/read-line.ts";
import type { Body } from "./body.ts";
import { decodeEntities } from "./entities.ts";
import { type Headline, likeness } from "./headline.ts";
import { nameWords } from "./marks.ts";
import type { Page } from "./page.ts";
import { isProse } from "./prose.ts";

export interface Standfirst {
  readonly text: string | null;
  /** Positions of the blocks that it stands in. */
  readonly blocks: readonly number[];
}

const NOTHING: Standfirst = { text: null, blocks: [] };

/** What pages call the sentence below a headline. */
const NAMED =
  / (?:stand ?first|dek|deck|sub ?(?:head|heading|headline|title|deck)|sub ?hed|article ?(?:summary|intro|dek|description|subtitle|lead)|summary|strap ?line|kicker ?text|lede|lead ?(?:text|paragraph)|intro|excerpt|teaser ?text|chapeau|sommario|entradilla|vorspann|teaser) /;

const FEWEST_WORDS = 5;
const MOST_WORDS = 70;

/** The sentence between the headline and the body that sums the article up, if there is one. */
export function standfirstOf(page: Page, headline: Headline, body: Body): Standfirst {
  const { blocks, boxes } = page.blocks;
  if (headline.shown === null) return NOTHING;
  const { from, to } = headline.shown;
  const first = body.kept.find((at) => at >= to) ?? to;
  const said = [
    page.structured.description,
    page.meta.get("og:description")?.[0],
    page.meta.get("description")?.[0],
  ]
    .map((text) => tidyLine(decodeEntities(text ?? "")))
    .filter((text) => text !== "");
  const title = lineKey(
    blocks
      .slice(from, to)
      .map((block) => block.text)
      .join(" "),
  );
  const firstOfBody = lineKey(blocks[body.kept[0] ?? -1]?.text ?? "");
  const next = body.kept.length > 1;
  const kept = new Set(body.kept);
  for (let at = to; at <= first; at += 1) {
    const block = blocks[at];
    if (
      block === undefined ||
      block.words < FEWEST_WORDS ||
      block.words > MOST_WORDS ||
      block.linkShare > 0.5
    )
      continue;
    const key = lineKey(block.text);
    if (key === title || (at !== first && key === firstOfBody)) continue;
    const inBody = kept.has(at);
    const named = [block.box, boxes[block.box]?.parent ?? -1].some((box) =>
      NAMED.test(nameWords(boxes[box]?.names ?? "")),
    );
    const described = said.some((text) => likeness(text, block.text) > 0.85);
    const below =
      !inBody &&
      at <= to + 1 &&
      (boxes[block.box]?.mark ?? null) === null &&
      !body.reasons.has(at) &&
      (isProse(block) || headsAll(page, at, from));
    // A paragraph among others may well be what the page describes itself with: the article's first sentence.
    if (inBody ? named && next && !body.amongParagraphs(at) : named || described || below)
      return { text: block.text, blocks: [at] };
  }
  return NOTHING;
}

/** Whether a heading of lower order stands in the same box as the title: else it is the heading of a part. */
function headsAll(page: Page, at: number, title: number): boolean {
  const { blocks, boxes } = page.blocks;
  const box = boxes[blocks[at]?.box ?? -1];
  const around = boxes[box?.parent ?? -1];
  return box !== undefined && around !== undefined && /^h[2-4]$/.test(box.tag) && around.from <= title;
}
