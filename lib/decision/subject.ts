/** What a decision can touch. */
export const NOUNS = [
  "article",
  "statement",
  "suggestion",
  "claim",
  "actor",
  "outlet",
  "merge",
  "distinction",
  "office",
  "identification",
  "reanchoring",
  "outletChange",
  "feed",
  "story",
  "storyMember",
] as const;
export type Noun = (typeof NOUNS)[number];

/** Whether a record of this kind goes when its adding is undone; others stay where nothing leads to them. */
export const goesWhenUndone = (noun: Noun): boolean =>
  noun === "statement" || noun === "office" || noun === "feed";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type State = { readonly [key: string]: Json };

/** One record at one moment. State null: the record did not exist. */
export interface Subject {
  readonly noun: Noun;
  readonly id: string;
  readonly state: State | null;
}

/** Whether two states say the same, whatever the order of their keys. */
export function sameState(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((x, i) => sameState(x, b[i] as Json))
    );
  const left = a as State;
  const right = b as State;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => key in right && sameState(left[key] as Json, right[key] as Json))
  );
}
