import type { ActorKind, AliasKind } from "../attribution/authority.ts";

/** A record as it is compared with another: with all names of all records it stands for. */
export interface ComparedActor {
  readonly kind: ActorKind;
  readonly wikidata: string | null;
  readonly names: readonly ComparedName[];
}

export interface ComparedName {
  readonly name: string;
  /** Lookup key (./fold.ts). */
  readonly folded: string;
  readonly kind: AliasKind;
}

/** How far two records look like one, 0 to 1, and why; what speaks against it. */
export interface Duplicate {
  readonly score: number;
  readonly reasons: readonly string[];
  readonly cautions: readonly string[];
}

interface Reason {
  readonly score: number;
  readonly words: string;
}

/** Below this a pair is not worth an editor's look. */
export const LEAST_SCORE = 0.4;
const MOST_REASONS = 3;
/** What another reason adds to the best one. */
const FURTHER_REASON = 0.02;
const OTHER_KIND = 0.6;
const OTHER_WIKIDATA = 0.5;
const LITTLE_WORDS: ReadonlySet<string> = new Set(["of", "the", "and", "for"]);

/** Whether two records may be one actor, and why. Null: nothing says so. Pure; an editor decides. */
export function compareActors(one: ComparedActor, other: ComparedActor): Duplicate | null {
  const reasons = [...sameWikidata(one, other), ...namesAlike(one.names, other.names)].sort(
    (a, b) => b.score - a.score,
  );
  const [best] = reasons;
  if (!best) return null;
  const cautions: string[] = [];
  let score = Math.min(1, best.score + FURTHER_REASON * (Math.min(reasons.length, MOST_REASONS) - 1));
  if (one.kind !== other.kind) {
    score *= OTHER_KIND;
    cautions.push("they are of different kinds");
  }
  if (one.wikidata !== null && other.wikidata !== null && one.wikidata !== other.wikidata) {
    score *= OTHER_WIKIDATA;
    cautions.push(`Wikidata has two: ${one.wikidata} and ${other.wikidata}`);
  }
  if (score < LEAST_SCORE) return null;
  return { score, reasons: reasons.slice(0, MOST_REASONS).map(({ words }) => words), cautions };
}

function sameWikidata(one: ComparedActor, other: ComparedActor): readonly Reason[] {
  if (one.wikidata === null || one.wikidata !== other.wikidata) return [];
  return [{ score: 1, words: `the same Wikidata id, ${one.wikidata}` }];
}

/** The best reason for each name that is like one of the other's; no two reasons about one name. */
function namesAlike(ours: readonly ComparedName[], theirs: readonly ComparedName[]): readonly Reason[] {
  const found = ours.flatMap((a) =>
    theirs.flatMap((b) => {
      const reason = a.kind === "metonym" || b.kind === "metonym" ? null : nameAlike(a, b);
      return reason === null ? [] : [{ ...reason, a: a.folded, b: b.folded }];
    }),
  );
  const said = new Set<string>();
  return found
    .sort((x, y) => y.score - x.score)
    .filter(({ a, b }) => {
      if (said.has(`a ${a}`) || said.has(`b ${b}`)) return false;
      said.add(`a ${a}`).add(`b ${b}`);
      return true;
    });
}

/** Why one name may be another way to write the other; null when nothing says so. */
export function nameAlike(a: ComparedName, b: ComparedName): Reason | null {
  if (a.folded === b.folded) return sameName(a, b);
  // An acronym stands for itself only: KCNA and KCTV are two.
  if (a.kind === "acronym" || b.kind === "acronym") return null;
  const [left, right] = [wordsOf(a.folded), wordsOf(b.folded)];
  if (left.length === 0 || right.length === 0) return null;
  if (sorted(left) === sorted(right))
    return { score: 0.9, words: `“${a.name}” and “${b.name}” are the same words in another order` };
  if (isInitial(left, right)) return { score: 0.75, words: `“${a.name}” may be short for “${b.name}”` };
  if (isInitial(right, left)) return { score: 0.75, words: `“${b.name}” may be short for “${a.name}”` };
  const bare = left.map(withoutVowels).sort().join(" ");
  if (bare.length >= 4 && bare === right.map(withoutVowels).sort().join(" "))
    return {
      score: 0.75,
      words: `“${a.name}” and “${b.name}” sound alike, as transliterations do`,
    };
  if (isLonger(left, right)) return { score: 0.65, words: `“${a.name}” is “${b.name}” with a name more` };
  if (isLonger(right, left)) return { score: 0.65, words: `“${b.name}” is “${a.name}” with a name more` };
  return nearlySame(a, b, left, right);
}

