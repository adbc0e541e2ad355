import type { Reread } from "../article/arrive.server.ts";
import { canonicalUrl } from "../article/canonical-url.ts";
import { composeText } from "../article/compose.ts";
import { EXTRACTOR, type ExtractedArticle } from "../article/extract/extract.ts";
import { PASTE_ARTICLE } from "../article/extract/page.ts";
import { extractInWorker } from "../article/extract/run.server.ts";
import { articlesAt } from "../article/known.server.ts";
import { isPageAbove } from "../article/page-above.ts";
import { rawOf } from "../article/raw.server.ts";
import { familyOf, hashed } from "../article/revision.server.ts";
import type { Authority } from "../attribution/authority.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import { type Db, inTransaction, type Tx } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { PAGE_TYPES } from "../net/content-type.ts";
import { fetchByHand, politeFetch } from "../net/polite-fetch.server.ts";
import { outletOfPage } from "../outlet/outlet-of-page.server.ts";
import type { OutletChoice } from "../outlet/schema.ts";
import { type BroughtIn, bringIn, type Incoming } from "./bring-in.server.ts";

/** Where a saved page stands that came without its address: ".invalid" is reserved, nothing is there. */
export const NOWHERE = "https://nowhere.invalid/";

/** What is said of an article elsewhere than on its page. */
interface Otherwise {
  readonly headline?: string | null;
  readonly byline?: string | null;
  readonly publishedAt?: string | null;
  readonly zone?: string | null;
  readonly publishedSource?: "feed" | "list";
}

/** A page as it came, by whatever door. */
export interface CamePage {
  /** The address that answered. */
  readonly url: string;
  /** What was asked for, and whether it led here for good. */
  readonly askedFor?: { readonly url: string; readonly moved: boolean };
  /** The article whose page was looked at again: nothing else is brought in. */
  readonly only?: string;
  readonly bytes: Uint8Array;
  /** As the server sent it, or as a file says; null: nobody said. */
  readonly contentType: string | null;
  readonly fetchedAt: Date;
  readonly source: "url" | "feed" | "bulk";
  /** Whose it is, where that is known; null: as the page says. */
  readonly outlet: OutletChoice | null;
  /** What the feed or list says, for what the page leaves out. */
  readonly otherwise?: Otherwise;
  readonly authority?: Authority;
}

/** Done in the same transaction as the article: marks a feed's item or a list's line, so that it is done exactly once. */
export type Also = (tx: Tx, brought: BroughtIn) => Promise<void>;

/**
 * Finds the article in a page, in a thread that can be ended, and brings it in.
 * @throws OnRecordError as `extractInWorker` (with what was got of the page) and `bringIn`
 */
export async function bringInPage(
  client: Db,
  viewer: Viewer | null,
  page: CamePage,
  also?: Also,
): Promise<BroughtIn> {
  allow(viewer, "ingest");
  const charset = charsetOf(page.contentType);
  const found = await extractInWorker({ bytes: page.bytes, url: page.url, charset });
  const address = page.url === NOWHERE ? null : (found.canonicalUrl ?? canonicalUrl(page.url));
  if (address === null && page.outlet === null && found.outletName === null)
    throw new OnRecordError(
      "invalid",
      "The page says neither its address nor its outlet: name an outlet for all of them.",
    );
  const alsoAt = [page.askedFor?.url, page.url]
    .map((url) => (url === undefined || url === NOWHERE ? null : canonicalUrl(url)))
    .filter((url) => url !== null)
    .filter((url) => url !== address);
  const reread = address === null ? undefined : await readAgain(client, [address, ...alsoAt]);
  return inTransaction(client, async (tx) => {
    const outlet = page.outlet ?? (await outletOfPage(tx, { url: page.url, siteName: found.outletName }));
    const brought = await bringIn(
      tx,
      viewer,
      { ...arrivalOf(page, found, address, outlet), alsoAt },
      {
        reread,
        authority: page.authority,
        watched: page.source !== "bulk" || page.askedFor !== undefined,
      },
    );
    await also?.(tx, brought);
    return brought;
  });
}

function arrivalOf(
  page: CamePage,
  found: ExtractedArticle,
  url: string | null,
  outlet: OutletChoice,
): Incoming {
  const { otherwise = {} } = page;
  const headline = found.headline ?? otherwise.headline;
  if (!headline)
    throw new OnRecordError(
      "unusable",
      { fault: "The page has no headline.", advice: PASTE_ARTICLE },
      { reason: "noArticle", got: { title: null, lines: found.paragraphs } },
    );
  return {
    source: page.source,
    outlet,
    headline: headline.slice(0, 1_000),
    standfirst: found.standfirst?.slice(0, 2_000) ?? null,
    paragraphs: [...found.paragraphs],
    byline: (found.byline ?? found.agency ?? otherwise.byline)?.slice(0, 500) ?? null,
    ...datedBy(found, otherwise),
    url,
    language: found.language,
    raw: { bytes: new Uint8Array(page.bytes), type: page.contentType ?? "text/html" },
    extractor: found.extractor,
    seenAt: page.fetchedAt,
    moved: page.askedFor?.moved ?? false,
    ...(page.only ? { only: page.only } : {}),
  };
}

