import type { NamedChange } from "../named-change.ts";
import { wordTokens } from "../word-tokens.ts";
import type { Meant } from "./carried.ts";
import { type LowerWords, type Names, namesAmong, nameTest } from "./names.ts";
import { namesAfter } from "./names-after.ts";
import { type KeyedSentence, type Passage, paragraphOf, type RevisionText } from "./revision-text.ts";
import { namesTheSame } from "./spelling.ts";

/** Paragraphs before a passage whose names a pronoun may stand for. */
const REACH = 3;
/** "A spokesman" is whose spokesman what stands before says; with so many words an indefinite description is complete. */
const NEW_FROM = 4;
const PRONOUN =
  /^(?:he|she|they|it|we|i|this|that|these|those|one|both|all|who|which|some|many|several|few|others|everyone|nobody|none)$/iu;

/** How the words name who speaks (or relays): what else of the text must be the same for them to mean the same. */
type Naming =
  | { readonly by: "name"; readonly names: readonly string[] }
  | { readonly by: "context" | "description" };

export interface Revision {
  readonly text: RevisionText;
  readonly names: Names;
}

/** Why the same words may mean another speaker, with the name that came or went where there is one. */
export interface Doubt {
  readonly reason: string;
  readonly change?: NamedChange;
}

/** Stretches of the old text that name speaker and relays; none when the anchor has no speaker. */
export interface Speaking {
  readonly mentions: readonly (readonly [start: number, end: number])[];
  readonly hasSpeaker: boolean;
  readonly meant: Meant;
}

/**
 * Why a speaker named by the same words may be another one in the new revision; undefined when it is the same.
 * - A name means whom it meant as long as no longer form of it came or went ("Varrow": Piet Varrow, now Lena Varrow).
 * - A pronoun or a missing speaker leans on what stands before: this paragraph and the one before unchanged, and the
 *   same names in the three before. Where none stands there, as before a headline, on those that follow (`namesAfter`).
 * - A description ("the company") may lean on any name before it: the same ones, none replaced.
 */
export function speakerDoubt(
  old: Revision,
  passage: Passage,
  now: Revision,
  at: number,
  { mentions, hasSpeaker, meant }: Speaking,
  known: LowerWords,
): Doubt | undefined {
  const namings = mentions.map(([start, end]) => namingOf(old.text.text, start, end, known));
  for (const naming of namings) {
    const doubt = naming.by === "name" ? nameDoubt(old, now, naming.names) : undefined;
    if (doubt) return doubt;
  }
  const leaning = namings.filter(({ by }) => by !== "name");
  if (hasSpeaker && leaning.length === 0) return undefined;
  const to = at + passage.to - passage.from;
  if (!sameBefore(old.text, passage.from, now.text, at))
    return nearDoubt(
      "The speaker is named only by what stands before, and that is not the same.",
      old,
      passage,
      now,
      at,
    );
  if (!hasSpeaker && !sameAfter(old.text, passage.to, now.text, to))
    return { reason: "The speaker is named only by what stands around, and that is not the same." };
  const [before, here] = [namesBefore(old, passage.from), namesBefore(now, at)];
  if (before.length === 0 && here.length === 0) {
    const words = mentions.map(([start, end]) => old.text.text.slice(start, end));
    const { same, change } = namesAfter(
      old,
      passage,
      now,
      { from: at, to },
      {
        names: meant.names,
        words: meant.persons ? meant.names.flat() : [...meant.names.flat(), ...words],
      },
    );
    const reason = "The speaker is not named before these words, and other names stand behind them now.";
    if (!same) return change ? { reason, change } : { reason };
  }
  if (before.join("|") !== here.join("|"))
    return nearDoubt(
      "The speaker is named only by what stands before, and other names stand there now.",
      old,
      passage,
      now,
      at,
    );
  if (leaning.some(({ by }) => by === "description")) return descriptionDoubt(old, passage, now, at);
  return undefined;
}

