import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { withDatabase } from "#lib/database/migration-adapter.ts";

// What the start command refuses, each in one line. That it starts is tested with a built app: e2e/start.spec.ts.

const folder = mkdtempSync(path.join(tmpdir(), "on-record-start-"));
chmodSync(folder, 0o711); // Run as root, PostgreSQL's own user must come through.
afterAll(() => rmSync(folder, { recursive: true }));

function start(variables: Record<string, string>, ...args: string[]) {
  const run = spawnSync(process.execPath, [path.join(import.meta.dirname, "start.ts"), ...args], {
    encoding: "utf8",
    timeout: 20_000,
    env: {
      ...process.env,
      DATABASE_URL: "",
      PORT: "",
      ON_RECORD_DATA: path.join(folder, "data"),
      ...variables,
    },
  });
  return { code: run.status, err: run.stderr.trimEnd() };
}

test("a port in use, before anything is made", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const { code, err } = start({ PORT: String(port) });
  expect(err).toBe(
    `Port ${port} is in use by another program: stop that, or choose another port, for example PORT=${port + 1} npm start.`,
  );
  expect(code).toBe(1);
  expect(existsSync(path.join(folder, "data", "cluster"))).toBe(false);
  other.close();
});

test.each([
  [{ PORT: "http" }, /^PORT must be a whole number/],
  [
    { PORT: "61234", HOST: "203.0.113.7" },
    /^On Record can't listen on 203\.0\.113\.7 \(EADDRNOTAVAIL\): set HOST/,
  ],
  [
    { DATABASE_URL: "postgresql://a:hidden@127.0.0.1:1/x" },
    /^No PostgreSQL answers at 127\.0\.0\.1:1: start it, or mend DATABASE_URL\.$/,
  ],
  [{ DATABASE_URL: "my database" }, /^DATABASE_URL must look like/],
  [{ ON_RECORD_DATA: "/dev/null/data" }, /^The data folder \/dev\/null\/data can't be written by this user/],
])("%o: one line, exit code 1", (variables, says) => {
  const { code, err } = start({ PORT: "61235", ...variables });
  expect(err).toMatch(says);
  expect(err).not.toMatch(/\n|hidden/);
  expect(code).toBe(1);
});

test("a database on a server of one's own that doesn't exist, a password that isn't right", () => {
  const server = inject("templateUrl");
  expect(start({ PORT: "61236", DATABASE_URL: withDatabase(server, "none") }).err).toMatch(
    /has no database none: create it/,
  );
  const wrong = Object.assign(new URL(server), { password: "hidden" }).href;
  expect(start({ PORT: "61236", DATABASE_URL: wrong }).err).toMatch(/refuses the user on_record/);
});

test("an option there isn't: exit code 2", () => {
  const { code, err } = start({}, "--fast");
  expect(code).toBe(2);
  expect(err).toMatch(/^Unknown option '--fast'/);
  expect(err).toContain("Use: npm start [-- --empty] or npm run dev");
});
