import { readdirSync, readFileSync } from "node:fs";
import { CodePointIndex } from "../../text/code-points.ts";
import type { Span } from "../../text/span.ts";
import type { DetectedStatement, MentionType, StatementKind, StatementMode } from "../statement.ts";

/** Words of the case’s text; where they stand more than once, which of them (from 1). */
type Words = string | { readonly words: string; readonly occurrence: number };

/** A statement as a careful reader sees it. What is left out is: said, affirmed, without a date, straight from the speaker. */
export interface GoldenStatement {
  readonly speaker?: Words;
  /** The speaker with its apposition, where leaving that out is right too. */
  readonly whole?: Words;
  /** Words the cue must hold; auxiliaries around them are the engine’s affair. */
  readonly cue: Words;
  readonly content: readonly Words[];
  readonly kind: StatementKind;
  readonly mention: MentionType;
  readonly mode?: StatementMode;
  readonly negated?: boolean;
  readonly hedged?: boolean;
  readonly dateSaid?: string;
  /** Name of the actor, or null for none; left out where the case is not about it. */
  readonly actor?: string | null;
  /** Names of the relays, outermost first. */
  readonly via?: readonly string[];
}

export interface GoldenCase {
  readonly family: string;
  readonly name: string;
  readonly text: string;
  readonly date?: string;
  readonly statements: readonly GoldenStatement[];
  /** Why the engine can’t yet: the case is then tested to fail, so that its mending is noticed. */
  readonly known?: string;
}

/** Published on a Sunday, where a case says nothing else. */
export const GOLDEN_DATE = "2024-06-30";

const HERE = new URL("golden/", import.meta.url);

/** All golden cases, one file a family, one case a phenomenon. */
export function goldenCases(): readonly GoldenCase[] {
  return readdirSync(HERE)
    .sort()
    .flatMap((file) => {
      const cases = JSON.parse(readFileSync(new URL(file, HERE), "utf8")) as Omit<GoldenCase, "family">[];
      return cases.map((one) => ({ family: file.replace(".json", ""), ...one }));
    });
}

const EDGE = /[\s"“”„'‘’`´«»‹›,.;:!?…—–\-()[\]{}*•]/u;

/** A span without the marks and the punctuation at its edges, and without a leading "that". */
function trimmed(characters: readonly string[], { end, start }: Span): Span {
  let from = start;
  let to = end;
  const edges = () => {
    while (from < to && EDGE.test(characters[from] as string)) from++;
    while (to > from && EDGE.test(characters[to - 1] as string)) to--;
  };
  edges();
  if (/^that\s/iu.test(characters.slice(from, from + 5).join(""))) from += 5;
  edges();
  return from < to ? { start: from, end: to } : { start, end };
}

/** Where the words of a case stand in its text, in code points. */
export function placeOf(text: string, given: Words): Span {
  const { occurrence, words } = typeof given === "string" ? { words: given, occurrence: 1 } : given;
  let at = -1;
  for (let time = 0; time < occurrence; time++) at = text.indexOf(words, at + 1);
  if (at < 0) throw new RangeError(`the text lacks “${words}”`);
  const index = new CodePointIndex(text);
  return { start: index.fromUtf16(at), end: index.fromUtf16(at + words.length) };
}

const covers = (outer: readonly Span[], inner: Span) =>
  outer.some(({ end, start }) => start <= inner.start && inner.end <= end);
const shows = (value: unknown) => JSON.stringify(value);

/** In which ways a found statement differs from an expected one, for a person; none when it is right. */
function differences(text: string, expected: GoldenStatement, found: DetectedStatement): string[] {
  const characters = [...text];
  const words = (spans: readonly Span[]) =>
    spans.map(({ end, start }) => characters.slice(start, end).join("")).join(" | ");
  const at = (given: Words) => trimmed(characters, placeOf(text, given));
  const is = (span: Span | undefined, given: Words) => {
    const place = at(given);
    const edge = span && trimmed(characters, span);
    return edge?.start === place.start && edge.end === place.end;
  };
  const all: string[] = [];
  const see = (name: string, right: boolean, wanted: unknown, got: unknown) => {
    if (!right) all.push(`${name}: expected ${shows(wanted)}, found ${shows(got)}`);
  };
  const { speaker, whole } = expected;
  const named = found.speaker[0];
  const spoken =
    speaker === undefined ? !named : is(named, speaker) || (whole !== undefined && is(named, whole));
  see("speaker", spoken, whole ?? speaker, words(found.speaker));
  const cue = placeOf(text, expected.cue);
  see(
    "cue",
    covers(found.cue, /[\p{L}\p{N}]/u.test(shows(expected.cue)) ? at(expected.cue) : cue),
    expected.cue,
    words(found.cue),
  );
  const same =
    found.content.length === expected.content.length &&
    expected.content.every((piece, place) => is(found.content[place], piece));
  see(
    "content",
    same,
    expected.content,
    found.content.map((piece) => words([piece])),
  );
  see("kind", found.kind === expected.kind, expected.kind, found.kind);
  see("mode", found.mode === (expected.mode ?? "said"), expected.mode ?? "said", found.mode);
  see("mention", found.mention === expected.mention, expected.mention, found.mention);
  see(
    "negated",
    found.negatedCue === (expected.negated ?? false),
    expected.negated ?? false,
    found.negatedCue,
  );
  see("hedged", found.hedgedCue === (expected.hedged ?? false), expected.hedged ?? false, found.hedgedCue);
  const date = found.dateSaid?.date;
  see("date said", date === expected.dateSaid, expected.dateSaid ?? null, date ?? null);
  const actor = found.actor?.name ?? null;
  see("actor", expected.actor === undefined || actor === expected.actor, expected.actor, actor);
  const via = found.via.map((relay) => relay.name);
  see("via", shows(via) === shows(expected.via ?? []), expected.via ?? [], via);
  return all;
}

/** Characters that an expected statement and a found one share as content. */
function sharedContent(text: string, expected: GoldenStatement, found: DetectedStatement): number {
  let shared = 0;
  for (const piece of expected.content) {
    const { end, start } = placeOf(text, piece);
    for (const other of found.content)
      shared += Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
  }
  return shared;
}

/**
 * What is wrong in what the engine finds in a case: statements that differ, that are missing, and that are too many.
 * @param shownFrom statements below this confidence may be missing from the expectation: they are offered on demand only.
 */
export function compare(
  { statements, text }: GoldenCase,
  found: readonly DetectedStatement[],
  shownFrom: number,
): string[] {
  const left = new Set(found);
  const wrong = statements.flatMap((expected) => {
    const best = [...left].reduce<{ one?: DetectedStatement; shared: number }>(
      (most, one) => {
        const shared = sharedContent(text, expected, one);
        return shared > most.shared ? { one, shared } : most;
      },
      { shared: 0 },
    ).one;
    if (!best) return [`missing: ${shows(expected.content)}`];
    left.delete(best);
    return differences(text, expected, best).map((one) => `${shows(expected.content)} ${one}`);
  });
  const characters = [...text];
  for (const one of left) {
    if (one.confidence < shownFrom) continue;
    const words = one.content.map(({ end, start }) => characters.slice(start, end).join(""));
    wrong.push(`too much: ${shows(words)} (${one.confidence}, ${one.reason})`);
  }
  return wrong;
}
