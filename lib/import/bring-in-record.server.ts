import { addressKey } from "../article/canonical-url.ts";
import type { Authority } from "../attribution/authority.ts";
import type { Viewer } from "../auth/viewer.ts";
import { type Db, inTransaction, type Tx } from "../db.server.ts";
import { type BroughtIn, bringIn } from "../desk/bring-in.server.ts";
import { bringInAddress, bringInPage, NOWHERE } from "../desk/bring-in-page.server.ts";
import { OnRecordError } from "../errors.ts";
import type { OutletChoice } from "../outlet/schema.ts";
import { type ListedArticle, readListed } from "./listed.ts";
import type { Held } from "./record.ts";

/** Version of what reads articles off lists: part of the proof of where a text comes from. */
export const LIST_EXTRACTOR = "list/1";

export interface Ways {
  readonly viewer: Viewer;
  readonly authority: Authority;
  /** Whose articles they are, where a line does not say. */
  readonly outlet: OutletChoice | null;
  readonly signal: AbortSignal;
  /** Done in the transaction that brings the article in. */
  readonly also: (tx: Tx, brought: BroughtIn) => Promise<void>;
}

/** The host whose page has to be fetched, for a record that has nothing but an address; null for any other. */
export function siteToAsk(held: Held): string | null {
  if (held.kind !== "article") return null;
  const listed = listedOr(held.article);
  if (pageIn(listed) !== null || listed.paragraphs.length > 0 || listed.url === null) return null;
  return URL.parse(listed.url)?.host ?? "";
}

/** What tells two records that may be of one article, before they are brought in. */
export function sameThing(held: Held): string | null {
  if (held.kind === "page") return keyOf(held.url ?? addressIn(held.bytes)) ?? SOMEWHERE;
  if (held.kind !== "article") return null;
  const { url, headline } = listedOr(held.article);
  return keyOf(url) ?? headline ?? SOMEWHERE;
}
const keyOf = (url: string | null): string | null => (url === null ? null : addressKey(url));
/** Pages that don't say where they are may be anything: one after the other. */
const SOMEWHERE = "";
const NOTHING = { url: null, html: null, base64: null, headline: null, paragraphs: [] as readonly string[] };

function listedOr(article: unknown): Pick<ListedArticle, keyof typeof NOTHING> {
  try {
    return readListed(article);
  } catch {
    return NOTHING;
  }
}

/**
 * Brings one record's article in: its text as the list has it, its page as it was saved, or, where there is only an
 * address, the page that is there now (guarded, by robots.txt and the site's turn).
 * @throws OnRecordError or Error in words for the report
 */
export async function bringInRecord(client: Db, held: Held, ways: Ways): Promise<void> {
  if (held.kind === "page") return bringInSaved(client, held, ways);
  if (held.kind !== "article") throw new TypeError(`${held.kind} is nothing to bring in`);
  const listed = readListed(held.article);
  const saved = pageIn(listed);
  if (saved !== null)
    return bringInSaved(client, { ...saved, url: listed.url, fetchedAt: null }, ways, listed);
  if (listed.paragraphs.length > 0) return bringInText(client, listed, held.article, ways);
  if (listed.url === null) throw new Error("The line has neither a text nor an address.");
  await bringInAddress(
    client,
    ways.viewer,
    {
      url: listed.url,
      source: "bulk",
      outlet: outletIn(listed) ?? ways.outlet,
      polite: true,
      otherwise: otherwise(listed),
      signal: ways.signal,
    },
    ways.also,
  );
}

async function bringInSaved(
  client: Db,
  page: Omit<Extract<Held, { kind: "page" }>, "kind">,
  { viewer, authority, outlet, also }: Ways,
  listed?: ListedArticle,
): Promise<void> {
  await bringInPage(
    client,
    viewer,
    {
      // A page without an address is told by its text, unless it names its address itself.
      url: page.url ?? addressIn(page.bytes) ?? NOWHERE,
      bytes: page.bytes,
      contentType: page.contentType,
      fetchedAt: page.fetchedAt ?? new Date(),
      source: "bulk",
      outlet: (listed && outletIn(listed)) ?? outlet,
      authority,
      ...(listed ? { otherwise: otherwise(listed) } : {}),
    },
    also,
  );
}

function pageIn({ html, base64 }: Pick<ListedArticle, "html" | "base64">) {
  if (html !== null) return { bytes: Buffer.from(html, "utf8"), contentType: "text/html; charset=utf-8" };
  return base64 === null ? null : { bytes: Buffer.from(base64, "base64"), contentType: null };
}

/** The address a saved page gives itself, in its head. */
function addressIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 200_000)).toString("latin1");
  const tag = /<(?:link\b[^>]*\brel=["']?canonical\b|meta\b[^>]*\bproperty=["']?og:url\b)[^>]*>/i.exec(
    head,
  )?.[0];
  return /\b(?:href|content)=["']?(https?:\/\/[^"'\s>]+)/i.exec(tag ?? "")?.[1] ?? null;
}

async function bringInText(client: Db, listed: ListedArticle, line: unknown, ways: Ways): Promise<void> {
  const outlet = outletIn(listed) ?? ways.outlet;
  if (!outlet)
    throw new OnRecordError(
      "invalid",
      "The line names no outlet: name one for the whole file, or add a column.",
    );
  if (listed.headline === null) throw new OnRecordError("invalid", "The line has no headline (title).");
  const { headline, standfirst, byline, publishedAt, zone, url, language } = listed;
  await inTransaction(client, async (tx) => {
    const brought = await bringIn(
      tx,
      ways.viewer,
      {
        source: "bulk",
        outlet,
        headline,
        standfirst,
        paragraphs: [...listed.paragraphs],
        byline,
        publishedAt,
        zone,
        publishedSource: publishedAt === null ? null : "list",
        url,
        language,
        raw: { bytes: Buffer.from(JSON.stringify(line), "utf8"), type: "application/json" },
        extractor: LIST_EXTRACTOR,
      },
      { authority: ways.authority },
    );
    await ways.also(tx, brought);
  });
}

function outletIn({ outlet, homepage }: ListedArticle): OutletChoice | null {
  return outlet === null ? null : { name: outlet, ...(homepage === null ? {} : { homepage }) };
}

function otherwise({ headline, byline, publishedAt, zone }: ListedArticle) {
  return { headline, byline, publishedAt, zone, publishedSource: "list" as const };
}
