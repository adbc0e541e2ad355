import path from "node:path";
import { describe, expect, it } from "vitest";
import { breaches, ownFiles } from "./room-rule.ts";

const why = (path: string, source: string) => breaches([{ path, source }]).map((breach) => breach.why);

describe("the room rule", () => {
  it.each([
    [
      "lib/text/span.ts",
      `import { detect } from "../attribution/detect.ts";`,
      "text may not see attribution",
    ],
    [
      "lib/actor/write.server.ts",
      `import { x } from "#lib/claim/write.server.ts";`,
      "actor may not see claim",
    ],
    [
      "lib/article/write.server.ts",
      `import { x } from "../statement/kind.ts";`,
      "article may not see statement",
    ],
    [
      "lib/decision/write.server.ts",
      `import { x } from "../address/slug.ts";`,
      "decision may not see address",
    ],
    ["lib/claim/x.ts", `const later = await import("../desk/undo.server.ts");`, "claim may not see desk"],
    ["lib/matching/x.ts", `import { z } from "../helpers/all.ts";`, "helpers has no place"],
    ["lib/claim/x.ts", `import { redirect } from "next/navigation";`, "a room knows no framework"],
    ["lib/claim/x.ts", `import { Row } from "#components/claim/row.tsx";`, "from outside lib"],
    [
      "lib/claim/published.ts",
      `import { PrismaClient } from "../../prisma/generated/client.ts";`,
      "holds the Prisma client",
    ],
    ["components/claim/row.tsx", `import { db } from "#lib/db.server.ts";`, "components see pure files only"],
    [
      "app/(public)/page.tsx",
      `import { readInbox } from "#lib/desk/inbox.server.ts";`,
      "published views only",
    ],
    [
      "app/(public)/page.tsx",
      "const rows = await db().$queryRaw`SELECT 1`;",
      "pages and routes read through a room",
    ],
    ["lib/claim/published.server.ts", "const rows = await sql`SELECT * FROM claim`;", "reads claim"],
    [
      "lib/claim/published.server.ts",
      "sql`WITH own AS (SELECT 1 FROM published_claim) SELECT * FROM own JOIN revision r ON true`",
      "reads revision",
    ],
    ["lib/claim/x.server.ts", "db.$queryRawUnsafe(text)", "SQL from strings"],
    ["lib/claim/x.ts", "const url = process.env.DATABASE_URL;", "only lib/env.ts"],
  ])("%s: %s", (file, source, reason) => {
    expect(why(file, source).join()).toContain(reason);
  });

  it.each([
    ["lib/statement/write.server.ts", `import { chooseActor } from "../actor/write.server.ts";`],
    ["lib/claim/published.server.ts", "sql`WITH own AS (SELECT 1 FROM published_claim) SELECT * FROM own`"],
    ["components/statement/x.tsx", `import type { DeskInput } from "#lib/desk/actions.server.ts";`],
    ["app/(public)/page.tsx", `import { readClaims } from "#lib/claim/published.server.ts";`],
  ])("allows %s: %s", (file, source) => expect(why(file, source)).toEqual([]));

  it("is kept by every file of the house", () => {
    const files = ownFiles(path.resolve(import.meta.dirname, ".."));
    expect(files.length).toBeGreaterThan(100);
    expect(breaches(files)).toEqual([]);
  });
});
