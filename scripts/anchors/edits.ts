import { isNegation, isNumber } from "#lib/text/named-change.ts";
import type { Span } from "#lib/text/span.ts";
import { wordTokens } from "#lib/text/word-tokens.ts";
import { picked, type Random } from "./random.ts";
import {
  type Anchored,
  type AnchoredText,
  paragraphAt,
  paragraphsOf,
  reachOf,
  sentencesOf,
  spansOf,
} from "./sources.ts";

export const EDIT_KINDS = [
  "typo in the words",
  "typo elsewhere",
  "sentence inserted before",
  "paragraph inserted before",
  "somebody else brought in before",
  "paragraph moved",
  "paragraph deleted",
  "duplicated beside itself",
  "duplicated elsewhere",
  "negation put in",
  "negation taken out",
  "negation or doubt around the words",
  "cue reversed",
  "number changed",
  "name changed in the words",
  "speaker exchanged",
  "namesake",
  "marks restyled",
  "space restyled",
  "sentence split",
  "sentences merged",
  "paragraphs merged",
] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

/** One change of a text: `[at, at + gone)` gives way to `come`. */
export interface Cut {
  readonly at: number;
  readonly gone: number;
  readonly come: string;
}

/** What an edit does, said by its maker, so that its consequences can be told without looking at the new text. */
export interface Edit {
  readonly kind: EditKind;
  readonly cuts: readonly Cut[];
  /** A stretch that was taken to another place: its words stand there as they stood. */
  readonly carried?: { readonly from: Span; readonly to: number };
  /** The anchor whose statement it is made to change. */
  readonly against?: Anchored;
  /** Marks, space or one letter of a plain word: nobody reads anything else. */
  readonly harmless?: boolean;
}

const NEUTRAL = "Rain is expected along the coast on the following morning.";
const SOMEBODY = "Councillor Bram Ostrey stood up at the back of the hall.";
/** So many characters from a span a word is beside it, whatever mark stands between. */
const BESIDE = 3;
const VERB = /^(?:will|would|is|are|was|were|has|have|can|could|should|must|did|had)$/u;
const SAID = /^(?:said|says|told|added|announced|argued|warned|confirmed|stated|insisted)$/u;
/** Spelled otherwise, these are other words that say something about a saying. */
const TELLING =
  /^(?:alleg|claim|report|suppos|appar|likel|possib|perhaps|falsel|could|would|might|should|former|stated$|states$)/u;

