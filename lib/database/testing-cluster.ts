import type { TestProject } from "vitest/node";
import { migrateDeploy } from "./migrate.ts";
import { startThrowawayCluster } from "./throwaway.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the migrated, empty database that `freshDatabase` copies. */
    templateUrl: string;
  }
}

/** Vitest's global set-up of the project "database": one PostgreSQL for the whole run, migrated once. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startThrowawayCluster("vitest");
  await migrateDeploy(cluster.url);
  project.provide("templateUrl", cluster.url);
  return () => cluster.stop();
}
