import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimDataFolder, holderOf } from "./claim.ts";
import { processToken } from "./running.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "on-record-claim-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const claim = (content: unknown) => writeFileSync(path.join(folder, "running.json"), JSON.stringify(content));

test("a folder has one holder at a time", () => {
  const giveBack = claimDataFolder(folder, "http://localhost:3000");
  expect(holderOf(folder)).toMatchObject({ pid: process.pid, url: "http://localhost:3000" });
  expect(() => claimDataFolder(folder)).toThrow(
    `already runs with the data folder ${folder} (process ${process.pid})`,
  );
  giveBack();
  expect(holderOf(folder)).toBeUndefined();
  claimDataFolder(folder)();
});

test("the claim of a process that is gone counts for nothing", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const token = processToken(child.pid ?? 0);
  claim({ pid: child.pid, token, url: null });
  expect(holderOf(folder)?.pid).toBe(child.pid);
  expect(() => claimDataFolder(folder)).toThrow(/already runs/);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(holderOf(folder)).toBeUndefined();
  claimDataFolder(folder);
  expect(readdirSync(folder)).toEqual(["running.json"]);
});

test("nor does the claim of an earlier process with the same number", () => {
  claim({ pid: process.pid, token: "another", url: null });
  expect(holderOf(folder)).toBeUndefined();
  claimDataFolder(folder);
  expect(holderOf(folder)?.pid).toBe(process.pid);
});

test("nor does one cut off while it was written", () => {
  writeFileSync(path.join(folder, "running.json"), '{"pid": 1');
  claimDataFolder(folder);
  expect(holderOf(folder)?.pid).toBe(process.pid);
});
