import type { Carried, CarriedSpans } from "#lib/text/anchor/carried.ts";
import type { Span } from "#lib/text/span.ts";
import type { Carrier } from "./judge.ts";
import { foldedLetters, similarity } from "./similarity.ts";

/** From here on the field's annotators take a place for the passage. */
const TAKEN = 0.5;

/**
 * The baseline: each span by itself, at the place of the text whose words are most like its own, in the manner of
 * annotators that anchor by a quote with what stands around it. Weights as their documentation has them: the quote 50,
 * prefix and suffix 20 each, the position 2.
 */
export const byQuote: Carrier = ({ text, anchors }, newText) =>
  anchors.map((anchor): Carried => {
    const spans: CarriedSpans = {
      speaker: follow(anchor.speaker),
      cue: follow(anchor.cue),
      content: follow(anchor.content),
      relay: follow(anchor.relay),
    };
    const found = spans.content.length === anchor.content.length;
    return found
      ? { state: "exact", spans, candidates: [], changes: [], reason: "" }
      : { state: "orphan", candidates: [], changes: [], reason: "" };

    function follow(all: readonly Span[]): Span[] {
      return all.flatMap((span) => {
        const there = best(text, newText, span);
        return there ? [there] : [];
      });
    }
  });

function best(text: string, newText: string, { start, end }: Span): Span | undefined {
  const quote = text.slice(start, end);
  const size = quote.length;
  const around = [text.slice(Math.max(0, start - 32), start), text.slice(end, end + 32)] as const;
  const grams = foldedLetters(quote);
  let top: { readonly span: Span; readonly score: number } | undefined;
  for (let at = 0; at + Math.min(size, 8) <= newText.length; at++) {
    // Passages begin where words begin.
    if (at > 0 && /[\p{L}\p{N}]/u.test(newText[at - 1] ?? "")) continue;
    const there = newText.slice(at, at + size);
    const score =
      (50 * similarity(grams, foldedLetters(there)) +
        20 * similarity(foldedLetters(around[0]), foldedLetters(newText.slice(Math.max(0, at - 32), at))) +
        20 * similarity(foldedLetters(around[1]), foldedLetters(newText.slice(at + size, at + size + 32))) +
        2 * (1 - Math.abs(at - start) / Math.max(text.length, newText.length))) /
      92;
    if (!top || score > top.score)
      top = { span: { start: at, end: Math.min(newText.length, at + size) }, score };
  }
  return top && top.score >= TAKEN ? top.span : undefined;
}
