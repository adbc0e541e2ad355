import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium as playwrights } from "@playwright/test";
import { PROJECT } from "#lib/database/open.ts";
import { childEnvironment, env } from "#lib/env.ts";

/** A browser for the tests: what Playwright needs to launch it. */
export interface Browser {
  readonly executablePath: string;
  /** The environment it needs besides this process's own. */
  readonly variables: Readonly<Record<string, string>>;
}

const ON_THE_SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * Finds a Chromium: the one ON_RECORD_CHROMIUM names, Playwright's own, the system's, else the one npm installed
 * (Linux), which is unpacked once into node_modules/.cache.
 * @throws Error that says what to do when there is none
 */
export function findChromium(): Browser {
  const named = env().chromium;
  if (named !== undefined && !existsSync(named))
    throw new Error(`ON_RECORD_CHROMIUM: there is no file ${named}.`);
  const found = [named, playwrights.executablePath(), ...ON_THE_SYSTEM].find(
    (file) => file && existsSync(file),
  );
  return found === undefined ? unpackedChromium() : { executablePath: found, variables: {} };
}

function unpackedChromium(): Browser {
  const folder = path.join(PROJECT, "node_modules", ".cache", "on-record-chromium");
  if (!existsSync(folder)) unpack(folder);
  const executablePath = path.join(folder, "chromium");
  const libraries = path.join(folder, "al2023", "lib");
  return {
    executablePath,
    variables: {
      ...(lacksLibraries(executablePath) ? { LD_LIBRARY_PATH: libraries } : {}),
      ...(hasFonts() ? {} : { FONTCONFIG_FILE: path.join(folder, "fonts.conf") }),
    },
  };
}

/** The package unpacks into the temporary folder that all users share; a process with another one unpacks into ours. */
function unpack(folder: string): void {
  const half = `${folder}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const script = `import(${JSON.stringify(entry)}).then((m) => m.default.executablePath())`;
  const run = spawnSync(process.execPath, ["-e", script], {
    encoding: "utf8",
    // It adds the libraries a bare system lacks only where it believes to be in that cloud.
    env: childEnvironment({ TMPDIR: half, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" }),
  });
  if (run.status !== 0 || !existsSync(path.join(half, "chromium"))) {
    rmSync(half, { recursive: true, force: true });
    throw new Error(
      `No Chromium was found, and npm's could not be unpacked: install one and name it in ON_RECORD_CHROMIUM.\n${run.stderr}`,
    );
  }
  writeFileSync(
    path.join(half, "fonts.conf"),
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="relative">fonts-cache</cachedir></fontconfig>\n`,
  );
  try {
    renameSync(half, folder);
  } catch {
    rmSync(half, { recursive: true, force: true }); // Another process was faster.
  }
}

function lacksLibraries(executable: string): boolean {
  return spawnSync("ldd", [executable], { encoding: "utf8" }).stdout?.includes("not found") ?? false;
}

function hasFonts(): boolean {
  return (
    existsSync("/etc/fonts/fonts.conf") &&
    existsSync("/usr/share/fonts") &&
    readdirSync("/usr/share/fonts").length > 0
  );
}
