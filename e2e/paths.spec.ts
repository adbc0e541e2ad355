import { expect, test } from "@playwright/test";
import { db } from "#lib/db.server.ts";
import { signIn } from "./support/session.ts";

const ROOMS = ["claims", "actors", "outlets", "articles"];
const TRICKS = [
  "%2e%2e%2f",
  "..%2f..%2fdesk",
  "%2Fdesk",
  "a%2Fb",
  "%00",
  "%0d%0aset-cookie:x=1",
  "%F0%9F%9A%A2",
  "%E2%80%AE",
  "%ff",
  "%E0%A4%A",
  "%",
  "UPPER",
  "a".repeat(101),
  "a".repeat(3_000),
  "'%20OR%201=1--",
  "%3Cscript%3Ealert(1)%3C/script%3E",
  "constructor",
  "__proto__",
  "-",
  "--",
];
const QUERIES = [
  "words=%00",
  "words=%FF%FE",
  `words=${"x".repeat(5_000)}`,
  "words=%22%22%22%20-%20or%20OR%20(((",
  "words[]=a&words[]=b",
  "words=a&words=b",
  "actor=%00%25_%5C",
  "actor=%F0%9F%9A%A2",
  "outlet=%00",
  "from=0000-01-01",
  "from=9999-12-31&to=0001-01-01",
  "to=99999-01-01",
  "from=%00",
  "page=-1",
  "page=1e9",
  "page=%00",
  "__proto__=1",
];

const raw = (path: string) => ({ maxRedirects: 0, timeout: 60_000, path });

test("no address makes the server fail, and every answer is guarded", async ({ page, baseURL }) => {
  const paths = [
    ...ROOMS.flatMap((room) => [
      `/${room}/`,
      `//${room}`,
      `/${room.toUpperCase()}`,
      ...TRICKS.flatMap((trick) => [`/${room}/${trick}`, `/${room}/${trick}/`, `/${room}/x/${trick}`]),
      ...["page=0", "page=99999", "page=-1", "page=x", "page=%00", "page=1&page=2"].map(
        (q) => `/${room}?${q}`,
      ),
    ]),
    ...QUERIES.map((query) => `/search?${query}`),
    ...TRICKS.map((trick) => `/${trick}`),
    ...TRICKS.map((trick) => `/api/desk/${trick}`),
    ...TRICKS.map((trick) => `/desk/articles/${trick}`),
    ...TRICKS.map((trick) => `/sign-in/link?token=${trick}`),
    "/sign-in?problem=__proto__&next=//elsewhere.example",
    "/_next/static/nothing.js",
    "/_next/image?url=https://elsewhere.example/x.png&w=64&q=75",
    "/favicon.ico",
    "/icon.svg",
    "/not-on-record",
    "//elsewhere.example/claims",
    "/\\elsewhere.example",
    "/sitemap.xml",
    "/robots.txt",
    "/healthz",
    "/readyz",
  ];
  for (const path of paths) {
    const response = await page.request.fetch(`${baseURL}${path}`, raw(path));
    const headers = response.headers();
    const said = `${response.status()} ${path.slice(0, 80)}`;
    expect.soft(response.status(), said).toBeLessThan(500);
    // Next.js refuses a malformed address, and leads from one with a slash too many, before anything of ours is
    // asked: those answers hold no page.
    if (![308, 400].includes(response.status())) {
      expect(headers["x-content-type-options"], said).toBe("nosniff");
      expect(headers["content-security-policy"], said).toMatch(/frame-ancestors 'none'/);
      expect(headers["content-security-policy"], said).not.toContain("unsafe");
      expect(headers["strict-transport-security"], said).toContain("max-age=");
    }
    const location = headers.location ?? "/";
    expect(new URL(location, baseURL).origin, said).toBe(new URL(baseURL ?? "").origin);
    expect(headers["set-cookie"], said).toBeUndefined();
  }
});