function namingOf(text: string, start: number, end: number, known: LowerWords): Naming {
  const tokens = wordTokens(text, start, end);
  const words = tokens.filter(({ isWord }) => isWord);
  if (
    words.length === 0 ||
    words.some(({ key }, at) => PRONOUN.test(key) && (at === 0 || words.length === 1))
  )
    return { by: "context" };
  const isName = nameTest(text, known);
  // "A message to the residents of the port" brings in somebody new, and says all there is to say.
  const isNew = words.length > NEW_FROM && /^an?$/iu.test(words[0]?.key ?? "");
  if (isNew && !tokens.some(isName)) return { by: "name", names: [] };
  return tokens.some(isName) ? { by: "name", names: namesAmong(text, tokens, known) } : { by: "description" };
}

/** Longer forms of a name tell whom it means. */
function nameDoubt(old: Revision, now: Revision, names: readonly string[]): Doubt | undefined {
  for (const name of names) {
    const before = longerForms(old, name);
    const after = longerForms(now, name);
    const reason = `“${name}” may be another one now: longer forms of the name differ.`;
    const change = differing(before, after);
    if (change) return { reason, change };
  }
  return undefined;
}

/** The first names that only one side has, as a change; undefined where both have the same. */
function differing(before: ReadonlySet<string>, after: ReadonlySet<string>): NamedChange | undefined {
  const went = [...before].find((name) => !after.has(name)) ?? "";
  const came = [...after].find((name) => !before.has(name)) ?? "";
  return went === "" && came === "" ? undefined : { kind: "name", before: went, after: came };
}

function nearDoubt(reason: string, old: Revision, passage: Passage, now: Revision, at: number): Doubt {
  const change = differing(new Set(namesBefore(old, passage.from)), new Set(namesBefore(now, at)));
  return change ? { reason, change } : { reason };
}

const formsOf = new WeakMap<Names, Map<string, ReadonlySet<string>>>();

function longerForms({ text, names }: Revision, name: string): ReadonlySet<string> {
  const had = formsOf.get(names) ?? new Map<string, ReadonlySet<string>>();
  formsOf.set(names, had);
  const known = had.get(name);
  if (known) return known;
  const found = new Set(
    names
      .within(0, text.sentences.length)
      .filter((form) => form.length > name.length && ` ${form} `.includes(` ${name} `)),
  );
  had.set(name, found);
  return found;
}

/** Whether paragraph and paragraph before are the same up to the passage. */
function sameBefore(old: RevisionText, from: number, now: RevisionText, at: number): boolean {
  const paragraph = paragraphOf(old, from);
  const here = paragraphOf(now, at);
  for (let back = 1; ; back++) {
    const left = old.sentences[from - back];
    const right = now.sentences[at - back];
    const goesOn = left !== undefined && left.paragraph >= paragraph - 1;
    if (!goesOn) return right === undefined || right.paragraph < here - 1;
    if (right === undefined || !isSameSentence(old, left, now, right)) return false;
    if (right.paragraph - here !== left.paragraph - paragraph) return false;
  }
}

const isSameSentence = (old: RevisionText, left: KeyedSentence, now: RevisionText, right: KeyedSentence) =>
  left.key === right.key ||
  namesTheSame(wordTokens(old.text, left.start, left.end), wordTokens(now.text, right.start, right.end));

/** Whether the sentence after the passage is the same: it may say whose words they are. */
function sameAfter(old: RevisionText, to: number, now: RevisionText, at: number): boolean {
  const [left, right] = [old.sentences[to], now.sentences[at]];
  return left && right ? isSameSentence(old, left, now, right) : left === right;
}

/** Names in the paragraphs before sentence `at`. */
function namesBefore({ text, names }: Revision, at: number): readonly string[] {
  const paragraph = paragraphOf(text, at);
  let from = at;
  while (from > 0 && paragraphOf(text, from - 1) >= paragraph - REACH) from--;
  return names.within(from, at);
}

function descriptionDoubt(old: Revision, passage: Passage, now: Revision, at: number): Doubt | undefined {
  const change = differing(new Set(old.names.within(0, passage.from)), new Set(now.names.within(0, at)));
  const reason = "The speaker is only described, and other names stand before the description now.";
  return change && { reason, change };
}
