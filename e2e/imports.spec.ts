import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { db } from "#lib/db.server.ts";
import { expectAccessible } from "./support/accessible.ts";
import { signIn } from "./support/session.ts";

// The worker beside the app brings the files in.

const line = (mark: string, at: number) =>
  JSON.stringify({
    url: `https://sluice.example/${mark}/${at}`,
    outlet: `Sluice Courier ${mark}`,
    title: `Sluice notice ${at} of ${mark}`,
    text: `“Sluice ${at} will hold until spring,” said Ilse Varn, who runs the canal.\n\nBarges pass sluice ${at} twice a day.`,
    date: "2024-07-02",
  });

function fileOf(mark: string): { name: string; mimeType: string; buffer: Buffer } {
  const lines = Array.from({ length: 10 }, (_, at) => line(mark, at));
  lines.splice(4, 0, "this is no json", JSON.stringify({ title: `Nothing but a title ${mark}` }));
  return {
    name: `sluice-${mark}.jsonl`,
    mimeType: "application/json",
    buffer: Buffer.from(lines.join("\n")),
  };
}

async function send(page: Page, file: ReturnType<typeof fileOf>) {
  await page.goto("/desk/imports");
  await page.getByLabel("File to bring in").setInputFiles(file);
  await page.getByRole("button", { name: "Bring it in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: file.name })).toBeVisible();
  await expect(page.getByRole("status")).toContainText("done", { timeout: 40_000 });
}

test("a file is sent, brought in by the worker, and each bad line says why; again, all is on record", async ({
  page,
}) => {
  test.setTimeout(150_000);
  await signIn(page, "editor");
  const mark = randomUUID().slice(0, 8);
  await send(page, fileOf(mark));
  await expect(page.getByText("new articles").locator("..")).toContainText("10");
  await page.getByRole("link", { name: "bad lines only" }).click();
  const report = page.getByRole("region", { name: "Report" });
  await expect(report.getByRole("listitem")).toHaveCount(2);
  await expect(report).toContainText("The line is not JSON.");
  await expect(report).toContainText("neither a text nor an address");
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download (CSV)" }).click();
  expect((await download).suggestedFilename()).toMatch(/^import-.*\.csv$/);
  await page.goto("/desk");
  await expect(page.getByRole("link", { name: `Sluice notice 3 of ${mark}` })).toBeVisible();
  await send(page, fileOf(mark));
  await expect(page.getByText("seen again").locator("..")).toContainText("10");
  expect(await db().article.count({ where: { canonicalUrl: { contains: `/${mark}/` } } })).toBe(10);
  await page.goto("/desk/imports");
  await expectAccessible(page);
});

test("a file of another kind is refused in words, and nothing is sent", async ({ page }) => {
  await signIn(page, "editor");
  await page.goto("/desk/imports");
  await page
    .getByLabel("File to bring in")
    .setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: Buffer.from("png") });
  await expect(page.getByRole("alert").filter({ hasText: "photo.png" })).toContainText("is none of");
  await expect(page.getByRole("button", { name: "Bring it in" })).toHaveCount(0);
});

test("a reader may not bring files in, by page or by door", async ({ page }) => {
  await signIn(page, "reader");
  await page.goto("/desk/imports");
  await expect(page.getByText("Your role", { exact: false }).first()).toBeVisible();
  const answer = await page.evaluate(async () => (await fetch("/api/desk/imports")).status);
  expect(answer).toBe(403);
});
