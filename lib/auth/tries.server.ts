import { createHash, randomUUID } from "node:crypto";
import { db } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";

/** Wrong passwords that one account bears within MINUTES. A one-time link is not bound by it. */
export const MOST_TRIES = 10;
export const MINUTES = 15;

/**
 * Counts one try at a secret, before the secret is looked at. Counted in the database, so that all processes share
 * it, and by what is attacked, so that many addresses of one attacker make no difference.
 * @param secret what is tried, such as "password of somebody@example.org"; only its hash is kept.
 * @throws OnRecordError "tooMany" with `detail.minutes` to wait.
 */
export async function countTry(secret: string): Promise<void> {
  const now = Date.now();
  const ends = now + MINUTES * 60_000;
  // better-auth sweeps its own rows out of this table by last_request: with the end of the time in it, ours stay
  // until then and are swept after it.
  const [row] = await db().$queryRaw<{ count: number; last_request: bigint }[]>`
    INSERT INTO rate_limit AS r (id, key, count, last_request) VALUES (${randomUUID()}, ${keyOf(secret)}, 1, ${ends})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r.last_request <= ${now} THEN 1 ELSE r.count + 1 END,
      last_request = CASE WHEN r.last_request <= ${now} THEN ${ends} ELSE r.last_request END
    RETURNING count, last_request`;
  if (!row || row.count <= MOST_TRIES) return;
  const minutes = Math.max(1, Math.ceil((Number(row.last_request) - now) / 60_000));
  throw new OnRecordError("tooMany", `Too many tries. Wait ${minutes} minutes, or use a one-time link.`, {
    minutes,
  });
}

/** Forgets the tries at a secret: somebody knew it. */
export async function forgetTries(secret: string): Promise<void> {
  await db().rateLimit.deleteMany({ where: { key: keyOf(secret) } });
}

// Hashed: what is typed into a form's e-mail field is now and then a password.
const keyOf = (secret: string) => `tries:${createHash("sha256").update(secret).digest("base64url")}`;
