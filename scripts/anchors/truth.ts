import { foldedWords } from "#lib/text/fold.ts";
import type { Span } from "#lib/text/span.ts";
import type { Cut, Edit } from "./edits.ts";
import { type Anchored, type AnchoredText, paragraphsOf, reachOf, spansOf } from "./sources.ts";

/**
 * What is right for one anchor after an edit: it must stand by itself, where `place` puts its spans; it must wait for an
 * editor; or either, because a careful person could ask whether it still says the same of the same speaker.
 */
export interface Truth {
  readonly must: "stand" | "wait" | "either";
  /** Where a span that was left alone stands now; undefined when its characters are gone. */
  place(span: Span): Span | undefined;
}

/** Paragraphs before a statement in which a pronoun finds its name. */
const NEAR = 3;
const NAME = /\p{Lu}[\p{L}’']+/gu;

export function applied(text: string, { cuts }: Edit): string {
  let edited = text;
  for (const { at, come, gone } of cuts.toSorted((a, b) => b.at - a.at))
    edited = edited.slice(0, at) + come + edited.slice(at + gone);
  return edited;
}

/** Told from what the edit was made to do and where it cuts, never from the new text. */
export function truthOf(source: AnchoredText, edit: Edit, anchor: Anchored): Truth {
  return { must: mustOf(source, edit, anchor), place: (span) => placed(edit, span) };
}

function placed({ carried, cuts, harmless }: Edit, span: Span): Span | undefined {
  if (carried && carried.from.start <= span.start && span.end <= carried.from.end) {
    const shift = shifted(cuts, carried.to, false) - carried.from.start;
    return { start: span.start + shift, end: span.end + shift };
  }
  const start = shifted(cuts, span.start, true);
  const end = shifted(cuts, span.end, false);
  return harmless || !cuts.some((cut) => touches(cut, span)) ? { start, end } : undefined;
}

/** An offset in the new text; what is inserted exactly there comes before it only if `behind`. */
function shifted(cuts: readonly Cut[], at: number, behind: boolean): number {
  let moved = at;
  for (const { at: from, come, gone } of cuts)
    if (gone > 0 ? from + gone <= at : behind ? from <= at : from < at) moved += come.length - gone;
  return moved;
}

const touches = ({ at, gone }: Cut, { start, end }: Span) =>
  gone > 0 ? at < end && start < at + gone : start < at && at < end;

/** Words that become the beginning of the sentence. */
const isPutBefore = ({ at, come, gone }: Cut, { start }: Span) =>
  gone === 0 && at === start && !/[.\n]\s*$/u.test(come);

function mustOf(source: AnchoredText, edit: Edit, anchor: Anchored): Truth["must"] {
  const { text } = source;
  const { against, carried, cuts, harmless, kind } = edit;
  if (anchor === against) return "wait";
  const spans = spansOf(anchor);
  const reach = reachOf(text, anchor);
  const isCarried = carried && carried.from.start <= reach.start && reach.end <= carried.from.end;
  if (harmless) {
    // A slip in another statement's words is a change of those.
    const isSlip = kind === "typo elsewhere";
    if (isSlip && cuts.some((cut) => spans.some((span) => touches(cut, span)))) return "wait";
    return isTwice(source, reach) ? "either" : "stand";
  }
  if (!isCarried && cuts.some((cut) => spans.some((span) => touches(cut, span)))) return "wait";
  if (!isCarried && cuts.some((cut) => touches(cut, reach) || isPutBefore(cut, reach))) return "either";
  if (isTwice(source, reach)) return "either";
  if (kind === "duplicated beside itself" && isCopied(cuts, reach)) return "wait";
  if (kind === "namesake" && against && speakerOf(text, anchor) === speakerOf(text, against)) return "wait";
  if (leansOn(text, edit, anchor, reach)) return losesSpeaker(edit, anchor) ? "wait" : "either";
  return isNameOf(text, edit, anchor) ? "either" : "stand";
}

const speakerOf = (text: string, { spans: { speaker } }: Anchored) =>
  speaker.map(({ start, end }) => text.slice(start, end)).join(" ");

/** Whether the anchor's sentences stand in the text more than once already. */
function isTwice({ text }: AnchoredText, { start, end }: Span): boolean {
  const whole = foldedWords(text);
  const words = foldedWords(text.slice(start, end));
  return whole.indexOf(words) !== whole.lastIndexOf(words);
}

/** The copy that was put behind a paragraph holds these sentences too. */
const isCopied = (cuts: readonly Cut[], { start, end }: Span) =>
  cuts.some(({ at, come }) => end <= at && start >= at - (come.length - "\n\n".length));

/** Whether the edit touches what says who speaks, where the anchor's own sentences do not. */
function leansOn(text: string, { cuts, carried }: Edit, { leans }: Anchored, reach: Span): boolean {
  if (leans === "no") return false;
  const paragraphs = paragraphsOf(text);
  const own = paragraphs.findIndex(({ end }) => reach.start < end);
  const from = leans === "far" ? 0 : (paragraphs[Math.max(0, own - NEAR)]?.start ?? 0);
  // At the top of a text there is nothing to lean on but what follows; and a speaker who isn't named may follow too.
  const to =
    own < NEAR ? (paragraphs[own + NEAR]?.end ?? text.length) : (paragraphs[own + 1]?.end ?? text.length);
  const isCarried =
    carried !== undefined && carried.from.start <= reach.start && reach.end <= carried.from.end;
  return isCarried || cuts.some(({ at, gone }) => at <= to && at + gone >= from);
}

/** The mention exchanged is the one by which a pronoun just behind it means the same speaker. */
function losesSpeaker({ against, kind }: Edit, anchor: Anchored): boolean {
  if (kind !== "speaker exchanged" || !against || anchor.leans !== "near") return false;
  const [before] = against.spans.speaker;
  const [after] = anchor.spans.speaker;
  if (!before || !after || against.actor === null || against.actor !== anchor.actor) return false;
  return before.end < after.start && after.start - before.end < 120 && against.leans === "no";
}

/** Whether the edit brings or takes a name that shares a word with the speaker's: a longer form says whom it means. */
function isNameOf(text: string, { cuts, carried, kind }: Edit, { spans }: Anchored): boolean {
  if (carried !== undefined || kind.startsWith("duplicated")) return false;
  const named = [...spans.speaker, ...spans.relay].map(({ start, end }) => text.slice(start, end)).join(" ");
  const words = new Set(named.match(NAME) ?? []);
  // Where a paragraph goes, a full name loses nothing; a surname may lose the first name that went with it.
  if (kind === "paragraph deleted" && words.size > 1) return false;
  return cuts.some(({ at, come, gone }) => {
    // What is exchanged changes the name it stands in.
    const around = gone > 0 ? text.slice(Math.max(0, at - 40), at + gone + 40) : "";
    const isNamed = /\p{Lu}/u.test(text.slice(at, at + gone)) || /\p{Lu}/u.test(come);
    return isNamed && (`${around} ${come}`.match(NAME) ?? []).some((word) => words.has(word));
  });
}
