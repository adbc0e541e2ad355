import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const json = (file: string) => JSON.parse(readFileSync(path.join(root, file), "utf8"));

/** Versions under which a known hole is open. Raise a floor, never lower it. */
const FLOORS: Readonly<Record<string, string>> = {
  next: "16.4.5",
  react: "19.2.1",
  "react-dom": "19.2.1",
  "better-auth": "1.6.23",
};

const parts = (version: string) => version.split(/[.-]/).map((part) => Number.parseInt(part, 10) || 0);
const below = (version: string, floor: string) => {
  const [a, b] = [parts(version), parts(floor)];
  for (let i = 0; i < 3; i++) if ((a[i] ?? 0) !== (b[i] ?? 0)) return (a[i] ?? 0) < (b[i] ?? 0);
  return false;
};

describe("versions", () => {
  const { dependencies, devDependencies } = json("package.json") as Record<string, Record<string, string>>;

  it("are compared by number, not by letter", () => {
    expect(below("16.4.4", "16.4.5")).toBe(true);
    expect(below("16.10.0", "16.4.5")).toBe(false);
    expect(below("16.4.5", "16.4.5")).toBe(false);
  });
  it.each(Object.entries(FLOORS))("%s is installed at %s or above", (name, floor) => {
    const { version } = json(`node_modules/${name}/package.json`);
    expect(below(version, floor), `${name} ${version}`).toBe(false);
  });
  it("are pinned exactly and installed as pinned", () => {
    for (const [name, wanted] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(wanted, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
      expect(json(`node_modules/${name}/package.json`).version, name).toBe(wanted);
    }
  });
  it("of Prisma's four parts are the same", () => {
    const four = ["prisma", "@prisma/client", "@prisma/adapter-pg", "@prisma/driver-adapter-utils"];
    expect(new Set(four.map((name) => dependencies?.[name])).size).toBe(1);
  });
});
