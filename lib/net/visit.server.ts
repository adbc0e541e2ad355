import { isIP } from "node:net";
import { addressVerdict } from "./address-verdict.ts";
import { ENCODINGS, readBody, tooLarge } from "./body.server.ts";
import { type ContentType, contentTypeOf } from "./content-type.ts";
import { explained, refusedStatus } from "./failure.server.ts";
import { type MayConnect, pinnedClient } from "./pinned-client.server.ts";
import { OR_PASTE, refusal } from "./refusal.ts";
import { retryAfterSeconds } from "./retry-after.ts";
import { hostOf, portOf, privateAddress, webAddress } from "./web-address.ts";

/** What makes one fetcher differ from another; the one of production is `safeFetch`. */
export interface FetcherParts {
  /** All addresses of a host name; asked once per visit. None means that there is no such host. */
  readonly resolve: (host: string, signal: AbortSignal) => Promise<readonly string[]>;
  readonly mayConnect: MayConnect;
  readonly userAgent: string;
  /** Certificates trusted instead of the usual ones (PEM). */
  readonly ca?: string;
}

export interface FetchLimits {
  /** For everything from the first look-up to the last byte, all redirects together. */
  readonly milliseconds: number;
  /** Of the body, decoded. */
  readonly bytes: number;
  readonly headerBytes: number;
}

/** What a visit asks for, beside the address. */
export interface Errand {
  /** Media types that are taken; everything else is refused unread. */
  readonly accepts: readonly string[];
  readonly validators: { readonly etag?: string | null; readonly lastModified?: string | null };
  readonly limits: FetchLimits;
}

export interface Answer {
  readonly status: number;
  /** 304: the page is the one that the validators belong to; `bytes` is empty. */
  readonly notModified: boolean;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly contentType: string | null;
  /** As the header says it, unchecked: `decodeHtml` takes it. */
  readonly charset: string | null;
  readonly retryAfter: number | null;
  readonly bytes: Buffer;
  /** When the answer began to arrive. */
  readonly fetchedAt: Date;
}

export type Visit = { readonly answer: Answer } | { readonly leadsTo: URL; readonly status: number };

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PAGE = new Set([200, 203]);

/** One request to one site over a connection of its own, which is closed at the end. */
export async function visit(
  url: URL,
  errand: Errand,
  parts: FetcherParts,
  signal: AbortSignal,
): Promise<Visit> {
  const addresses = await checkedAddresses(url, parts, signal);
  const client = pinnedClient(url, {
    ...parts,
    addresses,
    headerBytes: errand.limits.headerBytes,
    connectMilliseconds: errand.limits.milliseconds,
    wireBytes: errand.limits.bytes * 2,
  });
  try {
    const sent = requestHeaders(errand, parts.userAgent);
    const { statusCode, headers, body } = await client.request({
      path: url.pathname + url.search,
      method: "GET",
      headers: sent,
      signal,
    });
    // A body left unread, or cut off while its error already travels another way, must not end the process.
    body.on("error", () => {});
    const header = (name: string): string | null => [headers[name] ?? []].flat().at(-1) ?? null;
    const fetchedAt = new Date();
    const retryAfter = retryAfterSeconds(header("retry-after"), fetchedAt);
    const location = header("location");
    if (REDIRECTS.has(statusCode) && location !== null)
      return { leadsTo: webAddress(asUtf8(location), url), status: statusCode };
    const notModified = statusCode === 304 && ("if-none-match" in sent || "if-modified-since" in sent);
    if (!notModified && !PAGE.has(statusCode)) throw refusedStatus(statusCode, url, retryAfter);
    const type = contentTypeOf(header("content-type"));
    if (!notModified) refuseUnread(type, Number(header("content-length")), errand, url);
    const encoding = [headers["content-encoding"] ?? []].flat().join(",");
    const bytes = notModified ? Buffer.alloc(0) : await readBody(body, encoding, errand.limits.bytes);
    const answer: Answer = {
      status: statusCode,
      notModified,
      etag: header("etag"),
      lastModified: header("last-modified"),
      contentType: type?.media ?? null,
      charset: type?.charset ?? null,
      retryAfter,
      bytes,
      fetchedAt,
    };
    return { answer };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw explained(error, url, errand.limits.bytes);
  } finally {
    await client.destroy();
  }
}

/** Header lines come as one character a byte; addresses are written in UTF-8. */
const asUtf8 = (line: string): string => Buffer.from(line, "latin1").toString("utf8");

/** All addresses of the host, if every single one may be connected to: a host that is half private is not public. */
async function checkedAddresses(
  url: URL,
  { resolve, mayConnect }: FetcherParts,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const host = hostOf(url);
  const addresses = isIP(host) === 0 ? await resolved(host, resolve, signal) : [host];
  const port = portOf(url);
  const refused = addresses.find((address) => !mayConnect(address, port));
  if (refused === undefined) return addresses;
  if (addressVerdict(refused) !== "public") throw privateAddress();
  throw refusal("port", {
    fault: `Port ${port} is none of the web's.`,
    paste: "Pages are fetched from the ports 80, 443, 8080 and 8443: paste the text instead",
  });
}

async function resolved(
  host: string,
  resolve: FetcherParts["resolve"],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const addresses = await resolve(host, signal).catch(() => []);
  signal.throwIfAborted();
  if (addresses.length > 0) return addresses;
  throw refusal("dns", {
    fault: `There is no site by the name ${host}, or its name server is silent.`,
    advice: "Check the spelling",
  });
}

function requestHeaders({ accepts, validators }: Errand, userAgent: string): Record<string, string> {
  const { etag, lastModified } = validators;
  return {
    "user-agent": userAgent,
    accept: accepts.join(", "),
    "accept-encoding": ENCODINGS,
    ...(etag ? { "if-none-match": etag } : {}),
    ...(lastModified ? { "if-modified-since": lastModified } : {}),
  };
}

/** What the headers already rule out. Nothing is guessed from the bytes: a type that is not named is refused. */
function refuseUnread(type: ContentType | null, length: number, { accepts, limits }: Errand, url: URL): void {
  if (type === null || !accepts.includes(type.media))
    throw refusal("contentType", {
      fault: `${url.host} sent ${type === null ? "something without saying what it is" : type.media}, which can’t be read here.`,
      advice: "Check the address",
      paste: OR_PASTE,
    });
  if (length > limits.bytes) throw tooLarge(limits.bytes);
}
