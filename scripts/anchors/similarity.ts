/** Pairs of letters of a passage, counted. */
function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Share of pairs of letters that both have (Dice), 0 to 1; two empty passages are alike. */
export function similarity(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  const all = Math.max(0, a.length - 1) + Math.max(0, b.length - 1);
  return all === 0 ? 1 : (2 * shared) / all;
}

/** The same of a quote with every stretch of its length in a text, by where the stretch begins. Linear. */
export function likenessAlong(quote: string, text: string): readonly number[] {
  const wanted = pairsOf(quote);
  const inside = new Map<string, number>();
  const size = Math.max(1, quote.length - 1);
  let shared = 0;
  const change = (at: number, by: 1 | -1) => {
    const pair = text.slice(at, at + 2);
    const limit = wanted.get(pair);
    if (pair.length < 2 || limit === undefined) return;
    const before = inside.get(pair) ?? 0;
    inside.set(pair, before + by);
    shared += Math.min(limit, before + by) - Math.min(limit, before);
  };
  for (let at = 0; at < size; at++) change(at, 1);
  const found: number[] = [];
  for (let at = 0; at < text.length; at++) {
    found.push(shared / size);
    change(at, -1);
    change(at + size, 1);
  }
  return found;
}
