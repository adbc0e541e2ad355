import { looksPersonal } from "./names.ts";

/** "Ann Lee" begins no description: "the harbour master", "a professor", "Port Halden’s mayor" do. */
const DESCRIBES = /^(?:an?|the|one|its|his|her|their|another|this|that)\s|^[\p{Lu}]\S*[’']s?\s/iu;

/**
 * The part of a mention that names: "Ann Lee" in "Ann Lee, a professor at ...", in "the guild’s spokesman, Ann Lee,"
 * and in "Ann Lee, who chairs the union".
 */
export function namingPart(mention: string): string {
  const whole = mention.trim().replace(/[\s,;:–—-]+$/u, "");
  const outside = whole.replace(/\([^)]*\)/gu, (inside) => " ".repeat(inside.length));
  const dash = outside.search(/\s[–—]\s/u);
  const relative = outside.search(/\s(?:who|whose|which|that)\s/u);
  const cut = [dash, relative].filter((at) => at > 0);
  const head = (cut.length > 0 ? whole.slice(0, Math.min(...cut)) : whole).replace(/,\s*$/, "").trim();
  const comma = outside.slice(0, head.length).indexOf(",");
  if (comma < 0) return head;
  const first = head.slice(0, comma).trim();
  const second = (head.slice(comma + 1).split(",")[0] ?? "")
    .replace(/\s*\([^)]*\)/gu, "")
    .split(/\s(?:of|from|at|in|with)\s/)[0]
    ?.trim();
  // "Marcos, Jr" is one name.
  if (/^(?:jr|sr|i{2,3}|iv)\.?$/i.test(second ?? "")) return `${first} ${second}`;
  const named = /\p{Lu}\S*$/u.test(first) && !DESCRIBES.test(first);
  return !named && second && /\s/.test(second) && looksPersonal(second) ? second : first;
}
