import { expect, type Page, test } from "@playwright/test";
import { db } from "#lib/db.server.ts";
import { DESK_WRITES, runDeskWrite } from "#lib/desk/actions.server.ts";
import { readDeskArticle } from "#lib/desk/article.server.ts";
import { makeArticle, makeStatement, makeViewer } from "#prisma/seed/factories.ts";
import { signIn } from "./support/session.ts";

const DESK_PAGES = [
  "/desk",
  "/desk/ingest",
  "/desk/account",
  "/desk/people",
  "/desk/actors",
  "/desk/actors/duplicates",
  "/desk/jobs",
];
const DESK_READS = [
  "/api/desk/find/actors?q=a",
  "/api/desk/find/claims?words=a",
  "/api/desk/find/outlets?q=a",
  "/api/desk/jobs",
];

/** A write as a page of `origin` would send it; null sends no Origin. */
const post = (page: Page, path: string, origin: string | null, data: unknown = {}) =>
  page.request.post(path, { data, headers: origin === null ? {} : { origin }, maxRedirects: 0 });

test.describe("someone not signed in", () => {
  test("is refused by every write and read of the desk", async ({ page, baseURL }) => {
    for (const name of [...DESK_WRITES, "preview"]) {
      const response = await post(page, `/api/desk/${name}`, baseURL ?? "");
      expect(response.status(), name).toBe(401);
      expect((await response.json()).error.code).toBe("signedOut");
    }
    for (const path of DESK_READS) expect((await page.request.get(path)).status(), path).toBe(401);
  });
  test("is led from every desk page to sign in, and sees nothing of it", async ({ page }) => {
    for (const path of DESK_PAGES) {
      const response = await page.request.get(path, { maxRedirects: 0 });
      expect(response.status(), path).toBe(307);
      expect(response.headers().location).toContain("/sign-in");
    }
  });
});

test.describe("a foreign page", () => {
  test("cannot write with an editor's session, nor can a request that hides where it comes from", async ({
    page,
  }) => {
    await signIn(page, "admin");
    for (const origin of ["https://elsewhere.example", "null", null]) {
      for (const name of [...DESK_WRITES, "preview"]) {
        const response = await post(page, `/api/desk/${name}`, origin);
        expect(response.status(), `${name} from ${origin}`).toBe(403);
      }
    }
    // The session itself is good: from our own page the same request reaches the input check.
    const own = await post(page, "/api/desk/undo", new URL(page.url()).origin);
    expect(own.status()).toBe(400);
  });
});

test("a reader may look and is refused by every write", async ({ page }) => {
  await signIn(page, "reader");
  const { origin } = new URL(page.url());
  for (const name of [...DESK_WRITES, "preview"])
    expect(
      (await post(page, `/api/desk/${name}`, origin, name === "preview" ? { paste: "x" } : {})).status(),
      name,
    ).toBe(403);
  for (const path of DESK_READS) expect((await page.request.get(path)).status(), path).toBe(200);
});

test("bad requests get a clear answer", async ({ page }) => {
  await signIn(page, "editor");
  const { origin } = new URL(page.url());
  const raw = (body: string, type: string) =>
    page.request.post("/api/desk/undo", {
      data: Buffer.from(body),
      headers: { origin, "content-type": type },
    });
  expect((await raw("{", "application/json")).status()).toBe(400);
  expect((await raw("seq=1", "application/x-www-form-urlencoded")).status()).toBe(400);
  expect((await raw(`"${"x".repeat(6 * 1024 * 1024)}"`, "application/json")).status()).toBe(413);
  expect((await post(page, "/api/desk/no-such-action", origin)).status()).toBe(404);
  expect((await post(page, "/api/desk/__proto__", origin)).status()).toBe(404);
  expect((await page.request.get("/api/auth/get-session")).status()).toBe(404);
});

