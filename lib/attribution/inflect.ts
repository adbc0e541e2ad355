/** Forms of a verb as a text shows them. */
export const VERB_FORMS = ["base", "present", "past", "participle", "gerund"] as const;
export type VerbForm = (typeof VERB_FORMS)[number];

/** Irregular past and past participle; the same word twice where they don't differ. */
const IRREGULAR: Record<string, readonly [string, string]> = {
  say: ["said", "said"],
  tell: ["told", "told"],
  write: ["wrote", "written"],
  speak: ["spoke", "spoken"],
  think: ["thought", "thought"],
  read: ["read", "read"],
  see: ["saw", "seen"],
  hold: ["held", "held"],
  feel: ["felt", "felt"],
  find: ["found", "found"],
  show: ["showed", "shown"],
  swear: ["swore", "sworn"],
  know: ["knew", "known"],
  foresee: ["foresaw", "foreseen"],
  retort: ["retorted", "retorted"],
};
/** Verbs that double their last consonant. */
const DOUBLING = new Set(["quip", "admit", "concur", "slam", "rebut", "pan", "rap", "blog", "plan", "refer"]);

/** All forms of a regular or listed verb: ["claim", "claims", "claimed", "claimed", "claiming"]. */
export function formsOf(verb: string): Record<VerbForm, string> {
  const stem = DOUBLING.has(verb) ? verb + verb.at(-1) : verb;
  const silentE = verb.endsWith("e") && !verb.endsWith("ee");
  const consonantY = /[^aeiou]y$/.test(verb);
  const past = consonantY ? `${verb.slice(0, -1)}ied` : verb.endsWith("e") ? `${verb}d` : `${stem}ed`;
  const [irregular, participle] = IRREGULAR[verb] ?? [past, past];
  return {
    base: verb,
    present: consonantY
      ? `${verb.slice(0, -1)}ies`
      : /(?:s|x|z|ch|sh)$/.test(verb)
        ? `${verb}es`
        : `${verb}s`,
    past: irregular,
    participle,
    gerund: silentE ? `${verb.slice(0, -1)}ing` : `${stem}ing`,
  };
}
