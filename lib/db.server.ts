import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { Prisma, PrismaClient } from "../prisma/generated/client.ts";
import { env } from "./env.ts";
import { OnRecordError } from "./errors.ts";

export type Db = PrismaClient;
/** The client inside one transaction: what every write function takes. */
export type Tx = Prisma.TransactionClient;
/** Either of the two: what reads take. */
export type Reader = Db | Tx;
export { Prisma };

/**
 * Begins a statement that runs for each of many articles: a connection keeps its plan, since planning them again
 * and again was a third of the database's work. For statements whose plan is the same whatever is asked.
 */
export const PREPARED = Prisma.sql`/* prepared */ `;
const preparedNames = new Map<string, string>();

/** Other statements have no name, and a plan for each run. */
function preparedName({ sql }: { readonly sql: string }): string {
  if (!sql.startsWith("/* prepared */")) return "";
  const known = preparedNames.get(sql);
  if (known !== undefined) return known;
  const name = `on_record_${createHash("sha256").update(sql).digest("hex").slice(0, 32)}`;
  preparedNames.set(sql, name);
  return name;
}

const WAIT_FOR_CONNECTION_MS = 5_000;
const STATEMENT_LIMIT_MS = 30_000;

/** Opens a client of its own. @param url PostgreSQL address. @param poolSize most connections at a time. */
export function openDb(url: string, poolSize = 10): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
    statement_timeout: STATEMENT_LIMIT_MS,
    keepAlive: true,
  });
  // An idle connection that the server ends would otherwise end the process.
  pool.on("error", () => undefined);
  return new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: preparedName }),
  });
}

// Development reloads modules; one pool must outlive them.
const held = globalThis as { onRecordDb?: Db };

/** The process's client, opened on first use from DATABASE_URL. @throws OnRecordError without one. */
export function db(): Db {
  if (held.onRecordDb) return held.onRecordDb;
  const { databaseUrl, poolSize } = env();
  if (!databaseUrl)
    throw new OnRecordError("unusable", "DATABASE_URL is not set: start On Record with npm start.");
  held.onRecordDb = openDb(databaseUrl, poolSize);
  return held.onRecordDb;
}

/**
 * Runs `work` in one transaction, again (5 times at most) when PostgreSQL found it in the way of another.
 * What the database refuses is translated once, here.
 */
export async function inTransaction<T>(client: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.$transaction(work, { timeout: 20_000, maxWait: WAIT_FOR_CONNECTION_MS });
    } catch (error) {
      if (isSerialisationConflict(error) && attempt < 5) continue;
      throw translated(error);
    }
  }
}

// A raw query says the same as P2010, with PostgreSQL's own code inside.
const isSerialisationConflict = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === "P2034" || JSON.stringify(error.meta ?? {}).includes('"TransactionWriteConflict"'));

const isAlreadyThere = ({ code, meta }: Prisma.PrismaClientKnownRequestError) =>
  code === "P2002" || JSON.stringify(meta ?? {}).includes('"UniqueConstraintViolation"');

/** What the database sees and no check before it could: that another record has this already. */
function translated(error: unknown): unknown {
  if (error instanceof Prisma.PrismaClientKnownRequestError && isAlreadyThere(error))
    return new OnRecordError("conflict", alreadyThere(JSON.stringify(error.meta)));
  // Two transactions can only break this together: what each of them saw was right.
  if (error instanceof Error && error.message.includes("would be part of itself"))
    return new OnRecordError(
      "conflict",
      "Someone else has changed meanwhile what these are part of: it would be part of itself. Look again.",
    );
  // Looked at when the transaction ends: an undo puts articles back in any order.
  if (error instanceof Error && error.message.includes("story_member_accepted_once"))
    return new OnRecordError("conflict", "The article is in another story by now. Move it from there first.");
  if (isSerialisationConflict(error))
    return new OnRecordError("conflict", "Someone else is changing the same records. Try again in a moment.");
  return error;
}

function alreadyThere(refusal = ""): string {
  if (refusal.includes("article_pasted_once"))
    return "The same text of this outlet is on record already, also without an address.";
  if (refusal.includes("canonical_url")) return "Another article has this address.";
  if (refusal.includes("decision_undoes")) return "This decision is undone already.";
  return "Another record like this was saved in the same moment. Look again.";
}
