import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { db } from "#lib/db.server.ts";
import { makeArticle } from "#prisma/seed/factories.ts";
import { signedArticle } from "./support/languages.ts";
import { rareName } from "./support/rare-name.ts";
import { signIn } from "./support/session.ts";

const LONG = `https://shoal.example/${"a-long-path-without-a-break/".repeat(6)}`;
const PAGE = `Home
News
Ferry line ends the night boat
The harbour board had asked for a year’s delay
By Ines Vale
14 May 2025, 09:30
The night boat between Holm and the outer islands will make its last crossing in October, the ferry line said on Wednesday.
“The night boat loses money on every crossing,” said Mara Lind, who runs the line from an office above the pier.
Fishermen were asked to use the morning boat instead, which leaves at five and takes their crates without a charge.
We use cookies to improve your visit. Accept all`;

/** The desk's pages of what comes in, with all that can stand on them. */
test("what comes in", async ({ page }, info) => {
  test.setTimeout(180_000);
  const viewer = await signIn(page, "editor", "Ada Editor");
  const shoot = async (name: string) => {
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `screenshots/${info.project.name}/${name}.png`, fullPage: true });
  };
  const see = async (name: string, path: string) => {
    await page.goto(path);
    await shoot(name);
  };

  await see("imports-none", "/desk/imports");
  const arabic = await signedArticle(viewer, "ar");
  const { articleId } = await makeArticle(db(), viewer, { headline: "Ferry line drops the night boat" });
  const outlet = await db().outlet.create({ data: { name: rareName("Shoal Wire"), kind: "agency" } });
  const feed = await db().feed.create({
    data: {
      url: `${LONG}${randomUUID()}.xml`,
      title: "Shoal Wire, all the news of the outer harbour",
      kind: "rss",
      outletId: outlet.id,
      addedBy: viewer.userId,
      polledAt: new Date(Date.now() - 3_600_000),
      nextAt: new Date(Date.now() + 86_400_000),
      problem: "The site gave no answer within 20 seconds.",
      problemAt: new Date(),
      failures: 3,
      items: {
        create: (
          [
            ["done", "Ferry line drops the night boat", articleId, null],
            ["done", arabic.headline, arabic.articleId, null],
            ["waiting", "Pilots of the strait ask for a second lamp", null, null],
            ["failed", "Lock gates to be rebuilt", null, "There is no page at this address (404)."],
            ["refused", "", null, "The site’s robots.txt asks not to fetch this page."],
            ["before", "Winter timetable of the islands", null, null],
          ] as const
        ).map(([state, title, article, problem]) => ({
          key: randomUUID(),
          title,
          summary: "",
          fingerprint: "",
          url: `${LONG}${state}`,
          state,
          articleId: article,
          problem,
          doneAt: state === "waiting" || state === "before" ? null : new Date(),
        })),
      },
    },
  });
  await db().feed.createMany({
    data: (["active", "paused"] as const).map((state) => ({
      url: `https://shoal.example/${randomUUID()}`,
      title: `Shoal Wire, ${state === "active" ? "harbour" : "weather"}`,
      kind: "atom",
      outletId: outlet.id,
      addedBy: viewer.userId,
      state,
      polledAt: new Date(Date.now() - 600_000),
      nextAt: new Date(Date.now() + 86_400_000),
    })),
  });
  await see("feeds", "/desk/feeds");
  await page.getByLabel("Add the feed of").fill("https://127.0.0.1/");
  await page.getByRole("button", { name: "Find its feeds" }).click();
  await expect(page.locator("#feed-address-problem")).toBeVisible();
  await shoot("feeds-refused");
  await see("feeds-not-found", "/desk/feeds?words=nothingofthekind");
  await see("feed", `/desk/feeds/${feed.id}`);

  const outcomes = ["added", "seen", "revised", "otherText", "deleted", "leftOut", "bad"] as const;
  const imported = await db().import.create({
    data: {
      kind: "jsonl",
      name: "harbour-news-of-the-whole-coast-1998-to-2024-second-delivery.jsonl",
      identity: randomUUID(),
      sizeBytes: 48_000_000,
      position: 12_000_000,
      workedMs: 65_000,
      state: "paused",
      lines: 1_204,
      added: 1_100,
      seen: 60,
      revised: 20,
      otherText: 8,
      deleted: 3,
      leftOut: 5,
      bad: 8,
      startedAt: new Date(),
      outcome: {
        create: outcomes.map((outcome, at) => ({
          number: at + 1,
          outcome,
          articleId: at < 3 ? (at === 1 ? arabic.articleId : articleId) : null,
          problem: outcome === "bad" ? "The line is not JSON." : null,
          excerpt: `{"title": "Sluice notice ${at}", "url": "${LONG}${at}"}`,
        })),
      },
    },
  });
  for (const [state, problem] of [
    ["done", null],
    ["failed", "The file is damaged from byte 1,204 on."],
    ["stopped", null],
  ] as const)
    await db().import.create({
      data: {
        kind: "csv",
        name: `media-cloud-${state}.csv`,
        identity: randomUUID(),
        sizeBytes: 9_000_000,
        position: state === "done" ? 9_000_000 : 2_000_000,
        state,
        problem,
        lines: 312,
        added: 300,
        bad: 12,
        endedAt: new Date(),
      },
    });
  await see("imports", "/desk/imports");
  await page.getByLabel("File to bring in").setInputFiles({
    name: "harbour.jsonl",
    mimeType: "application/json",
    buffer: Buffer.from('{"title":"A"}'),
  });
  await expect(page.getByLabel("Kind of file")).toBeVisible();
  await shoot("imports-chosen");
  await page
    .getByLabel("File to bring in")
    .setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: Buffer.from("png") });
  await expect(page.getByRole("alert").filter({ hasText: "photo.png" })).toBeVisible();
  await shoot("imports-refused");
  await see("import", `/desk/imports/${imported.id}`);
  await see("import-none-bad", `/desk/imports/${imported.id}?after=7&only=bad`);

  await see("jobs-quiet", "/desk/jobs");
  const keys = [feed.id, articleId];
  for (const [at, name] of ["poll-feed", "compare-article"].entries())
    await db().$executeRaw`
      INSERT INTO pgboss.job (name, data, singleton_key, policy, dead_letter, retry_limit)
      SELECT name, '{"typed": "by hand"}', ${keys[at]}, policy, dead_letter, 0 FROM pgboss.queue WHERE name = ${name}`;
  await expect(page.getByRole("list", { name: "Laid aside" }).getByRole("listitem")).not.toHaveCount(0, {
    timeout: 30_000,
  });
  await shoot("jobs");

  await page.goto("/desk/ingest");
  await page.getByRole("button", { name: "Fetch and bring in" }).click();
  await expect(page.locator("#address-problem")).toBeVisible();
  await page.getByRole("button", { name: "Find the article" }).click();
  await shoot("ingest-empty");
  await page.getByLabel("The page’s text").fill(PAGE);
  await page.getByRole("button", { name: "Find the article" }).click();
  await expect(page.getByRole("heading", { name: "Check what was found" })).toBeVisible();
  await shoot("ingest-preview");
  await page.getByLabel("Headline").fill("");
  await page.getByRole("button", { name: "Save and review" }).click();
  await shoot("ingest-preview-problem");
  await see("inbox", "/desk");
});
