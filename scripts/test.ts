/**
 * npm test: everything that must hold, in order, stopping at the first thing that doesn't.
 *   npm run validate (--quick)   without the production build and the browser
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parseArgs } from "node:util";
import { migrateDeploy } from "../lib/database/migrate.ts";
import { PROJECT } from "../lib/database/open.ts";
import { startThrowawayCluster } from "../lib/database/throwaway.ts";
import { childEnvironment, completeEnv } from "../lib/env.ts";
import { build, buildNeeded, NEXT } from "./build.ts";
import { generateClient } from "./generate.ts";
import { appVariables } from "./serve.ts";

interface Step {
  readonly name: string;
  /** Whether the quick loop leaves it out. */
  readonly slow?: boolean;
  run(): boolean | Promise<boolean>;
}

const STEPS: readonly Step[] = [
  {
    name: "format and lint",
    run: () => command("@biomejs/biome", "biome", ["check", "--error-on-warnings", "."]),
  },
  {
    name: "types",
    run: () =>
      node(NEXT, ["typegen"], { quiet: true }) && command("typescript", "tsc", ["--noEmit", "-p", "."]),
  },
  { name: "tests", run: () => command("vitest", "vitest", ["run"]) },
  { name: "production build", slow: true, run: productionBuild },
  { name: "browser", slow: true, run: () => command("@playwright/test", "playwright", ["test"]) },
];

/** Runs a program of an installed package. */
function command(packageName: string, program: string, args: readonly string[]): boolean {
  const require = createRequire(import.meta.url);
  const folder = packageFolder(require, packageName);
  const { bin } = require(path.join(folder, "package.json")) as { bin: string | Record<string, string> };
  const file = typeof bin === "string" ? bin : bin[program];
  if (file === undefined) throw new Error(`The package ${packageName} has no program ${program}.`);
  return node(path.join(folder, file), args, { quiet: false });
}

/** Not every package lets its package.json be resolved by name. */
function packageFolder(require: NodeJS.Require, name: string): string {
  const folder = require.resolve
    .paths(name)
    ?.map((base) => path.join(base, name))
    .find((base) => existsSync(path.join(base, "package.json")));
  if (folder === undefined) throw new Error(`The package ${name} is not installed: run npm install.`);
  return folder;
}

function node(script: string, args: readonly string[], { quiet }: { quiet: boolean }): boolean {
  // Prisma uses the driver in a way its next version will not take: nothing to be done here.
  const quietly = "--disable-warning=DeprecationWarning";
  const run = spawnSync(process.execPath, [quietly, script, ...args], {
    cwd: PROJECT,
    stdio: quiet ? ["ignore", "ignore", "inherit"] : ["ignore", "inherit", "inherit"],
    env: childEnvironment({ NEXT_TELEMETRY_DISABLED: "1" }),
  });
  return run.status === 0;
}

async function productionBuild(): Promise<boolean> {
  if (!buildNeeded()) {
    console.log("Nothing changed since the last one.");
    return true;
  }
  const cluster = await startThrowawayCluster("build");
  try {
    await migrateDeploy(cluster.url);
    const settings = completeEnv({
      databaseUrl: cluster.url,
      secret: "only for building, signs nothing at all",
    });
    await build(appVariables(settings), console.log);
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  } finally {
    await cluster.stop();
  }
}

const { values } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
generateClient();
const report: string[] = [];
let failed: string | undefined;
for (const step of STEPS.filter(({ slow }) => !(slow && values.quick))) {
  console.log(`\n--- ${step.name}`);
  const started = performance.now();
  const good = await step.run();
  report.push(
    `  ${good ? "passed" : "FAILED"}  ${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${step.name}`,
  );
  if (good) continue;
  failed = step.name;
  break;
}
console.log(`\n${report.join("\n")}\n\n${failed ? `Stopped at: ${failed}` : "All passed."}`);
process.exit(failed ? 1 : 0);
