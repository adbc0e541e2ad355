import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { freePort } from "#lib/database/port.ts";
import { processToken } from "#lib/database/running.ts";
import { childEnvironment } from "#lib/env.ts";

// The start command as an operator meets it, on a folder of its own. The production build is there already.

const PROJECT = path.resolve(import.meta.dirname, "..");

/** A start command, what it said so far, and the promise of its exit code. */
interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly exit: Promise<number | null>;
}

const begun: Started[] = [];
test.afterEach(async () => {
  for (const { child, exit } of begun.splice(0)) {
    child.kill("SIGTERM");
    await exit;
  }
});

function start(folder: string, port: number): Started {
  const child = spawn(process.execPath, [path.join(PROJECT, "scripts", "start.ts")], {
    cwd: PROJECT,
    stdio: ["ignore", "pipe", "pipe"],
    env: childEnvironment({
      LC_ALL: "C",
      PORT: String(port),
      ON_RECORD_DATA: folder,
      DATABASE_URL: undefined,
      ON_RECORD_URL: undefined,
      ON_RECORD_SECRET: undefined,
    }),
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += String(chunk)));
  const started = { child, said: () => text, exit: once(child, "exit").then(([code]) => code) };
  begun.push(started);
  return started;
}

/** Waits until it runs, and returns everything it said. */
async function running({ said, exit }: Started): Promise<string> {
  const over = exit.then(() => {
    throw new Error(`The start command ended:\n${said()}`);
  });
  const ready = (async () => {
    while (!said().includes("Ctrl-C stops it")) await pause(50);
  })();
  await Promise.race([ready, over]);
  return said();
}

const serverOf = (folder: string) =>
  Number(readFileSync(path.join(folder, "cluster", "postmaster.pid"), "utf8").split("\n")[0]);

test("starts, stops on Ctrl-C, keeps its data, and starts again after being killed", async ({ request }) => {
  const root = mkdtempSync(path.join(tmpdir(), "on record start "));
  chmodSync(root, 0o711);
  const folder = path.join(root, "the data");
  const port = (await freePort(0)) ?? 0;
  const address = `http://localhost:${port}`;

  const first = start(folder, port);
  const said = await running(first);
  expect(said).toContain(`On Record runs at ${address}\n`);
  expect(said).toMatch(
    new RegExp(`Sign in as the first editor .*\\n {2}${address}/sign-in/link\\?token=\\S+\\n`),
  );
  expect(said).toMatch(/articles of the sample newsroom/);
  const home = await request.get(address);
  expect(home.status()).toBe(200);

  const twice = start(folder, port);
  expect(await twice.exit).toBe(1);
  expect(twice.said()).toMatch(/^On Record already runs with the data folder .*\n$/);

  const server = serverOf(folder);
  first.child.kill("SIGINT");
  first.child.kill("SIGINT"); // npm passes the terminal's signal on once more.
  expect(await first.exit).toBe(0);
  expect(processToken(server)).toBeUndefined();
  await expect(request.get(address)).rejects.toThrow(/ECONNREFUSED/);

  const second = start(folder, port);
  const again = await running(second);
  expect(again).toContain("data in");
  expect(again).not.toContain("first editor");
  expect(again).not.toContain("sample newsroom");
  expect(await (await request.get(address)).text()).toContain("</html>");

  second.child.kill("SIGKILL");
  await second.exit;
  const third = start(folder, port);
  await running(third);
  expect((await request.get(address)).status()).toBe(200);
  const last = serverOf(folder);
  third.child.stdout?.destroy(); // The terminal is closed: there is nobody left to tell.
  third.child.stderr?.destroy();
  third.child.kill("SIGHUP");
  expect(await third.exit).toBe(0);
  expect(processToken(last)).toBeUndefined();
  rmSync(root, { recursive: true });
});
