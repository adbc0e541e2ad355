import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { createInterface } from "node:readline";
import { PROJECT } from "../lib/database/open.ts";
import { childEnvironment } from "../lib/env.ts";
import { OnRecordError } from "../lib/errors.ts";

/** What a production build depends on, relative to the project. (Not tsconfig.json: the build itself may edit it.) */
const SOURCES = [
  "app",
  "components",
  "lib",
  "prisma",
  "public",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];
const CONFIG = /^(next\.config|postcss\.config|proxy|instrumentation)(-client)?\.[a-z]+$/;
const NO_SOURCE = /(\.test\.tsx?|\.prisma|\.sql|\.md)$|\/testdata\//;
/** Lines of the build worth passing on. */
const MILESTONE = /^\s*✓ (Compiled.*|Finished TypeScript.*|Generating static pages.*)$/;
const stampFile = path.join(PROJECT, ".next", "on-record-build");

export const NEXT = createRequire(import.meta.url).resolve("next/dist/bin/next");

/** Whether the last finished production build was made from other sources than those of now, or there is none. */
export function buildNeeded(): boolean {
  return !existsSync(stampFile) || readFileSync(stampFile, "utf8") !== sourcesHash();
}

/**
 * Makes the production build.
 * @param variables environment for it; the database must be up and migrated
 * @param report gets a line now and then
 * @throws OnRecordError "unusable" with the build's own words; the reason of `signal` when that comes first
 */
export async function build(
  variables: Readonly<Record<string, string>>,
  report: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const stamp = sourcesHash();
  rmSync(stampFile, { force: true });
  const child = spawn(process.execPath, [NEXT, "build"], {
    cwd: PROJECT,
    detached: true, // Ctrl-C goes to the start command alone.
    stdio: ["ignore", "pipe", "pipe"],
    env: childEnvironment({ NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production", ...variables }),
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      const milestone = MILESTONE.exec(line)?.[1];
      if (milestone) report(milestone);
    });
  }
  const abort = () => killGroup(child, "SIGKILL");
  signal?.addEventListener("abort", abort);
  const [code] = await once(child, "close");
  signal?.removeEventListener("abort", abort);
  signal?.throwIfAborted();
  if (code !== 0)
    throw new OnRecordError("unusable", `The production build failed:\n${lines.slice(-60).join("\n")}`);
  writeFileSync(stampFile, stamp);
}

/** Signals a detached child and whatever it started. */
export function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function sourcesHash(): string {
  const config = readdirSync(PROJECT).filter((name) => CONFIG.test(name));
  const hash = createHash("sha256").update(process.version);
  for (const file of [...SOURCES, ...config].flatMap(filesOf).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(PROJECT, file)));
  }
  return hash.digest("hex");
}

function filesOf(source: string): readonly string[] {
  const full = path.join(PROJECT, source);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [source];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(PROJECT, path.join(entry.parentPath, entry.name)))
    .filter((file) => !NO_SOURCE.test(file));
}
