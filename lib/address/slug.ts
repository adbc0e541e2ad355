/** Longest slug, leaving room for a number that tells namesakes apart. */
const LONGEST = 80;

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
  return cut.slice(0, Math.max(cut.lastIndexOf("-"), 20)).replace(/-+$/, "");
}
