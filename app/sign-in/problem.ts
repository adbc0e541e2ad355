import { OnRecordError } from "#lib/errors.ts";
import { log } from "#lib/log.server.ts";

/** What can go wrong with signing in, as the page's address carries it: a word, never what was typed. */
export type SignInProblem = "wrong" | "wait" | "elsewhere" | "failed";

const WORDS: Record<SignInProblem, (here: string) => string> = {
  wrong: () => "This e-mail address and password don’t go together, or the account has no password yet.",
  wait: () => "Too many tries. Wait a quarter of an hour, or ask for a one-time link.",
  elsewhere: (here) => `The form came from another address and was refused. Open On Record at ${here}.`,
  failed: () => "Signing in failed on our side. Try again in a moment.",
};

/** @param here base address of this installation. */
export function problemWords(problem: unknown, here: string): string | undefined {
  return typeof problem === "string" && Object.hasOwn(WORDS, problem)
    ? WORDS[problem as SignInProblem](here)
    : undefined;
}

/** Which problem an error of signing in is. @param foreign whether the request came from another site. */
export function problemOf(error: unknown, foreign: boolean): SignInProblem {
  if (foreign) return "elsewhere";
  if (error instanceof OnRecordError) return error.code === "tooMany" ? "wait" : "wrong";
  log().error({ err: error }, "signing in failed");
  return "failed";
}
