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

/** An error whose `detail.reason` says why, beside a sentence that says what to do next. */
export function refusal(reason: FetchReason, sentence: string, facts: RefusalFacts = {}): OnRecordError {
  return new OnRecordError(CODE_OF[reason], sentence, { reason, ...facts });
}

/** The reason of a fetch's error; undefined for any other error. */
export function reasonOf(error: unknown): FetchReason | undefined {
  const reason = error instanceof OnRecordError ? error.detail?.reason : undefined;
  return typeof reason === "string" && Object.hasOwn(CODE_OF, reason) ? (reason as FetchReason) : undefined;
}

/** The facts of a fetch's error. */
export function factsOf(error: unknown): RefusalFacts {
  if (reasonOf(error) === undefined || !(error instanceof OnRecordError)) return {};
  const { status, retryAfter } = error.detail ?? {};
  return {
    ...(typeof status === "number" ? { status } : {}),
    ...(typeof retryAfter === "number" ? { retryAfter } : {}),
  };
}
