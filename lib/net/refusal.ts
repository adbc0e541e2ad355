import { type ErrorCode, OnRecordError } from "../errors.ts";

/** Why a fetch came to nothing, with the kind of error it is. Closed: desk and jobs decide by it. */
const CODE_OF = {
  address: "invalid",
  port: "invalid",
  privateAddress: "invalid",
  dns: "unusable",
  connection: "unusable",
  certificate: "unusable",
  timeout: "unusable",
  tooLarge: "tooLarge",
  headers: "unusable",
  encoding: "unusable",
  contentType: "unusable",
  redirects: "unusable",
  status: "unusable",
  robots: "unusable",
  busy: "tooMany",
} as const satisfies Record<string, ErrorCode>;

export type FetchReason = keyof typeof CODE_OF;

/** What else the one who asked may need: the site's status, how long it asks us to wait. */
export interface RefusalFacts {
  readonly status?: number;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** What is said of a refusal. Its parts, one after the other, are the message. */
export interface RefusalWords {
  /** What is wrong: whole sentences. */
  readonly fault: string;
  /** What anybody can do about it: a sentence without its dot. */
  readonly advice?: string | undefined;
  /** What helps whoever wants an article: the end of the advice, without its dot, or a sentence where there is none. */
  readonly paste?: string | undefined;
}

/** Ways to say that the text can be pasted: beside the advice, after it, or alone. */
export const OR_PASTE = ", or paste the text";
export const AND_PASTE = " and paste the text";
export const PASTE = "Paste the text instead";

class Refusal extends OnRecordError {
  readonly #given: readonly [FetchReason, RefusalWords, RefusalFacts];

  constructor(reason: FetchReason, words: RefusalWords, facts: RefusalFacts) {
    const { fault, advice = "", paste = "" } = words;
    const sentence = advice + paste;
    super(
      CODE_OF[reason],
      { fault, advice: sentence === "" ? undefined : `${sentence}.` },
      { reason, ...facts },
    );
    this.#given = [reason, words, facts];
  }

  withoutPasting(): Refusal {
    const [reason, words, facts] = this.#given;
    return new Refusal(reason, { ...words, paste: undefined }, facts);
  }
}

/** An error whose `detail.reason` says why, beside words that say what to do next. */
export function refusal(reason: FetchReason, words: RefusalWords, facts: RefusalFacts = {}): OnRecordError {
  return new Refusal(reason, words, facts);
}

/** The same error for whoever wants something else than an article: pasting the text would not help them. */
export function withoutPasting(error: unknown): unknown {
  return error instanceof Refusal ? error.withoutPasting() : error;
}

/** The reason of a fetch's error; undefined for any other error. */
export function reasonOf(error: unknown): FetchReason | undefined {
  const reason = error instanceof OnRecordError ? error.detail?.reason : undefined;
  return typeof reason === "string" && Object.hasOwn(CODE_OF, reason) ? (reason as FetchReason) : undefined;
}

/**
 * Seconds for which a site asks to be left alone; undefined for any other error. One that says 503 without a time is in
 * trouble, and asks for nothing.
 */
export const timeAskedFor = (error: unknown): number | undefined =>
  reasonOf(error) === "busy" ? factsOf(error).retryAfter : undefined;

/** The facts of a fetch's error. */
export function factsOf(error: unknown): RefusalFacts {
  if (reasonOf(error) === undefined || !(error instanceof OnRecordError)) return {};
  const { status, retryAfter } = error.detail ?? {};
  return {
    ...(typeof status === "number" ? { status } : {}),
    ...(typeof retryAfter === "number" ? { retryAfter } : {}),
  };
}
