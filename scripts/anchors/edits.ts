import { packagedAuthority } from "#lib/actor/packaged/authority.ts";
import { composeText } from "#lib/article/compose.ts";
import { detect } from "#lib/attribution/detect.ts";
import type { CarriedSpans } from "#lib/text/anchor/carried.ts";
import { ROLES } from "#lib/text/anchor/carried.ts";
import { isNegation, isNumber, wordsIn } from "#lib/text/anchor/words.ts";
import type { CodePointIndex } from "#lib/text/code-points.ts";
import type { Span } from "#lib/text/span.ts";
import { SAMPLE_ARTICLES } from "#prisma/seed/newsroom/articles.ts";

/** A text of ours with the statements the engine finds in it. Offsets in code points; the texts hold one unit each. */
export interface AnchoredText {
  readonly text: string;
  readonly anchors: readonly CarriedSpans[];
}

/** The sample newsroom's articles with their statements. */
export function anchoredTexts(): readonly AnchoredText[] {
  const authority = packagedAuthority();
  return SAMPLE_ARTICLES.map((article) => {
    const { text, parts } = composeText(article);
    const anchors = detect({ text, parts }, authority).map(({ speaker, cue, content, via }) => ({
      speaker,
      cue,
      content,
      relay: via.map(({ proof }) => proof),
    }));
    return { text, anchors };
  });
}

export const EDIT_KINDS = [
  "typo in the words",
  "typo elsewhere",
  "paragraph inserted before",
  "paragraph moved",
  "paragraph deleted",
  "paragraph duplicated",
  "negation in the words",
  "negation around the words",
  "number changed",
  "name changed",
  "speaker exchanged",
  "marks restyled",
  "sentence split",
] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

/** What is right for one anchor: it must stand by itself at a place, must wait, or either (at that place, if it stands). */
export interface Truth {
  readonly must: "stand" | "wait" | "either";
  /** Where its first content begins in the new text; null: nowhere. */
  readonly at: number | null;
}

export interface Edited {
  readonly kind: EditKind;
  readonly text: string;
  readonly truths: readonly Truth[];
}

/** One change of the text: `[at, at + gone)` gives way to `come`. In UTF-16, which here are code points. */
interface Cut {
  readonly at: number;
  readonly gone: number;
  readonly come: string;
}

export type Random = () => number;

/** A seeded source of numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const NEUTRAL = "Rain is expected along the coast on the following morning.";

/** Makes one edit aimed at one anchor, or undefined where the text offers no place for it. */
export function edit(
  source: AnchoredText,
  kind: EditKind,
  target: number,
  random: Random,
): Edited | undefined {
  const anchor = source.anchors[target];
  const content = anchor?.content[0];
  if (!anchor || !content) return undefined;
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
  const { text } = source;
  const words = wordsIn(text, content.start, content.end);
  const cut = (one: Cut | undefined, mustWait: (anchor: CarriedSpans, at: number) => boolean) =>
    one && applied(source, kind, [one], mustWait);
  const isTarget = (_: CarriedSpans, at: number) => at === target;
  switch (kind) {
    case "typo in the words": {
      const word = pick(words.filter(({ folded }) => /^\p{L}{4,}$/u.test(folded)));
      return cut(
        word && { at: word.start + 1, gone: 1, come: text[word.start + 1] === "x" ? "q" : "x" },
        isTarget,
      );
    }
    case "typo elsewhere": {
      const busy = source.anchors.flatMap((one) => ROLES.flatMap((role) => one[role]));
      const free = wordsIn(text).filter(
        ({ folded, start, end }) =>
          /^\p{Ll}{5,}$/u.test(folded) &&
          !isNumber(folded) &&
          !isNegation(folded) &&
          !busy.some((span) => span.start < end && start < span.end),
      );
      const word = pick(free);
      return cut(
        word && { at: word.start + 2, gone: 1, come: text[word.start + 2] === "x" ? "q" : "x" },
        () => false,
      );
    }
    case "paragraph inserted before": {
      const { start } = paragraphAt(text, content.start);
      return cut({ at: start, gone: 0, come: `${NEUTRAL}\n\n` }, () => false);
    }
    case "paragraph moved": {
      const { start, end } = paragraphAt(text, content.start);
      if (end >= text.length || start === 0) return undefined;
      const whole = text.slice(start, end);
      return moved(source, kind, start, end + 2, whole);
    }
    case "paragraph deleted": {
      const { start, end } = paragraphAt(text, content.start);
      const inside = (one: CarriedSpans) => one.content.some((span) => span.start < end && span.end > start);
      return cut({ at: start, gone: Math.min(text.length, end + 2) - start, come: "" }, inside);
    }
    case "paragraph duplicated": {
      const { start, end } = paragraphAt(text, content.start);
      // Beside itself nobody can tell which is which.
      if (end >= text.length) return undefined;
      return cut({ at: text.length, gone: 0, come: `\n\n${text.slice(start, end)}` }, () => false);
    }
    case "negation in the words": {
      const verb = words.find(({ folded }) =>
        /^(will|would|is|are|was|were|has|have|can|could|should|must|did|had)$/.test(folded),
      );
      return cut(verb && { at: verb.end, gone: 0, come: " not" }, isTarget);
    }
    case "negation around the words": {
      const cue = anchor.cue[0];
      const said = cue && text.slice(cue.start, cue.end);
      if (!cue || !/^(said|says|told|added|announced|argued|warned|confirmed|stated)$/.test(said ?? ""))
        return undefined;
      const come = random() < 0.5 ? "denied" : `never ${said}`;
      return cut({ at: cue.start, gone: cue.end - cue.start, come }, isTarget);
    }
    case "number changed": {
      const number = words.find(({ folded }) => /^\p{N}/u.test(folded));
      return cut(number && { at: number.end, gone: 0, come: "0" }, isTarget);
    }
    case "name changed": {
      const name = words.find(({ folded }, at) => at > 1 && /^\p{Lu}\p{Ll}{3,}$/u.test(folded));
      return cut(name && { at: name.start, gone: name.end - name.start, come: "Quillon" }, isTarget);
    }
    case "speaker exchanged": {
      const speaker = anchor.speaker[0];
      if (!speaker || !/^\p{Lu}/u.test(text[speaker.start] ?? "")) return undefined;
      return cut({ at: speaker.start, gone: speaker.end - speaker.start, come: "Orrin Tesk" }, isTarget);
    }
    case "marks restyled": {
      const cuts = [...text.matchAll(/[“”‘’]/gu)].map(({ 0: mark, index }) => ({
        at: index,
        gone: 1,
        come: /[“”]/.test(mark) ? '"' : "'",
      }));
      return cuts.length > 0 ? applied(source, kind, cuts, () => false) : undefined;
    }
    case "sentence split": {
      const comma = words.find(
        ({ folded }, at) => at > 2 && at < words.length - 3 && /^(and|but|which|because)$/.test(folded),
      );
      return cut(
        comma && { at: comma.start - 1, gone: comma.end - comma.start + 1, come: ". Then" },
        isTarget,
      );
    }
  }
}

