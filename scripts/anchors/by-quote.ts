import type { Carried } from "#lib/text/anchor/carried.ts";
import type { Span } from "#lib/text/span.ts";
import type { Carrier } from "./judge.ts";
import { likenessAlong, similarity } from "./similarity.ts";

/** From here on the field's annotators take a place for the passage. */
const TAKEN = 0.5;
/** Places whose surroundings are looked at too: those most like the quote. */
const LOOKED_AT = 20;
const CONTEXT = 32;

/**
 * The baseline: each span by itself, at the place of the text whose letters are most like its own, in the manner of
 * annotators that anchor by a quote with what stands around it. Weights as their documentation has them: the quote 50,
 * prefix and suffix 20 each, the position 2.
 */
export const byQuote: Carrier = (oldText, newText, anchors) =>
  anchors.map((anchor): Carried => {
    const follow = (all: readonly Span[]) => all.flatMap((span) => best(oldText, newText, span) ?? []);
    const spans = {
      speaker: follow(anchor.speaker),
      cue: follow(anchor.cue),
      content: follow(anchor.content),
      relay: follow(anchor.relay),
    };
    const found = spans.content.length === anchor.content.length;
    // It tells nothing from the same words with other marks: the milder of the two claims.
    if (found) return { state: "moved", spans, candidates: [], changes: [], reason: "" };
    return { state: "orphan", candidates: [], changes: [], reason: "" };
  });

function best(oldText: string, newText: string, { start, end }: Span): Span | undefined {
  const size = end - start;
  const around = (text: string, at: number) =>
    [text.slice(Math.max(0, at - CONTEXT), at), text.slice(at + size, at + size + CONTEXT)] as const;
  const [prefix, suffix] = around(oldText, start);
  const likeness = likenessAlong(oldText.slice(start, end), newText);
  const places = [...likeness.keys()]
    // Passages begin where words begin.
    .filter((at) => at === 0 || !/[\p{L}\p{N}]/u.test(newText[at - 1] ?? ""))
    .sort((a, b) => (likeness[b] as number) - (likeness[a] as number))
    .slice(0, LOOKED_AT);
  const scored = places.map((at) => {
    const [before, behind] = around(newText, at);
    const near = 1 - Math.abs(at - start) / Math.max(oldText.length, newText.length);
    const score =
      50 * (likeness[at] as number) + 20 * similarity(prefix, before) + 20 * similarity(suffix, behind);
    return { at, score: (score + 2 * near) / 92 };
  });
  const top = scored.toSorted((a, b) => b.score - a.score)[0];
  return top && top.score >= TAKEN
    ? { start: top.at, end: Math.min(newText.length, top.at + size) }
    : undefined;
}
