import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { readAccount, setPassword, signOutEverywhere } from "./account.server.ts";
import { auth } from "./auth.server.ts";
import { issueSignInLink } from "./link.server.ts";
import { viewerOf } from "./session.server.ts";
import { type SetCookies, signInWithLink, signInWithPassword, signOut } from "./sign-in.server.ts";
import { MOST_TRIES } from "./tries.server.ts";
import { addUser, disableUser, enableUser } from "./user.server.ts";

await freshDatabase();

const PASSWORD = "six tidal moorings";
const HERE = "http://localhost:3000";

let email: string;
let userId: string;
beforeEach(async () => {
  email = `${randomUUID()}@example.org`;
  userId = (await addUser({ email, name: "Ines Vale", role: "editor" })).id;
});

const tokenOf = (url: string) => new URL(url).searchParams.get("token");
const freshToken = async () => tokenOf((await issueSignInLink(userId)).url);
const fromBrowser = (cookies: SetCookies = []) =>
  new Headers({ origin: HERE, cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; ") });
const byLink = async () => fromBrowser(await signInWithLink(fromBrowser(), await freshToken()));
const byPassword = (password: string, address = email) =>
  signInWithPassword(fromBrowser(), { email: address, password });

describe("a one-time link", () => {
  it("opens a session of the person it was made for", async () => {
    expect(await viewerOf(await byLink())).toMatchObject({ userId, email, role: "editor" });
  });

  it("works once", async () => {
    const token = await freshToken();
    await signInWithLink(fromBrowser(), token);
    await expect(signInWithLink(fromBrowser(), token)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("works once also when it is opened twice at the same time", async () => {
    const token = await freshToken();
    const both = await Promise.allSettled([1, 2, 3, 4].map(() => signInWithLink(fromBrowser(), token)));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is each asker's own where two ask at once", async () => {
    const tokens = await Promise.all([1, 2, 3].map(() => freshToken()));
    expect(new Set(tokens).size).toBe(3);
    for (const token of tokens) expect(await signInWithLink(fromBrowser(), token)).not.toHaveLength(0);
  });

  it("is stored as a hash alone", async () => {
    const token = await freshToken();
    const rows = await db().verification.findMany();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("expires after 24 hours", async () => {
    const { url, expiresAt } = await issueSignInLink(userId);
    expect(Math.round((expiresAt.getTime() - Date.now()) / 3_600_000)).toBe(24);
    const row = await db().verification.findFirstOrThrow({ where: { value: { contains: email } } });
    expect(Math.abs(row.expiresAt.getTime() - expiresAt.getTime())).toBeLessThan(60_000);
    await db().verification.update({ where: { id: row.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    await expect(signInWithLink(fromBrowser(), tokenOf(url))).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each([null, undefined, "", "a".repeat(32), "a".repeat(5_000), 7])(
    "refuses the token %j",
    async (token) => {
      await expect(signInWithLink(fromBrowser(), token)).rejects.toMatchObject({ code: "forbidden" });
    },
  );

  it("opens nothing for an account that was closed meanwhile", async () => {
    const token = await freshToken();
    await addUser({ email: `${randomUUID()}@example.org`, name: "Admin", role: "admin" });
    await disableUser(email);
    await expect(signInWithLink(fromBrowser(), token)).rejects.toMatchObject({ code: "forbidden" });
    expect(await db().session.count({ where: { userId } })).toBe(0);
  });
});

describe("a password", () => {
  it("is not there until somebody sets one", async () => {
    expect(await db().account.count({ where: { userId } })).toBe(0);
    for (const guess of ["password", email, "on-record"])
      await expect(byPassword(guess)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("signs in once it is set, and is not stored as it is", async () => {
    await setPassword(await byLink(), { password: PASSWORD });
    const headers = fromBrowser(await byPassword(PASSWORD, email.toUpperCase()));
    expect(await viewerOf(headers)).toMatchObject({ userId });
    expect(JSON.stringify(await db().account.findMany())).not.toContain(PASSWORD);
  });

  it("has at least 12 characters", async () => {
    await expect(setPassword(await byLink(), { password: "eleven char" })).rejects.toMatchObject({
      code: "invalid",
      message: "password: A password needs at least 12 characters.",
    });
  });

  it("ends the other sessions when it is set", async () => {
    const other = await byLink();
    const own = await byLink();
    await setPassword(own, { password: PASSWORD });
    expect(await viewerOf(other)).toBeNull();
    expect(await viewerOf(own)).not.toBeNull();
  });

  it("asks for the current one in a session that is not fresh", async () => {
    const own = await byLink();
    await setPassword(own, { password: PASSWORD });
    await db().session.updateMany({
      where: { userId },
      data: { createdAt: new Date(Date.now() - 3_600_000) },
    });
    expect(await readAccount(own)).toMatchObject({ hasPassword: true, asksCurrent: true });
    const next = "another tidal mooring";
    await expect(setPassword(own, { password: next })).rejects.toMatchObject({ code: "forbidden" });
    await expect(setPassword(own, { password: next, current: "wrong" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await setPassword(own, { password: next, current: PASSWORD });
    await expect(byPassword(PASSWORD)).rejects.toMatchObject({ code: "forbidden" });
    expect(await byPassword(next)).not.toHaveLength(0);
  });

  it("bears a limited number of wrong tries, from wherever they come; a link still works", async () => {
    await setPassword(await byLink(), { password: PASSWORD });
    const guess = (n: number) =>
      signInWithPassword(new Headers({ origin: HERE, "x-forwarded-for": `203.0.113.${n}` }), {
        email,
        password: `wrong guess ${n}`,
      });
    for (let n = 1; n <= MOST_TRIES; n++) await expect(guess(n)).rejects.toMatchObject({ code: "forbidden" });
    await expect(guess(99)).rejects.toMatchObject({ code: "tooMany" });
    await expect(byPassword(PASSWORD)).rejects.toMatchObject({ code: "tooMany" });
    expect(await viewerOf(await byLink())).toMatchObject({ userId });
    await db().rateLimit.updateMany({ data: { lastRequest: Date.now() - 1 } });
    expect(await byPassword(PASSWORD)).not.toHaveLength(0);
  });

  it("starts counting anew after a right one", async () => {
    await setPassword(await byLink(), { password: PASSWORD });
    await byPassword("wrong guess").catch(() => undefined);
    await db().rateLimit.updateMany({ data: { count: MOST_TRIES - 1 } });
    expect(await byPassword(PASSWORD)).not.toHaveLength(0);
    await expect(byPassword("wrong guess")).rejects.toMatchObject({ code: "forbidden" });
  });

  it("keeps no typed address in the counts", async () => {
    await byPassword("wrong guess").catch(() => undefined);
    const rows = await db().rateLimit.findMany();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows, (_, v) => (typeof v === "bigint" ? String(v) : v))).not.toContain(email);
  });

  it("opens nothing for a closed account", async () => {
    await setPassword(await byLink(), { password: PASSWORD });
    await addUser({ email: `${randomUUID()}@example.org`, name: "Admin", role: "admin" });
    await disableUser(email);
    await expect(byPassword(PASSWORD)).rejects.toMatchObject({ code: "forbidden" });
    await enableUser(email);
    expect(await byPassword(PASSWORD)).not.toHaveLength(0);
  });
});

describe("a session", () => {
  it("comes in a cookie that scripts can't read and other sites can't use", async () => {
    const cookies = await signInWithLink(fromBrowser(), await freshToken());
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^on-record\./);
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).toMatch(/; SameSite=Lax/i);
      expect(cookie).toMatch(/; Path=\//i);
    }
  });

  it("is gone at once when the account is closed", async () => {
    const headers = await byLink();
    await addUser({ email: `${randomUUID()}@example.org`, name: "Admin", role: "admin" });
    await disableUser(email);
    expect(await viewerOf(headers)).toBeNull();
    expect(await db().session.count({ where: { userId } })).toBe(0);
    await enableUser(email);
    expect(await viewerOf(headers)).toBeNull();
  });

  it("ends with signing out, in the database too", async () => {
    const headers = await byLink();
    const cookies = await signOut(headers);
    expect(cookies.join()).toMatch(/Max-Age=0/i);
    expect(await viewerOf(headers)).toBeNull();
    expect(await db().session.count({ where: { userId } })).toBe(0);
  });

  it("lists the others, and ends with all of them on request", async () => {
    const first = await byLink();
    const second = await byLink();
    const { sessions } = await readAccount(second);
    expect(sessions.map(({ current }) => current).sort()).toEqual([false, true]);
    expect(JSON.stringify(sessions)).not.toContain((await db().session.findFirstOrThrow()).token);
    expect(await signOutEverywhere(first)).toEqual({ ended: 2 });
    expect(await viewerOf(second)).toBeNull();
  });

  it("can't be made up: a cookie with another signature is nobody's", async () => {
    await byLink();
    const { token } = await db().session.findFirstOrThrow({ where: { userId } });
    const { authCookies } = await auth().$context;
    const cookie = `${authCookies.sessionToken.name}=${token}.${"A".repeat(43)}%3D`;
    expect(await viewerOf(new Headers({ cookie }))).toBeNull();
  });

  it.each([
    readAccount,
    signOutEverywhere,
    (headers: Headers) => setPassword(headers, { password: PASSWORD }),
  ])("is needed for the account's own doors", async (door) => {
    await expect(door(new Headers({ origin: HERE }))).rejects.toMatchObject({ code: "signedOut" });
  });
});

describe("signing up", () => {
  it("is closed", async () => {
    const stranger = `${randomUUID()}@example.org`;
    const response = await auth().handler(
      new Request(`${HERE}/api/auth/sign-up/email`, {
        method: "POST",
        headers: { origin: HERE, "content-type": "application/json" },
        body: JSON.stringify({ email: stranger, name: "Stranger", password: PASSWORD }),
      }),
    );
    expect(response.status).toBe(400);
    expect(await db().user.count({ where: { email: stranger } })).toBe(0);
  });
});

describe("another site", () => {
  const elsewhere = (cookies?: Headers) =>
    new Headers({ origin: "https://elsewhere.example", cookie: cookies?.get("cookie") ?? "" });

  it("signs nobody in, and uses up no link", async () => {
    await setPassword(await byLink(), { password: PASSWORD });
    const token = await freshToken();
    await expect(signInWithPassword(elsewhere(), { email, password: PASSWORD })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(signInWithLink(elsewhere(), token)).rejects.toMatchObject({ code: "forbidden" });
    await expect(signInWithLink(new Headers(), token)).rejects.toMatchObject({ code: "forbidden" });
    expect(await signInWithLink(fromBrowser(), token)).not.toHaveLength(0);
  });

  it("signs nobody out, and sets no password", async () => {
    const own = await byLink();
    await expect(signOut(elsewhere(own))).rejects.toMatchObject({ code: "forbidden" });
    await expect(signOutEverywhere(elsewhere(own))).rejects.toMatchObject({ code: "forbidden" });
    await expect(setPassword(elsewhere(own), { password: PASSWORD })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await viewerOf(own)).not.toBeNull();
    expect(await readAccount(own)).toMatchObject({ hasPassword: false });
  });
});