/** The page's own date, unless it has none or knows no more than the day for which the feed or list has the time. */
function datedBy(found: ExtractedArticle, { publishedAt, zone, publishedSource }: Otherwise) {
  const own = found.publishedAt;
  const isMoreExact = own !== null && (publishedAt?.startsWith(`${own}T`) ?? false);
  return publishedAt && (own === null || isMoreExact)
    ? { publishedAt, zone: zone ?? null, publishedSource: publishedSource ?? null }
    : { publishedAt: own, zone: found.zone, publishedSource: found.publishedSource };
}

/**
 * The text that was read last off the page at one of these addresses, read again from the same bytes by the present version of the
 * extractor: what differs from it now is the outlet's doing. Undefined where the present version read it.
 */
async function readAgain(client: Db, addresses: readonly string[]): Promise<Reread | undefined> {
  const [address = NOWHERE, ...alsoAt] = addresses;
  const [article] = [...(await articlesAt(client, [address])), ...(await articlesAt(client, alsoAt))];
  if (!article) return undefined;
  const last = await client.sighting.findFirst({
    where: {
      revision: { articleId: article.id },
      extractor: { startsWith: `${familyOf(EXTRACTOR)}/` },
    },
    orderBy: [{ seenAt: "desc" }, { id: "desc" }],
    select: { extractor: true, revisionId: true },
  });
  if (!last || last.extractor === EXTRACTOR) return undefined;
  const revision = await client.revision.findUniqueOrThrow({ where: { id: last.revisionId } });
  const bytes = rawOf(revision);
  try {
    const found = await extractInWorker({
      bytes,
      url: addresses[0] ?? NOWHERE,
      charset: charsetOf(revision.rawType),
    });
    const { standfirst, paragraphs } = found;
    return {
      revisionId: revision.id,
      reading: {
        ...hashed(composeText({ headline: found.headline ?? "", standfirst, paragraphs })),
        raw: { bytes, type: revision.rawType },
        extractor: EXTRACTOR,
        language: found.language,
      },
    };
  } catch (error) {
    // The present version finds nothing in the earlier bytes: then nothing can be said about the outlet.
    if (error instanceof OnRecordError) return undefined;
    throw error;
  }
}

/** The encoding that a media type names. */
export const charsetOf = (contentType: string | null): string | null =>
  /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? "")?.[1] ?? null;

export interface WantedPage {
  readonly url: string;
  readonly source: CamePage["source"];
  readonly outlet: OutletChoice | null;
  /** A machine asks (robots.txt, Crawl-delay, the site's turn), not an editor who waits. */
  readonly polite: boolean;
  readonly otherwise?: Otherwise;
  readonly only?: string;
  readonly signal?: AbortSignal;
}

/**
 * Fetches a page through the one guarded door and brings it in.
 * @throws OnRecordError as `safeFetch` and `bringInPage`
 */
export async function bringInAddress(
  client: Db,
  viewer: Viewer | null,
  wanted: WantedPage,
  also?: Also,
): Promise<BroughtIn> {
  allow(viewer, "ingest");
  const fetch = wanted.polite ? politeFetch : fetchByHand;
  const got = await fetch(wanted.url, {
    accepts: PAGE_TYPES,
    ...(wanted.signal ? { signal: wanted.signal } : {}),
  });
  if (got.redirects.length > 0 && isPageAbove(got.url, wanted.url))
    throw new OnRecordError(
      "unusable",
      { fault: `The article is not there any more: its address leads to ${got.url}.`, advice: PASTE_ARTICLE },
      { reason: "noArticle" },
    );
  return bringInPage(
    client,
    viewer,
    {
      url: got.url,
      askedFor: {
        url: wanted.url,
        moved:
          got.redirects.length > 0 && got.redirects.every(({ status }) => status === 301 || status === 308),
      },
      ...(wanted.only ? { only: wanted.only } : {}),
      bytes: got.bytes,
      contentType: got.charset ? `${got.contentType}; charset=${got.charset}` : got.contentType,
      fetchedAt: got.fetchedAt,
      source: wanted.source,
      outlet: wanted.outlet,
      ...(wanted.otherwise ? { otherwise: wanted.otherwise } : {}),
    },
    also,
  );
}
