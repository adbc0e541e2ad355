import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * Who may import whom. A room sees the rooms above it in this list, never one on its own line or below.
 * Files directly in lib/ are rooms of their own, by their name.
 */
const ORDER: readonly (readonly string[])[] = [
  ["address-bar", "errors", "new-id", "text"],
  ["parse", "place"],
  ["attribution"],
  ["matching"],
  ["env"],
  ["log", "db", "database"],
  ["net"],
  ["read-rows", "ready"],
  ["auth"],
  ["decision", "address", "queue"],
  ["actor"],
  ["outlet"],
  ["article"],
  ["feed", "story"],
  ["statement"],
  ["utterance"],
  ["claim"],
  ["desk"],
  ["search", "export", "import"],
  ["jobs"],
];

/** Files that may read the environment besides lib/env.ts: what runs before it, and the tools' own settings. */
const MAY_READ_ENVIRONMENT =
  /^(lib\/env\.ts|[^/]+\.config\.(ts|mjs)|.*\.test\.tsx?|.*\.spec\.ts|e2e\/.*|lib\/database\/testing.*)$/;
/** Who may hold the Prisma client. */
const MAY_HOLD_PRISMA =
  /^(lib\/.*\.server\.ts|lib\/.*\.test\.ts|lib\/database\/.*|prisma\/seed\/.*|e2e\/support\/.*|scripts\/.*)$/;
/** Server files that a public page may import: they read published views only. */
const PUBLIC_SERVER_FILE = /(^|\/)(published[a-z-]*|publication|front|viewer|session|log|db)\.server\.ts$/;
/** Views that the public rooms may read, and SQL's own sources of rows. */
const PUBLIC_SOURCE =
  /^(published_\w+|publication|lateral|unnest|jsonb_array_elements|generate_series|select)$/i;

export interface SourceFile {
  /** From the project's root, with slashes. */
  readonly path: string;
  readonly source: string;
}

export interface Breach {
  readonly file: string;
  readonly why: string;
}

/** All breaches of the house's rules in the given files. Pure. */
export function breaches(files: readonly SourceFile[]): readonly Breach[] {
  return files.flatMap((file) => [
    ...importsOf(file).flatMap(({ target, typeOnly }) => {
      const why = importBreach(file.path, target, typeOnly);
      return why === undefined ? [] : [{ file: file.path, why }];
    }),
    ...textBreaches(file).map((why) => ({ file: file.path, why })),
  ]);
}

