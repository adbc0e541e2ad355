import { packagedAuthority } from "#lib/actor/packaged/authority.ts";
import { composeText } from "#lib/article/compose.ts";
import type { Authority } from "#lib/attribution/authority.ts";
import { detect } from "#lib/attribution/detect.ts";
import type { DetectInput } from "#lib/attribution/statement.ts";
import { goldenCases } from "#lib/attribution/testdata/golden.ts";
import { NORLAND } from "#lib/attribution/testdata/norland.ts";
import { type CarriedSpans, ROLES } from "#lib/text/anchor/carried.ts";
import { codePointLength } from "#lib/text/code-points.ts";
import { quotationsIn } from "#lib/text/quotation-marks.ts";
import { sentencesIn } from "#lib/text/sentences.ts";
import type { Span } from "#lib/text/span.ts";
import { SAMPLE_ARTICLES } from "#prisma/seed/newsroom/articles.ts";

/** A statement the engine finds in a text of ours, with what decides whether an edit concerns it. */
export interface Anchored {
  readonly spans: CarriedSpans;
  /** Whom the engine takes for the speaker. */
  readonly actor: string | null;
  /** Whether other sentences say who speaks or relays: those near (a pronoun, nobody named) or any before (a description). */
  readonly leans: "no" | "near" | "far";
}

/** Offsets in code points, which here are UTF-16 units too: no text holds a character beyond the first plane. */
export interface AnchoredText {
  readonly text: string;
  readonly anchors: readonly Anchored[];
}

/** Golden cases that make one article, so that a paragraph has others around it. */
const CASES_IN_ARTICLE = 8;

/** The sample newsroom's articles, and the engine's golden cases as articles, with the statements in them. */
export function anchoredTexts(): readonly AnchoredText[] {
  const cases = goldenCases().map(({ text }) => text);
  const golden = Array.from({ length: Math.ceil(cases.length / CASES_IN_ARTICLE) }, (_, at) => ({
    text: cases.slice(at * CASES_IN_ARTICLE, (at + 1) * CASES_IN_ARTICLE).join("\n\n"),
  }));
  const authority = packagedAuthority();
  return [
    ...SAMPLE_ARTICLES.map((article) => anchoredText(composeText(article), authority)),
    ...golden.map((input) => anchoredText(input, NORLAND)),
  ].filter(({ anchors, text }) => anchors.length > 2 && codePointLength(text) === text.length);
}

function anchoredText(input: DetectInput, authority: Authority): AnchoredText {
  const { text } = input;
  const anchors = detect(input, authority).map(({ speaker, cue, content, via, mention, actor }): Anchored => {
    const relay = via.map(({ proof }) => proof);
    const described = relay.some(({ start, end }) => !/\p{Lu}/u.test(text.slice(start, end)));
    const words = speaker.map(({ start, end }) => text.slice(start, end)).join(" ");
    // "Union says" in a headline: a capital for its place, not a name.
    const isCommon = /^\p{Lu}\p{Ll}+$/u.test(words) && text.includes(` ${words.toLowerCase()}`);
    const far = mention === "description" || described || (isCommon && mention === "name");
    const leans = far ? "far" : mention === "name" ? "no" : "near";
    return { spans: { speaker, cue, content, relay }, actor: actor?.name ?? null, leans };
  });
  return { text, anchors };
}

export const spansOf = ({ spans }: Anchored): readonly Span[] => ROLES.flatMap((role) => spans[role]);

export function paragraphsOf(text: string): readonly Span[] {
  return [...text.matchAll(/[^\n]+/gu)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
}

/** The paragraph at an offset, or the last one. */
export function paragraphAt(text: string, at: number): Span {
  const all = paragraphsOf(text);
  return all.find(({ end }) => at < end) ?? all.at(-1) ?? { start: 0, end: text.length };
}

export const sentencesOf = (text: string, { start, end }: Span): readonly Span[] =>
  sentencesIn(text, quotationsIn(text, start, end), start, end);

/** From the first to the last character of the sentences that the anchor's spans stand in. */
export function reachOf(text: string, anchor: Anchored): Span {
  const spans = spansOf(anchor);
  const first = Math.min(...spans.map(({ start }) => start));
  const last = Math.max(...spans.map(({ end }) => end));
  const touched = paragraphsOf(text)
    .flatMap((paragraph) => sentencesOf(text, paragraph))
    .filter(({ start, end }) => start < last && first < end);
  return { start: touched[0]?.start ?? first, end: touched.at(-1)?.end ?? last };
}
