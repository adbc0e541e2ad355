/** Longest slug, leaving room for a number that tells namesakes apart. */
const LONGEST = 80;

/** Little words that a cut leaves hanging: "... have become an". An address lives for ever. */
const HANGING =
  /(?:-(?:an?|the|and|or|but|of|in|on|at|to|by|for|from|with|as|that|than|its|their|his|her|is|are|was|were|has|have|had|be|been|will|would|not))+$/;

/**
 * A readable address from words: ASCII letters, digits and single hyphens, cut at a word.
 * Words of other scripts leave nothing; `otherwise` then stands in.
 */
export function slugOf(words: string, otherwise: string): string {
  const folded = words
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (folded === "") return otherwise;
  if (folded.length <= LONGEST) return folded;
  const cut = folded.slice(0, LONGEST + 1);
  const whole = cut.slice(0, Math.max(cut.lastIndexOf("-"), 20)).replace(/-+$/, "");
  return whole.replace(HANGING, "") || whole;
}