function sameName(a: ComparedName, b: ComparedName): Reason {
  if (a.kind === "acronym" || b.kind === "acronym") return { score: 0.55, words: `both go by “${a.name}”` };
  const single = !a.folded.includes(" ");
  if (a.name === b.name) return { score: single ? 0.6 : 0.95, words: `both are called “${a.name}”` };
  return {
    score: single ? 0.58 : 0.93,
    words: `“${a.name}” and “${b.name}” are one name, written differently`,
  };
}

/** Words that differ begin alike, all others are the same. */
function nearlySame(
  a: ComparedName,
  b: ComparedName,
  left: readonly string[],
  right: readonly string[],
): Reason | null {
  const onlyLeft = left.filter((word) => !right.includes(word));
  const onlyRight = right.filter((word) => !left.includes(word));
  const [x, y] = [onlyLeft[0], onlyRight[0]];
  if (onlyLeft.length !== 1 || onlyRight.length !== 1 || x === undefined || y === undefined) return null;
  const alike = trigramLikeness(x, y);
  if (x[0] !== y[0] || alike < (left.length === 1 ? 0.5 : 0.3)) return null;
  return { score: 0.4 + 0.3 * alike, words: `“${a.name}” and “${b.name}” are spelled alike` };
}

/** "j stoltenberg" for "jens stoltenberg", "im halloran" for "ines maren halloran": the same last word, and each word
 * before it is written so or by its initial. */
function isInitial(short: readonly string[], long: readonly string[]): boolean {
  if (short.length < 2 || short.length > long.length || short.at(-1) !== long.at(-1)) return false;
  const given = short.slice(0, -1);
  const initials = given.flatMap((word) => (word.length === 2 && word !== long[0] ? [...word] : [word]));
  if (initials.length >= long.length || initials.every((word) => word.length > 1)) return false;
  return initials.every((word, at) => (word.length === 1 ? long[at]?.startsWith(word) : word === long[at]));
}

/** The longer one begins and ends alike and has one word more between: a middle name. */
function isLonger(long: readonly string[], short: readonly string[]): boolean {
  return (
    long.length === short.length + 1 &&
    short.length >= 2 &&
    long[0] === short[0] &&
    long.at(-1) === short.at(-1) &&
    short.every((word) => long.includes(word))
  );
}

const wordsOf = (folded: string) =>
  folded.split(" ").filter((word) => word !== "" && !LITTLE_WORDS.has(word));
const sorted = (words: readonly string[]) => [...words].sort().join(" ");

const SAME_SOUND: ReadonlyMap<string, string> = new Map([
  ["q", "k"],
  ["c", "k"],
  ["w", "v"],
  ["z", "s"],
]);

/** What is left of a folded word when vowels and doubles go: "mohammed" and "muhammad" meet. */
function withoutVowels(word: string): string {
  const bare = [...word].map((letter) => SAME_SOUND.get(letter) ?? letter).join("");
  return (bare.slice(0, 1) + bare.slice(1).replace(/[aeiouyj]/g, "")).replace(/(.)\1+/g, "$1");
}

/** Share of three-letter pieces that two words have in common, as pg_trgm counts it. */
export function trigramLikeness(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)];
  const both = [...left].filter((piece) => right.has(piece)).length;
  return both / (left.size + right.size - both);
}

function trigrams(word: string): ReadonlySet<string> {
  const padded = [...`  ${word} `];
  return new Set(padded.slice(2).map((_, at) => padded.slice(at, at + 3).join("")));
}
