import { z } from "zod";
import { db } from "../db.server.ts";
import { env } from "../env.ts";
import { OnRecordError } from "../errors.ts";
import { parse } from "../parse.ts";
import { auth } from "./auth.server.ts";
import { checkOrigin } from "./origin.ts";
import { viewerOf } from "./session.server.ts";
import { passwordOf } from "./sign-in.server.ts";
import { countTry, forgetTries } from "./tries.server.ts";
import type { Viewer } from "./viewer.ts";

/** Who has just signed in has proved who they are: no current password is asked for, so that a forgotten one is no dead end. */
export const JUST_NOW_MINUTES = 15;

const NewPassword = z
  .object({
    password: z
      .string()
      .min(12, "A password needs at least 12 characters.")
      .max(128, "A password has at most 128 characters."),
    current: z.string().max(256).optional(),
  })
  .strict();
export type NewPassword = z.input<typeof NewPassword>;

export interface SessionRow {
  readonly id: string;
  /** The one that asks. */
  readonly current: boolean;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  readonly userAgent: string | null;
}

export interface Account {
  readonly viewer: Viewer;
  readonly hasPassword: boolean;
  /** Whether a new password needs the current one. */
  readonly asksCurrent: boolean;
  readonly sessions: readonly SessionRow[];
}

/** The sender's own account. @throws OnRecordError "signedOut". */
export async function readAccount(headers: Headers): Promise<Account> {
  const { viewer, session } = await ownSession(headers);
  const [password, sessions] = await Promise.all([
    storedPassword(viewer.userId),
    db().session.findMany({
      where: { userId: viewer.userId, expiresAt: { gt: new Date() } },
      orderBy: { createdAt: "desc" },
    }),
  ]);
  return {
    viewer,
    hasPassword: password !== null,
    asksCurrent: password !== null && !justSignedIn(session.createdAt),
    sessions: sessions.map(({ id, createdAt, expiresAt, userAgent }) => ({
      id,
      current: id === session.id,
      startedAt: createdAt,
      expiresAt,
      userAgent,
    })),
  };
}

/**
 * Sets or changes the sender's own password and ends all other sessions of the account.
 * @throws OnRecordError "signedOut"; "invalid" for a short one; "forbidden" for a wrong current one; "tooMany".
 */
export async function setPassword(headers: Headers, input: NewPassword): Promise<void> {
  checkOrigin(headers, env().url);
  const { viewer, session } = await ownSession(headers);
  const wanted = parse(NewPassword, input);
  const { password, internalAdapter } = await auth().$context;
  const stored = await storedPassword(viewer.userId);
  if (stored !== null && !justSignedIn(session.createdAt)) {
    await countTry(`current ${passwordOf(viewer.email)}`);
    if (!(await password.verify({ hash: stored, password: wanted.current ?? "" })))
      throw new OnRecordError("forbidden", "The current password is not right.");
    await forgetTries(`current ${passwordOf(viewer.email)}`);
  }
  const hash = await password.hash(wanted.password);
  const account = await internalAdapter.findCredentialAccount(viewer.userId);
  if (account) await internalAdapter.updateAccount(account.id, { password: hash });
  else
    await internalAdapter.linkAccount({
      userId: viewer.userId,
      providerId: "credential",
      accountId: viewer.userId,
      password: hash,
    });
  await db().session.deleteMany({ where: { userId: viewer.userId, id: { not: session.id } } });
}

/** Ends every session of the sender's account, this one too. @throws OnRecordError "signedOut". */
export async function signOutEverywhere(headers: Headers): Promise<{ readonly ended: number }> {
  checkOrigin(headers, env().url);
  const { viewer } = await ownSession(headers);
  const { count } = await db().session.deleteMany({ where: { userId: viewer.userId } });
  return { ended: count };
}

async function ownSession(headers: Headers) {
  const [viewer, found] = await Promise.all([viewerOf(headers), auth().api.getSession({ headers })]);
  if (viewer === null || found === null) throw new OnRecordError("signedOut", "Sign in to do this.");
  return { viewer, session: found.session };
}

async function storedPassword(userId: string): Promise<string | null> {
  const account = await db().account.findFirst({ where: { userId, providerId: "credential" } });
  return account?.password ?? null;
}

const justSignedIn = (startedAt: Date) => Date.now() - startedAt.getTime() < JUST_NOW_MINUTES * 60_000;
