import { OnRecordError } from "../errors.ts";
import { tooLarge } from "./body.server.ts";
import { AND_PASTE, OR_PASTE, PASTE, type RefusalWords, refusal } from "./refusal.ts";

/** What went wrong below us, in our words. */
export function explained(error: unknown, url: URL, most: number): OnRecordError {
  if (error instanceof OnRecordError) return error;
  const code = codeOf(error);
  const host = url.host;
  if (code === "UND_ERR_RES_EXCEEDED_MAX_SIZE") return tooLarge(most);
  if (code === "UND_ERR_HEADERS_OVERFLOW" || code === "HPE_HEADER_OVERFLOW")
    return refusal("headers", {
      fault: `${host} sends more header lines than a page needs.`,
      paste: PASTE,
    });
  if (/^(Z_|ERR_BROTLI|ERR__?ZSTD|ZSTD_|ERR_PADDING|ERR__ERROR_|ERR_ZLIB)/.test(code))
    return refusal("encoding", {
      fault: `What ${host} sent is packed wrongly and can’t be read.`,
      paste: PASTE,
    });
  if (/CERT|SIGNATURE|ERR_TLS|ERR_SSL|SELF_SIGNED|EPROTO|UNABLE_TO/.test(code))
    return refusal("certificate", {
      fault: `${host} can’t prove that it is ${host}: its certificate is not valid.`,
      advice: "Open the page in a browser",
      paste: ", and paste the text if you trust it",
    });
  if (code === "UND_ERR_CONNECT_TIMEOUT" || code === "ETIMEDOUT")
    return refusal("timeout", {
      fault: `${host} does not answer.`,
      advice: "Try again later",
      paste: OR_PASTE,
    });
  return refusal("connection", {
    fault: `${host} can’t be reached, or broke off before the end.`,
    advice: "Try again later",
    paste: OR_PASTE,
  });
}

/** The code of an error, of its cause, or of the last of several. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors.at(-1));
  return codeOf(error.cause);
}

/** What an answer that is no page means to an editor. */
export function refusedStatus(status: number, url: URL, retryAfter: number | null): OnRecordError {
  const host = url.host;
  if (status === 429 || status === 503) {
    const wait = retryAfter ?? (status === 429 ? 60 : undefined);
    const when = wait === undefined ? "later" : `in ${inWords(wait)}`;
    return refusal(
      "busy",
      {
        fault: `${host} is busy or wants fewer requests.`,
        advice: `Try again ${when}`,
        paste: OR_PASTE,
      },
      { status, ...(wait === undefined ? {} : { retryAfter: wait }) },
    );
  }
  return refusal("status", statusWords(status, host), { status });
}

function statusWords(status: number, host: string): RefusalWords {
  if (status === 404 || status === 410)
    return {
      fault: `${host} has no page at this address (${status}).`,
      advice: "Check the address",
      paste: OR_PASTE,
    };
  if (status === 401 || status === 402 || status === 403 || status === 451)
    return {
      fault: `${host} does not show this page to everyone (${status}).`,
      advice: "Open it in a browser",
      paste: AND_PASTE,
    };
  if (status >= 500)
    return {
      fault: `${host} has a fault of its own (${status}).`,
      advice: "Try again later",
      paste: OR_PASTE,
    };
  return {
    fault: `${host} answered without a page (${status}).`,
    advice: "Open the address in a browser",
    paste: AND_PASTE,
  };
}

export function inWords(seconds: number): string {
  const [count, unit] =
    seconds < 90
      ? [Math.max(1, Math.ceil(seconds)), "second"]
      : seconds < 5_400
        ? [Math.ceil(seconds / 60), "minute"]
        : [Math.ceil(seconds / 3_600), "hour"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
