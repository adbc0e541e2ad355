import { parseHTML } from "linkedom";

/** Reads entities that were escaped twice ("&amp;rsquo;" in a title), as pages' heads often have them. */
export function decodeEntities(text: string): string {
  if (!/&(?:#\d+|#x[\da-f]+|\w+);/i.test(text)) return text;
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const holder = document.createElement("textarea");
  holder.innerHTML = text.replace(/</g, "&lt;");
  return holder.textContent ?? text;
}
