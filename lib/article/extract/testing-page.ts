import { type ExtractedArticle, extractArticle } from "./extract.ts";

/** A sentence as an article's body has them. */
export const sentence = (about: string): string =>
  `The ${about} of Port Halden stays closed for nine days, its director said on Monday.`;

/** What a page of an invented outlet is made of; each part may be left out. */
export interface PageParts {
  readonly head?: string;
  /** In front of the headline. */
  readonly above?: string;
  /** Between headline and body. */
  readonly top?: string;
  /** The first paragraph's words. */
  readonly opening?: string;
  /** Behind the body. */
  readonly below?: string;
  readonly lang?: string;
  readonly url?: string;
}

/** The article that is found in such a page. */
export function articleOf(parts: PageParts): ExtractedArticle {
  const { head = "", above = "", top = "", opening = sentence("harbour"), below = "", lang = "en" } = parts;
  const body = [opening, sentence("quay"), sentence("fish market")].map((text) => `<p>${text}</p>`).join("");
  return extractArticle({
    html: `<!doctype html><html lang="${lang}"><head>${head}</head><body>${above}<article><h1>Harbour closed for nine days</h1>${top}${body}${below}</article></body></html>`,
    url: parts.url ?? "https://courier.test/sea/1",
  });
}

/** A script of JSON-LD. */
export const ld = (thing: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;

/** A script that says something about the page's article. */
export const ldArticle = (fields: object): string =>
  ld({ "@type": "NewsArticle", headline: "Harbour closed for nine days", ...fields });
