/**
 * Writes the Prisma client (prisma/generated) from prisma/schema. Runs after every npm install and before tests
 * and starts; says nothing and takes no time when the schema hasn't changed.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { childEnvironment } from "../lib/env.ts";

const root = path.resolve(import.meta.dirname, "..");
const generated = path.join(root, "prisma", "generated");
const stampFile = path.join(generated, ".stamp");

/** Generates the client when the schema or Prisma's version changed. Returns whether it did. @throws when Prisma fails. */
export function generateClient(): boolean {
  const stamp = schemaStamp();
  if (stamp === undefined) return false;
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return false;
  const prisma = path.join(
    path.dirname(createRequire(import.meta.url).resolve("prisma/package.json")),
    "build",
    "index.js",
  );
  const run = spawnSync(process.execPath, [prisma, "generate", "--no-hints"], {
    cwd: root,
    encoding: "utf8",
    // Prisma's command line wants to download its schema engine before anything else and fails without it. Generating
    // never calls that engine: any file that exists will do. Migrations run on the engine's WASM build instead.
    env: childEnvironment({
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    }),
  });
  if (run.status !== 0) throw new Error(`prisma generate failed:\n${run.stdout}${run.stderr}`);
  mkdirSync(generated, { recursive: true });
  writeFileSync(stampFile, stamp);
  return true;
}

/** Hash over all schema files and Prisma's version; undefined while there is no schema. */
function schemaStamp(): string | undefined {
  const folder = path.join(root, "prisma", "schema");
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".prisma"))
        .sort()
    : [];
  if (files.length === 0) return undefined;
  const hash = createHash("sha256").update(
    readFileSync(path.join(root, "node_modules", "prisma", "package.json")),
  );
  for (const name of files) hash.update(`\0${name}\0`).update(readFileSync(path.join(folder, name)));
  return hash.digest("hex");
}

if (import.meta.main) {
  try {
    if (generateClient()) console.log("Prisma client generated.");
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