test("an old address leads on within the site, whatever Host the sender names", async ({ page, baseURL }) => {
  const old = await db().address.findFirst({
    where: { current: true, actor: { signedStatements: { some: {} } } },
  });
  if (!old) throw new Error("nothing public");
  await db().address.create({ data: { slug: "an-older-name", actorId: old.actorId, current: false } });
  for (const host of [undefined, "elsewhere.example"]) {
    const response = await page.request.get(`${baseURL}/actors/an-older-name?page=2`, {
      maxRedirects: 0,
      headers: host ? { host, "x-forwarded-host": host } : {},
    });
    expect(response.status()).toBe(307);
    expect(new URL(response.headers().location ?? "", baseURL).host, String(host)).toBe(
      new URL(baseURL ?? "").host,
    );
    expect(response.headers().location).toContain(`/actors/${old.slug}?page=2`);
  }
});

test("methods that a page does not have are refused, not failed", async ({ page, baseURL }) => {
  const origin = baseURL ?? "";
  for (const path of [
    "/",
    "/claims",
    "/search",
    "/healthz",
    "/sitemap.xml",
    "/api/desk/undo",
    "/theme",
    "/sign-in/out",
  ])
    for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"]) {
      const response = await page.request.fetch(path, { method, headers: { origin }, maxRedirects: 0 });
      expect(response.status(), `${method} ${path}`).toBeLessThan(500);
    }
});

test("the theme takes a plain form and nothing else, and leads back into the site only", async ({
  page,
  baseURL,
}) => {
  const origin = baseURL ?? "";
  const send = (data: string | Buffer, type: string, referer = `${origin}/claims?page=2`) =>
    page.request.post("/theme", {
      data,
      headers: { origin, "content-type": type, referer },
      maxRedirects: 0,
    });
  const form = "application/x-www-form-urlencoded";
  expect((await send("theme=dark", form)).headers().location).toBe("/claims?page=2");
  for (const referer of [
    "https://elsewhere.example/",
    `${origin}//elsewhere.example/x`,
    `${origin}/\\elsewhere.example`,
    "no address",
  ]) {
    const location = (await send("theme=dark", form, referer)).headers().location ?? "";
    expect(new URL(location, origin).origin, referer).toBe(origin);
  }
  expect((await send('{"theme":"dark"}', "application/json")).status()).toBeLessThan(500);
  expect((await send("x", "multipart/form-data")).status()).toBeLessThan(500);
  expect((await send(Buffer.alloc(1024 * 1024, "x"), form)).status()).toBe(413);
});

test("signed in, nothing fails on odd input either, and no answer is kept", async ({ page, baseURL }) => {
  await signIn(page, "admin");
  const origin = baseURL ?? "";
  const odd = ["%00", "%25_", "%FF", "%F0%9F%9A%A2", "'", "x".repeat(6_000)];
  for (const path of odd.flatMap((q) => [
    `/api/desk/find/actors?q=${q}`,
    `/api/desk/find/outlets?q=${q}`,
    `/api/desk/find/claims?words=${q}`,
    `/api/desk/find/claims?words=a&actor=${q}`,
    `/api/desk/articles/${q}`,
    `/desk/articles/${q}`,
  ])) {
    const response = await page.request.get(path, { maxRedirects: 0 });
    expect.soft(response.status(), path.slice(0, 80)).toBeLessThan(500);
    if (response.status() !== 400) expect(response.headers()["cache-control"], path).toContain("no-store");
  }
  for (const path of ["/desk", "/desk/ingest", "/desk/people", "/desk/account", "/desk/nothing"])
    expect((await page.request.get(path)).headers()["cache-control"], path).toContain("no-store");
  for (const [path, data] of [
    ["people/link", { userId: "\u0000" }],
    ["people/invite", { email: "a\u0000@example.org", name: "\u0000", role: "reader" }],
    ["people/invite", { email: "odd@example.org", name: "A\u0000b\ud800", role: "reader" }],
    ["preview", { paste: "\u0000\ud800".repeat(40) }],
    ["account/password", { password: "\u0000".repeat(20) }],
    ["undo", { seq: "999999999999999999" }],
    ["undo", null],
    ["undo", []],
    ["sign-off", { articleId: "x", lastSeq: "1" }],
  ] as const) {
    const response = await page.request.post(`/api/desk/${path}`, {
      data: JSON.stringify(data),
      headers: { origin, "content-type": "application/json" },
    });
    expect(response.status(), `${path} ${JSON.stringify(data)}`).toBeLessThan(500);
  }
});
