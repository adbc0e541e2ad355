/** Words that sentences are full of and menus are not. */
const FUNCTION_WORDS = new Set(
  "a about after all also an and are as at be because been before but by can could did do does for from had has have he her him his how i if in into is it its may more most must no not now of on one only or our out over said say says she should since so some than that the their them then there these they this those through to under until up was we were what when where which while who will with would you your".split(
    " ",
  ),
);

/** What a line looks like, before anything around it is read. */
export interface LineShape {
  readonly words: number;
  /** Ends as a sentence, a quotation or an introduction to one ends. */
  readonly ended: boolean;
  /** Share of function words, 0 to 1. */
  readonly functionShare: number;
  /** "full": could stand alone as a paragraph. "short": only among other sentences. "none": title, label, menu. */
  readonly sentence: "full" | "short" | "none";
}

/** End marks, then closing quotes and brackets, then pictures, stars and footnote numbers. */
const ENDED = /[.!?…:]["'”’»)\]*]*(?:\s|\*|\uFE0F|\u200D|\p{Extended_Pictographic})*(?:\s?\[\d+\])*$/u;
const ENDED_IN_QUOTE = /[\p{L}\p{N},–—-]["”»]$/u;

/** Longest line, in words, that is looked at word by word: a paragraph is far shorter. */
const COUNTED = 400;

/** The words of a line: runs without whitespace that hold a letter or a digit. */
export function wordsOf(text: string): string[] {
  return text.split(/[\s/]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Describes one tidied line. */
export function lineShape(text: string): LineShape {
  const all = wordsOf(text);
  const looked = all.slice(0, COUNTED);
  const functional = looked.filter((word) =>
    FUNCTION_WORDS.has(word.replace(/[^\p{L}]/gu, "").toLowerCase()),
  ).length;
  const functionShare = looked.length === 0 ? 0 : functional / looked.length;
  const tail = text.slice(-40);
  const ended = ENDED.test(tail) || (looked.length >= 6 && ENDED_IN_QUOTE.test(tail));
  return { words: all.length, ended, functionShare, sentence: sentenceKind(looked, ended, functionShare) };
}

function sentenceKind(
  words: readonly string[],
  ended: boolean,
  functionShare: number,
): LineShape["sentence"] {
  if (words.length === 0) return "none";
  const running = words.slice(1).some((word) => /^["'“‘(]*\p{Ll}/u.test(word));
  if (ended && words.length >= 6 && running && functionShare > 0.04) return "full";
  // A writer may forget the full stop: a long line full of function words is still a sentence.
  if (!ended && words.length >= 28 && functionShare >= 0.25) return "full";
  return ended ? "short" : "none";
}

/** Whether a word only joins others. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}
