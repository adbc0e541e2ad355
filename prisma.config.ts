import { defineConfig } from "prisma/config";

// The address of the database is not here: Prisma's command line only generates the client, migrations run
// through lib/database/migrate.ts.
export default defineConfig({ schema: "prisma/schema", migrations: { path: "prisma/migrations" } });
