import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { DiffTarget, MigrationList, SchemaContainer } from "@prisma/schema-engine-wasm";
import { OnRecordError } from "../errors.ts";
import { withSchemaEngine } from "./schema-engine.ts";

/** Where schema and migrations lie: this project's `prisma` folder unless a caller names another. */
const PRISMA_FOLDER = path.resolve(import.meta.dirname, "../../prisma");

/** Nothing in the database is managed by others. */
const EVERYTHING = { externalTables: [], externalEnums: [] };

export interface MigrationStatus {
  /** Migrations of the folder that the database hasn't got yet, oldest first. */
  readonly pending: readonly string[];
  /** Migrations that stopped half-way: nothing can be applied before someone has looked. */
  readonly failed: readonly string[];
  /** Migrations whose file changed after it was applied. */
  readonly edited: readonly string[];
  /** Migrations the database has and the folder hasn't: the database belongs to a newer On Record. */
  readonly unknown: readonly string[];
}

/**
 * Applies all migrations the database hasn't got yet, each in a transaction of its own. Returns their names.
 * @throws OnRecordError "unusable" in one line: the database is of a newer version, or refuses a migration
 */
export async function migrateDeploy(url: string, prismaFolder = PRISMA_FOLDER): Promise<readonly string[]> {
  const { pending, failed, unknown } = await migrationStatus(url, prismaFolder);
  if (unknown.length > 0) {
    throw new OnRecordError(
      "unusable",
      `The database belongs to a newer On Record (it has the migration ${unknown.at(-1)}): start that version, or use another database.`,
    );
  }
  if (pending.length === 0 && failed.length === 0) return [];
  const migrationsList = await migrationsIn(prismaFolder);
  return withSchemaEngine(url, async (engine) => {
    // What failed left nothing behind (see the adapter), so it may be tried again.
    for (const migrationName of failed) await engine.markMigrationRolledBack({ migrationName });
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: EVERYTHING });
    return appliedMigrationNames;
  }).catch(async (error: Error) => {
    const stopped = (await migrationStatus(url, prismaFolder)).failed[0] ?? "A migration";
    const reason = error.message.replaceAll(/\s+/g, " ");
    throw new OnRecordError("unusable", `${stopped} can't be applied to the database: ${reason}`);
  });
}

/** How the database's history stands to the migrations folder. Changes nothing. */
export async function migrationStatus(url: string, prismaFolder = PRISMA_FOLDER): Promise<MigrationStatus> {
  const migrationsList = await migrationsIn(prismaFolder);
  return withSchemaEngine(url, async (engine) => {
    const { history, failedMigrationNames, editedMigrationNames } = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: EVERYTHING,
    });
    return {
      pending: history && "unappliedMigrationNames" in history ? history.unappliedMigrationNames : [],
      unknown: history && "unpersistedMigrationNames" in history ? history.unpersistedMigrationNames : [],
      failed: failedMigrationNames,
      edited: editedMigrationNames,
    };
  });
}

/** SQL that would bring the live database to prisma/schema; empty when nothing drifted. */
export async function driftFromSchema(url: string, prismaFolder = PRISMA_FOLDER): Promise<string> {
  const files = await schemaIn(prismaFolder);
  return difference(
    url,
    { tag: "schemaDatasource", files, configDir: prismaFolder },
    { tag: "schemaDatamodel", files },
  );
}

/**
 * SQL of the next migration: from what the migrations build to prisma/schema; empty when they agree. Builds a
 * shadow database beside the one at `url` and drops it again: the user must be allowed to create databases.
 */
export async function newMigrationSql(url: string, prismaFolder = PRISMA_FOLDER): Promise<string> {
  const migrations = await migrationsIn(prismaFolder);
  const files = await schemaIn(prismaFolder);
  return difference(url, { tag: "migrations", ...migrations }, { tag: "schemaDatamodel", files });
}

async function difference(url: string, from: DiffTarget, to: DiffTarget): Promise<string> {
  const { exitCode, stdout } = await withSchemaEngine(url, (engine) =>
    engine.diff({ from, to, script: true, exitCode: true, filters: EVERYTHING }),
  );
  return exitCode === 0 ? "" : (stdout ?? "");
}

async function schemaIn(prismaFolder: string): Promise<SchemaContainer[]> {
  const folder = path.join(prismaFolder, "schema");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: path.join(folder, name),
      content: await readFile(path.join(folder, name), "utf8"),
    })),
  );
}

async function migrationsIn(prismaFolder: string): Promise<MigrationList> {
  const baseDir = path.join(prismaFolder, "migrations");
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    shadowDbInitScript: "",
    // The engine wants to know the database's kind from a lock file; On Record knows only one.
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(path.join(baseDir, name, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}
