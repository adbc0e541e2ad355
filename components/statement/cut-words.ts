/**
 * `text` in at most about `longest` UTF-16 units, cut at a word; a quotation that is cut is closed, so that nobody
 * takes what follows it for the speaker's.
 */
export function cutWords(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const at = text.lastIndexOf(" ", longest);
  const kept = text.slice(0, at < 1 ? longest : at).replace(/[\s,;:…“]+$/u, "");
  return `${kept} …${kept.lastIndexOf("“") > kept.lastIndexOf("”") ? "”" : ""}`;
}
