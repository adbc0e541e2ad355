import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { db } from "#lib/db.server.ts";
import { expectAccessible } from "./support/accessible.ts";
import { signIn } from "./support/session.ts";

// The worker beside the app does these jobs: it can't do one whose data is not what it takes.

const REASON = /Unrecognized key: "typed"/;

/** Sends a job of the clock with a slip in its data. Returns its key, by which it can be told from the clock's own. */
async function sendSlip(): Promise<string> {
  const key = randomUUID();
  await db().$executeRaw`
    INSERT INTO pgboss.job (name, data, singleton_key, policy, dead_letter, retry_limit)
    SELECT name, '{"typed": "by hand"}', ${key}, policy, dead_letter, retry_limit FROM pgboss.queue WHERE name = 'poll-feeds'`;
  return key;
}

/** The job's line among those laid aside. */
const lineOf = (page: Page, key: string) =>
  page
    .getByRole("list", { name: "Laid aside" })
    .getByRole("listitem")
    .filter({ hasText: key.slice(0, 8) });

const statesOf = (key: string) =>
  db().$queryRaw<{ name: string; state: string }[]>`
    SELECT name, state::text FROM pgboss.job WHERE singleton_key = ${key} AND state <> 'failed'`;

test("a job that fails shows with its reason, is replayed when it is mended, and is gone", async ({
  page,
}) => {
  await signIn(page, "editor");
  await page.goto("/desk/jobs");
  await expect(page.getByText(/Worker seen \d+ s ago/)).toBeVisible();
  const key = await sendSlip();
  // No reload: the page follows the queue.
  await expect(lineOf(page, key)).toContainText(REASON);
  await expect(lineOf(page, key)).toContainText("See which feeds are due");
  await expectAccessible(page);

  await db()
    .$executeRaw`UPDATE pgboss.job SET data = '{}' WHERE singleton_key = ${key} AND name = 'dead-letters'`;
  await lineOf(page, key).getByRole("button", { name: "Replay this job" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 job sent again")).toBeVisible();
  await expect(lineOf(page, key)).toHaveCount(0);
  // On what is left, or on the page where nothing is.
  await expect(page.locator("body")).not.toBeFocused();
  await expect.poll(() => statesOf(key)).toEqual([{ name: "poll-feeds", state: "completed" }]);
});

test("a look from before a replay that answers late does not bring the job back", async ({ page }) => {
  await signIn(page, "editor");
  await page.goto("/desk/jobs");
  const key = await sendSlip();
  await expect(lineOf(page, key)).toContainText(REASON);
  await db()
    .$executeRaw`UPDATE pgboss.job SET data = '{}' WHERE singleton_key = ${key} AND name = 'dead-letters'`;

  // The first look is answered after the second, which follows the replay; the third is held until the page was seen.
  const [isRead, mayAnswer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const [isThird, isSeen] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let looks = 0;
  await page.route("**/api/desk/jobs", async (route) => {
    looks += 1;
    if (looks === 1) {
      const response = await route.fetch();
      isRead.resolve();
      await mayAnswer.promise;
      return route.fulfill({ response });
    }
    if (looks > 2) {
      isThird.resolve();
      await isSeen.promise;
    }
    return route.continue();
  });
  await isRead.promise;
  await lineOf(page, key).getByRole("button", { name: "Replay this job" }).click();
  await expect(lineOf(page, key)).toHaveCount(0);
  mayAnswer.resolve();
  // The page looks again only after it has had the late answer.
  await isThird.promise;
  expect(await lineOf(page, key).count()).toBe(0);
  isSeen.resolve();
});

test("one that nobody needs is discarded, and asked once more before", async ({ page }) => {
  await signIn(page, "editor");
  await page.goto("/desk/jobs");
  const below = await sendSlip();
  await expect(lineOf(page, below)).toContainText(REASON);
  const key = await sendSlip();
  await expect(lineOf(page, key)).toContainText(REASON);
  await lineOf(page, key).getByRole("button", { name: "Discard this job" }).focus();
  await page.keyboard.press("Enter");
  await expect(lineOf(page, key).getByRole("button", { name: "Discard for good this job" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(lineOf(page, key)).toHaveCount(0);
  await expect(lineOf(page, below).getByRole("button", { name: "Replay this job" })).toBeFocused();
  expect(await statesOf(key)).toEqual([]);
});

test("a job says by name what it is about, and by no number", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const outlet = await db().outlet.create({ data: { name: `Sluice ${randomUUID()}`, kind: "newspaper" } });
  const { id, title } = await db().feed.create({
    data: {
      url: `https://sluice.example/${randomUUID()}`,
      title: `Sluice news ${randomUUID().slice(0, 8)}`,
      kind: "rss",
      state: "paused",
      outletId: outlet.id,
      addedBy: viewer.userId,
    },
  });
  await db().$executeRaw`
    INSERT INTO pgboss.job (name, data, singleton_key, policy, dead_letter, retry_limit)
    SELECT name, '{"typed": "by hand"}', ${id}, policy, dead_letter, retry_limit FROM pgboss.queue WHERE name = 'poll-feed'`;
  await page.goto("/desk/jobs");
  const line = page
    .getByRole("list", { name: "Laid aside" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: title }) });
  await expect(line).toContainText(`Read a feed: ${title}`);
  await expect(line).not.toContainText(id.slice(0, 8));
});

test("a reader sees the jobs and may do nothing about them", async ({ page, baseURL }) => {
  const key = await sendSlip();
  await signIn(page, "reader");
  await page.goto("/desk/jobs");
  await expect(lineOf(page, key)).toContainText(REASON);
  await expect(page.getByRole("button", { name: /Replay|Discard/ })).toHaveCount(0);
  for (const action of ["replay-job", "discard-job"]) {
    const answer = await page.request.post(`/api/desk/${action}`, {
      data: { name: "poll-feeds" },
      headers: { origin: baseURL ?? "" },
    });
    expect(answer.status(), action).toBe(403);
  }
  await expect(lineOf(page, key)).toBeVisible();
});
