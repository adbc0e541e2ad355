/** Invisible to a reader: soft hyphen, zero-width space, word joiner, byte order mark, marks of direction. */
const INVISIBLE = new Set("\u00AD\u200B\u2060\uFEFF\u200E\u200F\u061C");
const DOUBLE = new Set('"“”„‟«»″');
const SINGLE = new Set("'‘’‚‛‹›′`´");
const DASH = new Set("-‐‑‒–−");
const LONG_DASH = new Set("—―");
const NARROW_SPACE = new Set("\u00A0\u202F");
/** Full and half width, and ligatures: the compatibility forms that carry no meaning (unlike ² or ½). */
const SAME_LETTERS = /[\uFF01-\uFFEF\uFB00-\uFB06]/u;

export interface Folded {
  readonly text: string;
  /** For every UTF-16 unit of `text` and its end: the UTF-16 offset in the source. */
  readonly at: readonly number[];
}

/**
 * A text without what typesetters change: kinds of quotation marks, dashes, space, ellipsis and width, and what is
 * invisible. Never touched: words, the space between two of them, whether a mark is there at all. A mark after a digit
 * stays double or single: 6′ is not 6″.
 */
export function foldMarks(text: string): Folded {
  const out: string[] = [];
  const at: number[] = [];
  const put = (characters: string, from: number) => {
    for (let i = 0; i < characters.length; i++) {
      out.push(characters[i] as string);
      at.push(from);
    }
  };
  const space = (from: number) => {
    if (out.length > 0 && out.at(-1) !== " ") put(" ", from);
  };
  const takeSpace = () => {
    if (out.at(-1) !== " ") return;
    out.pop();
    at.pop();
  };
  const quotationMark = (unit: string, from: number) => {
    const closesFrench = unit === "»" || unit === "›";
    if (closesFrench && NARROW_SPACE.has(text[from - 1] ?? "")) takeSpace();
    const last = `${out.at(-2) ?? ""}${out.at(-1) ?? ""}`;
    put(/\p{N}$/u.test(last) && DOUBLE.has(unit) ? '"' : "'", from);
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] as string;
    if ((unit >= "a" && unit <= "z") || (unit >= "A" && unit <= "Z")) put(unit, i);
    else if (unit === " " || /\s/u.test(unit)) space(i);
    else if (INVISIBLE.has(unit)) continue;
    else if (DOUBLE.has(unit) || SINGLE.has(unit)) {
      quotationMark(unit, i);
      if ((unit === "«" || unit === "‹") && NARROW_SPACE.has(text[i + 1] ?? "")) i++;
    } else if (LONG_DASH.has(unit) || (unit === "-" && text[i + 1] === "-")) {
      space(i);
      put("-", i);
      while (text[i + 1] === unit) i++;
      if (i + 1 < text.length) put(" ", i);
    } else if (DASH.has(unit)) put("-", i);
    else if (unit === "…") put("...", i);
    else put(SAME_LETTERS.test(unit) ? unit.normalize("NFKC") : unit, i);
  }
  // Space at the end is nobody's.
  takeSpace();
  at.push(text.length);
  return { text: out.join(""), at };
}

const NEEDS_FOLDING = /[^A-Za-z0-9 .,;:!?()\n]| {2}|\n/u;

/** `foldMarks` for the words alone. */
export function foldedWords(text: string): string {
  return NEEDS_FOLDING.test(text) ? foldMarks(text).text : text.trim();
}
