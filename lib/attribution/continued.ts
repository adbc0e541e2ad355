import { announced } from "./announced.ts";
import type { Draft } from "./draft.ts";
import type { Segmented, Sentence } from "./segment.ts";
import type { Token } from "./tokens.ts";

const isOnlyQuotation = (tokens: readonly Token[], sentence: Sentence) =>
  tokens.slice(sentence.from, sentence.to).every((token) => token.quotation >= 0 || token.pos === "PUNCT") &&
  tokens
    .slice(sentence.from, sentence.to)
    .some((token) => token.quotation >= 0 && /[\p{L}\p{N}]/u.test(token.text));

/** Whether a draft's content holds quoted words, so that a quotation behind it goes on with it. */
const isQuoting = (article: Segmented, draft: Draft) =>
  draft.content.some((piece) => article.marks.at(piece.start) >= 0 || article.marks.at(piece.end - 1) >= 0);

/**
 * Gives the quotations that stand alone to whoever was speaking: the rest of a quotation behind its speaker, a
 * quotation after a colon, one over several paragraphs, and one in front of "he said" in a sentence of its own.
 */
export function continued(article: Segmented, drafts: readonly Draft[]): Draft[] {
  const all = [...drafts];
  const bySentence = new Map<number, number>();
  all.forEach((draft, place) => {
    const earlier = all[bySentence.get(draft.sentence) ?? -1];
    // "“...,” she said, referring to the pier. “...”": it is the saying that goes on.
    const aside = draft.rule === "participle" && earlier?.speaker?.start === draft.speaker?.start;
    if (!earlier || !aside || !isQuoting(article, earlier) || isQuoting(article, draft))
      bySentence.set(draft.sentence, place);
  });
  const taken = new Set(all.flatMap((draft) => draft.content.map((piece) => piece.start)));
  for (const sentence of article.sentences) {
    if (taken.has(sentence.start)) continue;
    if (bySentence.has(sentence.index) || !isOnlyQuotation(article.tokens, sentence)) continue;
    const content = { start: sentence.start, end: sentence.end };
    const before = article.sentences[sentence.index - 1];
    if (!before) continue;
    const draft =
      before.part === sentence.part ? undefined : announced(article, before, content, sentence.index);
    if (draft) {
      bySentence.set(sentence.index, all.length);
      all.push(draft);
      continue;
    }
    const place = bySentence.get(before.index);
    if (place === undefined) continue;
    const last = all[place] as Draft;
    const sameParagraph = before.part === sentence.part;
    const open = article.marks.quotations[article.marks.at(before.end - 1)]?.closed === false;
    if (isQuoting(article, last) && (open || sameParagraph)) {
      all[place] = { ...last, content: [...last.content, content] };
      bySentence.set(sentence.index, place);
    } else if (sameParagraph ? last.speaker : isQuoting(article, last)) {
      bySentence.set(sentence.index, all.length);
      all.push({
        ...last,
        rule: "continued",
        mode: "said",
        content: [content],
        via: [],
        doubt: 0.3,
        sentence: sentence.index,
      });
    }
  }
  return all;
}
