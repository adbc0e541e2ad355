import type { Blocks, Box } from "./blocks.ts";
import type { Mark } from "./marks.ts";
import { isProse, prefixSums, sumOf } from "./prose.ts";

/** Most of the page's prose that a mark may claim: what most of the text is called is no furniture. */
const MOST: Partial<Record<Mark, number>> = { hidden: 0.7, comments: 0.85 };
const MOST_OF_OTHERS = 0.3;
const MOST_OF_A_NAME = 0.4;

/** The mark that decides over each block, the outermost one that counts; or null. */
export function marksOf(page: Blocks, headline: number | null): readonly (Mark | null)[] {
  const { boxes, blocks } = page;
  const prose = prefixSums(blocks.map((block) => (isProse(block) ? block.words : 0)));
  const all = Math.max(1, prose.at(-1) ?? 0);
  const shareOf = (box: Box) => sumOf(prose, box.from, box.to) / all;
  const named = new Map<string, number>();
  for (const box of boxes)
    if (box.mark !== null) named.set(nameOf(box), (named.get(nameOf(box)) ?? 0) + shareOf(box));
  const counts = (box: Box, mark: Mark): boolean => {
    if (shareOf(box) > (MOST[mark] ?? MOST_OF_OTHERS)) return false;
    if (MOST[mark] === undefined && (named.get(nameOf(box)) ?? 0) > MOST_OF_A_NAME) return false;
    // The article itself, whatever it is called: its title stands in it, and text below the title.
    const holdsTitle = headline !== null && box.from <= headline && headline < box.to;
    return !(holdsTitle && sumOf(prose, headline + 1, box.to) > 0 && mark !== "hidden");
  };
  const marks: (Mark | null)[] = [];
  // A gallery that is the article makes its titles and texts the article's too.
  const refuted: (Mark | null)[] = [];
  for (const box of boxes) {
    const above = box.parent < 0 ? null : (marks[box.parent] ?? null);
    const not = box.parent < 0 ? null : (refuted[box.parent] ?? null);
    const counted = box.mark !== null && box.mark !== not && counts(box, box.mark);
    marks.push(above ?? (counted ? box.mark : null));
    refuted.push(
      box.mark !== null && !counted && shareOf(box) <= MOST_OF_OTHERS && box.to > box.from ? box.mark : not,
    );
  }
  const found = blocks.map((block) => marks[block.box] ?? null);
  for (const { from, to } of signUpBoxes(page, prose))
    for (let at = from; at < to; at += 1) found[at] ??= "newsletter";
  return found;
}

/** Most words of a box that asks for an e-mail address: what stands around the field invites to fill it in. */
const LONGEST_SIGN_UP = 150;
const MOST_FIELDS = 100;

function signUpBoxes({ boxes, blocks, asking }: Blocks, prose: readonly number[]): Box[] {
  const words = prefixSums(blocks.map((block) => block.words));
  const all = prose.at(-1) ?? 0;
  return asking.slice(0, MOST_FIELDS).flatMap((field) => {
    let found: Box | undefined;
    for (let box = boxes[field]; box !== undefined; box = boxes[box.parent]) {
      if (
        sumOf(words, box.from, box.to) > LONGEST_SIGN_UP ||
        sumOf(prose, box.from, box.to) > all * MOST_OF_OTHERS
      )
        break;
      found = box;
    }
    return found === undefined ? [] : [found];
  });
}

const nameOf = (box: Box): string => `${box.tag} ${box.names}`;
