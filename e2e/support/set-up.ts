import { randomBytes } from "node:crypto";
import { migrateDeploy } from "#lib/database/migrate.ts";
import { startThrowawayCluster } from "#lib/database/throwaway.ts";
import { completeEnv, setForChildren } from "#lib/env.ts";
import { build, buildNeeded } from "#scripts/build.ts";
import { keepWorker } from "#scripts/keep-worker.ts";
import { appVariables, serve } from "#scripts/serve.ts";

/**
 * Playwright's global set-up: a PostgreSQL, an app and a worker of its own, filled with the packaged authority and the sample
 * newsroom, gone after the last test. Its address and keys are set in the environment, so that a test's `db()` and
 * `issueSignInLink()` lead to it.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const cluster = await startThrowawayCluster("browser");
  try {
    await migrateDeploy(cluster.url);
    const settings = completeEnv({ databaseUrl: cluster.url, secret: randomBytes(32).toString("base64url") });
    const variables = appVariables(settings);
    setForChildren(variables);
    const { loadPackagedAuthority } = await import("#prisma/seed/authority.ts");
    const { seedSampleNewsroom } = await import("#prisma/seed/newsroom.ts");
    await loadPackagedAuthority();
    await seedSampleNewsroom();
    if (buildNeeded()) await build(variables, console.log);
    const app = await serve({ ...settings, variables });
    const worker = keepWorker({ variables, note: console.log });
    return async () => {
      await worker.stop();
      await app.stop();
      await cluster.stop();
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
