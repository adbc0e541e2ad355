import type { WordToken } from "./word-tokens.ts";

/** What changed between two wordings, as an editor asks about it. A date counts as a number. */
export const CHANGE_KINDS = ["number", "negation", "name", "words"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface NamedChange {
  readonly kind: ChangeKind;
  /** Empty: nothing stood there. */
  readonly before: string;
  readonly after: string;
}

/** Of a change longer than this the beginning is told, in UTF-16 units and to the end of a word. */
const LONGEST_SHOWN = 300;

const setOf = (words: string) => new Set(words.split(" "));

const NEGATION = setOf(
  "not no never nobody none nothing neither nor nowhere without cannot hardly barely scarcely false falsely untrue " +
    "deny denies denied denying denial refuse refuses refused refusing decline declines declined declining " +
    "reject rejects rejected rejecting dispute disputes disputed fail fails failed lack lacks lacked unless " +
    "ne pas jamais rien aucun aucune ni nicht kein keine keinen keiner keinem nie niemals nunca jamás nada nadie ningún ninguna " +
    "не нет ни никогда нельзя ليس لا لم لن",
);
const NUMBER = setOf(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands " +
    "million millions billion billions trillion trillions dozen dozens half halves third thirds quarter quarters " +
    "first second fourth fifth sixth seventh eighth ninth tenth twelfth once twice thrice double doubled triple " +
    "tripled halved percent % ‰ $ € £ monday tuesday wednesday thursday friday saturday sunday january february " +
    "march april june july august september october november december yesterday today tomorrow",
);
/** Capitalised for its place in the sentence far more often than as a name. */
const NO_NAME = setOf(
  "a an the this that these those he she it they we you i his her its their our my your who what when where why how " +
    "which while if as at by for from in into of off on or out over to under up with and but so yet after before during " +
    "since until because although though however meanwhile later earlier then there here some many most all both each " +
    "every another other such only also even still just now again once no not never neither nobody nothing none yes " +
    "is are was were be been has have had do does did will would can could may might must shall should says said " +
    "according asked speaking nevertheless instead moreover more less last next",
);
const PREFIX = /^(?:un|in|il|im|ir|dis|non|mis|de|anti)-?/u;

export const isNegation = (word: string) => {
  const low = word.toLowerCase();
  return NEGATION.has(low) || /n't$/u.test(low);
};
export const isNumber = (word: string) => /\p{N}/u.test(word) || NUMBER.has(word.toLowerCase());
/** A word that is never a name, however it is written. */
export const isNoName = (word: string) => {
  const low = word.toLowerCase();
  return NO_NAME.has(low) || NUMBER.has(low);
};

/** Says of a token whether it is (part of) a name. */
export type NameTest = (token: WordToken) => boolean;

/** One side of a change: the text and its tokens that the other side lacks. */
export interface ChangedSide {
  readonly text: string;
  readonly tokens: readonly WordToken[];
  readonly isName: NameTest;
}

/** Names what one change changes; several when it changes several things, "words" when none of the watched. */
export function namedChanges(before: ChangedSide, after: ChangedSide): readonly NamedChange[] {
  const found: NamedChange[] = [];
  const whole = { before: wordsOf(trimmed(before), () => true), after: wordsOf(trimmed(after), () => true) };
  if (picked(before, isNegative) !== picked(after, isNegative) || negatesByPrefix(before, after))
    found.push({ kind: "negation", ...whole });
  for (const [kind, test] of [
    ["number", (token: WordToken) => isNumber(token.key)],
    ["name", undefined],
  ] as const) {
    const left = test ?? before.isName;
    const right = test ?? after.isName;
    if (picked(before, left) !== picked(after, right))
      // Where the other side has none of its kind, it is shown whole: "spring" became "2027".
      found.push({
        kind,
        before: wordsOf(before, left) || whole.before,
        after: wordsOf(after, right) || whole.after,
      });
  }
  const all = { before: wordsOf(before, () => true), after: wordsOf(after, () => true) };
  return found.length > 0 ? found : [{ kind: "words", ...all }];
}

const SEPARATOR = /^[,;:.!?]+$/u;

/** Without the commas and full stops around what changed: they say nothing of a number, a negation or a name. */
function trimmed(side: ChangedSide): ChangedSide {
  const isTold = ({ key }: WordToken) => !SEPARATOR.test(key);
  const from = side.tokens.findIndex(isTold);
  return { ...side, tokens: from < 0 ? [] : side.tokens.slice(from, side.tokens.findLastIndex(isTold) + 1) };
}

const isNegative = ({ key }: WordToken) => isNegation(key);

const picked = ({ tokens }: ChangedSide, test: NameTest) =>
  tokens
    .filter(test)
    .map(({ key }) => key.toLowerCase())
    .join(" ");

/** "likely" and "unlikely", "approved" and "disapproved", "legal" and "illegal". */
function negatesByPrefix(before: ChangedSide, after: ChangedSide): boolean {
  const words = (side: ChangedSide) => side.tokens.map(({ key }) => key.toLowerCase());
  const left = new Set(words(before));
  const right = new Set(words(after));
  const negated = (all: ReadonlySet<string>, others: ReadonlySet<string>) =>
    [...all].some((word) => {
      const stem = word.replace(PREFIX, "");
      return stem !== word && stem.length > 2 && others.has(stem) && !all.has(stem);
    });
  return negated(left, right) || negated(right, left);
}

/** The picked words as the text has them: one stretch where they stand together. */
function wordsOf({ text, tokens }: ChangedSide, test: NameTest): string {
  const parts: string[] = [];
  let last = -1;
  let length = 0;
  for (const [at, token] of tokens.entries()) {
    if (!test(token)) continue;
    if (length > LONGEST_SHOWN) {
      parts.push(" …");
      break;
    }
    const before = tokens[last];
    const isNext = before !== undefined && last === at - 1;
    const gap = isNext ? text.slice(before.end, token.start).replace(/\s+/gu, " ") : before ? " … " : "";
    parts.push(gap, text.slice(token.start, token.end));
    length += token.end - token.start;
    last = at;
  }
  return parts.join("");
}
