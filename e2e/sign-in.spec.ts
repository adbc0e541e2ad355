import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { issueSignInLink } from "#lib/auth/link.server.ts";
import { addUser, disableUser } from "#lib/auth/user.server.ts";
import type { Role } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.server.ts";
import { expectAccessible } from "./support/accessible.ts";
import { signIn } from "./support/session.ts";

const PASSWORD = "six tidal moorings";
const newUser = (role: Role = "editor") =>
  addUser({ email: `${randomUUID()}@example.org`, name: `Sign-in ${role}`, role });
/** Sends the sign-in form as our own page would, and tells where it leads. */
async function send(page: Page, base: string, form: Record<string, string>, sender = {}) {
  const response = await page.request.post("/sign-in/password", {
    form,
    headers: { origin: base, ...sender },
    maxRedirects: 0,
  });
  return { status: response.status(), location: response.headers().location ?? "" };
}

test.describe("a one-time link", () => {
  // What previews links runs no script, and neither must a person have to.
  test.use({ javaScriptEnabled: false });

  test("is not used up by being looked at, opens the desk once, and then says how to get another", async ({
    page,
    context,
  }) => {
    const { url } = await issueSignInLink((await newUser()).id);
    for (let look = 0; look < 3; look++) expect((await page.request.get(url)).status()).toBe(200);
    await page.goto(url);
    await expect(page.locator('meta[name="referrer"]')).toHaveAttribute("content", "same-origin");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/desk$/);
    await expect(page.getByRole("heading", { name: "Inbox" })).toBeVisible();

    const cookies = (await context.cookies()).filter(({ name }) => name.startsWith("on-record."));
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });

    await context.clearCookies();
    await page.goto(url);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/sign-in\/link$/);
    await expect(page.getByRole("heading", { name: "This link doesn’t work any more" })).toBeVisible();
    await expect(page.getByText("user link you@example.org")).toBeVisible();
    await page.goto("/desk");
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fdesk$/);
  });

  test("is not opened by another site's form", async ({ page }) => {
    const { url } = await issueSignInLink((await newUser()).id);
    const token = new URL(url).searchParams.get("token") ?? "";
    for (const origin of ["https://elsewhere.example", "null"]) {
      const response = await page.request.post("/sign-in/link/open", {
        form: { token },
        headers: { origin },
        maxRedirects: 0,
      });
      expect(response.headers().location).toBe("/sign-in?problem=elsewhere");
      expect(response.headers()["set-cookie"]).toBeUndefined();
    }
    await page.goto(url);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/desk$/);
  });
});

