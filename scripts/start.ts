/**
 * npm start: brings up On Record on this machine and stops it cleanly again on Ctrl-C.
 *   npm start                production build, sample newsroom in an empty database
 *   npm start -- --empty     without the sample newsroom
 *   npm run dev              reloads on every change
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { claimDataFolder } from "../lib/database/claim.ts";
import { startCluster } from "../lib/database/cluster.ts";
import { type DataFolder, openDataFolder, openKeyFolder, secretIn } from "../lib/database/data-folder.ts";
import { migrateDeploy } from "../lib/database/migrate.ts";
import { PROJECT } from "../lib/database/open.ts";
import { checkServer } from "../lib/database/server.ts";
import { completeEnv, type Env, env, runByNpm } from "../lib/env.ts";
import { OnRecordError } from "../lib/errors.ts";
import { build, buildNeeded } from "./build.ts";
import { firstEditorLink, loadFirstRows } from "./first-start.ts";
import { generateClient } from "./generate.ts";
import { keepWorker } from "./keep-worker.ts";
import { type Progress, progressTo } from "./progress.ts";
import { appVariables, requireFreePort, serve } from "./serve.ts";

interface Wanted {
  readonly empty: boolean;
  readonly dev: boolean;
}

/** Things to stop and give back, in the order they were started. */
type Undo = (() => void | Promise<void>)[];

/** Runs On Record until `signal` or until something ends that must not. Returns the exit code. */
async function run(wanted: Wanted, progress: Progress, undo: Undo, signal: AbortSignal): Promise<number> {
  const settings = env();
  const database = settings.databaseUrl === undefined ? ownDatabase(settings, undo) : undefined;
  await requireFreePort(settings.host, settings.port);
  const { url: databaseUrl, ended } = database
    ? await startOwn(database, progress, undo)
    : await checkGiven(settings.databaseUrl ?? "", progress);
  signal.throwIfAborted();
  const keys = () => database?.path ?? openKeyFolder(settings.dataFolder, PROJECT);
  const complete = completeEnv({ databaseUrl, secret: settings.secret ?? secretIn(keys(), "secret") });
  if (generateClient()) progress.note("Prisma client generated");
  await progress.step(
    "Migrations",
    () => migrateDeploy(databaseUrl),
    (names) => (names.length > 0 ? `${names.length} applied` : "up to date"),
  );
  signal.throwIfAborted();
  await loadFirstRows(wanted.empty, progress);
  signal.throwIfAborted();
  const variables = appVariables(complete);
  if (!wanted.dev && buildNeeded()) {
    progress.note("building, about half a minute ...");
    await progress.step(
      "Build",
      () => build(variables, progress.note, signal),
      () => "production build made",
    );
  }
  const app = await progress.step(
    "App",
    () => serve({ ...settings, dev: wanted.dev, variables, signal }),
    () => "ready",
  );
  undo.push(app.stop);
  await progress.step(
    "Worker",
    async () => undo.push(keepWorker({ dev: wanted.dev, variables, note: progress.note }).stop),
    () => "started; extra ones: npm run on-record -- worker",
  );
  console.log(`\n  On Record runs at ${settings.url}\n${await firstEditorLink()}  Ctrl-C stops it.\n`);
  signal.throwIfAborted(); // It may have come while the link was made: nobody would hear of it below.
  const stopped = new Promise<void>((resolve) =>
    signal.addEventListener("abort", () => resolve(), { once: true }),
  );
  const accident = await Promise.race([stopped, app.ended, ended]);
  if (accident === undefined || signal.aborted) return 0;
  console.error(accident);
  return 1;
}

/** A database in use, and the promise that tells when its server ended. */
interface InUse {
  readonly url: string;
  readonly ended: Promise<string>;
}

function ownDatabase({ dataFolder, url }: Env, undo: Undo): DataFolder {
  const folder = openDataFolder(dataFolder, PROJECT);
  undo.push(claimDataFolder(folder.path, url));
  return folder;
}

async function startOwn(folder: DataFolder, progress: Progress, undo: Undo): Promise<InUse> {
  const inProject = path.relative(PROJECT, folder.path);
  const shown = inProject.startsWith("..") ? folder.path : inProject;
  const cluster = await progress.step(
    "Database",
    () => startCluster(folder),
    ({ isNew }) => `embedded PostgreSQL, ${isNew ? "new in" : "data in"} ${shown}`,
  );
  undo.push(cluster.stop);
  return cluster;
}

async function checkGiven(url: string, progress: Progress): Promise<InUse> {
  await progress.step(
    "Database",
    () => checkServer(url),
    () => `PostgreSQL at ${new URL(url).host}`,
  );
  return { url, ended: new Promise(() => {}) };
}

function wantedFrom(args: string[]): Wanted {
  try {
    const { values } = parseArgs({ args, options: { empty: { type: "boolean" }, dev: { type: "boolean" } } });
    return { empty: values.empty ?? false, dev: values.dev ?? false };
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : error}\nUse: npm start [-- --empty] or npm run dev`,
    );
    process.exit(2);
  }
}

const wanted = wantedFrom(process.argv.slice(2));
const stopping = new AbortController();
// npm passes Ctrl-C on, so it comes twice; once is enough.
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(name, () => stopping.abort(new Error(name)));
// Whoever read along may be gone: nothing to say it to is no reason to leave PostgreSQL running.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
if (runByNpm()) {
  // Told to end by a supervisor, npm passes that on to its shell only, and the shell goes without a word to us.
  const shell = process.ppid;
  setInterval(() => process.ppid !== shell && stopping.abort(new Error("npm is gone")), 500).unref();
}
const undo: Undo = [];
let code = 1;
try {
  code = await run(wanted, progressTo(console.log), undo, stopping.signal);
} catch (error) {
  await new Promise(setImmediate); // A signal that came meanwhile is the reason, not an error.
  if (stopping.signal.aborted) code = 0;
  else console.error(error instanceof OnRecordError ? error.message : error);
}
if (stopping.signal.aborted) console.log("\n  Stopping ...");
for (const step of undo.reverse()) {
  try {
    await step();
  } catch (error) {
    console.error(error);
    code = 1;
  }
}
process.exit(code);
