import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { magicLink } from "better-auth/plugins/magic-link";
import { db } from "../db.server.ts";
import { env } from "../env.ts";
import { OnRecordError } from "../errors.ts";
import { log } from "../log.server.ts";
import { keepLink } from "./link-outbox.ts";

export const LINK_HOURS = 24;
const SESSION_DAYS = 14;

function create() {
  const { secret, url } = env();
  if (!secret)
    throw new OnRecordError("unusable", "ON_RECORD_SECRET is not set: start On Record with npm start.");
  return betterAuth({
    appName: "On Record",
    baseURL: url,
    secret,
    trustedOrigins: [url],
    database: prismaAdapter(db(), { provider: "postgresql" }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      revokeSessionsOnPasswordReset: true,
    },
    user: {
      additionalFields: {
        role: { type: "string", input: false },
        disabledAt: { type: "date", input: false, required: false },
        sample: { type: "boolean", input: false, required: false },
      },
    },
    // No cookie cache: a session taken away in the database is gone with the next request.
    session: { expiresIn: SESSION_DAYS * 86_400, updateAge: 86_400, cookieCache: { enabled: false } },
    databaseHooks: { session: { create: { before: ({ userId }) => isOpenAccount(userId) } } },
    rateLimit: { storage: "database", modelName: "rateLimit", window: 60, max: 60 },
    // One log, in one form. What better-auth adds to a line (addresses, stacks) stays out of it.
    logger: { log: (level, message) => log()[level]({ room: "auth" }, message) },
    telemetry: { enabled: false },
    advanced: { cookiePrefix: "on-record", useSecureCookies: url.startsWith("https:") },
    plugins: [
      magicLink({
        expiresIn: LINK_HOURS * 3_600,
        disableSignUp: true,
        storeToken: "hashed",
        sendMagicLink: async ({ token }) => keepLink(token),
      }),
    ],
  });
}

/** No session begins for a closed account or the sample newsroom's signature, whatever door is used. */
async function isOpenAccount(userId: string): Promise<boolean> {
  const user = await db().user.findUnique({ where: { id: userId } });
  return user !== null && user.disabledAt === null && !user.sample;
}

type Auth = ReturnType<typeof create>;
const held = globalThis as { onRecordAuth?: Auth };

/** better-auth, set up once per process: sessions in the database, accounts by invitation only. */
export function auth(): Auth {
  held.onRecordAuth ??= create();
  return held.onRecordAuth;
}
