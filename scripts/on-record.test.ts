import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "on-record-command-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command; a DATABASE_URL that leads nowhere shows whether it looked for the database. */
function onRecord(...args: string[]) {
  const run = spawnSync(process.execPath, [path.join(import.meta.dirname, "on-record.ts"), ...args], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: "postgresql://a:b@127.0.0.1:1/x", ON_RECORD_DATA: folder },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

test("--help lists every command and is no error", () => {
  const { code, out } = onRecord("--help");
  expect(code).toBe(0);
  for (const name of [
    "user add",
    "user link",
    "user disable",
    "user list",
    "backup",
    "restore",
    "sample remove",
    "sample load",
    "actors import",
    "actors export",
    "clean",
    "detect",
    "suggest-again",
    "training-data",
    "worker",
    "doctor",
  ]) {
    expect(out).toContain(`on-record ${name}`);
  }
});

test.each([
  [["conquer"], /^There is no command "conquer"\. See: .*--help$/],
  [["toString"], /^There is no command "toString"/],
  [["user"], /^user needs a second word\. There are: user add, /],
  [["user", "link"], /^EMAIL is missing\. Use: on-record user link EMAIL$/],
  [["user", "add", "ana@on-record.invalid"], /^--name is missing\. /],
  [["backup", "a", "b"], /^"b" is too much\. /],
  [["backup", "--loud", "a"], /^Unknown option '--loud'.*Use: on-record backup FILE$/],
  [["detect", "--in", "texts.jsonl"], /^--out is missing\. /],
  [["actors", "import"], /^FILE is missing\. Use: on-record actors import FILE$/],
  [["actors"], /^actors needs a second word\. There are: actors import, actors export$/],
  [["training-data"], /^--out is missing\. /],
])("%j: exit code 2 and one line that says what is right", (args, says) => {
  const { code, out, err } = onRecord(...args);
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err.trim()).toMatch(says);
  expect(err.trim()).not.toContain("\n");
});

test("a command that fails says so in one line, exit code 1", () => {
  const { code, out, err } = onRecord("user", "list");
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toBe("No PostgreSQL answers at 127.0.0.1:1: start it, or mend DATABASE_URL.\n");
});

test("suggest-again wants to know which articles before it looks for a database", () => {
  for (const options of [[], ["--all", "--article", "x"]]) {
    const { code, err } = onRecord("suggest-again", ...options);
    expect({ code, err }).toEqual({ code: 1, err: "Say which articles: --article ID, or --all.\n" });
  }
});

test("clean and detect don't look for a database", () => {
  expect(onRecord("clean", path.join(folder, "no.txt")).err).toMatch(/^There is no file/);
  expect(
    onRecord("detect", "--in", path.join(folder, "no.jsonl"), "--out", path.join(folder, "out.jsonl")).err,
  ).toMatch(/^Can't read/);
});
