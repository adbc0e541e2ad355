import { isNoName, type NamedChange } from "../named-change.ts";
import { wordTokens } from "../word-tokens.ts";
import { type Passage, paragraphOf, type RevisionText } from "./revision-text.ts";
import type { Revision } from "./speaker-context.ts";

/** Paragraphs behind a passage that may say who speaks in it: a headline's "Minister" is named further down. */
const REACH = 3;
/** So many more are looked through for what moved up because others were left out. */
const LEFT_OUT = 20;
/** Words that share so many first letters may be one. */
const STEM = 4;

/** What tells a paragraph that says who speaks. */
export interface Telling {
  /** Names in full, of each that is meant; nobody where they are not known. */
  readonly names: readonly (readonly string[])[];
  /** A paragraph with none of these words says nothing about them. */
  readonly words: readonly string[];
}

/**
 * Whether what stands behind a passage, before which nobody is named, names the same. It does where the names are the
 * same ones; or where whole paragraphs were left out, nothing else was done, and none of those can have said who speaks:
 * they name nobody, or have no word about those that are meant, or stood behind a paragraph that names them in full and
 * still stands. What merely moved up stood behind the passage before.
 */
export function namesAfter(
  old: Revision,
  passage: Passage,
  now: Revision,
  there: Passage,
  telling: Telling,
): { readonly same: boolean; readonly change?: NamedChange } {
  const [was, is] = [blocksAfter(old.text, passage), blocksAfter(now.text, there)];
  const namesOf = ({ names }: Revision, blocks: readonly Block[]) =>
    blocks.flatMap(({ from, to }) => names.within(from, to));
  const [before, after] = [namesOf(old, was.filter(isNear)), namesOf(now, is.filter(isNear))];
  if (before.join("|") === after.join("|")) return { same: true };
  const kept = keptAmong(was, is.filter(isNear));
  if (kept && !leavesOutSpeaker(old, was.filter(isNear), kept, telling)) return { same: true };
  const [all, left] = [new Set(namesOf(old, was)), new Set(namesOf(now, is))];
  const went = before.find((name) => !left.has(name)) ?? "";
  const came = after.find((name) => !all.has(name)) ?? "";
  return went === "" && came === ""
    ? { same: false }
    : { same: false, change: { kind: "name", before: went, after: came } };
}

/** What of one paragraph stands behind a passage: sentences `[from, to)`. */
interface Block extends Passage {
  readonly key: string;
  /** So many paragraphs behind the passage's first one. */
  readonly distance: number;
}

const isNear = ({ distance }: Block) => distance <= REACH;

function blocksAfter(text: RevisionText, { from: first, to: behind }: Passage): readonly Block[] {
  const found: Block[] = [];
  const paragraph = paragraphOf(text, first);
  const last = paragraph + REACH + LEFT_OUT;
  for (let from = behind; from < text.sentences.length && paragraphOf(text, from) <= last; ) {
    let to = from + 1;
    while (to < text.sentences.length && paragraphOf(text, to) === paragraphOf(text, from)) to++;
    const key = text.sentences
      .slice(from, to)
      .map((sentence) => sentence.key)
      .join("\n");
    found.push({ from, to, key, distance: paragraphOf(text, from) - paragraph });
    from = to;
  }
  return found;
}

/** Those of the old paragraphs that the new ones are, word for word and in order; undefined where one is none of them. */
function keptAmong(was: readonly Block[], is: readonly Block[]): ReadonlySet<Block> | undefined {
  const kept = new Set<Block>();
  let at = 0;
  for (const { key } of is) {
    while (at < was.length && was[at]?.key !== key) at++;
    const found = was[at++];
    if (!found) return undefined;
    kept.add(found);
  }
  return kept;
}

function leavesOutSpeaker(
  old: Revision,
  near: readonly Block[],
  kept: ReadonlySet<Block>,
  telling: Telling,
): boolean {
  const words = telling.words.flatMap(wordsOf).filter((word) => word.length > 1 && !isNoName(word));
  let unnamed = telling.names;
  for (const block of near) {
    const names = old.names.within(block.from, block.to);
    if (names.length === 0) continue;
    if (kept.has(block)) {
      unnamed = unnamed.filter((own) => !own.some((full) => names.some((name) => isNamedBy(name, full))));
      if (unnamed.length === 0 && telling.names.length > 0) return false;
      continue;
    }
    if (telling.names.length === 0 || words.length === 0) return true;
    if (wordsOf(block.key).some((word) => words.some((other) => isAkin(word, other)))) return true;
  }
  return false;
}

const wordsOf = (text: string): readonly string[] =>
  wordTokens(text)
    .filter(({ isWord }) => isWord)
    .map(({ key }) => key.toLowerCase().replace(/'s?$/u, ""));

/** "Norway" and "Norwegian", "minister" and "ministry". */
const isAkin = (word: string, other: string) =>
  word === other ||
  (word.length > STEM && other.length > STEM && word.slice(0, STEM) === other.slice(0, STEM));

/** "Transport Minister Astrid Mo" is Astrid Mo; a single word may be somebody else's too. */
const isNamedBy = (name: string, full: string) =>
  wordsOf(full).length > 1 && ` ${wordsOf(name).join(" ")} `.includes(` ${wordsOf(full).join(" ")} `);
