import { isIP } from "node:net";
import path from "node:path";
import { z } from "zod";
import { OnRecordError } from "./errors.ts";

/**
 * The only place that reads the process's environment. `parseEnv` is pure; `env()` reads the real one once.
 * An empty variable counts as not set.
 */
export interface Env {
  /** A PostgreSQL server of the operator's; undefined means the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Most connections one process of the app holds at a time. */
  readonly poolSize: number;
  readonly port: number;
  readonly host: string;
  /** Public base address without a path and without a slash at the end. */
  readonly url: string;
  /** Absolute folder named by ON_RECORD_DATA; undefined leaves the choice to `lib/database/data-folder.ts`. */
  readonly dataFolder: string | undefined;
  /** Key that signs sessions and links; the start command makes one and hands it to the app. */
  readonly secret: string | undefined;
  readonly logLevel: LogLevel;
  /** Who runs this installation, for the About page. */
  readonly publisher: string | undefined;
  /** Where readers ask for a correction: an e-mail address or a web address. */
  readonly corrections: string | undefined;
  /** A Chromium for the browser tests, instead of the one found on the system. */
  readonly chromium: string | undefined;
  /**
   * Loopback addresses that pages may be fetched from although they are not public: for tests and benches that run the
   * whole app against sites of their own. Never set it where others can sign in.
   */
  readonly fetchLoopback: readonly LoopbackPort[];
  readonly production: boolean;
}

export interface LoopbackPort {
  /** 127.0.0.1 to 127.255.255.254, or ::1. */
  readonly address: string;
  readonly port: number;
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const wholeNumber = (from: number, to: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, `must be a whole number from ${from} to ${to}`)
    .transform(Number)
    .refine((n) => n >= from && n <= to, `must be a whole number from ${from} to ${to}`)
    .default(otherwise);

const LOOPBACK_RULE =
  "must be loopback addresses with their ports, such as 127.0.0.1:4567, with commas between them";

const VARIABLES = z.object({
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, "must look like postgresql://user:password@host:5432/database")
    .optional(),
  DATABASE_POOL: wholeNumber(1, 500, 10),
  PORT: wholeNumber(1, 65_535, 3000),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, "must be a host name or an address to listen on")
    .default("127.0.0.1"),
  ON_RECORD_URL: z
    .string()
    .refine(isBaseUrl, "must be a web address without a path, such as https://record.example.org")
    .optional(),
  ON_RECORD_DATA: z.string().optional(),
  ON_RECORD_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  ON_RECORD_PUBLISHER: z.string().trim().max(200, "must have at most 200 characters").optional(),
  ON_RECORD_CORRECTIONS: z
    .union([z.email(), z.url({ protocol: /^https?$/ })], "must be an e-mail address or a web address")
    .optional(),
  ON_RECORD_CHROMIUM: z.string().optional(),
  ON_RECORD_FETCH_LOOPBACK: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((pair) => pair !== ""))
    .refine((list) => list.every((pair) => loopbackPort(pair) !== null), LOOPBACK_RULE)
    .transform((list) => list.flatMap((pair) => loopbackPort(pair) ?? []))
    .default([]),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`).default("info"),
  NODE_ENV: z.string().optional(),
});

/**
 * Reads settings out of environment variables; `cwd` is what a relative ON_RECORD_DATA starts from.
 * @throws OnRecordError "invalid" with one line that names the first wrong variable. Never repeats its value:
 * it may hold a password.
 */
export function parseEnv(variables: Readonly<Record<string, string | undefined>>, cwd: string): Env {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const parsed = VARIABLES.safeParse(set);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new OnRecordError("invalid", `${issue?.path.join(".")} ${issue?.message}`);
  }
  const v = parsed.data;
  return {
    databaseUrl: v.DATABASE_URL,
    poolSize: v.DATABASE_POOL,
    port: v.PORT,
    host: v.HOST,
    url: v.ON_RECORD_URL ? new URL(v.ON_RECORD_URL).origin : `http://localhost:${v.PORT}`,
    dataFolder: v.ON_RECORD_DATA === undefined ? undefined : path.resolve(cwd, v.ON_RECORD_DATA),
    secret: v.ON_RECORD_SECRET,
    logLevel: v.LOG_LEVEL,
    publisher: v.ON_RECORD_PUBLISHER,
    corrections: v.ON_RECORD_CORRECTIONS,
    chromium: v.ON_RECORD_CHROMIUM,
    fetchLoopback: v.ON_RECORD_FETCH_LOOPBACK,
    production: v.NODE_ENV === "production",
  };
}

function isPostgresUrl(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}

function isBaseUrl(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash;
}

/** Exactly one port of one loopback address: no names, no ranges, no other spelling. */
function loopbackPort(pair: string): LoopbackPort | null {
  const [, four, six, digits] = /^(?:(127(?:\.\d{1,3}){3})|\[(::1)\]):([1-9]\d{0,4})$/.exec(pair) ?? [];
  const address = four ?? six ?? "";
  const port = Number(digits);
  return isIP(address) !== 0 && port <= 65_535 ? { address, port } : null;
}

let current: Env | undefined;

/** The settings of this process, read on first use. @throws OnRecordError "invalid" as `parseEnv` does. */
export function env(): Env {
  current ??= parseEnv(process.env, process.cwd());
  return current;
}

/**
 * Fills in what the start command finds out by itself: the embedded database's address, the key it made. For the
 * process that starts, for commands and for tests, before they open anything.
 */
export function completeEnv(found: Partial<Env>): Env {
  current = { ...env(), ...found };
  return current;
}

/** The environment for a child process: this one's, with some variables set (undefined: taken away). */
export function childEnvironment(changes: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}

/** Sets variables for every process that this one starts from now on, where no list of them can be handed over. */
export function setForChildren(variables: Readonly<Record<string, string>>): void {
  Object.assign(process.env, variables);
}

/** The folder the person is in: npm runs scripts in the project's folder and says here where it was called. */
export function callersFolder(): string {
  return (process.env.npm_lifecycle_event === "on-record" && process.env.INIT_CWD) || process.cwd();
}

/** Whether npm runs this process for a script of package.json, through a shell. */
export function runByNpm(): boolean {
  return process.env.npm_lifecycle_event !== undefined;
}
