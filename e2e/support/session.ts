import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { issueSignInLink } from "#lib/auth/link.server.ts";
import { addUser } from "#lib/auth/user.server.ts";
import type { Role, Viewer } from "#lib/auth/viewer.ts";

/** Adds an account and signs the browser in with a one-time link, as a person would. */
export async function signIn(page: Page, role: Role, name = `Browser ${role}`): Promise<Viewer> {
  const user = await addUser({ email: `${randomUUID()}@example.org`, name, role });
  await page.goto((await issueSignInLink(user.id)).url);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/desk");
  return { userId: user.id, name: user.name, email: user.email, role, sample: false };
}

/** The same in a page of its own. */
export async function signedInPage(context: BrowserContext, role: Role): Promise<Page> {
  const page = await context.newPage();
  await signIn(page, role);
  return page;
}
