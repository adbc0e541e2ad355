import { readFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { driftFromSchema, migrationStatus } from "../lib/database/migrate.ts";
import { type OpenDatabase, openDatabase, PROJECT } from "../lib/database/open.ts";
import { env, type LoopbackPort } from "../lib/env.ts";
import { OnRecordError } from "../lib/errors.ts";
import { WORKER_NAME } from "../lib/queue/boss.server.ts";
import { DEAD_LETTERS } from "../lib/queue/names.ts";
import { buildNeeded } from "./build.ts";

/** Less than this is worth a word. */
const LITTLE_SPACE_GB = 1;

interface Finding {
  readonly what: string;
  readonly good: boolean;
  readonly says: string;
}

/**
 * Looks at everything On Record needs. Returns a line for each thing.
 * @throws OnRecordError "unusable" with the same lines when something is wrong
 */
export async function examine(): Promise<string> {
  const findings: Finding[] = [versions(), production()];
  try {
    const settings = env();
    findings.push(fetching(settings.fetchLoopback));
    const database = await openDatabase(settings);
    try {
      findings.push(await disk(database.keys), ...(await lookAt(database)));
    } finally {
      await database.close();
    }
  } catch (error) {
    findings.push({
      what: "database",
      good: false,
      says: error instanceof Error ? error.message : String(error),
    });
  }
  const lines = findings
    .map(({ what, good, says }) => `${good ? "good " : "WRONG"}  ${what.padEnd(12)}${says}`)
    .join("\n");
  if (findings.some(({ good }) => !good)) throw new OnRecordError("unusable", lines);
  return lines;
}

function versions(): Finding {
  const { version } = JSON.parse(readFileSync(path.join(PROJECT, "package.json"), "utf8")) as {
    version: string;
  };
  const major = Number(process.versions.node.split(".")[0]);
  return {
    what: "versions",
    good: major >= 24,
    says: `On Record ${version}, Node.js ${process.versions.node} (24 or newer)`,
  };
}

function production(): Finding {
  return { what: "build", good: true, says: buildNeeded() ? "will be made at the next start" : "up to date" };
}

/** A setting for tests, left on, would let whoever may add an address reach this machine's own services. */
function fetching(loopback: readonly LoopbackPort[]): Finding {
  const open = loopback.map(({ address, port }) => `${address} port ${port}`).join(", ");
  return {
    what: "fetching",
    good: open === "",
    says:
      open === ""
        ? "from the public web only"
        : `also from ${open}: for tests only, take ON_RECORD_FETCH_LOOPBACK away`,
  };
}

async function disk(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = (bavail * bsize) / 1e9;
  return { what: "disk", good: free >= LITTLE_SPACE_GB, says: `${free.toFixed(1)} GB free in ${folder}` };
}

async function lookAt({ url }: OpenDatabase): Promise<readonly Finding[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client
    .query<{ version: string; size: string }>(
      "SELECT current_setting('server_version') AS version, pg_size_pretty(pg_database_size(current_database())) AS size",
    )
    .finally(() => client.end());
  const server = {
    what: "database",
    good: true,
    says: `PostgreSQL ${rows[0]?.version} at ${new URL(url).host}, ${rows[0]?.size}`,
  };
  const { pending, failed, edited, unknown } = await migrationStatus(url);
  const odd = Object.entries({
    "to apply": pending,
    failed,
    "changed since applied": edited,
    "of a newer version": unknown,
  })
    .filter(([, names]) => names.length > 0)
    .map(([how, names]) => `${how}: ${names.join(", ")}`);
  const migrations = { what: "migrations", good: odd.length === 0, says: odd.join("; ") || "all applied" };
  if (pending.length > 0) return [server, migrations];
  const drift = await driftFromSchema(url);
  return [
    server,
    migrations,
    await jobs(url),
    {
      what: "schema",
      good: drift === "",
      says: drift === "" ? "as it should be" : `differs, this would mend it:\n${drift}`,
    },
  ];
}

/** Jobs that wait are no fault while On Record is stopped; they are when they have waited long. */
async function jobs(url: string): Promise<Finding> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client
    .query<{ seen: number | null; lives: boolean; late: number; dead: number }>(
      `SELECT extract(epoch FROM now() - max(heartbeat_on))::int AS seen,
            coalesce(bool_or(stopped_on IS NULL AND heartbeat_on > now() - 3 * heartbeat_seconds * interval '1 second'), false) AS lives,
            (SELECT count(*) FROM pgboss.job WHERE name <> $2 AND state < 'active' AND start_after < now() - interval '10 minutes')::int AS late,
            (SELECT count(*) FROM pgboss.job WHERE name = $2)::int AS dead
       FROM pgboss.instance WHERE name = $1`,
      [WORKER_NAME, DEAD_LETTERS],
    )
    .finally(() => client.end());
  const { seen = null, lives = false, late = 0, dead = 0 } = rows[0] ?? {};
  const worker = lives ? `worker seen ${seen} s ago` : "no worker runs: npm start brings one";
  const waiting = late > 0 ? `, ${late} waiting for over 10 minutes` : "";
  const aside = dead > 0 ? `, ${dead} laid aside (see Jobs on the desk)` : "";
  return { what: "jobs", good: lives || late === 0, says: `${worker}${waiting}${aside}` };
}