/** Makes one edit aimed at one anchor; undefined where the text offers no place for it. */
export function makeEdit(
  { text, anchors }: AnchoredText,
  kind: EditKind,
  target: Anchored,
  random: Random,
): Edit | undefined {
  const content = target.spans.content[0] as Span;
  const words = wordTokens(text, content.start, content.end).filter(({ isWord }) => isWord);
  const paragraph = paragraphAt(text, content.start);
  const reach = reachOf(text, target);
  // A sentence that begins without a capital would be one with what is put before it.
  const begins = /^["“‘'„«(]*\p{Lu}/u.test(text.slice(reach.start, reach.end));
  const word = (test: (word: string, at: number) => boolean) =>
    picked(
      words.filter(({ key }, at) => test(key, at)),
      random,
    );
  const replaced = (token: Span | undefined, come: string, more: Partial<Edit> = { against: target }) =>
    token && { kind, cuts: [{ at: token.start, gone: token.end - token.start, come }], ...more };
  const inserted = (at: number, come: string, more: Partial<Edit> = {}): Edit => ({
    kind,
    cuts: [{ at, gone: 0, come }],
    ...more,
  });
  switch (kind) {
    case "typo in the words":
      return misspelt(
        word((one) => /^\p{L}{4,}$/u.test(one)),
        false,
      );
    case "typo elsewhere": {
      const busy = anchors.flatMap(spansOf);
      const free = wordTokens(text).filter(
        ({ key, start, end }) =>
          /^\p{Ll}{6,}$/u.test(key) &&
          !isNumber(key) &&
          !isNegation(key) &&
          !TELLING.test(key) &&
          !busy.some((span) => span.start <= end + BESIDE && start <= span.end + BESIDE),
      );
      return misspelt(picked(free, random), true);
    }
    case "sentence inserted before":
      return begins ? inserted(reach.start, `${NEUTRAL} `) : undefined;
    case "paragraph inserted before":
      return inserted(paragraph.start, `${NEUTRAL}\n\n`);
    case "somebody else brought in before":
      if (!begins) return undefined;
      return inserted(reach.start, `${SOMEBODY} `, target.leans === "near" ? { against: target } : {});
    case "paragraph deleted":
      return { kind, cuts: [{ ...removal(text, paragraph), come: "" }] };
    case "paragraph moved": {
      const { at, gone } = removal(text, paragraph);
      const places = paragraphsOf(text).filter(({ start }) => start < at || start > at + gone);
      const to = picked(places, random)?.start;
      if (to === undefined) return undefined;
      const cuts = [
        { at, gone, come: "" },
        { at: to, gone: 0, come: `${text.slice(paragraph.start, paragraph.end)}\n\n` },
      ];
      return { kind, cuts, carried: { from: paragraph, to } };
    }
    case "duplicated beside itself": {
      const whole = text.slice(paragraph.start, paragraph.end);
      const isWhole = paragraph.start <= reach.start && reach.end <= paragraph.end;
      return isWhole ? inserted(paragraph.end, `\n\n${whole}`, { against: target }) : undefined;
    }
    case "duplicated elsewhere": {
      const places = paragraphsOf(text).filter(
        ({ start, end }) => start > paragraph.end + 2 || end + 2 < paragraph.start,
      );
      const place = picked(places, random);
      return place && inserted(place.start, `${text.slice(paragraph.start, paragraph.end)}\n\n`);
    }
    case "negation put in": {
      const verb = word((one) => VERB.test(one));
      return verb && inserted(verb.end, " not", { against: target });
    }
    case "negation taken out": {
      const at = words.findIndex(({ key }, place) => place > 0 && /^(?:not|never|no)$/u.test(key));
      const [before, negation] = [words[at - 1], words[at]];
      return negation && before && replaced({ start: before.end, end: negation.end }, "");
    }
    case "negation or doubt around the words": {
      const cue = target.spans.cue[0];
      if (random() < 0.4)
        return inserted(reach.start, "It is not true that, as written, ", { against: target });
      if (!cue || !SAID.test(text.slice(cue.start, cue.end))) return undefined;
      const come = picked(["never ", "reportedly ", "falsely "], random) ?? "";
      return inserted(cue.start, come, { against: target });
    }
    case "cue reversed": {
      const cue = target.spans.cue[0];
      const isPlain = cue && SAID.test(text.slice(cue.start, cue.end));
      return isPlain ? replaced(cue, picked(["denied", "doubted", "asked"], random) ?? "") : undefined;
    }
    case "number changed": {
      const number = word((one) => isNumber(one));
      if (!number) return undefined;
      return replaced(number, /^\p{N}/u.test(number.key) ? `${number.key}0` : "eleven");
    }
    case "name changed in the words":
      return replaced(
        word((one, at) => at > 0 && /^\p{Lu}\p{Ll}{3,}$/u.test(one)),
        "Quillon",
      );
    case "speaker exchanged": {
      const speaker = target.spans.speaker[0];
      const isName = speaker && /^(?:the )?\p{Lu}/iu.test(text.slice(speaker.start, speaker.end));
      return isName ? replaced(speaker, "Orrin Tesk") : undefined;
    }
    case "namesake":
      return namesake(text, target, kind);
    case "marks restyled": {
      const plain: Record<string, string> = { "“": '"', "”": '"', "‘": "'", "’": "'", "…": "..." };
      const cuts = [...text.matchAll(/[“”‘’…]/gu)].map(({ 0: mark, index }) => ({
        at: index,
        gone: 1,
        come: plain[mark] ?? mark,
      }));
      return cuts.length > 0 ? { kind, cuts, harmless: true } : undefined;
    }
    case "space restyled": {
      const cuts = [...text.matchAll(/(?<=\S) (?=\S)/gu)]
        .filter(() => random() < 0.1)
        .map(({ index }) => ({
          at: index,
          gone: 1,
          come: picked(["\u00a0", "  ", "\u202f"], random) ?? " ",
        }));
      return cuts.length > 0 ? { kind, cuts, harmless: true } : undefined;
    }
    case "sentence split": {
      const at = words.findIndex(
        ({ key }, place) => place > 2 && place < words.length - 3 && /^(?:and|but|which|because)$/u.test(key),
      );
      const [before, joint] = [words[at - 1], words[at]];
      return before && joint && replaced({ start: before.end, end: joint.end }, ". Then");
    }
    case "sentences merged": {
      const all = sentencesOf(text, paragraph);
      const at = all.findIndex(
        ({ end }, place) => place < all.length - 1 && /\p{L}\.$/u.test(text.slice(0, end)),
      );
      const next = all[at + 1];
      if (at < 0 || !next) return undefined;
      const start = next.start - 2;
      return { kind, cuts: [{ at: start, gone: 3, come: `, and ${text[next.start]}` }] };
    }
    case "paragraphs merged":
      return text.startsWith(".\n\n", paragraph.end - 1)
        ? { kind, cuts: [{ at: paragraph.end, gone: 2, come: " " }] }
        : undefined;
  }

  function misspelt(token: Span | undefined, harmless: boolean): Edit | undefined {
    if (!token) return undefined;
    const at = token.start + 2;
    const cut = { at, gone: 1, come: text[at] === "x" ? "q" : "x" };
    return { kind, cuts: [cut], harmless, ...(harmless ? {} : { against: target }) };
  }
}

/** The paragraph with the blank line on one side. */
function removal(text: string, { start, end }: Span): { readonly at: number; readonly gone: number } {
  return end < text.length
    ? { at: start, gone: Math.min(text.length, end + 2) - start }
    : { at: Math.max(0, start - 2), gone: end - Math.max(0, start - 2) };
}

/** The speaker is a surname: the only given name that goes with it in the text becomes another. */
function namesake(text: string, target: Anchored, kind: EditKind): Edit | undefined {
  const [speaker] = target.spans.speaker;
  const surname = speaker && /^\p{Lu}\p{Ll}+$/u.exec(text.slice(speaker.start, speaker.end))?.[0];
  if (!surname) return undefined;
  const full = [...text.matchAll(new RegExp(`\\p{Lu}\\p{Ll}+ (?=${surname}\\b)`, "gu"))];
  if (full.length === 0) return undefined;
  const cuts = full.map(({ 0: given, index }) => ({ at: index, gone: given.length - 1, come: "Ismene" }));
  return { kind, cuts, against: target };
}
