import type { Segmented } from "./segment.ts";
import type { Token } from "./tokens.ts";

/** How the text goes on about a name: "Mira Holt said she", "Tarn Boats and its". */
export type NamePronoun = "he" | "she" | "it";

const PRONOUNS: Readonly<Record<string, NamePronoun>> = {
  he: "he",
  him: "he",
  his: "he",
  himself: "he",
  she: "she",
  her: "she",
  hers: "she",
  herself: "she",
  it: "it",
  its: "it",
  itself: "it",
};
/** How far behind a name its pronoun is looked for, in tokens. */
const REACH = 12;

/**
 * The pronoun of each name, where the text itself shows it: the first one behind the name in its sentence, or the one
 * that opens the next, with no other name between. A name that is shown as two in equal measure has none.
 */
export function pronounsOf(
  { sentences, tokens }: Segmented,
  runs: readonly { readonly name: string; readonly first: number; readonly end: number }[],
): Map<string, NamePronoun> {
  const votes = new Map<string, Map<NamePronoun, number>>();
  let sentence = 0;
  runs.forEach(({ end, first, name }, place) => {
    while ((sentences[sentence]?.to ?? tokens.length) <= first && sentence < sentences.length - 1) sentence++;
    const stop = Math.min(
      end + REACH,
      sentences[sentence]?.to ?? tokens.length,
      runs[place + 1]?.first ?? tokens.length,
    );
    const next = sentences[sentence + 1];
    const last = next && (runs[place + 1]?.first ?? tokens.length) >= next.from;
    const said =
      pronounIn(tokens, end, stop, tokens[first]?.quotation ?? -1) ??
      (last ? pronounIn(tokens, next.from, next.from + 1, -1) : undefined);
    if (!said) return;
    const own = votes.get(name) ?? new Map<NamePronoun, number>();
    votes.set(name, own.set(said, (own.get(said) ?? 0) + 1));
  });
  const shown = new Map<string, NamePronoun>();
  for (const [name, own] of votes) {
    const [most, next] = [...own].sort((a, b) => b[1] - a[1]);
    if (most && most[1] > (next?.[1] ?? 0)) shown.set(name, most[0]);
  }
  return shown;
}

function pronounIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  quotation: number,
): NamePronoun | undefined {
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token;
    const pronoun = token.quotation === quotation ? PRONOUNS[token.low] : undefined;
    // "it" mostly points at what was said; only its possessive shows what the name is.
    if (pronoun && token.low !== "it") return pronoun;
  }
  return undefined;
}
