/**
 * The closed set of things that can go wrong on purpose. Every room throws `OnRecordError`; the doors
 * (routes, pages, the command line) translate it once. `message` is for the person: it says what to do next. Reports and
 * lists, before which nobody sits, show `fault` alone.
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

/** The words of an error, where what is wrong and what to do about it are whole sentences each. */
export interface FaultAndAdvice {
  readonly fault: string;
  readonly advice?: string | undefined;
}

export class OnRecordError extends Error {
  readonly code: ErrorCode;
  /** What is wrong, without what to do about it; the whole message where the two were not given apart. */
  readonly fault: string;
  readonly advice: string | undefined;
  /** What the person needs to decide: both sides of a conflict, the fields that are wrong. JSON only. */
  readonly detail: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorCode, words: string | FaultAndAdvice, detail?: Readonly<Record<string, unknown>>) {
    const { fault, advice }: FaultAndAdvice = typeof words === "string" ? { fault: words } : words;
    super(advice === undefined ? fault : `${fault} ${advice}`);
    this.name = "OnRecordError";
    this.code = code;
    this.fault = fault;
    this.advice = advice;
    this.detail = detail;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}
