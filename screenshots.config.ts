import { defineConfig, devices } from "@playwright/test";
import tests from "./playwright.config.ts";

/** npm run screenshots: the main pages, light, dark and on a phone, into the folder screenshots/. */
export default defineConfig({
  ...tests,
  testMatch: "**/*.shots.ts",
  timeout: 120_000,
  workers: 1,
  projects: [
    {
      name: "light",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1360, height: 900 }, colorScheme: "light" },
    },
    {
      name: "dark",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1360, height: 900 }, colorScheme: "dark" },
    },
    { name: "phone", use: { ...devices["Pixel 7"], colorScheme: "light" } },
  ],
});
