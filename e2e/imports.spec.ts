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
  await expect(page.getByLabel("Kind of file")).toHaveValue("jsonl");
  await page.getByRole("button", { name: "Bring it in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: file.name })).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();
  await expect(page.getByRole("status")).toContainText("done", { timeout: 60_000 });
}

test("a file is sent, brought in by the worker, and each bad line says why; again, all is on record", async ({
  page,
}) => {
  await signIn(page, "editor");
  const mark = randomUUID().slice(0, 8);
  await send(page, fileOf(mark));
  const progress = page.getByRole("region", { name: "Progress" });
  await expect(progress.getByText("new articles").locator("..")).toContainText("10");
  const report = page.getByRole("region", { name: "Report" });
  // Without a reload: it has grown while the file ran.
  await expect(report.getByRole("listitem")).toHaveCount(12);
  await page.getByRole("link", { name: "bad lines only" }).click();
  await expect(report.getByRole("listitem")).toHaveCount(2);
  await expect(report).toContainText("The line is not JSON.");
  await expect(report).toContainText("neither a text nor an address");
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download (CSV)" }).click();
  expect((await download).suggestedFilename()).toMatch(/^import-.*\.csv$/);
  await page.goto(`/desk?words=${mark}`);
  await expect(page.getByRole("link", { name: `Sluice notice 3 of ${mark}` })).toBeVisible();
  await send(page, fileOf(mark));
  await expect(progress.getByText("seen again").locator("..")).toContainText("10");
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

test("a file that is not what its beginning looks like is corrected before it is sent", async ({ page }) => {
  await signIn(page, "editor");
  await page.goto("/desk/imports");
  const mark = randomUUID().slice(0, 8);
  const buffer = Buffer.from(`{"title","url"}\n${mark},https://sluice.example/\n`);
  await page
    .getByLabel("File to bring in")
    .setInputFiles({ name: `odd-${mark}.txt`, mimeType: "text/plain", buffer });
  await page.getByLabel("Kind of file").selectOption("csv");
  await page.getByRole("button", { name: "Bring it in" }).click();
  await expect(page.getByText("table (CSV)")).toBeVisible();
});

test("an upload that broke off goes on when the file is chosen again", async ({ page }) => {
  await signIn(page, "editor");
  const mark = randomUUID().slice(0, 8);
  await page.goto("/desk/imports");
  await page.route("**/pieces/*", (route) => route.abort());
  await page.getByLabel("File to bring in").setInputFiles(fileOf(mark));
  await page.getByRole("button", { name: "Bring it in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "broke off" })).toBeVisible();
  await page.unroute("**/pieces/*");
  await page.goto("/desk/imports");
  await expect(page.getByRole("listitem").filter({ hasText: mark })).toContainText("upload not finished");
  await send(page, fileOf(mark));
  expect(await db().import.count({ where: { name: { contains: mark } } })).toBe(1);
});

test("an import is paused, goes on and is stopped for good", async ({ page }) => {
  await signIn(page, "editor");
  const mark = randomUUID().slice(0, 8);
  const lines = Array.from({ length: 1_000 }, (_, at) => line(mark, at)).join("\n");
  const name = `long-${mark}.jsonl`;
  await page.goto("/desk/imports");
  await page
    .getByLabel("File to bring in")
    .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(lines) });
  await page.getByRole("button", { name: "Bring it in" }).click();
  const status = page.getByRole("status");
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(status).toContainText("paused");
  await expect(page.getByRole("button", { name: "Go on" })).toBeFocused();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(status).toContainText(/a second.* left/, { timeout: 60_000 });
  await page.getByRole("button", { name: "Stop for good" }).click();
  await expect(status).toContainText("stopped");
  await expect(page.getByRole("main")).toBeFocused();
  await expect(page.getByRole("button", { name: "Go on" })).toHaveCount(0);
  const row = await db().import.findFirstOrThrow({ where: { name } });
  expect(row.lines).toBeLessThan(1_000);
  expect(await db().importPiece.count({ where: { importId: row.id } })).toBe(0);
});

test("a late answer of before does not end the following of an import that goes on", async ({ page }) => {
  await signIn(page, "editor");
  const name = `late-${randomUUID()}.jsonl`;
  const { id } = await db().import.create({
    data: { kind: "jsonl", name, identity: name, sizeBytes: 9_000n, state: "paused" },
  });
  await page.goto(`/desk/imports/${id}`);
  const door = `/api/desk/imports/${id}`;
  const row = await (await page.request.get(door)).json();
  // The page itself, read again, is not to mend what the late answer says.
  await page.route(
    (url) => url.searchParams.has("_rsc"),
    () => new Promise<void>(() => {}),
  );
  // Nothing is brought in: the first look, from before it went on, is answered after those that follow.
  const [isAsked, mayAnswer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let looks = 0;
  await page.route(`**${door}`, async (route) => {
    if (route.request().method() === "POST") return route.fulfill({ json: {} });
    looks += 1;
    if (looks > 1) return route.continue();
    isAsked.resolve();
    await mayAnswer.promise;
    return route.fulfill({ json: row });
  });
  const status = page.getByRole("status");
  await expect(async () => {
    await page.getByRole("button", { name: "Go on" }).click();
    expect(looks).toBeGreaterThan(0);
  }).toPass();
  await isAsked.promise;
  await db().import.update({ where: { id }, data: { state: "running" } });
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  const late = page.waitForResponse(
    async (response) => response.url().endsWith(door) && (await response.json()).state === "paused",
  );
  mayAnswer.resolve();
  await late;
  for (let n = 0; n < 2; n++) await page.waitForRequest(`**${door}`, { timeout: 10_000 });
  await expect(status).toContainText("running");
});

test("imports fit a phone @phone", async ({ page }) => {
  await signIn(page, "editor");
  const name = `${"a-long-name-without-a-break".repeat(6)}-${randomUUID()}.jsonl`;
  const problem = "x".repeat(300);
  const { id } = await db().import.create({
    data: {
      kind: "jsonl",
      name,
      identity: name,
      sizeBytes: 9_000n,
      state: "paused",
      lines: 2,
      bad: 2,
      problem,
    },
  });
  await db().importLine.createMany({
    data: [1, 2].map((number) => ({
      importId: id,
      number,
      outcome: "bad" as const,
      problem,
      excerpt: problem,
    })),
  });
  await page.goto(`/desk/imports/${id}?after=2&only=bad`);
  await expect(page.getByText("No more bad lines.")).toBeVisible();
  for (const path of ["/desk/imports", `/desk/imports/${id}`]) {
    await page.goto(path);
    await expect(page.getByText(name).first()).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(width, path).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  }
});

test("a reader may not bring files in, by page or by door", async ({ page }) => {
  await signIn(page, "reader");
  await page.goto("/desk/imports");
  await expect(page.getByText("Your role", { exact: false }).first()).toBeVisible();
  const answer = await page.evaluate(async () => (await fetch("/api/desk/imports")).status);
  expect(answer).toBe(403);
});
