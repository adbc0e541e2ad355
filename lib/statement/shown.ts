import { SHOWN_FROM } from "../attribution/cut.ts";

/**
 * Whether a suggestion is less certain: the desk hides it until asked, and it waits for nobody, so it counts neither as
 * open nor against a sign-off.
 */
export function isLessCertain({ confidence }: { readonly confidence: number }): boolean {
  return confidence < SHOWN_FROM;
}
