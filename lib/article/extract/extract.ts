import { OnRecordError } from "#lib/errors.ts";
import { tidyLine } from "../clean/paste-line.ts";
import type { CleanedLine } from "../cleaned.ts";
import { addressOf } from "./address.ts";
import { countWords } from "./blocks.ts";
import { bodyOf } from "./body.ts";
import { type Headline, headlineOf } from "./headline.ts";
import { languageOf, outletOf } from "./outlet.ts";
import { type Page, readPage } from "./page.ts";
import { pageLines } from "./page-lines.ts";
import { type PublishedSource, publishedOf } from "./published.ts";
import type { SaidTime } from "./read-time.ts";
import { secondOpinion } from "./second-opinion.ts";
import { signedBy } from "./signed.ts";
import { standfirstOf } from "./standfirst.ts";
import { topOf } from "./top.ts";

/** Changes whenever the same page may give another text: a text that differs only by this is no outlet's change. */
export const EXTRACTOR = "html/3";

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
  /** What stands from the title to some way behind the body: kept as what, or left out, and why. */
  readonly lines: readonly CleanedLine[];
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
    ...publishedOf(page, top, kept),
    language: languageOf(page),
    canonicalUrl: addressOf(page),
    paragraphs,
    lines: pageLines(page, {
      headline,
      body,
      standfirst: paragraphs === own ? below.blocks : [],
      kept,
      elsewhere: paragraphs === own ? null : paragraphs,
    }),
    extractor: EXTRACTOR,
  };
}

/** The article's text as a revision has it, without its headline. */
export const textBelowHeadline = ({ standfirst, paragraphs }: ExtractedArticle): string =>
  [...(standfirst === null ? [] : [standfirst]), ...paragraphs].join("\n\n");

function noArticle(page: Page, headline: Headline): OnRecordError {
  const lines = page.blocks.blocks.slice(0, MOST_GOT).map((block) => block.text);
  return new OnRecordError(
    "unusable",
    {
      fault: "No article was found on the page.",
      advice: "Copy its words in the browser and paste them.",
    },
    { reason: "noArticle", got: { title: headline.text ?? (tidyLine(page.title) || null), lines } },
  );
}
