import { contentStretches } from "./content.ts";
import type { Draft, RelayMention } from "./draft.ts";
import type { SentenceTokens } from "./extent.ts";
import { isContentful } from "./frames.ts";
import { isNominal, phraseAfter, type TokenRange } from "./noun-phrase.ts";
import { mentionOf, stretchOf } from "./reported.ts";
import type { StatementMode } from "./statement.ts";
import type { Token } from "./tokens.ts";

interface Source {
  readonly at: number;
  readonly cue: TokenRange;
  readonly mode: StatementMode;
  readonly name: TokenRange;
  readonly range: TokenRange;
  /** Behind all of it. */
  readonly end: number;
}

/** Longest owner of words, in tokens: "in the guild secretary’s words". */
const LONGEST_OWNER = 9;
/** Sources looked for in one sentence. */
const MOST_SOURCES = 4;
/** Longest relative clause of a source, in tokens. */
const LONGEST_CLAUSE = 24;

/** "in the words of Ann Lee", "in Ann Lee’s view": nouns that give words or a view to whoever owns them. */
const OWNED: Readonly<Record<string, StatementMode>> = {
  words: "said",
  telling: "said",
  phrase: "said",
  view: "attributedView",
  opinion: "attributedView",
  estimation: "attributedView",
  judgment: "attributedView",
  judgement: "attributedView",
};

interface Lead {
  readonly cue: TokenRange;
  readonly name: TokenRange;
  /** Behind cue and name. */
  readonly end: number;
  readonly mode: StatementMode;
}

const isFree = (tokens: readonly Token[], at: number) => tokens[at]?.quotation === -1;

/** "according to Ann Lee", "per Ann Lee", "in the words of Ann Lee", "in Ann Lee’s view", "as Ann Lee put it". */
function leadAt(tokens: readonly Token[], from: number, at: number, to: number): Lead | undefined {
  const low = tokens[at]?.low ?? "";
  if (!/^(?:according|per|in|as)$/.test(low) || !isFree(tokens, at)) return undefined;
  const said = (cue: TokenRange, name: TokenRange | undefined, mode: StatementMode = "said") =>
    name && { cue, name, end: Math.max(cue.end, name.end), mode };
  if (low === "according")
    return tokens[at + 1]?.low === "to"
      ? said({ first: at, end: at + 2 }, phraseAfter(tokens, at + 2, to))
      : undefined;
  const opens = at === from || /^[,(—–]$/.test(tokens[at - 1]?.text ?? "") || tokens[at - 1]?.pos === "AUX";
  if (!opens) return undefined;
  if (low === "per") {
    const named = tokens[at + 1]?.low === "the" || /^\p{Lu}/u.test(tokens[at + 1]?.text ?? "");
    return named ? said({ first: at, end: at + 1 }, phraseAfter(tokens, at + 1, to)) : undefined;
  }
  if (low === "as") {
    const name = phraseAfter(tokens, at + 1, to);
    const put = name && (tokens[name.end]?.low === "has" ? name.end + 1 : name.end);
    const puts = put !== undefined && /^puts?$/.test(tokens[put]?.low ?? "") && tokens[put + 1]?.low === "it";
    return puts && name ? said({ first: put, end: put + 2 }, name) : undefined;
  }
  let noun = at + 1;
  while (noun < to && noun - at < LONGEST_OWNER && !Object.hasOwn(OWNED, tokens[noun]?.low ?? "")) noun++;
  const mode = OWNED[tokens[noun]?.low ?? ""];
  if (mode === undefined || noun >= to) return undefined;
  if (tokens[noun + 1]?.low === "of") {
    if (noun !== at + 2 || tokens[at + 1]?.low !== "the") return undefined;
    return said({ first: at, end: noun + 2 }, phraseAfter(tokens, noun + 2, to), mode);
  }
  const owner = tokens[noun - 1]?.low === "'s" ? { first: at + 1, end: noun - 1 } : undefined;
  const pronoun = noun === at + 2 && /^(?:his|her|their|its)$/.test(tokens[at + 1]?.low ?? "");
  if (!owner && !pronoun) return undefined;
  const spoken = tokens[noun + 1]?.text === ",";
  return spoken
    ? said({ first: noun, end: noun + 1 }, owner ?? { first: at + 1, end: at + 2 }, mode)
    : undefined;
}

/** A source with its apposition: "according to Ann Lee, a farmer,". */
function sourceAt(tokens: readonly Token[], from: number, at: number, to: number): Source | undefined {
  const lead = leadAt(tokens, from, at, to);
  if (!lead) return undefined;
  const { cue, mode, name } = lead;
  if (name.end < lead.end) return { at, cue, mode, name, range: name, end: lead.end };
  let end = name.end;
  const inside = tokens[end + 1];
  if (tokens[end]?.text === "," && inside && (inside.pos === "DET" || isNominal(inside)) && end + 1 < to) {
    const apposition = phraseAfter(tokens, end + 1, to);
    if (apposition && /^[,.]$/.test(tokens[apposition.end]?.text ?? ".")) end = apposition.end;
  }
  end = relativeEnd(tokens, end, to);
  return { at, cue, mode, name, range: { first: name.first, end }, end };
}

/** The end of a relative clause at `at` that a comma closes: "a letter that the guild published on Monday,". */
function relativeEnd(tokens: readonly Token[], at: number, to: number): number {
  const aside = tokens[at]?.text === "," && tokens[at]?.quotation === -1 ? 1 : 0;
  if (!(aside ? /^(?:which|who|whose)$/ : /^(?:that|which|who)$/).test(tokens[at + aside]?.low ?? ""))
    return at;
  for (let end = at + aside + 1; end < Math.min(to, at + LONGEST_CLAUSE); end++) {
    if ((tokens[end]?.quotation ?? -1) >= 0) return at;
    if (tokens[end]?.text === ",") return end;
  }
  return at;
}

/** Whether content stands in front of a source: a clause, or the subject of one that goes on behind it. */
function goesAround(tokens: readonly Token[], { from, to }: SentenceTokens, { at, end }: Source): boolean {
  if (isContentful(tokens, from, at)) return true;
  const next = tokens[end + 1];
  const predicate = next?.quotation === -1 && /^(?:AUX|VERB)$/.test(next.pos) && end + 1 < to;
  const quoted = (next?.quotation ?? -1) >= 0 && tokens.slice(from, at).some(({ pos }) => pos === "AUX");
  return tokens[end]?.text === "," && (predicate || quoted);
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
    const source = sourceAt(tokens, sentence.from, at, sentence.to);
    if (!source) continue;
    const initial = at === sentence.from || !goesAround(tokens, sentence, source);
    const passesOn = /^(?:according|per)$/.test(tokens[source.cue.first]?.low ?? "");
    if (!initial && passesOn && reported.some((draft) => speaksUpTo(tokens, draft, at))) {
      relays.push({
        proof: stretchOf(tokens, { first: at, end: source.end }),
        name: stretchOf(tokens, source.name),
      });
      continue;
    }
    const first =
      tokens[source.end]?.text === "," || tokens[source.end]?.text === ":" ? source.end + 1 : source.end;
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
      mode: source.mode,
      speech: source.mode === "said",
      speaker: mentionOf(tokens, source),
      cue: stretchOf(tokens, source.cue),
      content,
      via: [],
      doubt: 0.1,
      sentence: sentence.index,
    });
  }
  return { drafts, relays };
}
