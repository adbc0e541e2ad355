import { type Saying, sentenceAt, tokensOf } from "./clause.ts";
import type { Segmented } from "./segment.ts";
import type { Token } from "./tokens.ts";
import { ADVERBS, AUXILIARIES, DENYING, RAISING, WITHHOLDING } from "./words.ts";

/** How far a saying itself is affirmed; what it says is not looked at. */
export interface CueSense {
  /** It is denied that this was said: "did not say", "declined to confirm", "denied saying". */
  readonly negatedCue: boolean;
  /** It is in doubt, or still to come: "reportedly said", "is believed to have told", "may announce". */
  readonly hedgedCue: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const NOT = words("not never cannot nor");
const NOBODY = words("no nobody none neither");
const DOUBTING =
  words(`reportedly allegedly apparently supposedly purportedly presumably seemingly possibly perhaps
  maybe`);
/** What somebody would, may or will say has not been said. */
const MODALS = words("may might could would should must will shall");
/** "would often say" is a habit, and has been said. */
const HABITS = words("often always sometimes usually regularly frequently");
const CONDITIONS = words("if unless whether");

/** Tokens looked at on the left of a cue. */
const REACH = 10;

/** "denied saying", "left without saying", "stopped short of saying". */
const takesBack = (low: string) => DENYING.has(low) || low === "without" || low === "of";

const isNot = (token: Token | undefined) =>
  token !== undefined && (NOT.has(token.low) || token.low.endsWith("n't"));

const isInGroup = (token: Token) =>
  token.quotation < 0 &&
  (AUXILIARIES.has(token.low) ||
    ADVERBS.has(token.low) ||
    token.low === "to" ||
    token.low.endsWith("ly") ||
    token.low === "'s" ||
    NOT.has(token.low) ||
    HABITS.has(token.low) ||
    DOUBTING.has(token.low));

/** First token of everything that modifies the verb at `at`: "is believed to have reportedly | told". */
function groupStart(tokens: readonly Token[], from: number, at: number): number {
  let first = at;
  while (first > from && at - first < REACH) {
    const before = tokens[first - 1] as Token;
    const to = tokens[first]?.low === "to";
    const raises = to && (RAISING.has(before.low) || WITHHOLDING.has(before.low));
    const yet = to && before.low === "yet";
    const ing = tokens[first]?.low.endsWith("ing") && takesBack(before.low);
    const short = before.low === "short" && tokens[first]?.low === "of";
    const stopped = /^stop(?:s|ped|ping)?$/.test(before.low) && tokens[first]?.low === "short";
    if (isInGroup(before) || raises || yet || ing || short || stopped) first--;
    else break;
  }
  return first;
}

function isNegated(group: readonly Token[]): boolean {
  return group.some((token, place) => {
    const next = group[place + 1]?.low;
    if (isNot(token)) return next !== "only" && next !== "just";
    if (WITHHOLDING.has(token.low) || token.low === "yet") return next === "to";
    if (token.low === "of") return group[place - 1]?.low === "short";
    return takesBack(token.low) && (next?.endsWith("ing") ?? false);
  });
}

function isHedged(group: readonly Token[]): boolean {
  const habit = group.some((token) => HABITS.has(token.low));
  return group.some((token, place) => {
    if (DOUBTING.has(token.low)) return true;
    if (MODALS.has(token.low)) return !(habit && token.low !== "may" && token.low !== "might");
    return RAISING.has(token.low) && group[place + 1]?.low === "to";
  });
}

/**
 * Whether a cue is denied or in doubt. "Denied" and "rejected" as cues are affirmed: the speaker did say something, and
 * what he denies is his stance. Only where the saying itself is taken back ("denied saying") is the cue negated.
 */
export function cueSense(article: Segmented, { cue, speaker }: Saying): CueSense {
  const { tokens } = article;
  const sentence = sentenceAt(article, cue.start);
  const { end, first } = tokensOf(article, cue, sentence);
  const start = groupStart(tokens, sentence.first, first);
  const group = tokens.slice(start, end);
  const mention = speaker && tokensOf(article, speaker, sentence);
  const who = mention && tokens[mention.first];
  const opening = Math.min(start, mention && mention.first < first ? mention.first : start);
  const behind = tokens[end];
  const gap = mention && mention.end <= start ? tokens.slice(mention.end, start) : [];
  return {
    negatedCue:
      isNegated(group) ||
      (who !== undefined && NOBODY.has(who.low) && tokens[(mention?.first ?? 0) + 1]?.text !== ".") ||
      behind?.low === "nothing",
    hedgedCue:
      isHedged(group) ||
      (who?.low.endsWith("'ll") ?? false) ||
      gap.some((token) => DOUBTING.has(token.low)) ||
      DOUBTING.has(behind?.low ?? "") ||
      (opening > sentence.first && CONDITIONS.has(tokens[opening - 1]?.low ?? "")),
  };
}
