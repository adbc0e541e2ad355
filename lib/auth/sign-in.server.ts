import { z } from "zod";
import { db } from "../db.server.ts";
import { env } from "../env.ts";
import { OnRecordError } from "../errors.ts";
import { auth } from "./auth.server.ts";
import { checkOrigin } from "./origin.ts";
import { countTry, forgetTries } from "./tries.server.ts";

/** Value of each Set-Cookie header that opens or ends a session. */
export type SetCookies = readonly string[];

const Credentials = z.object({
  email: z.email().max(320).toLowerCase(),
  password: z.string().min(1).max(256),
});
const WRONG = "This e-mail address and password don’t go together, or the account has no password yet.";

/**
 * Signs in with a password. Tries are limited by sender (better-auth, in production) and by account.
 * @param headers the sender's: its address counts tries, its Origin must be ours.
 * @throws OnRecordError "forbidden" for a wrong password, an unknown or closed account alike; "tooMany".
 */
export async function signInWithPassword(
  headers: Headers,
  given: { readonly email: unknown; readonly password: unknown },
): Promise<SetCookies> {
  checkOrigin(headers, env().url);
  const credentials = Credentials.safeParse(given);
  if (!credentials.success) throw new OnRecordError("forbidden", WRONG);
  const { email } = credentials.data;
  await countTry(passwordOf(email));
  const forward = new Headers({ "content-type": "application/json" });
  for (const name of ["origin", "x-forwarded-for", "user-agent"]) {
    const value = headers.get(name);
    if (value !== null) forward.set(name, value);
  }
  // Through the handler, not the function behind it: only the handler counts tries by sender.
  const response = await auth().handler(
    new Request(`${env().url}/api/auth/sign-in/email`, {
      method: "POST",
      headers: forward,
      body: JSON.stringify(credentials.data),
    }),
  );
  if (response.status === 429)
    throw new OnRecordError("tooMany", "Too many tries. Wait half a minute and try again.");
  if (!response.ok) throw new OnRecordError("forbidden", WRONG);
  await forgetTries(passwordOf(email));
  return response.headers.getSetCookie();
}

/** What tries at an account's password are counted under. */
export const passwordOf = (email: string): string => `password of ${email.toLowerCase()}`;

/**
 * Signs in with a one-time link's token; the token is used up by it.
 * @throws OnRecordError "forbidden" for another site's request, and for a token that is unknown, used, expired, or of a closed account.
 */
export async function signInWithLink(headers: Headers, token: unknown): Promise<SetCookies> {
  checkOrigin(headers, env().url);
  const response =
    typeof token === "string" && token.length > 0 && token.length <= 200
      ? await auth().api.magicLinkVerify({ query: { token }, headers, asResponse: true })
      : undefined;
  const cookies = response?.ok ? response.headers.getSetCookie() : [];
  if (cookies.length === 0)
    throw new OnRecordError(
      "forbidden",
      "This link was used already, has expired, or was never one of ours.",
    );
  return cookies;
}

/** Ends the sender's session, and gives the cookies that clear it from the browser. */
export async function signOut(headers: Headers): Promise<SetCookies> {
  checkOrigin(headers, env().url);
  const session = await auth().api.getSession({ headers });
  if (session) await db().session.deleteMany({ where: { id: session.session.id } });
  const response = await auth().api.signOut({ headers, asResponse: true });
  return response.headers.getSetCookie();
}
