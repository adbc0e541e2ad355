import { wordsOf } from "../statement/passage.ts";

export interface HitPart {
  /** Where it begins, in UTF-16. */
  readonly at: number;
  readonly text: string;
  readonly hit: boolean;
}

/** Cuts a text into hits and what stands between them. `hits` are whole words, any case, as the database found them. */
export function markHits(text: string, hits: readonly string[]): readonly HitPart[] {
  const wanted = new Set(
    hits.flatMap((hit) => wordsOf(hit).map(({ start, end }) => fold(hit.slice(start, end)))),
  );
  const parts: HitPart[] = [];
  let at = 0;
  for (const { start, end } of wordsOf(text)) {
    if (!wanted.has(fold(text.slice(start, end)))) continue;
    if (start > at) parts.push({ at, text: text.slice(at, start), hit: false });
    parts.push({ at: start, text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < text.length) parts.push({ at, text: text.slice(at), hit: false });
  return parts;
}

const fold = (word: string) => word.toLowerCase();
