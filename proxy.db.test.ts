import { NextRequest } from "next/server";
import { afterAll, describe, expect, it } from "vitest";
import { freshDatabase } from "#lib/database/testing.ts";
import { db } from "#lib/db.server.ts";
import { loadPackagedAuthority } from "#prisma/seed/authority.ts";
import { seedSampleNewsroom } from "#prisma/seed/newsroom.ts";
import { proxy } from "./proxy.ts";

await freshDatabase();
await loadPackagedAuthority();
await seedSampleNewsroom();
afterAll(() => db().$disconnect());

const ask = (path: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(new URL(path, "http://localhost:3000"), { headers }));
const NONCE = /script-src 'self' 'nonce-([A-Za-z0-9+/]{22}==)' 'strict-dynamic'/;
/** What Next.js hands on to the page. */
const forwarded = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);

describe("the policy of an answer", () => {
  it("has a nonce of its own for each request, the one the page gets", async () => {
    const [first, second] = await Promise.all([ask("/"), ask("/")]);
    const nonces = [first, second].map(
      (response) => NONCE.exec(response.headers.get("content-security-policy") ?? "")?.[1],
    );
    expect(nonces[0]).toBeDefined();
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(forwarded(first, "x-nonce")).toBe(nonces[0]);
    expect(forwarded(first, "content-security-policy")).toBe(first.headers.get("content-security-policy"));
  });

  it("takes no nonce from the sender", async () => {
    const sent = { "x-nonce": "sent", "content-security-policy": "script-src 'nonce-sent'" };
    const response = await ask("/", sent);
    expect(forwarded(response, "x-nonce")).not.toBe("sent");
    expect(forwarded(response, "content-security-policy")).not.toContain("sent");
  });

  it("stands on route handlers too", async () => {
    expect((await ask("/healthz")).headers.get("content-security-policy")).toMatch(NONCE);
  });
});

it.each(["/desk", "/desk/articles/1", "/api/desk/sign-off", "/api/auth/x", "/sign-in", "/sign-in/link"])(
  "%s is kept by no cache",
  async (path) => {
    expect((await ask(path)).headers.get("cache-control")).toBe("no-store");
  },
);

describe("search engines", () => {
  const robots = async (path: string) => (await ask(path)).headers.get("x-robots-tag");

  it("are asked to leave the sample newsroom out, and real actors that only it quotes", async () => {
    const outlet = await db().address.findFirstOrThrow({ where: { outlet: { name: "Harbour Wire" } } });
    expect(await robots(`/outlets/${outlet.slug}`)).toBe("noindex");
    const actor = await db().address.findFirstOrThrow({ where: { actor: { name: "Jens Stoltenberg" } } });
    expect(await robots(`/actors/${actor.slug}`)).toBe("noindex");
  });

  it("are not asked on other pages", async () => {
    expect(await robots("/")).toBeNull();
    expect(await robots("/claims/not-on-record")).toBeNull();
    expect(await robots("/desktop")).toBeNull();
  });
});

describe("an address", () => {
  it("of before leads to the one of now, with what was asked of it", async () => {
    const now = await db().address.findFirstOrThrow({ where: { actor: { name: "Orla Tennick" } } });
    await db().address.create({
      data: { slug: "a-former-name", actorId: now.actorId, current: false, sample: true },
    });
    const response = await ask("/actors/a-former-name?tab=names");
    expect(response.status).toBe(307);
    expect(response.headers.get("location")).toBe(`http://localhost:3000/actors/${now.slug}?tab=names`);
  });

  it("is missing in the same way when its noun isn't public, isn't there or is another noun", async () => {
    const actor = await db().address.findFirstOrThrow({
      where: { actor: { name: "Orla Tennick" }, current: true },
    });
    const hidden = await db().address.findFirstOrThrow({ where: { actor: { statements: { none: {} } } } });
    const paths = [
      `/actors/${hidden.slug}`,
      "/actors/nobody-at-all",
      `/claims/${actor.slug}`,
      "/actors/%00",
      "/outlets/A_B",
    ];
    const answers = await Promise.all(paths.map((path) => ask(path)));
    for (const response of answers)
      expect(response.headers.get("x-middleware-rewrite")).toBe("http://localhost:3000/not-on-record");
  });
});