test("a password is set at the desk and signs in without JavaScript, back to where one was going", async ({
  browser,
  page,
  baseURL,
}) => {
  const base = baseURL ?? "";
  const { email } = await signIn(page, "editor");
  await page.goto("/desk/account");
  await page.getByLabel("New password").fill("too short");
  await page.getByLabel("The same again").fill("too short");
  await page.getByRole("button", { name: "Set a password" }).click();
  await expect(page.getByText("Saved.")).toHaveCount(0);
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByLabel("The same again").fill(`${PASSWORD}s`);
  await page.getByRole("button", { name: "Set a password" }).click();
  await expect(page.getByText("The two are not the same")).toBeVisible();
  await page.getByLabel("The same again").fill(PASSWORD);
  await page.getByRole("button", { name: "Set a password" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await page.goto("/desk/account");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fdesk%2Faccount$/);

  // An address of its own: tries are counted by sender.
  const context = await browser.newContext({
    javaScriptEnabled: false,
    extraHTTPHeaders: { "x-forwarded-for": "203.0.113.20" },
  });
  const plain = await context.newPage();
  await plain.goto("/desk/account?from=test");
  await plain.getByLabel("E-mail").fill(email);
  await plain.getByLabel("Password").fill("not the password");
  await plain.getByRole("button", { name: "Sign in" }).click();
  await expect(plain.getByRole("alert")).toContainText("don’t go together");
  await plain.getByLabel("E-mail").fill(email);
  await plain.getByLabel("Password").fill(PASSWORD);
  await plain.getByRole("button", { name: "Sign in" }).click();
  await expect(plain).toHaveURL(/\/desk\/account\?from=test$/);
  await context.close();

  for (const next of ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"]) {
    const sender = { "x-forwarded-for": `203.0.113.${21 + next.length}` };
    expect(await send(page, base, { email, password: PASSWORD, next }, sender)).toEqual({
      status: 303,
      location: "/desk",
    });
  }
  expect((await send(page, "https://elsewhere.example", { email, password: PASSWORD })).location).toContain(
    "problem=elsewhere",
  );
});

test("a new password that is sent before the page’s scripts run goes nowhere", async ({ page }) => {
  await signIn(page, "editor");
  await page.route("**/*.js", (route) => route.abort());
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/desk/account");
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByLabel("The same again").fill(PASSWORD);
  await page.getByLabel("The same again").press("Enter");
  await expect(page.getByRole("button", { name: "Set a password" })).toBeDisabled();
  await page.waitForLoadState("networkidle");
  await expect(page).toHaveURL(/\/desk\/account$/);
  expect(asked.filter((url) => url.includes("password="))).toEqual([]);
});

test("wrong passwords are limited by sender without any proxy, and by account whatever sender is claimed", async ({
  page,
  baseURL,
}) => {
  const base = baseURL ?? "";
  const { email } = await newUser();
  const guess = (sender = {}) => send(page, base, { email, password: "a wrong guess" }, sender);
  const direct = [await guess(), await guess(), await guess(), await guess()];
  expect(direct.at(-1)?.location).toContain("problem=wait");
  expect((await guess({ "x-forwarded-for": "203.0.113.50" })).location).toContain("problem=wrong");
  const pretended: string[] = [];
  for (let n = 0; n < 10; n++)
    pretended.push((await guess({ "x-forwarded-for": `198.51.100.${n}` })).location);
  expect(pretended.at(-1)).toContain("problem=wait");
  await page.goto("/sign-in?problem=wait");
  await expect(page.locator("main [role=alert]")).toContainText("Too many tries");
});

test("a closed account is out with the next click", async ({ page }) => {
  const { email } = await signIn(page, "reader");
  await page.goto("/desk");
  await disableUser(email);
  await page.getByRole("link", { name: "Browser reader" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fdesk%2Faccount$/);
});

test("signing out everywhere ends the session in the other browser too", async ({ page, browser }) => {
  const { userId } = await signIn(page, "editor");
  const other = await browser.newPage();
  await other.goto((await issueSignInLink(userId)).url);
  await other.getByRole("button", { name: "Sign in" }).click();
  await other.waitForURL("**/desk");
  await page.goto("/desk/account");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);
  expect(await db().session.count({ where: { userId } })).toBe(0);
  await other.close();
});

test("signed-in pages are kept by no cache and no search engine", async ({ page }) => {
  await signIn(page, "admin");
  for (const path of ["/desk", "/desk/ingest", "/desk/account", "/desk/people"]) {
    const headers = (await page.request.get(path)).headers();
    expect(headers["cache-control"], path).toContain("no-store");
    expect(headers["x-robots-tag"], path).toBe("noindex");
  }
});

test.describe("people", () => {
  test("an administrator invites, hands the link over, closes the account and opens it again", async ({
    page,
    browser,
  }) => {
    await signIn(page, "admin");
    await page.goto("/desk/people");
    const email = `${randomUUID()}@example.org`;
    await page.getByLabel("Name").fill("Ines Vale");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Role").selectOption("reader");
    await page.getByRole("button", { name: "Invite and make a link" }).click();
    const link = await page.getByLabel("The link").inputValue();
    await expectAccessible(page);

    const guest = await browser.newPage();
    await guest.goto(link);
    await guest.getByRole("button", { name: "Sign in" }).click();
    await guest.waitForURL("**/desk");
    await expect(guest.getByRole("link", { name: "Bring in" })).toHaveCount(0);
    for (const path of ["/desk/people", "/desk/ingest"]) {
      await guest.goto(path);
      await expect(guest.getByRole("heading", { name: "Your role doesn’t open this page" })).toBeVisible();
    }

    await page.reload();
    await expect(page.getByLabel("The link")).toHaveCount(0);
    const row = page.getByRole("listitem").filter({ hasText: email });
    await row.getByRole("button", { name: /^Close/ }).click();
    await row.getByRole("button", { name: /sign them out/ }).click();
    await expect(row.getByText("closed")).toBeVisible();
    await guest.reload();
    await expect(guest).toHaveURL(/\/sign-in/);
    await row.getByRole("button", { name: /^Open again/ }).click();
    await expect(row.getByText("closed")).toHaveCount(0);
    await guest.close();
  });

  test("every door refuses who may not, and another site", async ({ page, baseURL }) => {
    const doors = ["invite", "link", "disable", "enable"].map((name) => `/api/desk/people/${name}`);
    const post = (path: string, origin: string) =>
      page.request.post(path, { data: {}, headers: { origin }, maxRedirects: 0 });
    const own = ["password", "sign-out-everywhere"].map((name) => `/api/desk/account/${name}`);
    for (const path of [...doors, ...own]) expect((await post(path, baseURL ?? "")).status(), path).toBe(401);
    await signIn(page, "editor");
    for (const path of doors) expect((await post(path, baseURL ?? "")).status(), path).toBe(403);
    for (const path of [...doors, ...own])
      expect((await post(path, "https://elsewhere.example")).status(), path).toBe(403);
    expect((await post("/api/desk/people/toString", baseURL ?? "")).status()).toBe(404);
  });
});

test("the pages of signing in and of the account have nothing an accessibility scan finds", async ({
  page,
}) => {
  const { url } = await issueSignInLink((await newUser()).id);
  for (const path of ["/sign-in", "/sign-in?problem=wrong", "/sign-in/link", url]) {
    await page.goto(path);
    await expectAccessible(page);
  }
  await signIn(page, "admin");
  for (const path of ["/desk", "/desk/account"]) {
    await page.goto(path);
    await expectAccessible(page);
  }
});