interface Import {
  /** A path from the project's root, or a package's name. */
  readonly target: string;
  readonly typeOnly: boolean;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^"'`;]*?from\s*["']([^"']+)["']|(?:^|\n)\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g;

function importsOf(file: SourceFile): readonly Import[] {
  return [...file.source.matchAll(IMPORT)].map(([, type, named, bare, dynamic]) => {
    const specifier = named ?? bare ?? dynamic ?? "";
    const target = specifier.startsWith("#")
      ? specifier.slice(1)
      : specifier.startsWith(".")
        ? path.posix.join(path.posix.dirname(file.path), specifier)
        : specifier;
    return { target, typeOnly: type !== undefined };
  });
}

/** The room of a file in lib: its folder, or its own name directly in lib. */
function roomOf(file: string): string | undefined {
  const [top, second] = file.split("/");
  return top === "lib" && second !== undefined ? second.replace(/(\.server)?\.tsx?$/, "") : undefined;
}

function importBreach(from: string, target: string, typeOnly: boolean): string | undefined {
  const room = roomOf(from);
  const isTest = /\.test\.tsx?$|(^|\/)testing[^/]*\.ts$/.test(from);
  if (target.startsWith("prisma/generated/client") && !typeOnly && !MAY_HOLD_PRISMA.test(from))
    return `holds the Prisma client (${target})`;
  if (room !== undefined && /^next(\/|$)/.test(target)) return `imports ${target}: a room knows no framework`;
  const top = target.split("/")[0] ?? "";
  if (room !== undefined && /^(app|components|scripts|e2e)$/.test(top) && !isTest)
    return `imports ${target} from outside lib`;
  if (room !== undefined && !isTest) return roomBreach(room, from, target);
  if (from.startsWith("components/") && !typeOnly) {
    if (/^lib\/.*\.server\.ts$/.test(target)) return `imports ${target}: components see pure files only`;
    if (top === "app") return `imports ${target}: components don't know pages`;
  }
  if (
    from.startsWith("app/(public)/") &&
    /\.server\.ts$/.test(target) &&
    !typeOnly &&
    !PUBLIC_SERVER_FILE.test(target)
  )
    return `imports ${target}: public pages read published views only`;
  return undefined;
}

function roomBreach(room: string, from: string, target: string): string | undefined {
  const other = roomOf(target);
  if (other === undefined || other === room) return undefined;
  const here = ORDER.findIndex((line) => line.includes(room));
  const there = ORDER.findIndex((line) => line.includes(other));
  if (here < 0) return `the room ${room} has no place in the order (scripts/room-rule.ts)`;
  if (there < 0) return `the room ${other} has no place in the order (scripts/room-rule.ts)`;
  if (there >= here) return `${room} may not see ${other} (${target})`;
  const pure = here <= ORDER.findIndex((line) => line.includes("matching"));
  return pure && /\.server\.ts$/.test(target) ? `${from} is pure and imports ${target}` : undefined;
}

function textBreaches(file: SourceFile): readonly string[] {
  const found: string[] = [];
  if (/\bprocess[.]env\b/.test(file.source) && !MAY_READ_ENVIRONMENT.test(file.path))
    found.push("reads the environment: only lib/env.ts does");
  if (/\$(query|execute)RawUnsafe\b/.test(file.source) && !/\.test\.ts$/.test(file.path))
    found.push("makes SQL from strings");
  if (
    /^app\//.test(file.path) &&
    /\$(queryRaw|executeRaw)|\.(findMany|findUnique|findFirst|create|update|delete)(Many)?\(/.test(
      file.source,
    )
  )
    found.push("queries the database: pages and routes read through a room");
  if (/^lib\/.*(published[a-z-]*|front)\.server\.ts$/.test(file.path))
    found.push(...privateSources(file.source));
  return found;
}

/** Tables a public read names that are neither published views nor its own WITH queries. */
function privateSources(source: string): readonly string[] {
  const queries = [...source.matchAll(/`[^`]*\b(?:FROM|JOIN)\b[^`]*`/g)].map(([query]) => query);
  const own = new Set(
    queries.flatMap((query) =>
      [...query.matchAll(/(\w+)(?:\s*\([^)]*\))?\s+AS\s+(?:MATERIALIZED\s+)?\(/gi)].map(
        ([, name]) => name ?? "",
      ),
    ),
  );
  return queries
    .flatMap((query) => [...query.matchAll(/\b(?:FROM|JOIN)\s+([a-z_"]\w*)/gi)].map(([, name]) => name ?? ""))
    .filter((name) => !PUBLIC_SOURCE.test(name) && !own.has(name))
    .map((name) => `reads ${name}: public rooms read published views only`);
}

/** The project's own TypeScript files. */
export function ownFiles(root: string): readonly SourceFile[] {
  const patterns = ["app", "components", "lib", "scripts", "e2e", "prisma/seed"].map(
    (folder) => `${folder}/**/*.{ts,tsx}`,
  );
  return [
    ...patterns.flatMap((pattern) => globSync(pattern, { cwd: root })),
    ...globSync("*.ts", { cwd: root }),
  ]
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => !file.includes("/testdata/") && existsSync(path.join(root, file)))
    .map((file) => ({ path: file, source: readFileSync(path.join(root, file), "utf8") }));
}
