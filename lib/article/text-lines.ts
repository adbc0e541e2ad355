import type { Part } from "../attribution/statement.ts";
import type { CleanedLine, LineRole } from "./cleaned.ts";
import type { Composed } from "./compose.ts";

const folded = (text: string): string => text.replace(/\s+/gu, " ").trim();
const isText = (role: LineRole): role is Part["kind"] =>
  role === "headline" || role === "standfirst" || role === "paragraph";

/**
 * The lines of a source with the roles they have in a text made from it. A part of the text that is no line of the source
 * (an editor wrote it, or joined two lines) stands as a line of its own after the part before it: nothing of the text is lost.
 * @param lines of the source, as its reader took them
 * @returns numbered from 0, in the source's order
 */
export function linesOfText(lines: readonly CleanedLine[], { text, parts }: Composed): CleanedLine[] {
  const characters = [...text];
  const wanted = parts.map(({ kind, start, end }) => ({
    kind,
    words: characters.slice(start, end).join(""),
  }));
  const places = placesOf(lines, wanted);
  const roleAt = new Map(places.flatMap((at, part) => (at === null ? [] : [[at, part] as const])));
  const all: Omit<CleanedLine, "line">[] = [];
  const addUnplaced = (from: number) => {
    for (let part = from; part < wanted.length && places[part] === null; part += 1) {
      const { kind, words } = wanted[part] ?? { kind: "paragraph" as const, words: "" };
      all.push({ text: words, role: kind, reason: "stands in the text, and in no line of its source" });
    }
  };
  addUnplaced(0);
  for (const [at, { text: words, role, reason }] of lines.entries()) {
    const part = roleAt.get(at);
    if (part === undefined) {
      all.push({ text: words, role: "dropped", reason: role === "dropped" ? reason : reasonLeftOut(role) });
      continue;
    }
    const kind = wanted[part]?.kind ?? "paragraph";
    all.push({ text: words, role: kind, reason: kind === role ? reason : "kept by an editor" });
    addUnplaced(part + 1);
  }
  return all.map((line, at) => ({ line: at, ...line }));
}

/** Which line each part of the text is: in their order, the reader's own choice before the same words elsewhere. */
function placesOf(
  lines: readonly CleanedLine[],
  wanted: readonly { readonly kind: string; readonly words: string }[],
): readonly (number | null)[] {
  const byWords = Map.groupBy(lines.keys(), (at) => folded(lines[at]?.text ?? ""));
  const taken = new Set<number>();
  let last = -1;
  return wanted.map(({ kind, words }) => {
    const free = (byWords.get(words) ?? []).filter((at) => !taken.has(at));
    const behind = free.filter((at) => at > last);
    const place = behind.find((at) => lines[at]?.role === kind) ?? behind[0] ?? null;
    if (place === null) return null;
    taken.add(place);
    last = place;
    return place;
  });
}

const reasonLeftOut = (role: LineRole): string =>
  isText(role) ? "left out by an editor" : `read as the ${role}`;
