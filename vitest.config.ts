import { defineConfig } from "vitest/config";

const NOT_OURS = ["**/node_modules/**", "**/.next/**", "data/**", "e2e/**/*.spec.ts"];

// Two kinds of tests: "unit" needs nothing; "database" (*.db.test.ts) gets a real PostgreSQL, started once per run.
export default defineConfig({
  test: {
    // Much of a test's time is the database's: one worker alone leaves a core idle.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          // Property tests share two cores with everything else.
          testTimeout: 60_000,
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...NOT_OURS, "**/*.db.test.{ts,tsx}"],
        },
      },
      {
        test: {
          name: "database",
          include: ["**/*.db.test.{ts,tsx}"],
          exclude: NOT_OURS,
          globalSetup: "./lib/database/testing-cluster.ts",
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
