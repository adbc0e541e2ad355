import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { PROJECT } from "../lib/database/open.ts";
import { childEnvironment, type Env } from "../lib/env.ts";
import { OnRecordError } from "../lib/errors.ts";
import { killGroup, NEXT } from "./build.ts";

/** A running app. */
export interface App {
  /** Settles when its process ends, for whatever reason, with words for it. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

export interface AppOptions {
  readonly host: string;
  readonly port: number;
  /** Reload on every change instead of serving the production build. */
  readonly dev?: boolean;
  readonly variables: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

const READY_WITHIN = 120_000;
const STOPPED_WITHIN = 5_000;

/**
 * Starts the app on its database and waits until it answers.
 * @throws OnRecordError "unusable" with the app's own words when it ends or stays silent instead
 */
export async function serve(options: AppOptions): Promise<App> {
  const { host, port, dev = false } = options;
  const leave = pathToFileURL(path.join(import.meta.dirname, "leave-with-parent.ts")).href;
  const command = [NEXT, dev ? "dev" : "start", "--hostname", host, "--port", String(port)];
  // Prisma sends a transaction's reads at once, which the driver will not take in its next version; nobody at the
  // terminal can do anything about it.
  const quiet = "--disable-warning=DeprecationWarning";
  const child = spawn(process.execPath, [quiet, "--import", leave, ...command], {
    cwd: PROJECT,
    detached: true, // Its own process group: Ctrl-C goes to the start command, which stops things in order.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: childEnvironment({
      NEXT_TELEMETRY_DISABLED: "1",
      NODE_ENV: dev ? "development" : "production",
      ...options.variables,
    }),
  });
  const ended = once(child, "exit").then(
    ([code, signal]) => `The app ended with ${signal ?? `code ${code}`}.`,
  );
  const app: App = { ended, stop: () => stop(child) };
  const said = holdOutput(child);
  try {
    await answers(`http://${reachable(host)}:${port}/readyz`, ended, options.signal);
  } catch (error) {
    await app.stop();
    if (options.signal?.aborted) throw error;
    const words = error instanceof Error ? error.message : String(error);
    throw new OnRecordError("unusable", `The app doesn't start: ${words}\n${said.join("")}`);
  }
  child.stdout?.pipe(process.stdout);
  child.stderr?.pipe(process.stderr);
  return app;
}

/** What the app's process needs to know beyond the operator's own settings. */
export function appVariables({
  databaseUrl = "",
  secret = "",
  url,
  port,
  host,
}: Env): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    ON_RECORD_SECRET: secret,
    ON_RECORD_URL: url,
    PORT: String(port),
    HOST: host,
  };
}

/** Keeps what the app says while it starts, for the case that it fails: its banner names a second address. */
function holdOutput(child: ChildProcess): readonly string[] {
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => said.length < 500 && said.push(String(chunk)));
  return said;
}

async function answers(url: string, ended: Promise<string>, signal: AbortSignal | undefined): Promise<void> {
  const deadline = Date.now() + READY_WITHIN;
  let last = "nothing";
  for (;;) {
    signal?.throwIfAborted();
    const over = await Promise.race([ended, pause(50, undefined)]);
    if (over !== undefined) throw new Error(over);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
      if (response.ok) return;
      last = `${response.status} ${(await response.text()).slice(0, 200)}`;
    } catch {
      // It doesn't listen yet.
    }
    if (Date.now() > deadline)
      throw new Error(`it was not ready after ${READY_WITHIN / 1000} seconds (last answer: ${last}).`);
  }
}

/** An address this machine can call when the app listens on `host`. */
export function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  killGroup(child, "SIGTERM");
  const done = await Promise.race([exit.then(() => true), pause(STOPPED_WITHIN, false, { ref: false })]);
  if (!done) {
    killGroup(child, "SIGKILL"); // Somebody's connection holds it open.
    await exit;
  }
}

/**
 * Makes sure that the app can listen there. Tries for a second: a start that was just killed lets go only now.
 * @throws OnRecordError "unusable" with one line that says what to do
 */
export async function requireFreePort(host: string, port: number): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const code = await listenOnce(host, port);
    if (code === undefined) return;
    if (code !== "EADDRINUSE") throw new OnRecordError("unusable", explain(code, host, port));
    if (attempt === 10) throw new OnRecordError("unusable", explain(code, host, port));
    await pause(100);
  }
}

function explain(code: string, host: string, port: number): string {
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} is in use by another program: stop that, or choose another port, for example PORT=${port + 1} npm start.`;
    case "EACCES":
      return `This user may not listen on port ${port}: choose one above 1023, for example PORT=3000 npm start.`;
    default:
      return `On Record can't listen on ${host} (${code}): set HOST to an address of this machine.`;
  }
}

async function listenOnce(host: string, port: number): Promise<string | undefined> {
  const server = createServer().listen(port, host);
  try {
    await once(server, "listening");
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  } finally {
    server.close();
  }
}
