/** For those who change the schema: npx node scripts/migrations.ts diff | deploy | status | drift */
import { driftFromSchema, migrateDeploy, migrationStatus, newMigrationSql } from "../lib/database/migrate.ts";
import { openDatabase } from "../lib/database/open.ts";
import { env } from "../lib/env.ts";

const COMMANDS: Record<string, { does: string; run(url: string): Promise<string> }> = {
  diff: {
    does: "print the SQL of the next migration (prisma/migrations -> prisma/schema)",
    run: async (url) => (await newMigrationSql(url)) || "-- The migrations build the schema as it is.\n",
  },
  deploy: {
    does: "apply the migrations the database hasn't got yet",
    run: async (url) => {
      const applied = await migrateDeploy(url);
      return applied.length > 0 ? applied.map((name) => `applied ${name}\n`).join("") : "Nothing to apply.\n";
    },
  },
  status: {
    does: "say how the database's history stands to prisma/migrations",
    run: async (url) => `${JSON.stringify(await migrationStatus(url), null, 2)}\n`,
  },
  drift: {
    does: "print the SQL that would bring the live database to prisma/schema",
    run: async (url) => (await driftFromSchema(url)) || "-- The database is as the schema says.\n",
  },
};

const command = COMMANDS[process.argv[2] ?? ""];
if (!command) {
  for (const [name, { does }] of Object.entries(COMMANDS)) console.error(`  ${name.padEnd(8)}${does}`);
  process.exitCode = 2;
} else {
  try {
    const database = await openDatabase(env());
    try {
      process.stdout.write(await command.run(database.url));
    } finally {
      await database.close();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
