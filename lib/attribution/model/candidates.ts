import type { Draft } from "../draft.ts";
import { firstThat } from "../halving.ts";
import type { Segmented } from "../segment.ts";
import type { CueCandidate, Outlook } from "./stage-two.ts";
import { type Block, TAG, tokenAt } from "./views.ts";

/** From this chance on a run of tokens is looked at as a cue. */
const LOWEST = 0.16;

/** A cue of the rules as tokens `[from, to)`, and the number of its draft. */
export interface RuledCue {
  readonly from: number;
  readonly to: number;
  readonly draft: number;
}

/** The rules' cues by the block that holds them. */
export function ruledCuesOf(
  article: Segmented,
  drafts: readonly Draft[],
  blocks: readonly Block[],
): ReadonlyMap<Block, readonly RuledCue[]> {
  const found = new Map<Block, RuledCue[]>();
  drafts.forEach(({ cue }, draft) => {
    const from = tokenAt(article, cue.start);
    const block = blocks[firstThat(blocks.length, (at) => (blocks[at]?.to ?? 0) > from)];
    if (!block || from < block.from) return;
    let to = from + 1;
    while (to < block.to && (article.tokens[to]?.start ?? 0) < cue.end) to++;
    const list = found.get(block);
    if (list) list.push({ from, to, draft });
    else found.set(block, [{ from, to, draft }]);
  });
  return found;
}

/** Possible cues of a block in order: what stage one decided, what it held possible, and what the rules have. */
export function cuesOf(ruledCues: readonly RuledCue[], block: Block, outlook: Outlook): CueCandidate[] {
  const n = block.to - block.from;
  const taken = new Uint8Array(n);
  const found: { from: number; to: number; chance: number; draft: number }[] = [];
  const chance = (k: number) =>
    (outlook.marginals[k * 7 + TAG.bCue] as number) + (outlook.marginals[k * 7 + TAG.iCue] as number);
  const take = (from: number, to: number) => {
    let most = 0;
    for (let k = from; k < to; k++) {
      taken[k] = 1;
      most = Math.max(most, chance(k));
    }
    found.push({ from: block.from + from, to: block.from + to, chance: most, draft: -1 });
  };
  for (let k = 0; k < n; k++) {
    if (outlook.tags[k] !== TAG.bCue && outlook.tags[k] !== TAG.iCue) continue;
    let to = k + 1;
    while (to < n && outlook.tags[to] === TAG.iCue) to++;
    take(k, to);
    k = to - 1;
  }
  for (const { from, to } of ruledCues) {
    let free = true;
    for (let at = from; at < to; at++) if (taken[at - block.from]) free = false;
    if (free) take(from - block.from, to - block.from);
  }
  for (let k = 0; k < n; k++) {
    if (taken[k] || chance(k) < LOWEST) continue;
    let to = k + 1;
    while (
      to < n &&
      !taken[to] &&
      chance(to) >= LOWEST &&
      (outlook.marginals[to * 7 + TAG.bCue] as number) < chance(to) / 2
    )
      to++;
    take(k, to);
    k = to - 1;
  }
  for (const cue of found)
    cue.draft = ruledCues.find(({ from, to }) => from < cue.to && cue.from < to)?.draft ?? -1;
  return found.sort((x, y) => x.from - y.from);
}
