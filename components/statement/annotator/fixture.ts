import type { DeskArticle, DeskStatement, DeskSuggestion } from "#lib/desk/desk-article.ts";
import { CodePointIndex } from "#lib/text/code-points.ts";
import type { Span } from "#lib/text/span.ts";

/** An article in our own words, for the tests of this folder. The ship makes code points and UTF-16 differ. */
export const TEXT = [
  "Ferry line drops the night boat 🚢",
  "“The night boat loses money,” said Ines Halloran, who runs the ferry line.",
  "The harbour council said it would look at the figures, according to Harbour Wire.",
].join("\n\n");

export const INDEX = new CodePointIndex(TEXT);

/** Span of `words` in the text, in code points. */
export function spanOf(words: string): Span {
  const at = TEXT.indexOf(words);
  if (at < 0) throw new Error(`“${words}” is not in the text`);
  return { start: INDEX.fromUtf16(at), end: INDEX.fromUtf16(at + words.length) };
}

export const INES = { id: "actor-ines", name: "Ines Halloran", kind: "person" } as const;
export const COUNCIL = { id: "actor-council", name: "Harbour Council", kind: "governmentBody" } as const;

export function suggestion(over: Partial<DeskSuggestion> = {}): DeskSuggestion {
  return {
    id: "suggestion-ines",
    version: 1,
    state: "open",
    statementId: null,
    speaker: [spanOf("Ines Halloran")],
    cue: [spanOf("said")],
    content: [spanOf("“The night boat loses money,”")],
    kind: "direct",
    mode: "said",
    mention: "name",
    negatedCue: false,
    hedgedCue: false,
    dateSaid: null,
    actor: INES,
    proposedActor: null,
    actorReason: "name",
    chosenByEditor: false,
    candidates: [{ actor: INES, reason: "name" }],
    proposal: null,
    chain: null,
    via: [],
    confidence: 0.94,
    reason: "reporting verb after the content",
    engine: "test/1",
    ...over,
  };
}

export const COUNCIL_SUGGESTION = suggestion({
  id: "suggestion-council",
  speaker: [spanOf("The harbour council")],
  cue: [],
  content: [spanOf("it would look at the figures")],
  kind: "indirect",
  actor: COUNCIL,
  confidence: 0.7,
});

export function statement(over: Partial<DeskStatement> = {}): DeskStatement {
  return {
    id: "statement-ines",
    version: 1,
    byHand: true,
    kind: "direct",
    mode: "said",
    actor: INES,
    speaker: [spanOf("Ines Halloran")],
    cue: [spanOf("said")],
    content: [spanOf("“The night boat loses money,”")],
    via: [],
    claims: [],
    ...over,
  };
}

export function deskArticle(over: Partial<DeskArticle> = {}): DeskArticle {
  let start = 0;
  const parts = TEXT.split("\n\n").map((part, at) => {
    const end = start + [...part].length;
    const placed = { kind: at === 0 ? ("headline" as const) : ("paragraph" as const), start, end };
    start = end + 2;
    return placed;
  });
  return {
    id: "article",
    version: 1,
    slug: "ferry",
    headline: "Ferry line drops the night boat 🚢",
    byline: null,
    outlet: { id: "outlet", name: "Harbour Wire", kind: "newspaper" },
    canonicalUrl: null,
    publishedAt: "2024-07-02T08:30",
    zone: null,
    publishedSource: "text",
    sample: false,
    revision: {
      id: "revision",
      number: 1,
      text: TEXT,
      parts,
      sha256: "",
      createdAt: "2024-07-02T09:00:00Z",
      language: "en",
    },
    revisions: 1,
    waiting: 0,
    earlier: 0,
    openChanges: 0,
    deletedReason: null,
    suggestions: [suggestion(), COUNCIL_SUGGESTION],
    statements: [],
    history: [],
    names: {},
    lastSeq: "1",
    signedOff: null,
    changedSinceSignOff: false,
    readByOlderEngine: false,
    story: null,
    ...over,
  };
}
