/**
 * The closed set of things that can go wrong on purpose. Every room throws `OnRecordError`; the doors
 * (routes, pages, the command line) translate it once. `message` is for the person: it says what to do next.
 */
export const ERROR_STATUS = {
  invalid: 400,
  signedOut: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  tooLarge: 413,
  unusable: 422,
  tooMany: 429,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

export class OnRecordError extends Error {
  readonly code: ErrorCode;
  /** What the person needs to decide: both sides of a conflict, the fields that are wrong. JSON only. */
  readonly detail: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorCode, message: string, detail?: Readonly<Record<string, unknown>>) {
    super(message);
    this.name = "OnRecordError";
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}
