import { afterAll, afterEach } from "vitest";
import { endExtraction } from "../article/extract/run.server.ts";
import { db } from "../db.server.ts";
import { completeEnv } from "../env.ts";
import { startSite } from "../net/testing.ts";

/** What a site answers at a path. */
export interface TestPage {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Never ends. */
  readonly endless?: true;
}

/**
 * A site of feeds and articles on this machine that a test file may fetch from, empty before each test and gone after
 * the last, with the file's database. For files that called `freshDatabase`.
 */
export async function startTestSite() {
  const pages = new Map<string, TestPage>();
  const asked: { readonly path: string; readonly etag: string | undefined }[] = [];
  const during: { onAsked: (path: string) => Promise<void> | undefined } = { onAsked: () => undefined };
  const site = await startSite(async (request, response) => {
    const path = request.url ?? "";
    asked.push({ path, etag: request.headers["if-none-match"] });
    await during.onAsked(path);
    const page = pages.get(path) ?? { status: 404 };
    const { status = 200, type = "application/rss+xml", body = "", headers = {}, endless } = page;
    if (headers.etag !== undefined && request.headers["if-none-match"] === headers.etag)
      return response.writeHead(304, headers).end();
    response.writeHead(status, { "content-type": type, ...headers });
    if (!endless) return response.end(body);
    response.write(body);
    const timer = setInterval(() => response.write("<item><title>and on".repeat(50_000)), 5);
    response.on("close", () => clearInterval(timer));
  }, "0.0.0.0");
  const fetchLoopback = Array.from({ length: 20 }, (_, n) => ({
    address: `127.0.0.${n + 1}`,
    port: site.port,
  }));
  completeEnv({ fetchLoopback });
  afterEach(() => {
    pages.clear();
    asked.length = 0;
    during.onAsked = () => undefined;
  });
  afterAll(async () => {
    await endExtraction();
    await site.close();
    await db().$disconnect();
  });
  return {
    /** What it answers now, by path. */
    pages,
    /** What it was asked for, and with what validator. */
    asked,
    /** `onAsked` happens while the site is asked for something, before it answers. */
    during,
    /** The same site as another host: what one asks for (Retry-After) does not bind the others. */
    host: (n: number) => `http://127.0.0.${n}:${site.port}`,
  };
}

/** So many paragraphs about something. */
export const sentences = (about: string, count: number): string =>
  Array.from(
    { length: count },
    (_, n) =>
      `<p>The harbour office noted ${about} at quarter ${n + 1}, and boats that wait at the outer pier were told of it by lamp.</p>`,
  ).join("");

/** A page with an article of that headline. */
export const articlePage = (title: string, { about = title, head = "" } = {}): TestPage => ({
  type: "text/html; charset=utf-8",
  body: `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${sentences(about, 6)}</article></body></html>`,
});