test("a marker word in every unpublished field is found on no public page", async ({ page }) => {
  const marker = "zyxmarker";
  const editor = await makeViewer(db(), "editor");
  const { articleId, span, revisionId } = await makeArticle(db(), editor, {
    outlet: { name: `Outlet ${marker}`, kind: "newspaper", homepage: `https://${marker}.example/` },
    headline: `Headline ${marker}`,
    standfirst: `Standfirst ${marker} that stands alone.`,
    byline: `Byline ${marker}`,
    url: `https://courier.example/${marker}`,
    paragraphs: [`“Words ${marker} of the draft,” said Ada ${marker}.`],
    raw: marker,
  });
  const desk = (name: string, input: unknown) => runDeskWrite(db(), editor, name, input);
  const { statementId } = (await desk("add-statement", {
    revisionId,
    spans: { content: [span(`Words ${marker} of the draft`)] },
    actor: {
      name: `Ada ${marker}`,
      kind: "person",
      description: `About ${marker}`,
      aliases: [`Alias ${marker}`],
    },
  })) as { statementId: string };
  await desk("tie-claim", {
    statementId,
    version: 1,
    claim: { sentence: `A claim with ${marker} in it.` },
    stance: "asserts",
  });

  // And drafts over what is public: the pages keep showing what was signed off.
  const shown = await makeArticle(db(), editor);
  const { statementId: signed } = await makeStatement(db(), editor, shown);
  const { lastSeq } = await readDeskArticle(db(), editor, shown.articleId);
  await desk("sign-off", { articleId: shown.articleId, lastSeq });
  const open = await readDeskArticle(db(), editor, shown.articleId);
  await desk("edit-article", {
    articleId: open.id,
    version: open.version,
    outlet: { id: open.outlet.id },
    headline: `Draft headline ${marker}`,
    byline: marker,
    url: `https://draft.example/${marker}`,
    publishedAt: open.publishedAt,
    zone: marker,
  });
  await desk("correct-statement", {
    statementId: signed,
    version: 1,
    actor: { name: `Draft ${marker}`, kind: "group" },
  });
  await desk("tie-claim", {
    statementId: signed,
    version: 2,
    claim: { sentence: `A draft claim ${marker} on a public statement.` },
    stance: "denies",
  });
  expect((await page.request.get(`/articles/${open.slug}`)).status()).toBe(200);

  const seen = new Set<string>();
  const waiting = [
    "/",
    "/claims",
    "/actors",
    "/outlets",
    "/about",
    "/search",
    `/search?words=${marker}`,
    `/search?actor=${marker}`,
    "/sitemap.xml",
    "/robots.txt",
    "/healthz",
    "/readyz",
    "/sign-in",
    ...(
      await db().address.findMany({ where: { OR: [{ articleId }, { slug: { contains: marker } }] } })
    ).flatMap(({ slug }) => ["claims", "actors", "outlets", "articles"].map((noun) => `/${noun}/${slug}`)),
  ];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const response = await page.request.get(path, { maxRedirects: 0 });
    const body = (await response.text()).replaceAll(decodeURIComponent(path), "");
    // What the visitor typed may stand in the search box again; nothing else may hold the word.
    const own = path.startsWith("/search?") ? body.replaceAll(/value="[^"]*"/g, "") : body;
    if (!path.includes(marker)) expect(own.includes(marker), path).toBe(false);
    else if (!path.startsWith("/search")) expect(response.status(), path).toBe(404);
    for (const [, href] of body.matchAll(/href="(\/[^"#]*)/g)) {
      const next = href?.replaceAll("&amp;", "&") ?? "";
      if (!/^\/(_next|desk|api)\b/.test(next) && seen.size + waiting.length < 600) waiting.push(next);
    }
  }
  expect(seen.size).toBeGreaterThan(20);
  const found = await page.request.get(`/search?words=${marker}`);
  expect(await found.text()).not.toContain(`Ada ${marker}`);
});