function applied(
  source: AnchoredText,
  kind: EditKind,
  cuts: readonly Cut[],
  mustWait: (anchor: CarriedSpans, at: number) => boolean,
): Edited {
  let text = source.text;
  for (const { at, gone, come } of [...cuts].sort((a, b) => b.at - a.at))
    text = text.slice(0, at) + come + text.slice(at + gone);
  const shifted = (at: number) =>
    cuts.reduce((sum, one) => (one.at + one.gone <= at ? sum + one.come.length - one.gone : sum), at);
  const touched = cuts.length === 1 ? cuts[0] : undefined;
  return {
    kind,
    text,
    truths: source.anchors.map((anchor, at) => {
      const start = anchor.content[0]?.start ?? 0;
      if (mustWait(anchor, at)) return { must: "wait", at: null };
      const must = touched && isNear(source.text, anchor, touched, kind) ? "either" : "stand";
      return { must, at: shifted(start) };
    }),
  };
}

/** Another statement's sentences, or those that say who speaks, were touched: waiting is as right as standing. */
function isNear(text: string, anchor: CarriedSpans, { at, gone, come }: Cut, kind: EditKind): boolean {
  if (kind === "typo elsewhere" || kind === "marks restyled") return false;
  const spans = ROLES.flatMap((role) => anchor[role]);
  const from = paragraphAt(text, Math.min(...spans.map(({ start }) => start))).start;
  const to = paragraphAt(text, Math.max(...spans.map(({ end }) => end)) - 1).end;
  const leans = leansBack(text, anchor);
  if (isTorn(anchor, at)) return true;
  // A neutral sentence between a name and the "he" that follows leaves the "he" to an editor, who may see it at once.
  if (come.startsWith(NEUTRAL)) return leans && at <= from && from - at < 400;
  return at < to + 2 && at + gone > from - (leans ? 400 : 2);
}

/** Whether who speaks is said by what stands before: a pronoun, a description, or nobody named at all. */
function leansBack(text: string, { speaker }: CarriedSpans): boolean {
  return !speaker.some(({ start, end }) => {
    const words = text.slice(start, end);
    return /\p{Lu}/u.test(words) && !/^(?:the|he|she|it|they|this|that|his|her|its|their)\b/i.test(words);
  });
}

/** Whether something came between the parts of one statement. */
function isTorn(anchor: CarriedSpans, at: number): boolean {
  const spans = ROLES.flatMap((role) => anchor[role]);
  return Math.min(...spans.map(({ start }) => start)) < at && at < Math.max(...spans.map(({ end }) => end));
}

function moved(source: AnchoredText, kind: EditKind, start: number, end: number, whole: string): Edited {
  const text = `${source.text.slice(0, start)}${source.text.slice(end)}\n\n${whole}`;
  return {
    kind,
    text,
    truths: source.anchors.map((anchor) => {
      const first = anchor.content[0]?.start ?? 0;
      const inside = first >= start && first < end;
      const at = inside
        ? text.length - whole.length + first - start
        : first >= end
          ? first - (end - start)
          : first;
      const near = inside || (first >= end && first < end + 400);
      const torn = isTorn(anchor, start) || isTorn(anchor, end - 1);
      const may = torn || (near && leansBack(source.text, anchor));
      return { must: may ? ("either" as const) : ("stand" as const), at };
    }),
  };
}

function paragraphAt(text: string, at: number): Span {
  const before = text.lastIndexOf("\n\n", at);
  const behind = text.indexOf("\n\n", at);
  return { start: before < 0 ? 0 : before + 2, end: behind < 0 ? text.length : behind };
}

/** The words a place holds, marks and space folded. */
export const wordsAt = (index: CodePointIndex, { start, end }: Span): string =>
  wordsIn(index.slice(start, Math.min(end, index.length)))
    .map(({ folded }) => folded)
    .join(" ");
