/** Words in front of a capital that make it a place; "from" and "to" don't: "a letter from Pyongyang". */
const LOCATIVE =
  /(?:^|[\s“"(])(?:in|near|outside|around|across|at|via|inside)\s+(?:downtown\s+|central\s+)?$/iu;
const SENTENCE = 120;

/** Whether what stands right in front of `start` says that a capital is only where something happens. */
export function isPlace(text: string, start: number | undefined): boolean {
  return start !== undefined && LOCATIVE.test(text.slice(Math.max(0, start - 24), start));
}

/** Whether the sentence up to `start` speaks of a statement or another document of somebody's own. */
export function isInDocument(text: string, start: number | undefined): boolean {
  if (start === undefined) return false;
  const lead =
    text
      .slice(Math.max(0, start - SENTENCE), start)
      .split(/[.!?][”"’]?\s|\n/u)
      .at(-1) ?? "";
  return /\b(?:statement|communiqu[eé]|declaration|press release)\b/i.test(lead);
}
