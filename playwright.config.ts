import { defineConfig, devices } from "@playwright/test";
import { freePort } from "#lib/database/port.ts";
import { childEnvironment } from "#lib/env.ts";
import { findChromium } from "./e2e/support/chromium.ts";

const LOOPBACK_SITES = 8;

// The first process to read this chooses where the app will listen; the tests' processes inherit its choice.
if (process.env.ON_RECORD_TEST_PORT === undefined) {
  const port = String(await freePort(0));
  Object.assign(process.env, { ON_RECORD_TEST_PORT: port, PORT: port, HOST: "127.0.0.1" });
  process.env.ON_RECORD_URL = `http://127.0.0.1:${port}`;
  // Where tests put up sites of their own (e2e/support/loopback-site.ts): all that app and worker may reach besides the web.
  const sites: string[] = [];
  for (let n = 0; n < LOOPBACK_SITES; n++) sites.push(`127.0.0.1:${await freePort(0)}`);
  process.env.ON_RECORD_FETCH_LOOPBACK = sites.join(",");
}

const { executablePath, variables } = findChromium();

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/support/set-up.ts",
  workers: 2,
  // One that passes when it is run again is reported as flaky, with what it failed by: a fault to be found, not a red run.
  retries: 1,
  forbidOnly: true,
  reporter: "list",
  // For two cores that other work shares: nothing waits so long that goes well.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: process.env.ON_RECORD_URL ?? "",
    screenshot: "only-on-failure",
    launchOptions: { executablePath, env: definedOnly(childEnvironment(variables)) },
  },
  projects: [
    {
      name: "desktop",
      use: { ...devices["Desktop Chrome"] },
      grepInvert: /@phone/,
      testIgnore: /naughty\.spec/,
    },
    // Tests that say @phone in their name run on a small touch screen.
    { name: "phone", use: { ...devices["Pixel 7"] }, grep: /@phone/ },
    // Last: its actors are hundreds of names like each other, which fill the desk's page of likely duplicates.
    {
      name: "naughty",
      use: { ...devices["Desktop Chrome"] },
      testMatch: /naughty\.spec/,
      dependencies: ["desktop", "phone"],
    },
  ],
});

function definedOnly(variables: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
