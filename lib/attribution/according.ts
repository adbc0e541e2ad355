import { contentStretches } from "./content.ts";
import type { Draft, RelayMention } from "./draft.ts";
import type { SentenceTokens } from "./extent.ts";
import { isContentful } from "./frames.ts";
import { isNominal, phraseAfter, type TokenRange } from "./noun-phrase.ts";
import { mentionOf, stretchOf } from "./reported.ts";
import type { Token } from "./tokens.ts";

interface Source {
  readonly at: number;
  readonly cueEnd: number;
  readonly name: TokenRange;
  readonly range: TokenRange;
}

/** Sources looked for in one sentence. */
const MOST_SOURCES = 4;
/** Longest relative clause of a source, in tokens. */
const LONGEST_CLAUSE = 24;

/** "according to Ann Lee, a farmer,": the source with its apposition. */
function sourceAt(tokens: readonly Token[], at: number, to: number): Source | undefined {
  if (tokens[at]?.low !== "according" || tokens[at + 1]?.low !== "to" || tokens[at]?.quotation !== -1)
    return undefined;
  const name = phraseAfter(tokens, at + 2, to);
  if (!name) return undefined;
  let end = name.end;
  const inside = tokens[end + 1];
  if (tokens[end]?.text === "," && inside && (inside.pos === "DET" || isNominal(inside)) && end + 1 < to) {
    const apposition = phraseAfter(tokens, end + 1, to);
    if (apposition && /^[,.]$/.test(tokens[apposition.end]?.text ?? ".")) end = apposition.end;
  }
  end = relativeEnd(tokens, end, to);
  return { at, cueEnd: at + 2, name, range: { first: name.first, end } };
}

/** The end of a relative clause at `at` that a comma closes: "a letter that the guild published on Monday,". */
function relativeEnd(tokens: readonly Token[], at: number, to: number): number {
  if (!/^(?:that|which)$/.test(tokens[at]?.low ?? "")) return at;
  for (let end = at + 1; end < Math.min(to, at + LONGEST_CLAUSE); end++) {
    if ((tokens[end]?.quotation ?? -1) >= 0) return at;
    if (tokens[end]?.text === ",") return end;
  }
  return at;
}

/** Whether a statement with its own speaker goes on up to the source, so that the source passes it on. */
function speaksUpTo(tokens: readonly Token[], draft: Draft, at: number): boolean {
  const end = Math.max(draft.cue.end, draft.content.at(-1)?.end ?? 0, draft.speaker?.end ?? 0);
  return (
    draft.speech &&
    draft.rule !== "participle" &&
    end <= (tokens[at]?.start ?? 0) &&
    end >= (tokens[at - 4]?.start ?? 0)
  );
}

/**
 * Statements "according to" somebody in one sentence. Behind a statement that already has its speaker the source is a
 * relay of it.
 */
export function accordingIn(
  text: string,
  tokens: readonly Token[],
  sentence: SentenceTokens,
  reported: readonly Draft[],
): { drafts: Draft[]; relays: RelayMention[] } {
  const drafts: Draft[] = [];
  const relays: RelayMention[] = [];
  for (let at = sentence.from; at < sentence.to; at++) {
    if (drafts.length + relays.length >= MOST_SOURCES) break;
    const source = sourceAt(tokens, at, sentence.to);
    if (!source) continue;
    const initial = at === sentence.from || !isContentful(tokens, sentence.from, at);
    if (!initial && reported.some((draft) => speaksUpTo(tokens, draft, at))) {
      relays.push({
        proof: stretchOf(tokens, { first: at, end: source.range.end }),
        name: stretchOf(tokens, source.name),
      });
      continue;
    }
    const first =
      tokens[source.range.end]?.text === "," || tokens[source.range.end]?.text === ":"
        ? source.range.end + 1
        : source.range.end;
    const ranges: TokenRange[] = [];
    if (initial) ranges.push({ first, end: sentence.to });
    else {
      ranges.push({ first: sentence.from, end: at });
      const next = tokens[first];
      const goesOn =
        next && next.low !== "and" && !/^(?:who|which|ing)$/.test(next.low) && !next.low.endsWith("ing");
      if (goesOn && tokens[at - 1]?.text === "," && isContentful(tokens, first, sentence.to))
        ranges.push({ first, end: sentence.to });
    }
    const content = contentStretches(text, tokens, ranges);
    if (content.length === 0) continue;
    drafts.push({
      rule: "according",
      mode: "said",
      speech: true,
      speaker: mentionOf(tokens, source),
      cue: stretchOf(tokens, { first: at, end: source.cueEnd }),
      content,
      via: [],
      doubt: 0.1,
      sentence: sentence.index,
    });
  }
  return { drafts, relays };
}
