import { OnRecordError } from "#lib/errors.ts";
import { tidyLine } from "../clean/paste-line.ts";
import { addressOf } from "./address.ts";
import { countWords } from "./blocks.ts";
import { type Body, bodyOf, type Dropped } from "./body.ts";
import { type Headline, headlineOf } from "./headline.ts";
import { languageOf, outletOf } from "./outlet.ts";
import { type Page, readPage } from "./page.ts";
import { type PublishedSource, publishedOf, type SaidTime } from "./published.ts";
import { secondOpinion } from "./second-opinion.ts";
import { signedBy, type Top } from "./signed.ts";
import { standfirstOf } from "./standfirst.ts";

/** Changes whenever the same page may give another text: a text that differs only by this is no outlet's change. */
export const EXTRACTOR = "html/1";

/** An article found in a page's source. */
export interface ExtractedArticle {
  readonly headline: string | null;
  readonly standfirst: string | null;
  /** Persons who signed it, joined by commas. */
  readonly byline: string | null;
  /** The organisation that signs where no person does: a news agency, a desk. */
  readonly agency: string | null;
  readonly outletName: string | null;
  /** Local, as in publication-date.ts, never shifted. */
  readonly publishedAt: string | null;
  /** "UTC", an offset, or as printed; null where the page says none. */
  readonly zone: string | null;
  readonly publishedSource: PublishedSource | null;
  readonly modifiedAt: SaidTime | null;
  /** BCP 47, without region: "en", "ko". */
  readonly language: string | null;
  readonly canonicalUrl: string | null;
  readonly paragraphs: readonly string[];
  /** What stands among and around the paragraphs and was left out, with why. */
  readonly dropped: readonly Dropped[];
  readonly extractor: string;
}

/** Fewest words that make an article: a flash of one sentence is one, a menu is not. */
const FEWEST_WORDS = 10;
/** Most lines that are kept of a page without an article, for the paste form. */
const MOST_GOT = 2_000;

/**
 * Finds the article in a page's source: by rules that hold for any site, in any language; none knows an outlet. Words
 * are never added or changed. Time grows with the page's size, never with its depth.
 * @throws OnRecordError "unusable" when there is none (`detail.reason` "noArticle", `detail.got` the title and lines
 * that were read) or the page is nested too deep, "tooLarge" for more than any article's page holds
 */
export function extractArticle({ html, url }: { html: string; url: string }): ExtractedArticle {
  const page = readPage({ html, url });
  const headline = headlineOf(page);
  const body = bodyOf(page.blocks, headline, page.structured.articleBody);
  const below = standfirstOf(page, headline, body);
  const kept = body.kept.filter((at) => !below.blocks.includes(at));
  const own = kept.map((at) => page.blocks.blocks[at]?.text ?? "");
  const paragraphs = secondOpinion(page, html, own);
  if (countWords(paragraphs.join(" ")) < FEWEST_WORDS) throw noArticle(page, headline);
  const top = topOf(headline, body);
  const { byline, organisation } = signedBy(page, top, kept);
  return {
    headline: headline.text,
    // Where the text stands elsewhere, what is shown in its place is no standfirst.
    standfirst: paragraphs === own ? below.text : null,
    byline,
    agency: organisation,
    outletName: outletOf(page),
    ...publishedOf(page, top),
    language: languageOf(page),
    canonicalUrl: addressOf(page),
    paragraphs,
    dropped: droppedOf(
      page,
      headline,
      body,
      [...below.blocks, ...kept].sort((a, b) => a - b),
    ),
    extractor: EXTRACTOR,
  };
}

/** How far above the headline a section, date or byline may stand, in blocks, and how far into the body. */
const ABOVE = 15;
const ABOVE_BODY = 25;
const INTO_BODY = 6;

function topOf(headline: Headline, body: Body): Top {
  const first = body.kept[0] ?? headline.shown?.to ?? 0;
  const shown = headline.shown;
  const from = shown !== null && shown.from <= first ? shown.from - ABOVE : first - ABOVE_BODY;
  return { from: Math.max(0, from), to: first + INTO_BODY };
}

/** How far behind the body what was left out is shown, in blocks. */
const BEHIND = 60;

/** What was left out between the title and some way behind the body. */
function droppedOf(page: Page, headline: Headline, body: Body, chosen: readonly number[]): Dropped[] {
  const kept = new Set(chosen);
  const first = chosen[0] ?? 0;
  const last = chosen.at(-1) ?? 0;
  const from = headline.shown !== null && headline.shown.to <= first ? headline.shown.to : first;
  const dropped: Dropped[] = [];
  for (let at = from; at <= last + BEHIND; at += 1) {
    const block = page.blocks.blocks[at];
    if (block === undefined) break;
    const where = at < first ? "above the article's paragraphs" : "behind the end of the article";
    if (!kept.has(at))
      dropped.push({ text: block.text, reason: body.reasons.get(at) ?? body.reasonFor(at) ?? where });
  }
  return dropped;
}

function noArticle(page: Page, headline: Headline): OnRecordError {
  const lines = page.blocks.blocks.slice(0, MOST_GOT).map((block) => block.text);
  return new OnRecordError(
    "unusable",
    "No article was found on the page. Copy its words in the browser and paste them.",
    { reason: "noArticle", got: { title: headline.text ?? (tidyLine(page.title) || null), lines } },
  );
}
