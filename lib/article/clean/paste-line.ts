import { normaliseText } from "#lib/text/normalise.ts";

/** One line of a paste, or one paragraph that the paste had broken into several lines. */
export interface PasteLine {
  /** 0-based number of its (first) line in the normalised paste. */
  readonly line: number;
  /** Normalised, inner whitespace collapsed, trimmed; never empty. */
  readonly text: string;
  /** Whether an empty line, or the start of the paste, stands before it. */
  readonly afterBlank: boolean;
}

/** Zero-width space, soft hyphen and word joiner: they only tell a browser where to break. */
const INVISIBLE = /[\u00AD\u200B\u2060]/g;

/** One line's text as it is kept: normalised, one space between words, none around them. */
export function tidyLine(text: string): string {
  return normaliseText(text)
    .replace(INVISIBLE, "")
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== "")
    .join(" ");
}

/** The lines of a paste that hold anything, hard line breaks inside paragraphs joined. Linear in the text's length. */
export function pasteLines(text: string): PasteLine[] {
  const found: PasteLine[] = [];
  let afterBlank = true;
  let number = 0;
  for (const raw of normaliseText(text).split("\n")) {
    const tidy = tidyLine(raw);
    if (tidy !== "") found.push({ line: number, text: tidy, afterBlank });
    afterBlank = tidy === "";
    number += 1;
  }
  return joinWrapped(found);
}

/** Widest line of a text that was wrapped by hand, in UTF-16 units: e-mails wrap at 72, terminals at 80. */
const WIDEST_WRAP = 110;
const NARROWEST_WRAP = 40;
const NEAR_WIDTH = 6;

/** Whether `next` goes on with the sentence that `line` left open: no end mark, then a small letter. */
function breaksSentence(line: PasteLine, next: PasteLine | undefined): boolean {
  if (next === undefined || next.afterBlank) return false;
  const { length } = line.text;
  if (length < NARROWEST_WRAP || length > WIDEST_WRAP) return false;
  return /[\p{L}\p{N},;–—-]["'”’)]?$/u.test(line.text) && /^\p{Ll}/u.test(next.text);
}

/** The column at which the paste's paragraphs were broken, or null when they were not. */
function wrapWidth(lines: readonly PasteLine[]): number | null {
  let broken = 0;
  let width = 0;
  let unbroken = 0;
  for (const [at, line] of lines.entries()) {
    if (breaksSentence(line, lines[at + 1])) {
      broken += 1;
      width = Math.max(width, line.text.length);
    } else if (line.text.length > WIDEST_WRAP && /[.!?…]["'”’)]*$/.test(line.text)) unbroken += 1;
  }
  return broken >= 3 && broken > unbroken * 3 ? widestBeside(lines, width) : null;
}

/** A line a little wider may go on with a capital letter or a number: the widest open one near the width counts. */
function widestBeside(lines: readonly PasteLine[], width: number): number {
  const open = lines.filter(
    (line, at) => lines[at + 1]?.afterBlank === false && /[\p{L}\p{N},]$/u.test(line.text),
  );
  const near = open.map((line) => line.text.length).filter((length) => length <= width + NEAR_WIDTH);
  return near.reduce((a, b) => Math.max(a, b), width);
}

/**
 * Joins the lines of a wrapped paragraph: a line was broken because the next word did not fit any more, so a
 * line that had room for it ends its paragraph.
 */
function joinWrapped(lines: readonly PasteLine[]): PasteLine[] {
  const width = wrapWidth(lines);
  if (width === null) return [...lines];
  const joined: { line: number; words: string[]; afterBlank: boolean }[] = [];
  let open = false;
  for (const [at, line] of lines.entries()) {
    const last = joined.at(-1);
    if (open && !line.afterBlank && last !== undefined) last.words.push(line.text);
    else joined.push({ line: line.line, words: [line.text], afterBlank: line.afterBlank });
    const next = lines[at + 1];
    const room = width - line.text.length - 1;
    open =
      next !== undefined && line.text.length <= width && room < (next.text.split(" ", 1)[0] ?? "").length;
  }
  return joined.map(({ line, words, afterBlank }) => ({ line, text: words.join(" "), afterBlank }));
}
