import type { MentionType } from "./statement.ts";

const PRONOUN =
  /^(?:he|she|it|they|i|we|you|him|her|them|who|which|that|this|these|those|both|all|some|many|others?|everyone|someone|one)$/iu;

/** How a mention names: by pronoun, by a name (a word with a capital besides its first), or by description. */
export function mentionType(words: string | undefined): MentionType {
  if (words === undefined || words.trim() === "") return "none";
  if (PRONOUN.test(words.trim())) return "pronoun";
  return /\p{Lu}/u.test(words.replace(/^\P{L}*(?:The|A|An|One|Some|His|Her|Their)\b/u, ""))
    ? "name"
    : "description";
}
