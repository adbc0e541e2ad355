import project from "../../package.json" with { type: "json" };
import { env } from "../env.ts";
import { addressVerdict } from "./address-verdict.ts";
import { lookUp } from "./look-up.server.ts";
import { AND_PASTE, refusal } from "./refusal.ts";
import { timeBudget } from "./time-budget.ts";
import { type Answer, type FetcherParts, type FetchLimits, type Visit, visit } from "./visit.server.ts";
import { webAddress } from "./web-address.ts";

const LIMITS: FetchLimits = { milliseconds: 10_000, bytes: 5_000_000, headerBytes: 32_768 };
const MOST_REDIRECTS = 5;
const WEB_PORTS = new Set([80, 443, 8080, 8443]);

/** Goes around every visit of a fetch, redirects too: manners (robots.txt, a host's turn) stand here. */
export type AroundVisit = <T>(url: URL, work: () => Promise<T>) => Promise<T>;

export interface FetchRequest {
  /** Media types that are taken (PAGE_TYPES, FEED_TYPES); everything else is refused unread. */
  readonly accepts: readonly string[];
  /**
   * What an earlier answer said. Validators belong to the address that sent them: they go to `url` (the earlier
   * answer's), else to the address asked for, and to no other that a redirect leads to.
   */
  readonly known?: {
    readonly url?: string;
    readonly etag?: string | null;
    readonly lastModified?: string | null;
  };
  /** Smaller limits than the usual ones; larger ones have no effect. */
  readonly limits?: Partial<FetchLimits>;
  readonly signal?: AbortSignal;
  readonly around?: AroundVisit;
}

export interface Redirect {
  readonly from: string;
  readonly to: string;
  /** 301 and 308 are for good. */
  readonly status: number;
}

export interface Fetched extends Answer {
  /** The address that answered, after all redirects, without fragment. */
  readonly url: string;
  readonly redirects: readonly Redirect[];
}

/** @throws OnRecordError whose `detail.reason` is a FetchReason. */
export type Fetch = (address: string, request: FetchRequest) => Promise<Fetched>;

/** A fetcher of these parts. Everything but tests uses `safeFetch`. */
export function createFetcher(parts: FetcherParts): Fetch {
  return async (address, request) => {
    const limits = lowered(request.limits);
    const budget = timeBudget(limits.milliseconds, request.signal);
    const around: AroundVisit = request.around ?? ((_url, work) => work());
    const first = webAddress(address);
    const knownAt = request.known?.url === undefined ? first.href : webAddress(request.known.url).href;
    const go = (url: URL): Promise<Visit> => {
      const validators = url.href === knownAt ? (request.known ?? {}) : {};
      const errand = { accepts: request.accepts, validators, limits };
      return around(url, () => budget.spend((signal) => visit(url, errand, parts, signal)));
    };
    const redirects: Redirect[] = [];
    for (let url = first; ; ) {
      const found = await go(url);
      if ("answer" in found) return { ...found.answer, url: url.href, redirects };
      const { leadsTo, status } = found;
      redirects.push({ from: url.href, to: leadsTo.href, status });
      refuseWandering(redirects, leadsTo);
      url = leadsTo;
    }
  };
}

function lowered(wanted: Partial<FetchLimits> = {}): FetchLimits {
  return {
    milliseconds: Math.min(wanted.milliseconds ?? LIMITS.milliseconds, LIMITS.milliseconds),
    bytes: Math.min(wanted.bytes ?? LIMITS.bytes, LIMITS.bytes),
    headerBytes: Math.min(wanted.headerBytes ?? LIMITS.headerBytes, LIMITS.headerBytes),
  };
}

function refuseWandering(redirects: readonly Redirect[], next: URL): void {
  const circle = redirects.some(({ from }) => from === next.href);
  if (circle || redirects.length > MOST_REDIRECTS)
    throw refusal(
      "redirects",
      circle
        ? {
            fault: "The address leads in a circle, as sites do that want a cookie first.",
            advice: "Open it in a browser",
            paste: AND_PASTE,
          }
        : {
            fault: `The address leads on more than ${MOST_REDIRECTS} times.`,
            advice: "Open it in a browser and use the address it ends at",
          },
    );
}

/** Says who asks and where to read about it: `OnRecord/0.1.0 (+https://record.example.org/about)`. */
export const userAgent = (): string => `OnRecord/${project.version} (+${env().url}/about)`;

/**
 * The one way out to the web: public unicast addresses on the web's ports, 10 seconds, 5 MB, at most 5 redirects.
 * Loopback is reached only where ON_RECORD_FETCH_LOOPBACK names the exact address and port, for tests.
 */
export const safeFetch: Fetch = (address, request) =>
  createFetcher({ resolve: (host, signal) => lookUp(host, signal), mayConnect, userAgent: userAgent() })(
    address,
    request,
  );

/** What production may connect to. */
export function mayConnect(address: string, port: number): boolean {
  return (
    (addressVerdict(address) === "public" && WEB_PORTS.has(port)) ||
    env().fetchLoopback.some((pair) => pair.address === address && pair.port === port)
  );
}
