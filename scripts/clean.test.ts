import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LARGEST_PASTE } from "#lib/article/clean/judge.ts";
import { cleanFile } from "./clean.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "on-record-clean-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("prints the fields, the paragraphs and the dropped lines, and nothing else", async () => {
  const path = join(folder, "page.txt");
  await writeFile(
    path,
    "Home\nHarbour closed for nine days\nBy Ines Vale\n3 March 2025\nThe harbour of Port Halden closed on Monday, its director said.\nIt will open again when the divers have done their work.\nShare\n",
  );
  expect(JSON.parse(await cleanFile(path))).toEqual({
    headline: "Harbour closed for nine days",
    standfirst: null,
    outlet: null,
    publishedAt: "2025-03-03",
    zone: null,
    byline: "Ines Vale",
    paragraphs: [
      "The harbour of Port Halden closed on Monday, its director said.",
      "It will open again when the divers have done their work.",
    ],
    dropped: ["Home", "Share"],
  });
});

test("a file that is missing, a folder, too large or no article is refused with its code", async () => {
  await expect(cleanFile(join(folder, "none.txt"))).rejects.toMatchObject({ code: "missing" });
  await expect(cleanFile(folder)).rejects.toMatchObject({ code: "missing" });
  const large = join(folder, "large.txt");
  await writeFile(large, "");
  await truncate(large, LARGEST_PASTE + 1);
  await expect(cleanFile(large)).rejects.toMatchObject({ code: "tooLarge" });
  const binary = join(folder, "picture.png");
  await writeFile(binary, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff]));
  await expect(cleanFile(binary)).rejects.toMatchObject({ code: "unusable" });
});
