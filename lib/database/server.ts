import pg from "pg";
import { OnRecordError } from "../errors.ts";

const OLDEST_VERSION = 15;
const ANSWERS_WITHIN = 10_000;

/**
 * Makes sure that DATABASE_URL leads to a server On Record can live on: reachable, version 15 or newer, UTF-8.
 * @throws OnRecordError "unusable" with one line that says what is wrong and what to do; never holds the password
 */
export async function checkServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: ANSWERS_WITHIN });
  client.on("error", () => {}); // Shows as the query's error.
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; encoding: string }>(
      "SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding",
    );
    const [server] = rows;
    if (server) requireUsable(server.version, server.encoding, new URL(url));
  } catch (error) {
    throw error instanceof OnRecordError
      ? error
      : new OnRecordError("unusable", explain(error, new URL(url)));
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param version PostgreSQL's server_version_num, such as 180004 */
export function requireUsable(version: number, encoding: string, url: URL): void {
  const major = Math.floor(version / 10_000);
  if (major < OLDEST_VERSION) {
    throw new OnRecordError(
      "unusable",
      `PostgreSQL at ${url.host} is version ${major}, On Record needs ${OLDEST_VERSION} or newer: upgrade it or point DATABASE_URL at another server.`,
    );
  }
  if (encoding !== "UTF8") {
    throw new OnRecordError(
      "unusable",
      `The database ${databaseOf(url)} at ${url.host} is encoded in ${encoding}, On Record needs UTF8: create one with CREATE DATABASE ... ENCODING 'UTF8' TEMPLATE template0.`,
    );
  }
}

function explain(error: unknown, url: URL): string {
  const { code, message } = error as { code?: string; message?: string };
  switch (code) {
    case "ECONNREFUSED":
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return `No PostgreSQL answers at ${url.host}: start it, or mend DATABASE_URL.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `There is no host named ${url.hostname}: mend DATABASE_URL.`;
    case "28P01":
    case "28000":
      return `PostgreSQL at ${url.host} refuses the user ${decodeURIComponent(url.username)} (${message}): mend user and password in DATABASE_URL.`;
    case "3D000":
      return `PostgreSQL at ${url.host} has no database ${databaseOf(url)}: create it (CREATE DATABASE "${databaseOf(url)}" ENCODING 'UTF8' TEMPLATE template0), or mend DATABASE_URL.`;
    default:
      return `The database at ${url.host} can't be used: ${message || code || "no reason given"}. Mend DATABASE_URL.`;
  }
}

const databaseOf = (url: URL): string => decodeURIComponent(url.pathname.slice(1));
