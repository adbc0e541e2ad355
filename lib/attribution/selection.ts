import type { Read } from "./model/read.ts";

/** Below this chance a reading is not worth an editor's look; between this and `SHOWN_FROM` it is offered on demand. */
export const LEAST_CHANCE = 0.4;
/** Two statements may share this part of the lesser one's words, not more. */
const MOST_SHARED = 0.3;

/** Whether two contents (sorted tokens) share too much of the lesser one. */
function clash(a: readonly number[], b: readonly number[]): boolean {
  const inA = new Set(a);
  let shared = 0;
  for (const at of b) if (inA.has(at)) shared++;
  return shared > MOST_SHARED * Math.min(a.length, b.length);
}

/**
 * Readings that do not take each other's words, from the likeliest down. Where one clashes with a likelier one, another
 * reading of either may leave room for both; that is taken when the two together are likelier than the one.
 */
export function selected(reads: readonly Read[]): Read[] {
  const kept: Read[] = [];
  const holder = new Map<number, number>();
  const hold = (read: Read, place: number) => {
    for (const at of read.choice.hypothesis.content) if (!holder.has(at)) holder.set(at, place);
  };
  const rivalsOf = (content: readonly number[]) => {
    const places = new Set<number>();
    for (const at of content) {
      const place = holder.get(at);
      if (place !== undefined && clash(contentOf(kept[place]), content)) places.add(place);
    }
    return [...places];
  };
  for (const read of [...reads].sort((a, b) => b.choice.chance - a.choice.chance)) {
    if (read.choice.chance < LEAST_CHANCE) break;
    const [rival, ...more] = rivalsOf(read.choice.hypothesis.content);
    if (rival === undefined) {
      hold(read, kept.push(read) - 1);
      continue;
    }
    const aside = read.others.find(
      ({ chance, hypothesis }) => chance >= LEAST_CHANCE && rivalsOf(hypothesis.content).length === 0,
    );
    if (aside) {
      const moved = { ...read, choice: aside };
      hold(moved, kept.push(moved) - 1);
      continue;
    }
    const held = kept[rival] as Read;
    const shorter = held.others.find(
      ({ hypothesis }) => !clash(hypothesis.content, read.choice.hypothesis.content),
    );
    if (more.length > 0 || !shorter || shorter.chance + read.choice.chance <= held.choice.chance) continue;
    for (const at of contentOf(held)) if (holder.get(at) === rival) holder.delete(at);
    kept[rival] = { ...held, choice: shorter };
    hold(kept[rival] as Read, rival);
    hold(read, kept.push(read) - 1);
  }
  return kept.filter(({ choice }) => choice.chance >= LEAST_CHANCE);
}

const contentOf = (read: Read | undefined) => read?.choice.hypothesis.content ?? [];
