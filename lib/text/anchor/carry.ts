import { CodePointIndex } from "../code-points.ts";
import type { Span } from "../span.ts";

// Interim: whole paragraphs only. To be replaced by the full method.
export interface CarriedSpans {
  readonly speaker: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly relay: readonly Span[];
}
export interface Carried {
  readonly state: "exact" | "moved" | "changed" | "ambiguous" | "orphan";
  readonly spans?: CarriedSpans;
  readonly candidates: readonly CarriedSpans[];
  readonly changes: readonly {
    kind: "number" | "negation" | "name" | "words";
    before: string;
    after: string;
  }[];
  readonly reason: string;
}

export function carryAll(input: {
  readonly oldText: string;
  readonly newText: string;
  readonly anchors: readonly CarriedSpans[];
}): readonly Carried[] {
  const old = new CodePointIndex(input.oldText);
  const now = new CodePointIndex(input.newText);
  return input.anchors.map((anchor) => {
    const first = anchor.content[0]?.start ?? 0;
    const at = old.toUtf16(first);
    const from = input.oldText.lastIndexOf("\n\n", at) + 1;
    const until = input.oldText.indexOf("\n\n", at);
    const paragraph = input.oldText.slice(from, until < 0 ? undefined : until).trim();
    const start = input.oldText.indexOf(paragraph, from);
    const found = input.newText.split(paragraph).length - 1;
    const shift = now.fromUtf16(Math.max(0, input.newText.indexOf(paragraph))) - old.fromUtf16(start);
    const move = (spans: readonly Span[]) =>
      spans.map((s) => ({ start: s.start + shift, end: s.end + shift }));
    const spans = {
      speaker: move(anchor.speaker),
      cue: move(anchor.cue),
      content: move(anchor.content),
      relay: move(anchor.relay),
    };
    if (found === 1)
      return { state: "exact", spans, candidates: [], changes: [], reason: "the same paragraph" };
    return { state: "orphan", candidates: [], changes: [], reason: "the paragraph is not there any more" };
  });
}
