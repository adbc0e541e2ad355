import { db } from "../db.server.ts";
import { env } from "../env.ts";
import { OnRecordError } from "../errors.ts";
import { auth, LINK_HOURS } from "./auth.server.ts";
import { linkMadeBy } from "./link-outbox.ts";

export interface SignInLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/**
 * Makes a one-time sign-in link, good for 24 hours. Earlier links stay good until they are used or expire.
 * @throws OnRecordError "missing" for an unknown user, "forbidden" for a disabled one.
 */
export async function issueSignInLink(userId: string): Promise<SignInLink> {
  const user = await db().user.findUnique({ where: { id: userId } });
  if (!user || user.sample) throw new OnRecordError("missing", "There is no such user.");
  if (user.disabledAt)
    throw new OnRecordError("forbidden", `${user.email} is disabled: enable the account first.`);
  const token = await linkMadeBy(() =>
    auth().api.signInMagicLink({ body: { email: user.email }, headers: new Headers() }),
  );
  if (!token) throw new OnRecordError("unusable", "The link could not be made; try again.");
  return {
    url: `${env().url}/sign-in/link?token=${encodeURIComponent(token)}`,
    expiresAt: new Date(Date.now() + LINK_HOURS * 3_600_000),
  };
}
